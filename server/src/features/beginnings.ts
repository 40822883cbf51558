import type { Article, ArticleDetails } from '../corpus/article.ts';
import { articleWords } from '../corpus/articleWords.ts';
import type { Candidate } from '../corpus/corpus.ts';
import type { IndexedCorpus } from '../corpus/indexedCorpus.ts';
import { quotationAt } from '../corpus/sayings.ts';
import { nameWords } from '../prose/names.ts';
import { blockAt } from '../prose/prose.ts';
import { bareName, placesOf } from '../rules/credits.ts';
import { type CalendarDate, intervalOf } from '../text/calendarDate.ts';
import { sentencesOf } from '../text/sentences.ts';
import { contains, type Span } from '../text/span.ts';
import { foldWord } from '../text/wordForm.ts';
import { type Word, wordsOf } from '../text/words.ts';

/** The first words of a quotation, and what is known of whose they are. */
export interface FirstWords {
  /** Folded. */
  readonly words: readonly string[];
  /** The beginning of a further word, folded; empty where there is none. */
  readonly begun: string;
  /** What is written round the quotation. */
  readonly around: string;
}

/** A passage of a source that begins with some words. */
export interface Beginning {
  readonly article: Article;
  /** Its words, up to those that the first words are. */
  readonly typed: Span;
  /** To the end of the sentence that the first words end in. */
  readonly sentence: Span;
  /** To the end of what somebody is quoted with there; null where that is no more than the sentence, or nobody is quoted. */
  readonly whole: Span | null;
  readonly isQuoted: boolean;
  /** Whether a sentence or a quotation of the source begins with it. */
  readonly isStart: boolean;
}

/** As much of a corpus as is asked. */
export type SearchedCorpus = Pick<IndexedCorpus, 'retrieve' | 'information' | 'details' | 'newestVersion'>;

/** So many places are asked for, and so many articles read: what they are ranked by before that is in the index. */
const PLACES = 48;
export const MOST_ARTICLES = 10;
/** Where no more places than so many have the first words, fewer bits of information will do. */
const FEW_PLACES = 3;
const TELLING_OF_FEW = 14;
/** Information of the first words, in bits, from which on they say what is meant: at the beginning of a sentence, and in it. */
const TELLING = 20;
const TELLING_INSIDE = 28;
/** And where more places than so many have them: then either many begin so, or many print the same, and that takes more to tell. */
const MANY_PLACES = 12;
const TELLING_OF_MANY = 36;
/** Retrieval tells the place to within a few words. */
const REACH = 16;

/** The first words of what is being written: what the index is asked for. */
export function firstWordsOf(words: readonly Word[], isInWord: boolean, around: string): FirstWords {
  const folded = words.map((word) => word.folded);
  const begun = isInWord && folded.length > 2 ? (folded.pop() as string) : '';
  return { words: folded, begun, around };
}

/**
 * The places that may begin with some words, those first whose publisher is named beside them, then the newest. Nothing but the
 * index is looked at. Empty where the words are too common to mean anything.
 */
export function placesOfBeginning({ words, around }: FirstWords, corpus: SearchedCorpus): readonly Candidate[] {
  const information = informationOf(words, corpus);
  if (information < TELLING_OF_FEW) return [];
  const exact = corpus.retrieve(words, PLACES).filter(({ similarity }) => similarity === 1);
  if (information < tellingOf(exact.length)) return [];
  const ranks = new Map(exact.map(({ articleId }) => [articleId, rankOf(corpus.details(articleId), around)]));
  // What has been replaced by a newer version is not to be quoted.
  const current = exact.filter(({ articleId }) => corpus.newestVersion(articleId) === null);
  return current.sort((a, b) => (ranks.get(b.articleId) as number) - (ranks.get(a.articleId) as number));
}

/** Information that words must have which so many places begin with, in bits. */
function tellingOf(places: number): number {
  if (places > MANY_PLACES) return TELLING_OF_MANY;
  return places > FEW_PLACES ? TELLING : TELLING_OF_FEW;
}

