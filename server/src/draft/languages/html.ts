import { frontMatterSpan } from '../../prose/frontMatter.ts';
import { characterOf } from '../../prose/markdown/labels.ts';
import type { BlockKind } from '../../prose/prose.ts';
import { type DraftLanguage, type DraftMarkup, htmlComment } from '../language.ts';
import { type Container, Finder, ProseWriter } from '../markup/proseWriter.ts';
import { entryOf, sideOf } from '../markup/small.ts';

const TOKEN = /<!--|<\/?[A-Za-z][^\s/>]*|<[!?]|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/g;
/** The rest of a tag; a `>` within an attribute's marks ends none. */
const ATTRIBUTES = /(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/y;
const setOf = (names: string) => new Set(names.split(' '));
const HIDDEN = setOf('script style template pre code kbd samp var svg math head textarea noscript iframe object canvas select nav');
const BREAKS = setOf(
  'address article aside body blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr html legend li main menu ol optgroup option p search section summary table tbody td tfoot th thead tr ul',
);
const KINDS: Readonly<Record<string, BlockKind>> = {
  blockquote: 'quote',
  ul: 'item',
  ol: 'item',
  dl: 'item',
  table: 'cell',
  figcaption: 'caption',
  caption: 'caption',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
};
/** Deeper than anyone writes. */
const DEEPEST = 200;

interface Element extends Container {
  readonly name: string;
}

class HtmlReader {
  readonly #raw: string;
  readonly #writer: ProseWriter;
  readonly #finder: Finder;
  /** The elements that make blocks of their own kind, and what was around each. */
  readonly #open: Element[] = [];
  #container: Container = { kind: 'paragraph', group: -1 };
  #quotes = 0;
  #link: { start: number; words: number; url: string } | null = null;

  constructor(raw: string) {
    this.#raw = raw;
    this.#writer = new ProseWriter(raw, TOKEN);
    this.#finder = new Finder(raw);
  }

  read(): DraftMarkup {
    const writer = this.#writer;
    const frontMatter = frontMatterSpan(this.#raw);
    writer.blank(frontMatter?.end ?? 0);
    this.#head();
    writer.open(this.#container);
    for (let found = writer.nextToken(); found; found = writer.nextToken()) {
      writer.keep(found.index);
      this.#take(found[0]);
      if (writer.at <= found.index) writer.keep(found.index + 1);
    }
    writer.keep(this.#raw.length);
    return writer.finish(frontMatter);
  }

  /** The day and `verbatim: off` from the first tags that say so. */
  #head(): void {
    for (const [tag] of this.#raw.slice(0, 50_000).matchAll(/<(?:meta|time)\b[^<>]{0,500}>/gi)) {
      const name = attributeOf(tag, 'name') ?? attributeOf(tag, 'property') ?? attributeOf(tag, 'itemprop') ?? '';
      const content = attributeOf(tag, 'content') ?? '';
      if (/^(?:date|article:published_time|datePublished|dcterms\.(?:date|created|issued)|dc\.date)$/i.test(name))
        this.#writer.date(content.slice(0, 10));
      else if (/^<time/i.test(tag) && /\spubdate\b/i.test(tag)) this.#writer.date((attributeOf(tag, 'datetime') ?? '').slice(0, 10));
      this.#writer.state(`${name}: ${content}`);
    }
  }

  #take(token: string): void {
    const { at } = this.#writer;
    if (token === '<!--') this.#comment(at + 4);
    else if (token[0] === '&') {
      const character = characterOf(token.slice(1, -1));
      if (character !== undefined) this.#writer.as(character, at + token.length, sideOf(character));
    } else this.#tag(token, at + token.length);
  }

  #tag(token: string, end: number): void {
    ATTRIBUTES.lastIndex = end;
    const stop = ATTRIBUTES.test(this.#raw) ? ATTRIBUTES.lastIndex : end;
    if (token[1] === '!' || token[1] === '?') this.#writer.blank(stop);
    else if (token[1] === '/') this.#closeTag(token.slice(2).toLowerCase(), stop);
    else this.#openTag(token.slice(1).toLowerCase(), this.#raw.slice(this.#writer.at, stop), stop);
  }

  #comment(end: number): void {
    const close = this.#finder.next('-->', end);
    const stop = close < 0 ? this.#raw.length : close;
    this.#writer.comment(close < 0 ? stop : stop + 3, this.#raw.slice(end, stop));
  }

  #openTag(name: string, tag: string, stop: number): void {
    const writer = this.#writer;
    if (HIDDEN.has(name) && !tag.endsWith('/>')) this.#hidden(name, stop);
    else if (name === 'q') writer.as(this.#quotes++ % 2 === 0 ? '“' : '‘', stop);
    else if (name === 'a') this.#anchor(tag, stop);
    else if (name === 'br' || name === 'img') writer.blank(stop);
    else if (this.#container.kind === 'quote' && (name === 'footer' || (name === 'cite' && this.#isSource(stop)))) this.#source(stop);
    else if (BREAKS.has(name)) this.#begin(name, tag, stop);
    else writer.join(stop);
  }

  #anchor(tag: string, stop: number): void {
    const url = attributeOf(tag, 'href');
    this.#link = url !== undefined && /^https?:/i.test(url) ? { start: this.#writer.at, words: stop, url: decoded(url) } : null;
    this.#writer.join(stop);
  }

  /** To the end of what holds no prose. */
  #hidden(name: string, stop: number): void {
    const close = this.#finder.next(`</${name}`, stop);
    const end = close < 0 ? -1 : this.#finder.next('>', close);
    this.#writer.blank(end < 0 ? stop : end + 1);
    if (BREAKS.has(name) || /^(?:head|script|style|pre|nav|svg|template)$/.test(name)) this.#writer.open(this.#container);
  }

  /** Whether a `<cite>` in a quotation names its source, rather than a work in its words: it is all there is in its block, or ends the quotation. */
  #isSource(stop: number): boolean {
    if (!this.#writer.begun) return true;
    const close = this.#closing('</cite', stop);
    return /^<\/cite\s*>\s*(?:<\/(?:p|footer|small|div)\s*>\s*)*<\/blockquote/i.test(this.#raw.slice(close, close + 120));
  }

  /** A quotation's source within it: a line of its own that begins with a dash, as a reader is shown it. */
  #source(stop: number): void {
    const writer = this.#writer;
    const behindDash = /[—–―-]\s*$/u.test(this.#raw.slice(Math.max(0, writer.at - 20), writer.at));
    const dashed = behindDash || /^\s*(?:[—–―-]|&[mn]dash;|<cite)/u.test(this.#raw.slice(stop, stop + 60));
    if (!behindDash && writer.begun) {
      writer.blank(stop - 1);
      writer.open(this.#container);
    }
    if (dashed) writer.blank(stop);
    else writer.as('—', stop, 'last');
  }

  #closing(what: string, from: number): number {
    const found = this.#finder.next(what, from);
    return found < 0 ? this.#raw.length : found;
  }

  #begin(name: string, tag: string, stop: number): void {
    this.#writer.blank(stop);
    const kind = entryOf(KINDS, name);
    if (kind !== undefined && this.#open.length < DEEPEST) {
      this.#open.push({ ...this.#container, name });
      this.#container = this.#within(kind);
    }
    const url = name === 'blockquote' ? attributeOf(tag, 'cite') : undefined;
    if (url !== undefined && /^https?:/i.test(url))
      this.#writer.cite({ kind: 'link', span: { start: stop, end: stop }, words: decoded(url), url: decoded(url) });
    this.#writer.open(this.#container);
  }

  /** All nested lists are one, and what is listed in a quotation is quoted. */
  #within(kind: BlockKind): Container {
    const around = this.#container;
    if ((kind !== 'quote' && kind === around.kind) || (around.kind === 'quote' && kind === 'item')) return around;
    return { kind, group: kind === 'heading' || kind === 'caption' ? -1 : this.#writer.newGroup() };
  }

  #closeTag(name: string, stop: number): void {
    const writer = this.#writer;
    if (name === 'q' && this.#quotes > 0) {
      writer.as(--this.#quotes % 2 === 0 ? '”' : '’', stop, 'last');
      return;
    }
    if (name === 'a' && this.#link) {
      const { start, words, url } = this.#link;
      writer.cite({ kind: 'link', span: { start, end: stop }, words: { start: words, end: writer.at }, url });
      this.#link = null;
    }
    if (!BREAKS.has(name)) {
      writer.join(stop);
      return;
    }
    writer.blank(stop);
    const at = entryOf(KINDS, name) === undefined ? -1 : this.#open.findLastIndex((element) => element.name === name);
    const element = this.#open[at];
    if (element) {
      this.#container = { kind: element.kind, group: element.group };
      this.#open.length = at;
    }
    this.#quotes = 0;
    writer.open(this.#container);
  }
}

function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

function decoded(value: string): string {
  return value.replace(/&(#?\w{1,32});/g, (whole, name: string) => characterOf(name) ?? whole);
}

/** HTML as it is written by hand. `<meta name="date">` and `<meta name="verbatim" content="off">` count as front matter does. */
export const html: DraftLanguage = {
  ids: ['html'],
  endings: ['html', 'htm'],
  read: (text) => new HtmlReader(text).read(),
  escape: (words) => words.replace(/[<>]|&/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[sign] ?? sign),
  comment: htmlComment,
};
