import type { Article } from '../corpus/article.ts';
import { articleWords } from '../corpus/articleWords.ts';
import { quotationAt } from '../corpus/sayings.ts';
import { type Difference, differencesOf, type Skip, skipsOf } from '../match/differences.ts';
import type { Located } from '../match/locate.ts';
import { sameRun } from '../match/sameWord.ts';
import { isEnglishAt } from '../prose/inEnglish.ts';
import type { QuotedToken } from '../prose/quotedWords.ts';
import { numberAt } from '../text/numbers.ts';
import type { Span } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import { replacesContentWord } from './brackets.ts';
import { hasNumber, kindOf } from './changeKind.ts';
import { accentChanges, cutFigures, figureChanges, isSignInWords } from './figures.ts';
import type { ChangeKind } from './finding.ts';
import { literalChanges } from './literalChanges.ts';
import { isOtherWriting } from './otherWriting.ts';
import { negationsAmong, turningIn } from './turns.ts';

/** A change of a quotation's words that the house style does not accept. */
export interface Change {
  readonly kind: ChangeKind;
  readonly difference: Difference;
  /** The ellipsis or bracket that hides or replaces the words, where one does. */
  readonly token: QuotedToken | null;
}

const folded = (words: readonly Word[]) => words.map((word) => word.folded);

/** What an ellipsis may not hide and a bracket not replace; undefined where nothing of the kind is gone. */
function hiddenKind({ token, source, words }: Skip, article: Article): ChangeKind | undefined {
  const stated = token.kind === 'bracket' ? folded(token.words) : [];
  const spoken = isFromQuotationToQuotation(words, article) ? source.filter(({ span }) => quotationAt(article, span)) : source;
  const hidden = folded(spoken);
  if (token.kind === 'bracket' && stated.length > 0 && isBracketOfSource(words, article)) return literalKind(stated, hidden);
  const turning = turningIn(spoken, textOf(article, words.start));
  if (turning.turns && !stated.some((word) => hidden.includes(word) && isTurning(word, spoken, article)))
    return turning.negations > 0 && !(token.kind === 'gap' && areWholeSentences(words, article)) ? 'negation' : 'omission';
  return hasNumber(stated) && hasNumber(hidden) && !sameNumbers(hidden, stated) ? 'number' : undefined;
}

const SENTENCE_ENDS = /[.!?…]|\n/u;

/** Whether words of an article are whole sentences: what they deny is nothing that stands beside them. */
function areWholeSentences({ start, end }: Span, article: Article): boolean {
  const words = articleWords(article);
  const { text } = article.prose;
  return [start, end].every((at) => {
    const [before, after] = [words[at - 1], words[at]];
    return before !== undefined && after !== undefined && SENTENCE_ENDS.test(text.slice(before.span.end, after.span.start));
  });
}

/** Whether a word that the draft states in brackets is one of those on which the sense turns. */
function isTurning(word: string, spoken: readonly Word[], article: Article): boolean {
  return spoken.some(
    (one) =>
      one.folded === word && turningIn([one], { text: article.prose.text, english: isEnglishAt(article.prose, one.span.start) }).turns,
  );
}

/** Whether words of an article stand in brackets there: then the draft's brackets are the source's too, not the writer's. */
function isBracketOfSource({ start, end }: Span, article: Article): boolean {
  const words = articleWords(article);
  const [first, last] = [words[start], words[end - 1]];
  if (!first || !last) return false;
  const { text } = article.prose;
  return (
    /[([（【〔]\s*$/u.test(text.slice(Math.max(0, first.span.start - 2), first.span.start)) &&
    /^\s*[)\]）】〕]/u.test(text.slice(last.span.end, last.span.end + 2))
  );
}

/** An article's text, and whether it is English where this word of it stands. */
function textOf(article: Article, word: number): { text: string; english: boolean } {
  const at = articleWords(article)[word]?.span.start ?? 0;
  return { text: article.prose.text, english: isEnglishAt(article.prose, at) };
}

/** How words in the source's own brackets were changed; undefined where they are the same. */
function literalKind(stated: readonly string[], own: readonly string[]): ChangeKind | undefined {
  if (sameRun(stated, own)) return undefined;
  if (negationsAmong(stated) % 2 !== negationsAmong(own) % 2) return 'negation';
  return hasNumber(stated) || hasNumber(own) ? 'number' : 'content';
}

/** Whether words of an article go from one quotation to another: those between the two are the reporter's, and nobody hid them. */
function isFromQuotationToQuotation({ start, end }: Span, article: Article): boolean {
  const words = articleWords(article);
  const [before, after] = [words[start - 1], words[end]].map((word) => word && quotationAt(article, word.span));
  return before !== undefined && after !== undefined && before !== after;
}

/** What an ellipsis hides or a bracket replaces that it may not; `brackets`: whether another word of substance counts. */
export function skipKind(skip: Skip, { article }: Pick<Located, 'article'>, brackets: boolean): ChangeKind | undefined {
  const { token, source } = skip;
  if (source.length === 0 || (token.kind !== 'gap' && token.kind !== 'bracket')) return undefined;
  return hiddenKind(skip, article) ?? (brackets && replacesContentWord(skip, article) ? 'bracket' : undefined);
}

