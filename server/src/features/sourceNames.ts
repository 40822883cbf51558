import type { ArticleDetails } from '../corpus/article.ts';
import { type CalendarDate, MONTH_NAMES } from '../text/calendarDate.ts';
import { nameOf, shortened } from './wording.ts';

/** A longer name is cut, in UTF-16 code units. */
const LONGEST = 32;

/**
 * A source in the fewest words that tell it from others: “Saltmere Gazette, 12 March”. Its publisher without an article, else its
 * title or file; its day without the year where that is `year`, the draft's own.
 */
export function shortSource(details: ArticleDetails | undefined, file: string, year: number | null): string {
  const name = details?.publisher?.replace(/^The\s+(?=\S)/, '') ?? nameOf(details, file);
  return [shortened(name, LONGEST), details?.published ? shortDate(details.published, year) : ''].filter(Boolean).join(', ');
}

function shortDate({ year, month, day }: CalendarDate, own: number | null): string {
  if (month === undefined) return String(year);
  const name = MONTH_NAMES[month - 1] as string;
  const within = day === undefined ? name : `${day} ${name}`;
  return year === own ? within : `${within} ${year}`;
}
