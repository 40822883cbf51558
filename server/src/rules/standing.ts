import type { Draft } from '../draft/draft.ts';
import { blockAt } from '../prose/prose.ts';
import type { Quotation } from '../prose/quotations.ts';
import { byContent } from '../text/byContent.ts';
import { contains, type Span, sliceOf } from '../text/span.ts';
import { type Word, wordsOf } from '../text/words.ts';
import type { Finding } from './finding.ts';

/** So many words on each side say at which place some words stand. */
export const WORDS_AROUND = 5;

/** So many are looked at where they are looked for again, since some may have come between. */
const WORDS_LOOKED_AT = 8;

/** What an entry of a project lets stand: words at a place, a quotation wherever it is made, or all that its rules find. */
export type StandingPlace =
  | {
      readonly kind: 'words';
      /** Folded; empty where a finding lies on signs only. */
      readonly words: readonly string[];
      /** The folded words before and after, as many as are given: at most what the paragraph has. */
      readonly before: readonly string[];
      readonly after: readonly string[];
    }
  | { readonly kind: 'quotation'; readonly words: readonly string[] }
  | { readonly kind: 'everything' };

/** An order to let findings stand that is kept outside the draft. */
export interface Standing {
  /** Tells it from the others that hold for a draft. */
  readonly id: number;
  /** The rules it is for, or single kinds of one (`misquote.number`); null is for all. */
  readonly rules: readonly string[] | null;
  readonly place: StandingPlace;
}

/** All such orders that hold for one draft. Immutable. */
export class Stands {
  /** The same for the same orders. */
  readonly key: string;
  readonly #byWords = new Map<string, Standing[]>();
  readonly #byQuotation = new Map<string, Standing[]>();
  readonly #everywhere: Standing[] = [];

  constructor(standings: readonly Standing[]) {
    this.key = standings.length === 0 ? '' : JSON.stringify(standings);
    for (const standing of standings) this.#add(standing);
  }

  get isEmpty(): boolean {
    return this.key === '';
  }

  /** Those that let a finding stand. */
  for(finding: Finding, draft: Draft): Standing[] {
    if (this.isEmpty) return [];
    const all = [...this.#everywhere, ...this.#ofWords(finding, draft), ...this.#ofQuotationAt(finding, draft)];
    return all.filter(({ rules }) => speaksOf(rules, finding));
  }

  /** Those that let a quotation stand as a whole, so that it is not even looked at. */
  forWhole(quotation: Quotation, draft: Draft): Standing[] {
    if (this.isEmpty) return [];
    return [...this.#everywhere, ...this.#ofQuotation(quotation, draft)].filter(({ rules }) => rules === null);
  }

  #add(standing: Standing): void {
    const { place } = standing;
    if (place.kind === 'everything') this.#everywhere.push(standing);
    else push(place.kind === 'words' ? this.#byWords : this.#byQuotation, keyOf(place.words), standing);
  }

  #ofWords({ span }: Finding, draft: Draft): Standing[] {
    if (this.#byWords.size === 0) return [];
    const own = this.#byWords.get(keyOfText(sliceOf(draft.prose.text, span))) ?? [];
    if (own.length === 0) return [];
    const { before, after } = textAround(span, draft);
    const there = { before: lastWords(sliceOf(draft.prose.text, before)), after: firstWords(sliceOf(draft.prose.text, after)) };
    return own.filter(({ place }) => place.kind === 'words' && isThere(place, there));
  }

  #ofQuotationAt({ span }: Finding, draft: Draft): Standing[] {
    if (this.#byQuotation.size === 0) return [];
    const quotation = quotationAround(span, draft);
    return quotation ? this.#ofQuotation(quotation, draft) : [];
  }

  #ofQuotation(quotation: Quotation, draft: Draft): Standing[] {
    if (this.#byQuotation.size === 0) return [];
    return this.#byQuotation.get(keyOfText(textOfQuotation(quotation, draft))) ?? [];
  }
}

export const NOTHING_STANDS = new Stands([]);

/** Whether an order for these rules is for a finding; `misquote.number` and the like are for the rule's kind. */
export function speaksOf(rules: readonly string[] | null, { rule, kind }: Pick<Finding, 'rule' | 'kind'>): boolean {
  return rules === null || rules.includes(rule) || (kind !== null && rules.includes(`${rule}.${kind}`));
}

/** The outermost quotation that a stretch of the draft lies in, its marks included. */
export function quotationAround(span: Span, { quotations }: Draft): Quotation | undefined {
  // They stand in the order of the text: the last outermost one that begins no later is the only one it can be.
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle] as Quotation).span.start <= span.start) low = middle + 1;
    else high = middle;
  }
  let at = low - 1;
  while (at >= 0 && (quotations[at] as Quotation).depth > 0) at--;
  const found = quotations[at];
  return found && contains(found.span, span) ? found : undefined;
}

