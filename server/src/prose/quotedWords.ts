import { byContent } from '../text/byContent.ts';
import { late } from '../text/late.ts';
import { lengthOf, moved, type Span, sliceOf } from '../text/span.ts';
import { foldWord, UNSPACED } from '../text/wordForm.ts';
import { type Word, wordsOf } from '../text/words.ts';
import { MARKUP } from './prose.ts';

/**
 * What stands between the marks, as aligning reads it: words; `gap`, an ellipsis; `bracket`, the writer's own words;
 * `break`, where an attribution or a paragraph's end interrupts.
 */
export type QuotedToken =
  | { readonly kind: 'word'; readonly word: Word /** Holds a bracket of the writer's: [t]he, Senator[s]. */; readonly altered: boolean }
  | { readonly kind: 'gap'; readonly span: Span }
  | { readonly kind: 'bracket'; readonly span: Span; readonly words: readonly Word[]; readonly sic: boolean }
  | { readonly kind: 'break'; readonly span: Span };

/** Markup that was taken out stands as word joiners, as in LaTeX's `[\ldots]`. */
const ELLIPSIS =
  '[\\[(][\\s\\u2060]*(?:…|\\.\\s?\\.\\s?\\.(?:\\s?\\.)?)[\\s\\u2060]*[\\])]|…[.…]*|\\.\\s?\\.\\s?\\.(?:\\s?\\.)*|\\*\\s\\*\\s\\*|[…⋯]+|・{2,}|[（(〔[]\\s*(?:[中前後]略|중략)\\s*[)）〕\\]]';
const BRACKET = '\\[[^\\[\\]\\n]{0,120}\\]|\\([^()\\n]{1,60}\\)|（[^（）\\n]{1,60}）|[【〔][^【】〔〕\\n]{1,60}[】〕]';

/** Words with letters in brackets: [t]he, advance[s]. In scripts without spaces a bracket stands for words of its own. */
const partsWith = (letter: string) =>
  `(?:${letter}|\\p{Nd})*\\[${letter}{1,4}\\](?=${letter})(?:${letter}|\\p{Gr_Ext}|[’'])*|${letter}+\\[(?:${letter}|[’']){1,4}\\]${letter}*`;
const specialWith = (parts: string) => late(() => new RegExp(`(${ELLIPSIS})|(${parts})|(${BRACKET})`, 'gu'));

/** The more there is to look for, the longer it takes to compile; most texts need the least. */
const WITHOUT_PARTS = specialWith('(?!)');
const WITH_PARTS = specialWith(partsWith('\\p{Alpha}'));
const WITH_PARTS_OF_SPACED = specialWith(partsWith(`(?:(?![${UNSPACED}])\\p{Alpha})`));
/** Where the scripts without spaces are, among others. */
const MAY_BE_UNSPACED = /[\u0E00-\u1FFF\u2E80-\uFFFF]/;

function specialIn(text: string): RegExp {
  if (!text.includes('[')) return WITHOUT_PARTS();
  return MAY_BE_UNSPACED.test(text) ? WITH_PARTS_OF_SPACED() : WITH_PARTS();
}

const tokensOf = byContent((piece) => [...readPiece(piece)]);

function tokenMoved(token: QuotedToken, by: number): QuotedToken {
  const wordMoved = (word: Word): Word => ({ ...word, span: moved(word.span, by) });
  if (token.kind === 'word') return { ...token, word: wordMoved(token.word) };
  if (token.kind === 'bracket') return { ...token, span: moved(token.span, by), words: token.words.map(wordMoved) };
  return { ...token, span: moved(token.span, by) };
}

function* readPiece(text: string): Generator<QuotedToken> {
  let done = 0;
  for (const found of text.matchAll(specialIn(text))) {
    const span = { start: found.index, end: found.index + found[0].length };
    yield* plainWords(text, { start: done, end: span.start });
    done = span.end;
    if (found[1] !== undefined) yield { kind: 'gap', span };
    else if (found[2] !== undefined) {
      const folded = foldWord(found[2].replace(/[[\]]/g, '').replaceAll(MARKUP, ''));
      yield { kind: 'word', word: { folded, span }, altered: true };
    } else {
      const words = wordsOf(text, { start: span.start + 1, end: span.end - 1 });
      yield { kind: 'bracket', span, words, sic: words.length === 1 && words[0]?.folded === 'sic' };
    }
  }
  yield* plainWords(text, { start: done, end: text.length });
}

function* plainWords(text: string, span: Span): Generator<QuotedToken> {
  if (lengthOf(span) <= 0) return;
  for (const word of wordsOf(text, span)) yield { kind: 'word', word, altered: false };
}

/** The tokens of a quotation whose pieces are `pieces` of `text`, in order. Ellipses at its edges are left out: they say nothing. */
export function quotedTokens(text: string, pieces: readonly Span[]): QuotedToken[] {
  const tokens: QuotedToken[] = [];
  pieces.forEach((piece, i) => {
    const before = pieces[i - 1];
    if (before) tokens.push({ kind: 'break', span: { start: before.end, end: piece.start } });
    for (const token of tokensOf(sliceOf(text, piece))) tokens.push(tokenMoved(token, piece.start));
  });
  while (tokens[0]?.kind === 'gap') tokens.shift();
  while (tokens.at(-1)?.kind === 'gap') tokens.pop();
  return tokens;
}

/** The words among some tokens. */
export function wordsIn(tokens: readonly QuotedToken[]): Word[] {
  return tokens.flatMap((token) => (token.kind === 'word' ? [token.word] : []));
}
