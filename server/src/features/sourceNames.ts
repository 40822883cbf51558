import type { ArticleDetails } from '../corpus/article.ts';
import type { CalendarDate } from '../text/calendarDate.ts';
import { NOTHING_SAID, type Said, together } from '../text/said.ts';
import { saidDate, saidDayOfYear } from '../text/saidDates.ts';
import { listOf, nameOf, shortened } from './wording.ts';

/** A longer name is cut, in UTF-16 code units. */
const LONGEST = 32;

/**
 * A source in the fewest words that tell it from others: “Saltmere Gazette, 12 March”. Its publisher without an article, else its
 * title or file; its day without the year where that is `year`, the draft's own.
 */
export function shortSource(details: ArticleDetails | undefined, file: string, year: number | null): Said {
  const name = details?.publisher?.replace(/^The\s+(?=\S)/, '') ?? nameOf(details, file);
  return listOf([together(shortened(name, LONGEST)), details?.published ? shortDate(details.published, year) : NOTHING_SAID]);
}

function shortDate(date: CalendarDate, own: number | null): Said {
  const { year, month, day } = date;
  return month === undefined || year !== own ? saidDate(date) : saidDayOfYear({ month, day });
}