/** Ellipses that hide a word on which the sense turns, and brackets that replace a number, a negation or a word of substance. */
function hiddenChanges(tokens: readonly QuotedToken[], located: Located, brackets: boolean): Change[] {
  return skipsOf(tokens, located).flatMap((skip): Change[] => {
    const { token, source, words } = skip;
    const kind = skipKind(skip, located, brackets);
    if (kind === undefined) return [];
    const at = located.steps.find((step) => step.kind === 'skipped' && step.from === words.start)?.token ?? 0;
    return [{ kind, difference: { kind: 'omitted', draft: [], source, tokens: { start: at, end: at }, words }, token }];
  });
}

/** So many words may be missing where an attribution interrupts a sentence, to be missing from it and not from the speech. */
const LEFT_OUT = 8;

/** “We have forty stops,” she said, “one is mine”, where the source goes on “and not one is mine”: the reader takes it for one sentence. */
function leftOutAtBreaks(tokens: readonly QuotedToken[], located: Located): Change[] {
  const { text } = located.article.prose;
  const all = articleWords(located.article);
  return skipsOf(tokens, located).flatMap(({ token, source, words }): Change[] => {
    const [before, after] = [all[words.start - 1], all[words.end]];
    if (token.kind !== 'break' || source.length === 0 || source.length > LEFT_OUT || !before || !after) return [];
    const between = text.slice(before.span.end, after.span.start);
    // A comma in front of what follows sets off what is missing: an aside may be left out.
    const isOneSentence = !/[.!?…“”"«»\n]/u.test(between) && !/[,;:—–]\s*$/u.test(between);
    const turning = turningIn(source, textOf(located.article, words.start));
    if (!isOneSentence || !turning.turns) return [];
    const at = tokens.indexOf(token) + 1;
    const kind = turning.negations > 0 ? 'negation' : 'omission';
    return [{ kind, difference: { kind: 'omitted', draft: [], source, tokens: { start: at, end: at }, words }, token: null }];
  });
}

function sameNumbers(a: readonly string[], b: readonly string[]): boolean {
  const numbers = (words: readonly string[]) => words.map((_, i) => numberAt(words, i)?.value).filter((value) => value !== undefined);
  return numbers(a).every((value) => numbers(b).includes(value));
}

/** Changes that “[sic]” behind them can claim to be the source's own slip. */
const SLIPS: ReadonlySet<ChangeKind> = new Set(['spelling', 'content', 'function', 'case', 'omission', 'addition']);

/** A change with “[sic]” behind it says that the source has the slip, and it has not. */
function claimedSlip(change: Change, tokens: readonly QuotedToken[]): Change {
  const token = tokens[change.difference.tokens.end];
  const claimed = token?.kind === 'bracket' && token.sic && change.difference.draft.length > 0 && SLIPS.has(change.kind);
  return claimed ? { ...change, kind: 'sic' } : change;
}

/** The draft's text, and what of it counts. */
interface ComparedText {
  readonly text: string;
  /** Whether every letter and sign does. */
  readonly literal: boolean;
  /** Whether a bracket in a word's place does. */
  readonly brackets: boolean;
}

/** Everything in which a located quotation departs from its passage without being allowed to, in order of the draft. */
export function changesOf(
  tokens: readonly QuotedToken[],
  located: Located,
  { text: draftText, literal, brackets }: ComparedText,
): Change[] {
  const english = isEnglishAt(located.article.prose, located.span.start);
  const texts = { draft: draftText, source: located.article.prose.text, english };
  const { article } = located;
  const differences = differencesOf(tokens, located, { literal }).filter(
    (difference) => literal || !(isSignInWords(difference, tokens, { draftText, article }) || isOtherWriting(difference, texts)),
  );
  const plain = differences.map((difference): Change => claimedSlip({ kind: kindOf(difference, texts), difference, token: null }, tokens));
  const signs = [...figureChanges(tokens, located, draftText), ...cutFigures(tokens, located), ...accentChanges(tokens, located, texts)];
  const isKnown = ({ difference }: Change) => signs.some((change) => change.difference.tokens.start === difference.tokens.start);
  const more = literal ? literalChanges(tokens, located, draftText).filter((change) => !isKnown(change)) : [];
  return [...plain, ...signs, ...more, ...leftOutAtBreaks(tokens, located), ...hiddenChanges(tokens, located, brackets)].sort(
    (a, b) => a.difference.tokens.start - b.difference.tokens.start,
  );
}

/** Whether the quotation departs from the source in ways that are allowed but seen: ellipsis, bracket, case, spelling, numerals. */
export function isAltered(tokens: readonly QuotedToken[], located: Located, draftText: string): boolean {
  const words = articleWords(located.article);
  const plain = (text: string) => text.normalize('NFKC').replace(/[\u2060\u00AD\u200B-\u200D\uFEFF’‘'`´-]|\s/g, '');
  return located.steps.some((step) => {
    const token = tokens[step.token];
    if (step.kind === 'skipped') return token?.kind !== 'break' || step.to > step.from;
    if (step.kind !== 'kept' || token?.kind !== 'word') return true;
    const source = words[step.from] as Word;
    return (
      token.altered ||
      plain(draftText.slice(token.word.span.start, token.word.span.end)) !==
        plain(located.article.prose.text.slice(source.span.start, source.span.end))
    );
  });
}
