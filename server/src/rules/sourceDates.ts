import type { Located } from '../match/locate.ts';
import { type DateMention, dateMentionsIn } from '../prose/dates.ts';
import { type CalendarDate, type DayInterval, dateOfDay, intervalOf, meets } from '../text/calendarDate.ts';
import { sentencesOf } from '../text/sentences.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Article } from '../corpus/article.ts';

/** A day that a source gives for what it reports, or on which it was published. */
export interface SourceDate {
  readonly interval: DayInterval;
  /** How near to the words it stands. */
  readonly place: 'sentence' | 'near' | 'lead' | 'published';
}

/** Published days and event days may differ by so many days: time zones, next-day reports. */
export const SLACK_DAYS = 1;

const cache = new WeakMap<Article, { mentions: readonly DateMention[]; sentences: readonly Span[] }>();

function calendarOf(article: Article) {
  let known = cache.get(article);
  if (!known) {
    const { text, blocks } = article.prose;
    const published = article.published ? intervalOf(article.published) : null;
    const anchor = published && published.first === published.last ? published.first : null;
    known = {
      mentions: blocks.flatMap(({ span }) => dateMentionsIn(text, span, anchor)),
      sentences: blocks.flatMap(({ span }) => sentencesOf(text, span)),
    };
    cache.set(article, known);
  }
  return known;
}

/** The days that a source has for a passage: its sentence's, its neighbours', the article's first lines', the published day. */
export function sourceDates({ article, span }: Located): SourceDate[] {
  const { mentions, sentences } = calendarOf(article);
  const at = sentences.findIndex((sentence) => overlaps(sentence, span));
  const last = sentences.findLastIndex((sentence) => overlaps(sentence, span));
  const placeOf = (mention: DateMention): SourceDate['place'] | undefined => {
    const index = sentences.findIndex((sentence) => overlaps(sentence, mention.span));
    if (index >= at && index <= last) return 'sentence';
    if (index >= at - 2 && index <= last + 1) return 'near';
    return index < 2 ? 'lead' : undefined;
  };
  const dates = mentions.flatMap((mention): SourceDate[] => {
    const place = placeOf(mention);
    return place === undefined ? [] : mention.readings.map((interval) => ({ interval, place }));
  });
  if (article.published) dates.push({ interval: intervalOf(article.published), place: 'published' });
  return dates;
}

/** Whether a mention fits when the source says that it happened, or when it was published. */
export function fitsSource(mention: DateMention, located: Located): boolean {
  const dates = sourceDates(located);
  return mention.readings.some((reading) => dates.some(({ interval }) => meets(reading, interval, SLACK_DAYS)));
}

const ORDER = ['sentence', 'near', 'published', 'lead'] as const;

/** The day that the source means, as far as can be told: the one that shares most with what the draft states. */
export function likeliestDate(mention: DateMention, located: Located): Required<CalendarDate> | null {
  const { stated } = mention;
  const shared = (date: Required<CalendarDate>) => Number(date.year === stated.year) + Number(date.month === stated.month) + Number(date.day === stated.day);
  const days = sourceDates(located)
    .filter(({ interval }) => interval.last - interval.first <= (stated.day === undefined ? 31 : 0))
    .map(({ interval, place }) => ({ date: dateOfDay(interval.first), place }));
  days.sort((a, b) => shared(b.date) - shared(a.date) || ORDER.indexOf(a.place) - ORDER.indexOf(b.place));
  return days[0]?.date ?? null;
}