/** The words of a quotation, what interrupts it left out. */
export function textOfQuotation({ pieces }: Quotation, { prose }: Draft): string {
  const [only, ...more] = pieces;
  if (only && more.length === 0) return sliceOf(prose.text, only);
  return pieces.map((piece) => sliceOf(prose.text, piece)).join('\n');
}

/** The nearest words on both sides of a stretch, in the order of the text: of its own paragraph, so that this may move. */
export function wordsAround(span: Span, draft: Draft): { readonly before: readonly Word[]; readonly after: readonly Word[] } {
  const { before, after } = textAround(span, draft);
  const { text } = draft.prose;
  return { before: wordsOf(text, before).slice(-WORDS_AROUND), after: wordsOf(text, after).slice(0, WORDS_AROUND) };
}

/** What stands before a stretch in its paragraph, and after it. */
function textAround({ start, end }: Span, { prose }: Draft): { readonly before: Span; readonly after: Span } {
  const first = blockAt(prose, start)?.span ?? { start, end };
  const last = end <= first.end ? first : (blockAt(prose, end - 1)?.span ?? first);
  return { before: { start: Math.min(first.start, start), end: start }, after: { start: end, end: Math.max(end, last.end) } };
}

// By what they say: from one keystroke to the next nearly all paragraphs are as they were.
const lastWords = byContent((text) => foldedWords(text).slice(-WORDS_LOOKED_AT));
const firstWords = byContent((text) => foldedWords(text).slice(0, WORDS_LOOKED_AT));

/** Words as they are compared. */
export function foldedWords(text: string): readonly string[] {
  return folded(wordsOf(text));
}

/** The folded words on both sides of a place. */
interface Around {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * Whether a place is the one that an entry names: at least half of the words around it are there, in their order. A word or
 * two beside the place may change, be taken out or come between, and the rest of the paragraph is not looked at.
 */
function isThere({ before, after }: Around, there: Around): boolean {
  // Nearly always all of them are.
  const from = there.before.length - before.length;
  if (from >= 0 && before.every((word, i) => word === there.before[from + i]) && after.every((word, i) => word === there.after[i]))
    return true;
  return 2 * (common(before, there.before) + common(after, there.after)) >= before.length + after.length;
}

/** How many words two rows have in common, in the same order: the longest common subsequence (Wagner and Fischer 1974). */
function common(a: readonly string[], b: readonly string[]): number {
  let above = b.map(() => 0);
  for (const word of a) {
    const row: number[] = [];
    b.forEach((other, i) => {
      const diagonal = i === 0 ? 0 : (above[i - 1] as number);
      row.push(word === other ? diagonal + 1 : Math.max(above[i] as number, row[i - 1] ?? 0));
    });
    above = row;
  }
  return above.at(-1) ?? 0;
}

function folded(words: readonly Word[]): string[] {
  return words.map((word) => word.folded);
}

function keyOf(words: readonly string[]): string {
  return words.join(' ');
}

const keyOfText = byContent((text) => keyOf(foldedWords(text)));

function push(into: Map<string, Standing[]>, key: string, standing: Standing): void {
  const own = into.get(key);
  if (own) own.push(standing);
  else into.set(key, [standing]);
}
