import { blank } from '../../prose/markdown/blank.ts';
import { type Block, type BlockKind, MARKUP, readable } from '../../prose/prose.ts';
import { type Span, trimmed } from '../../text/span.ts';
import type { Citation } from '../draft.ts';
import type { DraftComment, DraftMarkup, StatedInMarkup } from '../language.ts';

/** What a reader sees. */
const SEEN = new RegExp(`[^\\s${MARKUP}]`);

/** A citation, of which the words may be a stretch of the text. */
interface Cited extends Omit<Citation, 'text'> {
  readonly words: Span | string;
}

/** A block quote, list or the like that a reader is in. */
export interface Container {
  readonly kind: BlockKind;
  readonly group: number;
}

/**
 * Writes the prose of a marked-up text from its beginning to its end: each stretch is kept, joins what is beside it, is
 * none, or stands for a character. The prose comes out as long as the raw text. Stretches behind `at` cannot be written again.
 */
export class ProseWriter {
  readonly raw: string;
  /** Everything before is written. Offset in UTF-16 code units. */
  at = 0;
  readonly #out: string[] = [];
  readonly #blocks: Block[] = [];
  readonly #comments: DraftComment[] = [];
  readonly #cited: Cited[] = [];
  readonly #written: Span[] = [];
  readonly #stated: { date: string | null; off: boolean } = { date: null, off: false };
  #block: (Container & { readonly start: number }) | null = null;
  #groups = 0;
  readonly #token: RegExp;
  #next: RegExpExecArray | null | undefined;

  /** `token` finds where anything but text begins. */
  constructor(raw: string, token: RegExp) {
    this.raw = raw;
    this.#token = new RegExp(token, token.flags.includes('g') ? token.flags : `${token.flags}g`);
  }

  /** The first token that begins in what is not written yet. Each is looked for once, so that reading is linear. */
  nextToken(): RegExpExecArray | null {
    if (this.#next === undefined || (this.#next && this.#next.index < this.at)) {
      this.#token.lastIndex = this.at;
      this.#next = this.#token.exec(this.raw);
    }
    return this.#next;
  }

  /** Up to `end` the text is prose as it stands. */
  keep(end: number): void {
    if (end <= this.at) return;
    this.#out.push(this.raw.slice(this.at, end));
    this.at = end;
  }

  /** Up to `end` there is markup, which parts no words. */
  join(end: number): void {
    if (end <= this.at) return;
    this.#out.push(MARKUP.repeat(end - this.at));
    this.at = end;
  }

  /** Up to `end` there is no prose. Line ends stay. */
  blank(end: number): void {
    if (end <= this.at) return;
    this.#out.push(blank(this.raw.slice(this.at, end)));
    this.at = end;
  }

  /** Up to `end` one character is written by means of markup; it comes first there, or last as a closing mark must. */
  as(character: string, end: number, side: 'first' | 'last' = 'first'): void {
    if (end <= this.at) return;
    const filler = MARKUP.repeat(Math.max(0, end - this.at - character.length));
    if (this.raw.slice(this.at, end) !== character) this.#written.push({ start: this.at, end });
    this.#out.push((side === 'first' ? character + filler : filler + character).slice(0, end - this.at));
    this.at = end;
  }

  /** Up to `end` there is one comment that says `content`: blank, and kept for its directives. */
  comment(end: number, content: string): void {
    this.noteComment({ start: this.at, end }, content);
    this.blank(end);
  }

  /** A comment in what is written otherwise. `verbatim: off` in one lets the whole draft stand. */
  noteComment(span: Span, content: string): void {
    const said = content.trim();
    this.#comments.push({ span, content: said });
    this.state(said);
  }

  /** What a comment or a field of the document says of it: `verbatim: off`. */
  state(said: string): void {
    if (/^verbatim\s*:\s*(?:off|false)$/i.test(said)) this.#stated.off = true;
  }

  /** The day that the document gives as its own; the first counts. */
  date(said: string): void {
    this.#stated.date ??= said.trim() || null;
  }

  cite(cited: Cited): void {
    this.#cited.push(cited);
  }

  /** A number for the blocks of one block quote, list or table. */
  newGroup(): number {
    return this.#groups++;
  }

  /** Ends the block that is open, and begins another. */
  open({ kind, group }: Container): void {
    this.close();
    this.#block = { kind, group, start: this.at };
  }

  /** Ends the block that is open. */
  close(): void {
    const block = this.#block;
    this.#block = null;
    if (block && block.start < this.at)
      this.#blocks.push({ span: { start: block.start, end: this.at }, kind: block.kind, group: block.group });
  }

  /** Whether something that a reader sees stands in the open block so far. Looks back over the last few pieces only. */
  get begun(): boolean {
    const block = this.#block;
    if (!block) return false;
    let start = this.at;
    for (let i = this.#out.length - 1; i >= 0 && start > block.start; i--) {
      const piece = this.#out[i] as string;
      if (SEEN.test(piece)) return true;
      start -= piece.length;
    }
    return false;
  }

  /** All that was read; what is left of the text is blank. */
  finish(frontMatter: Span | null = null): DraftMarkup {
    this.close();
    this.blank(this.raw.length);
    const text = this.#out.join('');
    const blocks = this.#blocks
      .map((block) => ({ ...block, span: trimmed(text, block.span) }))
      .filter(({ span }) => SEEN.test(text.slice(span.start, span.end)));
    const citations = this.#cited
      .map(
        ({ words, ...cited }): Citation => ({
          ...cited,
          text: typeof words === 'string' ? words : readable(text.slice(words.start, words.end)),
        }),
      )
      .sort((a, b) => a.span.start - b.span.start);
    const stated: StatedInMarkup = this.#stated;
    return { prose: { text, blocks }, comments: this.#comments, citations, frontMatter, written: this.#written, stated };
  }
}

/** `indexOf` for places that only go forward: what is not there is looked for once, so that reading stays linear. */
export class Finder {
  readonly #text: string;
  readonly #found = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The first place of `what` from `from` on; -1 where there is none. `from` must not go back. */
  next(what: string, from: number): number {
    const known = this.#found.get(what);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const found = this.#text.indexOf(what, from);
    this.#found.set(what, found);
    return found;
  }
}
