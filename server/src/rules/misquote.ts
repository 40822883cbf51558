import { articleWords } from '../corpus/articleWords.ts';
import type { Difference } from '../match/differences.ts';
import type { Located } from '../match/locate.ts';
import { readable } from '../prose/prose.ts';
import type { Quotation } from '../prose/quotations.ts';
import type { QuotedToken } from '../prose/quotedWords.ts';
import { isFunctionWord } from '../text/commonWords.ts';
import { isLatin } from '../text/english.ts';
import { NOTHING_SAID, type Said, say } from '../text/said.ts';
import { cover, type Span, sliceOf } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import { type Change, skipKind } from './changes.ts';
import type { RuleContext } from './context.ts';
import { matchOf } from './evidence.ts';
import type { ChangeKind, Edit, Finding, Fix } from './finding.ts';
import type { QuotationReading } from './reading.ts';
import type { Rule } from './rule.ts';
import { quoted, sourceName } from './wording.ts';

/** A change of a quotation, and the texts on both sides. */
export interface Place {
  readonly reading: QuotationReading;
  readonly change: Change;
  /** The draft's text, markup as U+2060. */
  readonly text: string;
  readonly source: string;
}

const spanOfToken = (token: QuotedToken): Span => (token.kind === 'word' ? token.word.span : token.span);
/** From the first of some words to the last; there must be one. */
export const spanOfWords = (words: readonly Word[]): Span => cover((words[0] as Word).span, (words.at(-1) as Word).span);

/** The tokens on both sides of a place in the quotation; those of the same piece only. */
function neighbours({ reading, change }: Place): { before: QuotedToken | undefined; after: QuotedToken | undefined } {
  const { start, end } = change.difference.tokens;
  const word = (token: QuotedToken | undefined) => (token && token.kind !== 'break' ? token : undefined);
  return { before: word(reading.tokens()[start - 1]), after: word(reading.tokens()[end]) };
}

/** Where the finding lies: on the changed words, on the ellipsis or bracket, or on the words beside what is missing. */
function spanOf(place: Place): Span {
  const { change, reading } = place;
  if (change.token) return spanOfToken(change.token);
  const { draft } = change.difference;
  if (draft.length > 0) return spanOfWords(draft);
  const { before, after } = neighbours(place);
  const beside = after ?? before;
  return beside ? spanOfToken(beside) : reading.quotation.span;
}

/** A source's words as a writer would type them: without what only setting them in lines has brought in. */
function asTyped(words: string): string {
  const whole = words.replace(/[\u00AD\u200B]/gu, '').replace(/(?<=\p{Lower})-\s*\n\s*(?=\p{Lower})/gu, '');
  return whole.replace(/[\uFB00-\uFB06]/gu, (ligature) => ligature.normalize('NFKC'));
}

/** The source's words as they are to stand in the draft: white space single, its case kept at the quotation's first letter. */
function sourceWords(place: Place, span: Span): string {
  const words = readable(asTyped(sliceOf(place.source, span)));
  const first = place.reading.tokens()[0];
  const atStart = place.change.difference.tokens.start === 0 && first !== undefined;
  if (!atStart || place.change.kind === 'case') return words;
  const capital = /^\p{Upper}/u.test(sliceOf(place.text, spanOfToken(first)));
  const common = isFunctionWord(words.split(' ')[0]?.toLowerCase() ?? '');
  if (capital) return words.charAt(0).toUpperCase() + words.slice(1);
  return (common ? words.charAt(0).toLowerCase() : words.charAt(0)) + words.slice(1);
}

