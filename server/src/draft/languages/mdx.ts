import { frontMatterSpan } from '../../prose/frontMatter.ts';
import { blank } from '../../prose/markdown/blank.ts';
import { MARKUP } from '../../prose/prose.ts';
import { sliceOf } from '../../text/span.ts';
import type { DraftComment, DraftLanguage } from '../language.ts';
import { markdown } from './markdown.ts';

const SEEN = new RegExp(`[^\\s${MARKUP}]`);
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Code in a line, components and fragments, and expressions. */
const TOKEN = /`+|\{|<(?:\/?[A-Z][\w.]*|\/?>|\/?[a-z][\w.-]*(?=[^<>]{0,300}=\{))|\\[{<]/g;
const EXPRESSION = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|\/\*|[{}]/g;
const TAG = /"[^"]*"|'[^'\n]*'|\{|>/g;
const ESM = /^(?:import|export)\s/;

/** What of a text is JavaScript: blanked out, so that what is left is Markdown. */
class Mdx {
  readonly #raw: string;
  readonly #out: string[] = [];
  readonly comments: DraftComment[] = [];
  #at = 0;
  /** Expressions and tags that nothing ends are looked for a few times only. */
  #unclosed = 0;

  constructor(raw: string) {
    this.#raw = raw;
  }

  markdown(): string {
    const raw = this.#raw;
    let fence: string | null = null;
    let fresh = true;
    this.#keep(frontMatterSpan(raw)?.end ?? 0);
    for (let start = this.#at; start < raw.length; ) {
      const next = raw.indexOf('\n', start) + 1 || raw.length;
      // What goes over several lines has been taken whole.
      const line = raw.slice(Math.max(start, this.#at), next);
      const before: string | null = fence;
      fence = fenceAfter(line, fence);
      if (before === null && fence === null) this.#markup(line, next, fresh);
      fresh = line.trim() === '' || fence !== null;
      this.#keep(next);
      start = next;
    }
    return this.#out.join('');
  }

  #markup(line: string, next: number, fresh: boolean): void {
    if (fresh && ESM.test(line)) this.#statement();
    else if (/[`{<]/.test(line)) this.#line(next);
  }

  #keep(end: number): void {
    if (end <= this.#at) return;
    this.#out.push(this.#raw.slice(this.#at, end));
    this.#at = end;
  }

  /** Joins rather than parts: spaces would make what follows a block of code. */
  #pass(end: number): void {
    if (end <= this.#at) return;
    this.#out.push(this.#raw.slice(this.#at, end).replace(/[^\r\n]/g, MARKUP));
    this.#at = end;
  }

  /** `import` and `export` go on to the next blank line. */
  #statement(): void {
    const found = /\r?\n[ \t]*\r?\n/g;
    found.lastIndex = this.#at;
    const end = found.exec(this.#raw)?.index ?? this.#raw.length;
    this.#out.push(blank(this.#raw.slice(this.#at, end)));
    this.#at = Math.max(this.#at, end);
  }

  #line(end: number): void {
    const token = new RegExp(TOKEN);
    token.lastIndex = this.#at;
    for (let found = token.exec(this.#raw); found && found.index < end; found = token.exec(this.#raw)) {
      this.#keep(found.index);
      const stop = found.index + found[0].length;
      if (found[0] === '{') this.#expression(found.index);
      else if (found[0][0] === '<') this.#tag(stop);
      else if (found[0][0] === '`') this.#code(found[0], stop, end);
      this.#keep(Math.max(stop, this.#at));
      token.lastIndex = this.#at;
    }
  }

  #code(mark: string, stop: number, end: number): void {
    const close = this.#raw.slice(stop, end).indexOf(mark);
    if (close >= 0) this.#keep(stop + close + mark.length);
  }

  #expression(start: number): void {
    const end = this.#closing(EXPRESSION, start);
    if (end === undefined) return;
    const inner = this.#raw.slice(start + 1, end - 1).trim();
    const said = /^\/\*([\s\S]*)\*\/$/.exec(inner)?.[1];
    if (said !== undefined) this.comments.push({ span: { start, end }, content: said.trim() });
    this.#pass(end);
  }

  #tag(stop: number): void {
    const opening = this.#raw[stop - 1] === '>';
    const end = opening ? stop : this.#closing(TAG, stop);
    if (end !== undefined) this.#pass(end);
  }

  /** Behind what closes an expression that begins at `from`, or a tag that is open there. */
  #closing(pattern: RegExp, from: number): number | undefined {
    if (this.#unclosed > 3) return undefined;
    const token = new RegExp(pattern);
    token.lastIndex = from;
    let depth = 0;
    for (let found = token.exec(this.#raw); found; found = token.exec(this.#raw)) {
      const [sign] = found;
      const passed = sign === '/*' || pattern === TAG ? this.#passed(sign, found.index) : token.lastIndex;
      if (passed === undefined) break;
      token.lastIndex = passed;
      if (sign === '{') depth++;
      if (sign === '>' || (sign === '}' && --depth === 0)) return passed;
    }
    this.#unclosed++;
    return undefined;
  }

  /** Where to go on behind a comment, or an expression in a tag; undefined where it is never closed. */
  #passed(sign: string, at: number): number | undefined {
    if (sign === '{') return this.#closing(EXPRESSION, at);
    if (sign !== '/*') return at + sign.length;
    const close = this.#raw.indexOf('*/', at + 2);
    return close < 0 ? undefined : close + 2;
  }
}

/** What opened the block of code that a line is followed by; null where it is followed by prose. */
function fenceAfter(line: string, fence: string | null): string | null {
  const mark = FENCE.exec(line)?.[1];
  if (fence === null) return mark ?? null;
  return mark?.startsWith(fence) && line.trim() === mark ? null : fence;
}

/** Markdown with components: JSX tags, expressions, imports and exports are no prose. Its comments are those of an expression. */
export const mdx: DraftLanguage = {
  ids: ['mdx'],
  endings: ['mdx'],
  read(text) {
    const source = new Mdx(text);
    const read = markdown.read(source.markdown());
    const comments = [...read.comments, ...source.comments].sort((a, b) => a.span.start - b.span.start);
    const { text: shown, blocks } = read.prose;
    const prose = { text: shown, blocks: blocks.filter(({ span }) => SEEN.test(sliceOf(shown, span))) };
    return { ...read, prose, comments };
  },
  escape: (words) => markdown.escape(words).replace(/[{}]/g, '\\$&'),
  comment: (content) => `{/* ${content.replaceAll('*/', '* /')} */}\n\n`,
};
