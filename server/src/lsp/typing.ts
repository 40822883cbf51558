import type { RuleName } from '../rules/finding.ts';
import { after } from '../service/pump.ts';
import type { Span } from '../text/span.ts';

/** How long after the last keystroke what is found at the word being typed is held back, in milliseconds. */
const HOLD_MS = 1000;

/** A word that is being typed, and at most the space that ends it. What changes more at once is no typing. */
const TYPED = /^\S{0,32}\s?$/u;
const LONGEST_TYPED = 33;
/** So far before the word being typed its paragraph is looked for, in code units. */
const LONGEST_PARAGRAPH = 8000;

/** One change of a text: what stood at `span` became so many code units. */
export interface Change {
  readonly span: Span;
  readonly newText: string;
  /** What stood there. */
  readonly replaced?: string;
}

/** As much of a finding as tells it from others while the words around it change. Points at no draft. */
interface Place {
  readonly rule: RuleName;
  readonly span: Span;
}

/** A word that is being typed, and where its paragraph begins. */
interface TypedWord extends Span {
  readonly paragraph: number;
}

/** What is known of one draft. */
interface Typed {
  /** What the client was last told of, where it stands now. */
  shown: readonly Place[];
  /** The words being typed, one for each cursor; none where what changed was not typed, or long enough ago. */
  words: readonly TypedWord[];
  /** When the last change came, in milliseconds as `performance.now` counts. */
  at: number;
  /** Whether something was held back since then. */
  holds: boolean;
}

export interface TypingOptions {
  /** Called with drafts of which something was held back that is to be shown now. */
  readonly release: (uris: readonly string[]) => void;
  /** Whether the client can be told to look again; nothing is held back from one that cannot. */
  readonly canRelease: boolean;
  /** Milliseconds. */
  readonly hold?: number;
}

/**
 * Holds back what is found at a word while it is being typed: half a word is no misquotation. Only findings that the
 * client does not know yet wait, and only those that touch the word; they are shown when something is typed elsewhere (a
 * space after the word is enough), or a moment after the last keystroke. A mark without a partner waits for that moment as
 * long as its paragraph is being typed: whoever opens a quotation means to close it.
 */
export class Typing {
  readonly #options: Required<TypingOptions>;
  readonly #drafts = new Map<string, Typed>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: TypingOptions) {
    this.#options = { hold: HOLD_MS, ...options };
  }

  /** A draft was changed, all at once at some places; `text` is what it has become. */
  changed(uri: string, changes: readonly Change[], text: string): void {
    if (!this.#options.canRelease) return;
    const draft = this.#drafts.get(uri) ?? { shown: [], words: [], at: 0, holds: false };
    this.#drafts.set(uri, draft);
    const places = placesOf(changes);
    draft.shown = draft.shown.map(({ rule, span }) => ({ rule, span: changes.reduce(afterChange, span) }));
    draft.words = changes.every(isTyped) ? places.map(({ end }) => wordAt(text, end)) : [];
    draft.at = performance.now();
  }

  /** The findings that may be shown now, in their order. What it is given is taken for what the client knows from now on. */
  shown<Found extends Place>(uri: string, findings: readonly Found[]): readonly Found[] {
    if (!this.#options.canRelease) return findings;
    const draft = this.#drafts.get(uri) ?? { shown: [], words: [], at: 0, holds: false };
    this.#drafts.set(uri, draft);
    const words = this.#isOver(draft) ? [] : draft.words;
    const waits = (finding: Found) =>
      words.some((word) => touches(finding.span, word) || mayBeClosed(finding, word)) && !draft.shown.some((one) => isSame(one, finding));
    const shown = words.length === 0 ? findings : findings.filter((finding) => !waits(finding));
    draft.shown = shown.map(({ rule, span: { start, end } }) => ({ rule, span: { start, end } }));
    draft.holds = shown.length < findings.length;
    if (draft.holds) this.#releaseLater();
    return shown;
  }

  /** Whether something is being held back. */
  holds(uri: string): boolean {
    return this.#drafts.get(uri)?.holds === true;
  }

  /** Somebody wants to see all that there is. */
  settle(uri: string): void {
    const draft = this.#drafts.get(uri);
    if (draft) draft.words = [];
  }

  closed(uri: string): void {
    this.#drafts.delete(uri);
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #isOver({ at }: Typed): boolean {
    return performance.now() - at >= this.#options.hold;
  }

  #releaseLater(): void {
    const waits = [...this.#drafts.values()].filter(({ holds }) => holds).map(({ at }) => at + this.#options.hold - performance.now());
    if (this.#timer !== undefined || waits.length === 0) return;
    // A server that is about to leave does not stay for it.
    this.#timer = after(Math.max(1, Math.ceil(Math.min(...waits))), () => this.#release());
  }

  #release(): void {
    this.#timer = undefined;
    const due = [...this.#drafts].filter(([, draft]) => draft.holds && this.#isOver(draft));
    for (const [, draft] of due) {
      draft.holds = false;
      draft.words = [];
    }
    if (due.length > 0) this.#options.release(due.map(([uri]) => uri));
    this.#releaseLater();
  }
}

function isTyped({ span, newText }: Change): boolean {
  return span.end - span.start <= LONGEST_TYPED && newText.length <= LONGEST_TYPED && TYPED.test(newText);
}

/** Where the new words of changes, each of which counts in the text that the one before left, stand in the end. */
function placesOf(changes: readonly Change[]): readonly Span[] {
  return changes.map(({ span, newText }, at) =>
    changes.slice(at + 1).reduce(afterChange, { start: span.start, end: span.start + newText.length }),
  );
}

/** Where a stretch stands after a change: one that the change touches grows with it. */
function afterChange({ start, end }: Span, { span, newText }: Change): Span {
  const by = newText.length - (span.end - span.start);
  if (end < span.start) return { start, end };
  if (start > span.end) return { start: start + by, end: end + by };
  return { start: Math.min(start, span.start), end: Math.max(end, span.end) + by };
}

/** The run of letters and signs at an offset, empty between two spaces. */
function wordAt(text: string, offset: number): TypedWord {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < LONGEST_TYPED && !isSpace(text, start - 1)) start--;
  while (end < text.length && end - offset < LONGEST_TYPED && !isSpace(text, end)) end++;
  return { start, end, paragraph: paragraphAt(text, offset) };
}

/** Where the paragraph of an offset begins: behind the last blank line, or as far back as is looked. */
function paragraphAt(text: string, offset: number): number {
  const first = Math.max(0, offset - LONGEST_PARAGRAPH);
  let end = offset;
  for (let at = text.lastIndexOf('\n', offset - 1); at > first; at = text.lastIndexOf('\n', at - 1)) {
    if (text.slice(at + 1, end).trim() === '') return end;
    end = at;
  }
  return first;
}

function mayBeClosed({ rule, span }: Place, word: TypedWord): boolean {
  return rule === 'unbalanced-marks' && span.start >= word.paragraph && span.start <= word.end;
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function isSame(a: Place, b: Place): boolean {
  return a.rule === b.rule && touches(a.span, b.span);
}
