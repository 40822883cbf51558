import { articleWords } from '../corpus/articleWords.ts';
import { type Difference, differencesOf } from '../match/differences.ts';
import { locate } from '../match/locate.ts';
import { readable } from '../prose/prose.ts';
import type { Quotation } from '../prose/quotations.ts';
import { quotedTokens } from '../prose/quotedWords.ts';
import type { Finding, Match, RuleName } from '../rules/finding.ts';
import { contains, overlaps, type Span, sliceOf } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import type { Element, View } from './view.ts';
import { shortened } from './wording.ts';

/** Words of a draft and what its source has in their place. */
export interface Exchange {
  /** As a reader sees them; empty where the draft leaves words out, null where only the source's side is known. */
  readonly draft: string | null;
  /** Where the source's words stand in its text; empty, at the place, where the draft adds words. */
  readonly source: Span;
}

/** The two sides as readers see them. */
export interface Beside {
  readonly draft: string;
  readonly source: string;
}

/** What is shown without its passage is cut, in UTF-16 code units. */
const LONGEST_OUTSIDE = 120;

/** Findings whose preferred fix puts in what the source has, and nothing else. */
const RESTORING: readonly RuleName[] = ['misquote', 'wrong-speaker', 'wrong-source', 'wrong-date', 'wrong-number', 'wrong-name'];

/** What is to be marked in the passage behind an element: where the draft has other words, in the order of the source. */
export function exchangesIn(view: View, { finding, quotation, verdict, match }: Element): readonly Exchange[] {
  if (!match) return [];
  // Words that stand apart in the source are not beside what the draft has.
  if (quotation && isSpliced(view, quotation)) return [];
  if (quotation && verdict?.kind === 'misquoted') return sideBySide(view, quotation, match) ?? changedAlone(match);
  if (quotation) return changedAlone(match);
  return finding ? stated(view, finding, match) : [];
}

function isSpliced({ analysis }: View, { span }: Quotation): boolean {
  return analysis.findings.some((one) => one.rule === 'spliced-quote' && contains(span, one.span));
}

/**
 * What a finding has exchanged that its source says outside the words it rests on (a day, a name), or that cannot be seen beside
 * them (what an ellipsis hides). Null where the passage shows it already.
 */
export function exchangeOutside(view: View, { finding, match }: Element, shown: readonly Exchange[]): Beside | null {
  const edit = finding && restoringEdit(finding);
  if (!match || !edit || shown.some(({ draft }) => draft !== null)) return null;
  const source = shortened(readable(edit.newText), LONGEST_OUTSIDE);
  return { draft: readable(sliceOf(view.analysis.draft.text, edit.span)), source };
}

/** Lays the quotation on its passage again: a match tells what the source has, not what the draft has there. */
function sideBySide({ analysis }: View, quotation: Quotation, { source, similarity }: Match): Exchange[] | null {
  const { corpus, articles, draft } = analysis;
  const article = articles.get(source.articleId);
  if (!article) return null;
  const words = articleWords(article);
  const position = words.findIndex(({ span }) => span.start >= source.span.start);
  const end = words.findLastIndex(({ span }) => span.end <= source.span.end) + 1;
  if (position < 0 || end <= position) return null;
  const tokens = quotedTokens(draft.prose.text, quotation.pieces);
  const [located] = locate(tokens, [{ articleId: source.articleId, position, end, similarity, score: 1 }], { corpus, articles });
  if (!located || !overlaps(located.span, source.span)) return null;
  const differences = differencesOf(tokens, located);
  if (differences.length === 0) return null;
  return differences.map((difference) => exchangeOf(difference, { words, draft: draft.prose.text, end: source.span.end }));
}

function exchangeOf(
  { draft, source, words: places }: Difference,
  { words, draft: text, end }: { readonly words: readonly Word[]; readonly draft: string; readonly end: number },
): Exchange {
  const at = words[places.start]?.span.start ?? end;
  return {
    draft: draft.length === 0 ? '' : readable(sliceOf(text, spanOf(draft))),
    source: source.length === 0 ? { start: Math.min(at, end), end: Math.min(at, end) } : spanOf(source),
  };
}

function spanOf(words: readonly Word[]): Span {
  return { start: (words[0] as Word).span.start, end: (words.at(-1) as Word).span.end };
}

/** Where only the source's side is known. */
function changedAlone({ changed }: Match): Exchange[] {
  return [...changed].sort((a, b) => a.start - b.start).map((source) => ({ draft: null, source }));
}

/** The figure or name of a claim, where the passage has the other one once. */
function stated({ analysis }: View, finding: Finding, { source, changed }: Match): Exchange[] {
  const article = analysis.articles.get(source.articleId);
  const edit = restoringEdit(finding);
  if (!article || !edit) return [];
  const passage = sliceOf(article.prose.text, source.span);
  const at = passage.indexOf(edit.newText);
  if (at < 0 || passage.includes(edit.newText, at + 1)) return [];
  const span = { start: source.span.start + at, end: source.span.start + at + edit.newText.length };
  if (!changed.some((one) => overlaps(one, span))) return [];
  return [{ draft: readable(sliceOf(analysis.draft.text, edit.span)), source: span }];
}

/** The one edit of a finding that puts other words in the place of some. */
function restoringEdit({ rule, fixes }: Finding) {
  const edits = RESTORING.includes(rule) ? (fixes.find(({ preferred }) => preferred)?.edits ?? []) : [];
  const [edit] = edits;
  return edits.length === 1 && edit && edit.newText !== '' && edit.span.end > edit.span.start ? edit : undefined;
}
