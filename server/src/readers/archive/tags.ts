import { plainly } from '../../text/said.ts';
import { Unreadable } from './unreadable.ts';

/** A tag of markup. Offsets are UTF-16 code units. */
export interface Tag {
  /** Lower-case, with its prefix. */
  readonly name: string;
  readonly closes: boolean;
  /** Whether it ends in `/>`: in XML an element without content, in HTML nothing of note. */
  readonly empty: boolean;
  readonly start: number;
  readonly end: number;
}

/** How deep elements may stand in one another. Written documents seldom go beyond forty. */
export const DEEPEST = 250;

/** Elements of HTML that have no end. */
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
/** Elements of HTML whose end is often left out: another of the same ends them. */
const ENDED = new Set(['p', 'li', 'td', 'th', 'tr', 'dt', 'dd', 'option']);
/** Elements of HTML whose content is no markup. */
const RAW = new Set(['script', 'style', 'title', 'textarea']);

const OPENING = /<(?:!--|!\[CDATA\[|(\/?)([A-Za-z_][^\s<>/]*))/g;
/** A name, and a value with or without marks. A mark that is never closed takes the rest. */
const ATTRIBUTE = /[\s/]*(?:[^\s/>=]+|=)(?:\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>"'][^\s>]*)?)?/y;

/** The tags of XML or HTML in the order of the text, in time linear in its length. */
export function* tagsOf(markup: string, language: 'html' | 'xml'): Generator<Tag> {
  const opening = new RegExp(OPENING);
  const attribute = new RegExp(ATTRIBUTE);
  for (let found = opening.exec(markup); found; found = opening.exec(markup)) {
    const [whole, slash, raw] = found;
    if (raw === undefined) {
      const [closing, from] = whole === '<!--' ? ['-->', found.index + 2] : [']]>', opening.lastIndex];
      const end = markup.indexOf(closing, from);
      if (end < 0) return;
      opening.lastIndex = end + 3;
      continue;
    }
    const end = endOfTag(markup, opening.lastIndex, attribute);
    const name = raw.toLowerCase();
    const closes = slash === '/';
    yield { name, closes, empty: markup[end - 2] === '/', start: found.index, end };
    opening.lastIndex = language === 'html' && !closes && RAW.has(name) ? endOfRaw(markup, name, end) : end;
  }
}

function endOfTag(markup: string, from: number, attribute: RegExp): number {
  if (markup[from] === '>') return from + 1;
  attribute.lastIndex = from;
  let at = from;
  while (attribute.test(markup)) at = attribute.lastIndex;
  const end = markup.indexOf('>', at);
  return end < 0 ? markup.length : end + 1;
}

function endOfRaw(markup: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(markup)?.index ?? markup.length;
}

/** Refuses markup in which elements stand deeper in one another than `deepest`: what reads it goes down step by step. */
export function refuseDepth(markup: string, language: 'html' | 'xml', deepest: number = DEEPEST): void {
  const open: string[] = [];
  for (const { name, closes, empty } of tagsOf(markup, language)) {
    if (closes) close(open, name);
    else if (!endsAtOnce(name, { empty, language, last: open.at(-1) })) open.push(name);
    if (open.length <= deepest) continue;
    throw new Unreadable(
      plainly`Its parts stand in one another too deeply to be read: open it in the program that it was made with and save it again.`,
    );
  }
}

function endsAtOnce(
  name: string,
  { empty, language, last }: { empty: boolean; language: 'html' | 'xml'; last: string | undefined },
): boolean {
  return language === 'xml' ? empty : VOID.has(name) || (ENDED.has(name) && last === name);
}

/** The stack is never longer than a few hundred, so looking through it is cheap. */
function close(open: string[], name: string): void {
  const at = open.lastIndexOf(name);
  if (at >= 0) open.length = at;
}

/** Drawings and formulas: markup as long as the text round it, in which no text is read. */
const NO_TEXT = new Set(['svg', 'math', 'm:math', 'mml:math', 'svg:svg']);

/**
 * XHTML as readers of HTML take it: `<a id="x"/>` has an end of its own, so that it does not take what follows into it, and
 * drawings and formulas are gone.
 */
export function htmlOfXhtml(markup: string): string {
  const pieces: string[] = [];
  let done = 0;
  let within: string | null = null;
  for (const { name, closes, empty, start, end } of tagsOf(markup, 'xml')) {
    if (within !== null) {
      if (name !== within || !closes) continue;
      within = null;
      done = end;
    } else if (NO_TEXT.has(name) && !closes && !empty) {
      pieces.push(markup.slice(done, start));
      within = name;
      done = markup.length;
    } else if (empty && !closes && !VOID.has(name)) {
      const tag = markup.slice(start, end - 2);
      pieces.push(markup.slice(done, start), tag, `></${tag.slice(1, name.length + 1)}>`);
      done = end;
    }
  }
  return pieces.join('') + markup.slice(done);
}