/** Puts back what is missing in front of the next word, with the punctuation that follows it in the source. */
function insertion(place: Place): Edit | undefined {
  const { difference } = place.change;
  const { before, after } = neighbours(place);
  const all = articleWords(place.reading.best?.article as NonNullable<QuotationReading['best']>['article']);
  const missing = spanOfWords(difference.source);
  const next = all[difference.words.end];
  const within =
    next && !/[“”"«»\n]/u.test(place.source.slice(missing.end, next.span.start)) ? { start: missing.start, end: next.span.start } : missing;
  const isBeforeSign = before && after && /[,;:.!?—–]/u.test(place.text.slice(spanOfToken(before).end, spanOfToken(after).start));
  if (after && !(isBeforeSign && isSignBehind(place, missing.end, next))) {
    const at = spanOfToken(after).start;
    const words = sourceWords(place, within).trimEnd();
    return { span: { start: at, end: at }, newText: isUnspaced(words) ? words : `${words} ` };
  }
  if (!before) return undefined;
  const at = spanOfToken(before).end;
  const words = sourceWords(place, missing);
  return { span: { start: at, end: at }, newText: isUnspaced(words) ? words : ` ${words}` };
}

/** Whether the source has a sign between the missing words and the next one: “one meeting, and it” for “one, and it”. */
function isSignBehind({ source }: Place, end: number, next: Word | undefined): boolean {
  return next !== undefined && /[,;:.!?—–]/u.test(source.slice(end, next.span.start));
}

/** Whether words are of a script that puts no space between them. */
function isUnspaced(words: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(words);
}

/** Takes out words and the space that parted them from the next. */
function deletion(place: Place): Edit {
  const span = spanOfWords(place.change.difference.draft);
  const { before, after } = neighbours(place);
  if (after && !/[^\s\u2060]/u.test(place.text.slice(span.end, spanOfToken(after).start)))
    return { span: { start: span.start, end: spanOfToken(after).start }, newText: '' };
  return before ? { span: { start: spanOfToken(before).end, end: span.end }, newText: '' } : { span, newText: '' };
}

/** The edit that puts the source's words in the place of the draft's; undefined where there is none to be made. */
export function restoration(place: Place): Edit | undefined {
  const { difference } = place.change;
  if (difference.draft.length === 0) return insertion(place);
  if (difference.source.length === 0) return deletion(place);
  const sic = place.change.kind === 'sic' ? neighbours(place).after : undefined;
  if (sic)
    return { span: cover(spanOfWords(difference.draft), spanOfToken(sic)), newText: sourceWords(place, spanOfWords(difference.source)) };
  return { span: spanOfWords(difference.draft), newText: sourceWords(place, spanOfWords(difference.source)) };
}

/** Changes that are as wrong without marks: a claim is held against its source, too. */
const WRONG_ANYHOW: ReadonlySet<ChangeKind> = new Set(['number', 'name']);

/** The quotation's marks taken away, so that the words become the writer's own; nothing where that would mend nothing. */
function withoutMarks({ quotation, changes }: QuotationReading): Edit[] {
  if (quotation.style === 'block' || changes.some(({ kind }) => WRONG_ANYHOW.has(kind))) return [];
  return quotation.pieces.flatMap(({ start, end }): Edit[] => [
    { span: { start: start - 1, end: start }, newText: '' },
    { span: { start: end, end: end + 1 }, newText: '' },
  ]);
}

function restoreTitle({ draft, source }: Difference, place: Place): Said {
  const own = draft.length > 0 ? quoted(sliceOf(place.text, spanOfWords(draft))) : null;
  const theirs = source.length > 0 ? quoted(sliceOf(place.source, spanOfWords(source))) : null;
  if (!own) return say`Put back ${theirs ?? ''}`;
  return theirs ? say`Replace ${own} by the source’s ${theirs}` : say`Take out ${own}`;
}

/** Changes that a bracket would only hide. */
const SENSE: ReadonlySet<ChangeKind> = new Set(['negation', 'number', 'modal', 'name']);

/** What stands between two quotations of the source is its reporter's; an editor's bracket is neither's. */
const NOT_SPOKEN = /[“”"«»]/u;

function fix(title: Said, edits: readonly (Edit | undefined)[], options: Partial<Fix> = {}): Fix[] {
  const present = edits.filter((edit) => edit !== undefined);
  return present.length > 0 ? [{ title, applicability: 'unsafe', preferred: false, ...options, edits: present }] : [];
}

/** A stretch of the source with the brackets that it stands in; undefined where it stands in none. */
function withBrackets(source: string, { start, end }: Span): Span | undefined {
  const opening = /[([]\s*$/u.exec(source.slice(Math.max(0, start - 2), start))?.[0].length;
  const closing = /^\s*[)\]]/u.exec(source.slice(end, end + 2))?.[0].length;
  return opening && closing ? { start: start - opening, end: end + closing } : undefined;
}

/** Puts in what an ellipsis hides or a bracket stands for, unless that would bring more than the speaker's words. */
function fillIn(place: Place, token: QuotedToken): Fix[] {
  const words = spanOfWords(place.change.difference.source);
  const bracketed = token.kind === 'bracket' ? withBrackets(place.source, words) : undefined;
  const edit = { span: spanOfToken(token), newText: sourceWords(place, bracketed ?? words) };
  if (NOT_SPOKEN.test(edit.newText) || (!bracketed && /[[\]]/u.test(edit.newText))) return [];
  return fix(say`Put the source’s words in: ${quoted(edit.newText)}`, [edit], { preferred: true });
}

function restore(place: Place): Fix[] {
  const { difference } = place.change;
  const restored = restoration(place);
  if (NOT_SPOKEN.test(restored?.newText ?? '')) return [];
  // A stretch with one bracket of a pair would leave the quotation torn.
  const torn = /[[\]()]/u.test(restored?.newText ?? '');
  // Words missing at an interruption: what stands in front of them is not the draft's sentence but its attribution.
  const atBreak = difference.draft.length === 0 && place.reading.tokens()[difference.tokens.start - 1]?.kind === 'break';
  const safe =
    !atBreak && place.reading.certain && difference.source.length <= 6 && !torn && !mayGoOn(place) && isLatin(restored?.newText ?? '');
  return fix(restoreTitle(difference, place), [restored], { preferred: true, applicability: safe ? 'safe' : 'unsafe' });
}

/** Whether the source's quotation or sentence ends a word behind the last one that is changed: “a telephone call” for “a guess”. */
function endsSoon({ change: { difference }, reading, source }: Place): boolean {
  const { article } = reading.best as Located;
  const words = articleWords(article);
  const [own, next, beyond] = [words[difference.words.end - 1], words[difference.words.end], words[difference.words.end + 1]];
  if (difference.tokens.end !== reading.length || !own || !next) return false;
  const isEnd = /[.!?…”"»’」]/u;
  return (
    !isEnd.test(source.slice(own.span.end, next.span.start)) && isEnd.test(source.slice(next.span.end, beyond?.span.start ?? source.length))
  );
}

/** Whether at an edge of the quotation more of the source may belong to what is changed: where other words stand, none like it. */
function mayGoOn(place: Place): boolean {
  const { change, reading } = place;
  const { difference, kind } = change;
  const { start, end } = difference.tokens;
  const atEdge = start === 0 || end === reading.length;
  const { draft, source } = difference;
  const isOfOtherSort =
    draft.length !== source.length || draft.some((word, i) => isFunctionWord(word.folded) !== isFunctionWord((source[i] as Word).folded));
  return atEdge && draft.length > 0 && kind === 'content' && (isOfOtherSort || endsSoon(place));
}

/** An ellipsis for what is left out, a bracket round what is changed; nothing where either would be a finding itself. */
function markAsChanged(place: Place, strictBrackets: boolean): Fix[] {
  const { difference, kind } = place.change;
  const { article } = place.reading.best as Located;
  const { source, words, draft } = difference;
  if (draft.length === 0) {
    const { before, after } = neighbours(place);
    const span = spanOfToken(after ?? before ?? { kind: 'gap', span: place.reading.quotation.span });
    const at = after ? span.start : span.end;
    if ((!before && !after) || skipKind({ token: { kind: 'gap', span }, source, words }, { article }, strictBrackets)) return [];
    return fix(say`Mark the omission with an ellipsis`, [{ span: { start: at, end: at }, newText: after ? '… ' : ' …' }]);
  }
  if (draft.length > 3 || SENSE.has(kind) || kind === 'sic') return [];
  const { start, end } = spanOfWords(draft);
  const token = { kind: 'bracket', span: { start, end }, words: draft, sic: false } as const;
  if (skipKind({ token, source, words }, { article }, strictBrackets)) return [];
  return fix(say`Bracket the change`, [
    { span: { start, end: start }, newText: '[' },
    { span: { start: end, end }, newText: ']' },
  ]);
}

/** Restore first; then what a writer may want instead. */
function fixesFor(place: Place, context: RuleContext): Fix[] {
  const { change, reading } = place;
  const { houseStyle } = context.options;
  const strictBrackets = houseStyle === 'strict' || houseStyle === 'guardian';
  const own = change.token ? fillIn(place, change.token) : [...restore(place), ...markAsChanged(place, strictBrackets)];
  // Without marks and without a name the words would be copied from nobody.
  const bare = isCredited(reading.quotation, context) ? fix(say`Drop the quotation marks`, withoutMarks(reading)) : [];
  return [...own, ...bare];
}

function isCredited(quotation: Quotation, context: RuleContext): boolean {
  if (context.attributionOf(quotation)) return true;
  return context.creditsIn(context.settingOf(quotation).sentence).length > 0;
}

const WHY: Partial<Record<ChangeKind, Said>> = {
  negation: say` This turns the sense round.`,
  number: say` A figure is changed.`,
  modal: say` This changes how sure or how bound the speaker is.`,
  name: say` A name is changed.`,
};

/** So many characters of long hidden words are shown on each side of the one on which the sense turns. */
const AROUND_TURN = 45;
const TURN = /\b(?:not|never|no|nor|neither|without|but|unless|if|except|yet|however|hardly|cannot|\p{Alpha}+n[’']t)\b/iu;

function aroundTurn(words: string): string {
  const at = TURN.exec(words)?.index;
  if (at === undefined || words.length <= 2.5 * AROUND_TURN) return words;
  const start = at <= AROUND_TURN ? 0 : words.indexOf(' ', at - AROUND_TURN) + 1;
  const end = words.lastIndexOf(' ', at + AROUND_TURN);
  return `${start > 0 ? '… ' : ''}${words.slice(start, Math.max(end, at))}${end < words.length ? ' …' : ''}`;
}

/** What an ellipsis hides, without an attribution that stands between. */
function hiddenWords({ change, source }: Place): Said {
  const words = aroundTurn(sliceOf(source, spanOfWords(change.difference.source)));
  return quoted(words.replace(/[,.]?[”"»][^“”"«»]*[“"«]/gu, ' … '));
}

function messageFor(place: Place): Said {
  const { change, reading } = place;
  const { difference, token, kind } = change;
  const where = reading.best ? sourceName(reading.best.article) : '';
  const isDeniedAnew = kind === 'negation' && difference.draft.length === 1 && difference.source.length === 1;
  const why = isDeniedAnew ? say` Each denies in its own way.` : (WHY[kind] ?? NOTHING_SAID);
  const theirs = difference.source.length > 0 ? quoted(sliceOf(place.source, spanOfWords(difference.source))) : NOTHING_SAID;
  const own = difference.draft.length > 0 ? quoted(sliceOf(place.text, spanOfWords(difference.draft))) : NOTHING_SAID;
  if (token?.kind === 'gap') return say`The ellipsis hides words on which the sense may turn: ${hiddenWords(place)} (${where}).`;
  if (kind === 'bracket') return say`The bracket puts another word in the place of ${theirs} (${where}).`;
  if (kind === 'sic')
    return theirs === NOTHING_SAID
      ? say`“[sic]” says that the source has ${own}; it has nothing of it (${where}).`
      : say`“[sic]” says that the source has ${own}; it has ${theirs} (${where}).`;
  if (token) return say`The bracket stands for ${theirs} in the source (${where}).${why}`;
  if (difference.kind === 'moved') return say`The source has these words in another order: ${theirs}, not ${own} (${where}).`;
  if (own === NOTHING_SAID) return say`The quotation leaves out ${theirs} without marking it (${where}).${why}`;
  if (theirs === NOTHING_SAID) return say`The source does not have ${own} here (${where}).${why}`;
  return say`The source has ${theirs}, not ${own} (${where}).${why}`;
}

/** Words between quotation marks that are not the source's words. One finding for each changed stretch. */
export const misquote: Rule = {
  name: 'misquote',
  summary: 'The words between the marks are not the words of the source.',
  *quotation(quotation, context): Iterable<Finding> {
    const reading = context.readingOf(quotation);
    if (reading.kind !== 'misquoted' || !reading.best) return;
    const match = matchOf(reading.best, reading.equals);
    for (const change of reading.changes) {
      const place = { reading, change, text: context.draft.prose.text, source: reading.best.article.prose.text };
      yield {
        rule: 'misquote',
        kind: change.kind,
        span: spanOf(place),
        message: messageFor(place),
        match,
        fixes: fixesFor(place, context),
      };
    }
  },
};
