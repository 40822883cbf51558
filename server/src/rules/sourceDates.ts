import type { Article } from '../corpus/article.ts';
import type { Located } from '../match/locate.ts';
import { outerText } from '../prose/attributions.ts';
import { QUOTED } from '../prose/clause.ts';
import { type DateMention, dateMentionsIn } from '../prose/dates.ts';
import { sentenceRound, tellsOfThePast } from '../prose/datesTense.ts';
import { type Block, blockAt, blockNumberAt } from '../prose/prose.ts';
import { quotationsOf } from '../prose/quotations.ts';
import { type CalendarDate, type DayInterval, dateOfDay, intervalOf, meets, weekdayOf } from '../text/calendarDate.ts';
import { isEnglish, isLatin } from '../text/english.ts';
import { sentencesOf } from '../text/sentences.ts';
import { moved, overlaps, type Span, sliceOf } from '../text/span.ts';
import { byPassage } from './byPassage.ts';

/** A day that a source gives for what it reports, or on which it was published. */
export interface SourceDate {
  readonly interval: DayInterval;
  /** How near to the words it stands. */
  readonly place: 'sentence' | 'near' | 'lead' | 'published';
}

/** Published days and event days may differ by so many days: time zones, next-day reports. */
export const SLACK_DAYS = 1;

/** Dates of the article's blocks, read when first asked for. */
const cache = new WeakMap<Article, Map<Block, { mentions: readonly DateMention[]; sentences: readonly Span[] }>>();

/**
 * The mentions of a block of a report, the day to come taken from its weekdays where their sentence tells what has happened:
 * “said on Tuesday” is the last Tuesday, the published day maybe. What a quotation has counts as its speaker meant it.
 */
function withoutDaysToCome(mentions: readonly DateMention[], { prose }: Article, { span, kind }: Block, published: number) {
  const isBare = ({ kind, span: own }: DateMention) => kind === 'weekday' && /^\p{Alpha}+$/u.test(sliceOf(prose.text, own));
  if (!mentions.some(isBare)) return mentions;
  const text = sliceOf(prose.text, span);
  const block = { span: { start: 0, end: text.length }, kind, group: -1 };
  const outer = outerText(text, quotationsOf({ text, blocks: [block] }).quotations);
  return mentions.map((mention) => {
    const place = moved(mention.span, -span.start);
    if (!isBare(mention) || sliceOf(outer, place).includes(QUOTED) || !tellsOfThePast(sentenceRound(outer, place))) return mention;
    return { ...mention, readings: mention.readings.filter(({ first }) => first <= published) };
  });
}

function calendarOf(article: Article, block: Block) {
  const blocks = cache.get(article) ?? new Map();
  cache.set(article, blocks);
  let known = blocks.get(block);
  if (!known) {
    const published = article.published ? intervalOf(article.published) : null;
    const anchor = published && published.first === published.last ? published.first : null;
    const { text } = article.prose;
    const mentions = dateMentionsIn(text, block.span, anchor);
    known = {
      mentions: anchor === null ? mentions : withoutDaysToCome(mentions, article, block, anchor),
      sentences: sentencesOf(text, block.span),
    };
    blocks.set(block, known);
  }
  return known as { mentions: readonly DateMention[]; sentences: readonly Span[] };
}

/** So many sentences before and after a passage may say when it was. */
const SENTENCES_BEFORE = 2;
const SENTENCES_AFTER = 1;
const LEAD_SENTENCES = 2;

/** A whole year or “this year” beside the words says hardly more than that nothing is known: it excuses no other day. Days. */
const WIDEST_NEARBY = 31;

function isTooWide({ kind, readings }: DateMention, place: SourceDate['place']): boolean {
  const wide = readings.some(({ first, last }) => last - first > WIDEST_NEARBY);
  return wide && !(kind === 'calendar' && place === 'sentence');
}

function datesOf(mention: DateMention, place: SourceDate['place']): SourceDate[] {
  return isTooWide(mention, place) ? [] : mention.readings.map((interval) => ({ interval, place }));
}

/** The blocks that a passage lies in, and those beside it that may have its date. */
function blocksAround({ article: { prose }, span }: Located): readonly Block[] {
  const first = blockNumberAt(prose, span.start);
  const last = prose.blocks.findLastIndex((block) => block.span.start < span.end);
  return prose.blocks.slice(Math.max(0, first - SENTENCES_BEFORE), last + 1 + SENTENCES_AFTER);
}

/** What the passage's own sentences mention, and those beside it. */
const mentionsAround = byPassage((located): readonly { readonly mention: DateMention; readonly place: 'sentence' | 'near' }[] => {
  const { article, span } = located;
  const around = blocksAround(located).map((block) => calendarOf(article, block));
  const sentences = around.flatMap((one) => one.sentences);
  const at = sentences.findIndex((sentence) => overlaps(sentence, span));
  const until = sentences.findLastIndex((sentence) => overlaps(sentence, span));
  return around
    .flatMap(({ mentions }) => mentions)
    .flatMap((mention) => {
      const index = sentences.findIndex((sentence) => overlaps(sentence, mention.span));
      if (index < at - SENTENCES_BEFORE || index > until + SENTENCES_AFTER) return [];
      return [{ mention, place: index >= at && index <= until ? 'sentence' : 'near' }];
    });
});

