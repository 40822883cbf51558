import type { CalendarDate } from '../text/calendarDate.ts';
import { findDay } from './days.ts';
import { isPersonName } from './names.ts';

/** “wrote” as mail programs put it over what they quote, in the languages in which they commonly do. */
const WROTE = 'wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|kirjoitti|napisał\\(?a?\\)?';
const STRONG = new RegExp(`^\\S.*(?:\\b|\\s)(?:${WROTE})\\b.{0,120}:$`, 'iu');
const LONGEST_ATTRIBUTION = 300;

/** What stands between a day, a time and a name. */
const BETWEEN_NAMES = new RegExp(
  `,|<[^>]*>|\\[[^\\]]*\\]|\\([^)]*\\)|\\S+@\\S+|\\b(?:at|um|om|kl\\.?|alle|a las|klo)\\b|(?<=\\s)à(?=\\s)|\\d{1,2}[:.h]\\d\\d(?:[:.]\\d\\d)?(?:\\s?[AP]\\.?M\\b\\.?)?|\\b(?:GMT|UTC|[A-Z]{2,4}T)\\b|[+-]\\d{4}|\\b(?:${WROTE})(?!\\p{L})|:`,
  'giu',
);

/** “On 5 March 2024, at 10:12, Ada Quill <ada@quay.example> wrote:”: who and when. */
export function readAttribution(text: string): { readonly writer: string | null; readonly written: CalendarDate | null } {
  const line = text.replace(/\s+/g, ' ').trim();
  const names = line.split(BETWEEN_NAMES).map((piece) => piece?.trim() ?? '');
  return { writer: names.findLast(isPersonName) ?? null, written: findDay(line)?.date ?? null };
}

/** Whether a line may say who wrote what is quoted under it: where nothing is, it does not. */
export function endsLikeAttribution(text: string | undefined): boolean {
  return text !== undefined && text.length <= LONGEST_ATTRIBUTION && /:\s*$/.test(text);
}

/** Whether a line plainly says that somebody wrote what follows. */
export function isAttribution(text: string): boolean {
  if (!endsLikeAttribution(text)) return false;
  const line = text.replace(/\s+/g, ' ').trim();
  return STRONG.test(line) && (/@|\d{4}/.test(line) || /^On\b/.test(line));
}