function informationOf(words: readonly string[], corpus: SearchedCorpus): number {
  return words.reduce((sum, word) => sum + corpus.information(word), 0);
}

/** More than any day has. */
const NAMED = 1e8;

function rankOf(details: ArticleDetails | undefined, around: string): number {
  if (!details) return 0;
  const named = namesPublisher(details, around) || (details.speaker !== null && namesPerson(details.speaker, around));
  return (named ? NAMED : 0) + (details.published ? dayOf(details.published) : -NAMED / 10);
}

function dayOf(date: CalendarDate): number {
  return intervalOf(date).first;
}

function namesPublisher({ publisher }: ArticleDetails, around: string): boolean {
  return publisher !== null && placesOf(bareName(publisher), around).length > 0;
}

/** Whether somebody is named, by the last of their names at least. */
export function namesPerson(name: string, around: string): boolean {
  const last = foldWord(nameWords(name).at(-1) ?? '');
  return last !== '' && wordsOf(around).some(({ folded }) => folded === last || folded.startsWith(`${last}'`));
}

/** The passage that begins with the words at a place of an article, if one does. */
export function beginningAt(article: Article, { position }: Candidate, first: FirstWords, corpus: SearchedCorpus): Beginning | null {
  const own = articleWords(article);
  const from = whereTheyStand(own, position, first);
  const [start, last] = [own[from], own[from + first.words.length - 1]];
  if (from < 0 || !start || !last) return null;
  const typed = { start: start.span.start, end: last.span.end };
  const quotation = quotationAt(article, typed);
  if (!quotation && article.kind === 'note') return null;
  const region = regionOf(
    article,
    quotation?.pieces.find((piece) => contains(piece, typed)),
    typed,
  );
  if (!region) return null;
  const sentences = sentencesOf(article.prose.text, region);
  const ending = sentences.find(({ end }) => end >= typed.end);
  if (!ending) return null;
  const isStart = sentences.some((one) => beginsAt(article, one, typed.start));
  if (!isStart && informationOf(first.words, corpus) < TELLING_INSIDE) return null;
  const sentence = { start: typed.start, end: ending.end };
  const end = sentences.at(-1)?.end ?? 0;
  const whole = quotation && end > sentence.end ? { start: typed.start, end } : null;
  return { article, typed, sentence, whole, isQuoted: quotation !== undefined, isStart };
}

/** The number of the word of an article that the first words begin at, near a place; -1 where they are not there. */
function whereTheyStand(own: readonly Word[], position: number, { words, begun }: FirstWords): number {
  for (let from = Math.max(0, position - REACH); from <= position + REACH; from++) {
    const stand = words.every((word, i) => own[from + i]?.folded === word);
    if (stand && (begun === '' || own[from + words.length]?.folded.startsWith(begun))) return from;
  }
  return -1;
}

/** What a passage may go on to the end of: somebody's words, as far as they stand in one paragraph, or the paragraph. */
function regionOf({ prose }: Article, piece: Span | undefined, { start }: Span): Span | null {
  const block = blockAt(prose, start)?.span;
  if (!block) return null;
  return piece ? { start: Math.max(block.start, piece.start), end: Math.min(block.end, piece.end) } : block;
}

/** Whether nothing but marks and spaces stands between the beginning of a stretch and a place. */
function beginsAt({ prose }: Article, stretch: Span, at: number): boolean {
  return stretch.start <= at && !/[\p{L}\p{N}]/u.test(prose.text.slice(stretch.start, at));
}

/** Those that are said by somebody named beside the words first, then quotations before other prose, then as they came. */
export function inOrderOfUse(
  beginnings: readonly Beginning[],
  { around }: FirstWords,
  speakerOf: (one: Beginning) => string | null,
): Beginning[] {
  const rank = (one: Beginning) => {
    const speaker = speakerOf(one);
    const named = namesPublisher(one.article, around) || (speaker !== null && namesPerson(speaker, around));
    return (named ? 4 : 0) + (one.isQuoted ? 2 : 0) + (one.isStart ? 1 : 0);
  };
  return beginnings
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ one }) => one);
}
