import { sliceOf } from '../text/span.ts';
import type { DateMention } from './dates.ts';

const ORDER = 'very|same|next|following|previous|preceding|prior|coming|first|last|final';
/** In front of a day or month: “that March”, “every 5 May”. */
const POINTS_BACK = new RegExp(
  `\\b(?:that|every|each|(?:the\\s+)?(?:very|same|following|previous|preceding|prior)|the\\s+next)\\s+(?:(?:${ORDER})\\s+)*$`,
  'i',
);
/** In front of a weekday any article does: “the Monday”, “a Monday in May”. */
const POINTS_IN_TEXT = new RegExp(`\\b(?:the|an?|another)\\s+(?:(?:${ORDER})\\s+)*$`, 'i');
/** Behind a weekday: “Monday that week”, “Friday of the week before”. */
const OF_A_WEEK_IN_TEXT =
  /^,?\s+(?:of\s+)?(?:that(?:\s+same)?|the\s+(?:same|next|following|previous|preceding))\s+week\b|^,?\s+(?:of\s+)?the\s+week\s+(?:before|after)\b/i;
const WEEK_OF_WRITING = /\b(?:last|this|next)\s+week\b/i;
const BARE_UNIT = /^(?:last|past|next)\s+(?:week|month|year)$/i;

/** Whether a mention counts from something that its text tells, not from the day of writing: “that Monday”, “the next Friday”. */
export function countsFromText(text: string, { span, kind, stated }: DateMention): boolean {
  if (stated.year !== undefined) return false;
  const before = text.slice(Math.max(0, span.start - 60), span.start);
  if (POINTS_BACK.test(before)) return true;
  const own = sliceOf(text, span);
  if (kind === 'relative') return BARE_UNIT.test(own) && POINTS_IN_TEXT.test(before);
  if (kind !== 'weekday' || WEEK_OF_WRITING.test(own)) return false;
  return POINTS_IN_TEXT.test(before) || OF_A_WEEK_IN_TEXT.test(text.slice(span.end, span.end + 60));
}
