/** HTML that a parser takes in bounded time and depth. */
export interface Tamed {
  readonly html: string;
  /** Whether the end was cut off, since there are more tags and entities than any page has. */
  readonly cut: boolean;
}

/** Deeper elements are taken for line breaks: browsers stop at 512, and real pages stay below 60. */
const DEEPEST = 300;
/** Tags and entities of one page; the longest encyclopaedia articles have a quarter of it. */
const MOST_MARKS = 250_000;

const VOID = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(' '),
);
/** Elements in which nothing is a tag but their own end. */
const RAW = new Set('script style title textarea xmp iframe noembed noframes'.split(' '));
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);

const closes = (openers: string, closed: string): [string, ReadonlySet<string>][] => {
  const set = new Set(closed.split(' '));
  return openers.split(' ').map((name) => [name, set]);
};

/** Which open elements end where another begins, as far as the parser ends them: HTML Standard, optional tags. */
const ENDED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...closes('tr', 'tr th td'),
  ...closes('th', 'th'),
  ...closes('td', 'th td'),
  ...closes('li', 'li'),
  ...closes('dt dd', 'dt dd'),
  ...closes('option', 'option'),
  ...closes(
    'p address article aside blockquote div dl fieldset footer form header hr main nav ol pre section table ul h1 h2 h3 h4 h5 h6',
    'p',
  ),
]);

const TAG = /<(?:!--|(\/?)([a-z][^\s/<>]*))|[<&]/gi;

/** Follows the tags of a page as its parser will. */
class Taming {
  readonly #html: string;
  readonly #out: string[] = [];
  /** Up to where the page is in `#out`. */
  #written = 0;
  readonly #open: string[] = [];
  /** Elements that were taken for line breaks and have not ended. */
  readonly #broken: string[] = [];

  constructor(html: string) {
    this.#html = html;
  }

  run(): Tamed {
    const tags = new RegExp(TAG);
    let marks = 0;
    for (let found = tags.exec(this.#html); found; found = tags.exec(this.#html)) {
      if (++marks > MOST_MARKS) return { html: this.#upTo(found.index), cut: true };
      const next = this.#passed(found, tags.lastIndex);
      if (next === null) break;
      tags.lastIndex = next;
    }
    return { html: this.#upTo(this.#html.length), cut: false };
  }

  /** Takes a tag in; gives where to go on, or null where nothing but raw text follows. */
  #passed([all, slash, tag]: RegExpExecArray, end: number): number | null {
    if (all === '<!--') return this.#dropComment(end);
    if (tag === undefined) return end;
    const name = tag.toLowerCase();
    if (slash === '/') this.#ends(name, { start: end - tag.length, end });
    else if (RAW.has(name)) return afterRaw(this.#html, name, end);
    else if (!VOID.has(name)) this.#begins(name, { start: end - tag.length, end });
    return end;
  }

  /** Comments part what belongs together: nothing reads them. */
  #dropComment(end: number): number | null {
    const close = this.#html.indexOf('-->', end - 2);
    const next = close < 0 ? this.#html.length : close + 3;
    this.#out.push(this.#html.slice(this.#written, end - 4));
    this.#written = next;
    return close < 0 ? null : next;
  }

  #begins(name: string, span: { readonly start: number; readonly end: number }): void {
    const ended = ENDED_BY.get(name);
    while (ended?.has(this.#open.at(-1) ?? '')) this.#open.pop();
    if (this.#open.length < DEEPEST) this.#open.push(name);
    else {
      this.#broken.push(name);
      this.#rename(span, INLINE.has(name) ? 'wbr' : 'br');
    }
  }

  #ends(name: string, span: { readonly start: number; readonly end: number }): void {
    if (this.#broken.length > 0) {
      if (this.#broken.at(-1) === name) this.#broken.pop();
      this.#rename(span, 'wbr');
      return;
    }
    const at = this.#open.lastIndexOf(name);
    if (at >= 0) this.#open.length = at;
  }

  #rename({ start, end }: { readonly start: number; readonly end: number }, name: string): void {
    this.#out.push(this.#html.slice(this.#written, start), name);
    this.#written = end;
  }

  #upTo(end: number): string {
    if (this.#out.length === 0) return end === this.#html.length ? this.#html : this.#html.slice(0, end);
    return this.#out.join('') + this.#html.slice(Math.min(this.#written, end), end);
  }
}

function afterRaw(html: string, name: string, from: number): number | null {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(html) ? end.lastIndex : null;
}

/**
 * A page without what would lead a parser astray: elements nested hundreds deep become line breaks, what comes after a
 * quarter of a million tags is left off, and so are comments. One pass; never throws.
 */
export function tamed(html: string): Tamed {
  return new Taming(html).run();
}
