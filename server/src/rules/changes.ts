import type { Article } from '../corpus/article.ts';
import { articleWords } from '../corpus/articleWords.ts';
import { quotationAt } from '../corpus/sayings.ts';
import { type Difference, differencesOf, type Skip, skipsOf } from '../match/differences.ts';
import type { Located } from '../match/locate.ts';
import { sameRun } from '../match/sameWord.ts';
import type { QuotedToken } from '../prose/quotedWords.ts';
import { isFunctionWord } from '../text/commonWords.ts';
import { looksLike } from '../text/editDistance.ts';
import { numberAt } from '../text/numbers.ts';
import type { Span } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import { replacesContentWord } from './brackets.ts';
import { cutFigures, figureChanges, isSignInWords } from './figures.ts';
import type { ChangeKind } from './finding.ts';
import { literalChanges } from './literalChanges.ts';

/** A change of a quotation's words that the house style does not accept. */
export interface Change {
  readonly kind: ChangeKind;
  readonly difference: Difference;
  /** The ellipsis or bracket that hides or replaces the words, where one does. */
  readonly token: QuotedToken | null;
}

const NEGATIONS = new Set(
  'not no never nor neither without none nobody nothing nowhere cannot cant dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt couldnt shouldnt mustnt aint neednt'.split(
    ' ',
  ),
);
const MODALS = new Set(
  (
    'may might will would can could shall should must ought alleged allegedly reportedly apparently likely unlikely possibly perhaps probably presumably ' +
    'supposedly nearly almost approximately roughly about around hardly certainly definitely always'
  ).split(' '),
);
/** Words that turn what they belong to: an ellipsis may not hide them. */
const TURNS = new Set('not never no nor neither without but unless if except yet however hardly cannot'.split(' '));

const folded = (words: readonly Word[]) => words.map((word) => word.folded);
const negative = (words: readonly string[]) => words.filter((word) => NEGATIONS.has(word)).length % 2;

const MAGNITUDES = new Set(
  'dozen hundred thousand million billion trillion dozens hundreds thousands millions billions trillions'.split(' '),
);

function hasNumber(words: readonly string[]): boolean {
  return words.some(
    (word, i) =>
      /\d/.test(word) ||
      MAGNITUDES.has(word) ||
      (word !== 'one' && word !== 'second' && word !== 'first' && numberAt(words, i) !== undefined),
  );
}

function isName(words: readonly Word[], text: string): boolean {
  return (
    words.length > 0 && words.every(({ span, folded: word }) => /^\p{Lu}/u.test(text.slice(span.start, span.end)) && !isFunctionWord(word))
  );
}

/** Whether words are the last part of a number: “one” of “twenty-one”. */
function isUnit([first]: readonly Word[], text: string): boolean {
  if (!first) return false;
  return /\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[-‐‑–]$/iu.test(
    text.slice(Math.max(0, first.span.start - 9), first.span.start),
  );
}

/** What sort of change a difference is; the gravest that applies. */
export function kindOf(difference: Difference, texts: { draft: string; source: string }): ChangeKind {
  const draft = folded(difference.draft);
  const source = folded(difference.source);
  if (difference.kind === 'moved') return 'order';
  if (negative(draft) !== negative(source)) return 'negation';
  if (hasNumber(draft) || hasNumber(source) || isUnit(difference.draft, texts.draft) || isUnit(difference.source, texts.source))
    return 'number';
  const hedges = (words: readonly string[]) => words.filter((word) => MODALS.has(word)).join(' ');
  if (hedges(draft) !== hedges(source)) return 'modal';
  if (difference.kind === 'omitted') return 'omission';
  if (difference.kind === 'added') return 'addition';
  if (isName(difference.draft, texts.draft) && isName(difference.source, texts.source)) return 'name';
  if ([...draft, ...source].every(isFunctionWord)) return 'function';
  if (draft.length === 1 && source.length === 1 && looksLike(draft[0] as string, source[0] as string)) return 'spelling';
  return 'content';
}

/** What an ellipsis may not hide and a bracket not replace; undefined where nothing of the kind is gone. */
function hiddenKind({ token, source, words }: Skip, article: Article): ChangeKind | undefined {
  const stated = token.kind === 'bracket' ? folded(token.words) : [];
  const hidden = folded(isFromQuotationToQuotation(words, article) ? source.filter(({ span }) => quotationAt(article, span)) : source);
  if (token.kind === 'bracket' && stated.length > 0 && isBracketOfSource(words, article)) return literalKind(stated, hidden);
  const turning = hidden.filter((word) => TURNS.has(word) || NEGATIONS.has(word));
  if (turning.length > 0 && !stated.some((word) => turning.includes(word))) {
    return turning.some((word) => NEGATIONS.has(word)) ? 'negation' : 'omission';
  }
  return hasNumber(stated) && hasNumber(hidden) && !sameNumbers(hidden, stated) ? 'number' : undefined;
}

/** Whether words of an article stand in brackets there: then the draft's brackets are the source's too, not the writer's. */
function isBracketOfSource({ start, end }: Span, article: Article): boolean {
  const words = articleWords(article);
  const [first, last] = [words[start], words[end - 1]];
  if (!first || !last) return false;
  const { text } = article.prose;
  return (
    /[([]\s*$/u.test(text.slice(Math.max(0, first.span.start - 2), first.span.start)) &&
    /^\s*[)\]]/u.test(text.slice(last.span.end, last.span.end + 2))
  );
}

/** How words in the source's own brackets were changed; undefined where they are the same. */
function literalKind(stated: readonly string[], own: readonly string[]): ChangeKind | undefined {
  if (sameRun(stated, own)) return undefined;
  if (negative(stated) !== negative(own)) return 'negation';
  return hasNumber(stated) || hasNumber(own) ? 'number' : 'content';
}

/** Whether words of an article go from one quotation to another: those between the two are the reporter's, and nobody hid them. */
function isFromQuotationToQuotation({ start, end }: Span, article: Article): boolean {
  const words = articleWords(article);
  const [before, after] = [words[start - 1], words[end]].map((word) => word && quotationAt(article, word.span));
  return before !== undefined && after !== undefined && before !== after;
}

/** What an ellipsis hides or a bracket replaces that it may not. */
function skipKind(skip: Skip, { article }: Located, brackets: boolean): ChangeKind | undefined {
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
    const isOneSentence = !/[.!?…“”"«»\n]/u.test(text.slice(before.span.end, after.span.start));
    const turning = folded(source).filter((word) => TURNS.has(word) || NEGATIONS.has(word));
    if (!isOneSentence || turning.length === 0) return [];
    const at = tokens.indexOf(token) + 1;
    const kind = turning.some((word) => NEGATIONS.has(word)) ? 'negation' : 'omission';
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
  const texts = { draft: draftText, source: located.article.prose.text };
  const { article } = located;
  const differences = differencesOf(tokens, located, { literal }).filter(
    (difference) => literal || !isSignInWords(difference, tokens, { draftText, article }),
  );
  const plain = differences.map((difference): Change => claimedSlip({ kind: kindOf(difference, texts), difference, token: null }, tokens));
  const figures = [...figureChanges(tokens, located, draftText), ...cutFigures(tokens, located)];
  const isFigure = ({ difference }: Change) => figures.some((figure) => figure.difference.tokens.start === difference.tokens.start);
  const more = literal ? literalChanges(tokens, located, draftText).filter((change) => !isFigure(change)) : [];
  return [...plain, ...figures, ...more, ...leftOutAtBreaks(tokens, located), ...hiddenChanges(tokens, located, brackets)].sort(
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