/** The dates of an article's first lines: when most of what it reports happened. */
function datesOfLead(article: Article): SourceDate[] {
  const [block] = article.prose.blocks;
  if (!block) return [];
  const { mentions, sentences } = calendarOf(article, block);
  const lead = sentences.slice(0, LEAD_SENTENCES);
  return mentions
    .filter((mention) => lead.some((sentence) => overlaps(sentence, mention.span)))
    .flatMap((mention) => datesOf(mention, 'lead'));
}

/**
 * Whether a source may tell a day that is not known: by “that Monday” or “in May the following year” at a passage, or by
 * “on Monday” in an article without a date.
 */
export const hasUnreadDay = byPassage((located): boolean =>
  mentionsAround(located).some(({ mention }) => mention.kind !== 'relative' && mention.exists && mention.readings.length === 0),
);

/** So much of a text tells its language: a speech may be one paragraph. UTF-16 code units. */
const ENOUGH = 2000;
/** Fewer words, a heading or a name, do not tell a language by their small words. */
const FEWEST_WORDS = 8;

function isForeign(text: string): boolean {
  return !isLatin(text) || ((text.match(/\p{Alpha}+/gu) ?? []).length >= FEWEST_WORDS && !isEnglish(text));
}

/**
 * Whether the dates of a passage can be read: they are in English only. The passage itself may be quoted in another language
 * than what stands round it. Elsewhere the source may tell days that are not known.
 */
export const isDatedInEnglish = byPassage((located): boolean => {
  const { article, span } = located;
  const { text } = article.prose;
  const block = blockAt(article.prose, span.start)?.span ?? span;
  const own = { start: Math.max(block.start, span.start - ENOUGH), end: Math.min(block.end, span.end + ENOUGH) };
  const rest = `${sliceOf(text, { start: own.start, end: span.start })} ${sliceOf(text, { start: span.end, end: own.end })}`;
  const around = blocksAround(located).flatMap(({ span: one }) =>
    overlaps(one, block) ? [] : sliceOf(text, { start: one.start, end: Math.min(one.end, one.start + ENOUGH) }),
  );
  return isEnglish(sliceOf(text, own)) && !isForeign(rest) && !isForeign(around.join(' '));
});

const known = new WeakMap<Located, readonly SourceDate[]>();

/** The days that a source has for a passage: its sentence's, its neighbours', the article's first lines', the published day. */
export function sourceDates(located: Located): readonly SourceDate[] {
  const dates = known.get(located) ?? readDates(located);
  known.set(located, dates);
  return dates;
}

function readDates(located: Located): SourceDate[] {
  const { published } = located.article;
  const own: SourceDate[] = published ? [{ interval: intervalOf(published), place: 'published' }] : [];
  const around = mentionsAround(located).flatMap(({ mention, place }) => datesOf(mention, place));
  return [...around, ...datesOfLead(located.article), ...own];
}

/** Whether a mention fits when the source says that it happened, or when it was published. */
export function fitsSource(mention: DateMention, located: Located): boolean {
  const dates = sourceDates(located);
  // Only days blur into each other: a month or year beside another is another.
  const slack = ({ first, last }: DayInterval) => (first === last ? SLACK_DAYS : 0);
  return mention.readings.some((reading) =>
    dates.some(({ interval }) => meets(reading, interval, Math.max(slack(interval), slack(reading)))),
  );
}

const ORDER = ['sentence', 'near', 'published', 'lead'] as const;

/** How wide a source's interval may be to correct a mention: no wider than what the mention itself states. Days. */
function widestFor({ kind, stated }: DateMention): number {
  if (kind !== 'calendar' || stated.day !== undefined) return 0;
  return stated.month === undefined ? 366 : 31;
}

/** The day that the source means, as far as can be told: the one that shares most with what the draft states. */
export function likeliestDate(mention: DateMention, located: Located): Required<CalendarDate> | null {
  const { stated } = mention;
  const shared = (date: Required<CalendarDate>) =>
    Number(date.year === stated.year) + Number(date.month === stated.month) + Number(date.day === stated.day);
  const days = sourceDates(located)
    .filter(({ interval }) => interval.last - interval.first <= widestFor(mention))
    .map(({ interval, place }) => ({ date: dateOfDay(interval.first), place }));
  days.sort((a, b) => shared(b.date) - shared(a.date) || ORDER.indexOf(a.place) - ORDER.indexOf(b.place));
  return days[0]?.date ?? null;
}

/**
 * Which day is meant where a day and its weekday contradict each other: the day itself, or one of that weekday, by what
 * stands nearest to the passage and has either. Where the source has the day, one of that weekday must be next to it, as the
 * day of the words is to the published day. Undefined where the source has neither.
 */
export function dayBySource(day: number, weekday: number, located: Located): number | undefined {
  const dates = sourceDates(located).filter(({ interval }) => interval.first === interval.last);
  const isTold = dates.some(({ interval }) => interval.first === day);
  const mayBe = (one: number) => weekdayOf(one) === weekday && (!isTold || Math.abs(one - day) <= SLACK_DAYS);
  for (const place of ORDER) {
    const days = dates.filter((one) => one.place === place).map(({ interval }) => interval.first);
    const meant = days.find((one) => one === day) ?? days.find(mayBe);
    if (meant !== undefined) return meant;
  }
  return undefined;
}
