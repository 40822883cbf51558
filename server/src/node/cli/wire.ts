import type { Article } from '../../corpus/article.ts';
import type { Match } from '../../rules/finding.ts';
import { type CalendarDate, isoDate } from '../../text/calendarDate.ts';

/** A match as the JSON contract writes it. */
export interface WireMatch {
  readonly path: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly speaker: string | null;
  readonly exact: string;
  readonly start: number;
  readonly end: number;
  readonly similarity: number;
}

/** A match in the words of the JSON contract; `path` is its article's file as the user would write it. */
export function wireMatch(match: Match, article: Article | undefined, path: string): WireMatch {
  return {
    path,
    title: article?.title ?? null,
    publisher: article?.publisher ?? null,
    published: wireDay(article?.published ?? null),
    speaker: match.speaker,
    exact: match.exact,
    start: match.source.span.start,
    end: match.source.span.end,
    similarity: match.similarity,
  };
}

/** A day as the JSON contract writes it; null where only the month or the year is known. */
export function wireDay(date: CalendarDate | null): string | null {
  return date?.day === undefined ? null : isoDate(date);
}
