import { isoDate } from '../text/calendarDate.ts';

/** The day where the server runs, as ISO 8601 writes it. */
export function today(): string {
  const now = new Date();
  return isoDate({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
}
