import type { DayInterval } from '../text/calendarDate.ts';
import { sentencesOf } from '../text/sentences.ts';
import { contains, type Span, sliceOf } from '../text/span.ts';

/** A sentence with any of these may speak of days to come: “asked the court to sit on Friday”. Which day it means is left open. */
const OF_THE_FUTURE =
  /\b(?:will|shall|would|could|may|might|can|must|should|won|due|next|coming|upcoming|until|till|by|before|ahead|tomorrow|soon|going|plan(?:s|ned|ning)?|(?:re)?schedul\p{Ll}+|set|expect\p{Ll}*|propos\p{Ll}+|postpon\p{Ll}+|delay\p{Ll}*|adjourn\p{Ll}*|organi[sz]ed|arranged|booked|invit\p{Ll}+|to\s+(?!(?:the|an?|his|her|their|its|this|that|these|those|him|them|me|us|reporters|journalists)\b)\p{Ll}+)\b|[’']ll\b/iu;

/** Finite verbs that tell what has happened; what else ends in “ed” may be a participle of something to come. */
const HAPPENED =
  'came went met was were began broke fell rose took gave won lost struck left died resigned arrived happened occurred ended started opened closed burned collapsed';
const SPOKE =
  'said told wrote spoke added announced declared stated replied answered responded remarked noted asked insisted warned argued explained claimed reported testified tweeted posted admitted acknowledged confirmed denied repeated recalled ruled';
const verbs = (words: string) => words.replaceAll(' ', '|');
/** “came on”, “was lodged on”: the verb right in front of a date, which is its day. */
const HAPPENED_THEN = new RegExp(
  `\\b(?:${verbs(`${HAPPENED} ${SPOKE}`)}|(?:was|were|had\\s+been)\\s+\\p{Ll}+(?:ed|en|ld|ught|ade))\\s+(?:back\\s+)?(?:on|in)\\s+$`,
  'u',
);

/** The sentence of a text that a stretch stands in, in two: before and behind it. */
export function sentenceRound(text: string, span: Span): { before: string; after: string } {
  const sentence = sentencesOf(text, { start: 0, end: text.length }).find((one) => contains(one, span)) ?? span;
  return {
    before: sliceOf(text, { start: sentence.start, end: span.start }),
    after: sliceOf(text, { start: span.end, end: sentence.end }),
  };
}

/** So far ahead of the day of writing a date may lie that was written as past: texts are dated before they are done. Days. */
const AHEAD = 31;

/** Of the days that a date without its year may be, those that its sentence leaves: “came on 10 March” is no day to come. */
export function leftByTense(
  days: readonly DayInterval[],
  anchor: number,
  { before, after }: { before: string; after: string },
): DayInterval[] {
  const isPast = HAPPENED_THEN.test(before) && !OF_THE_FUTURE.test(before) && !OF_THE_FUTURE.test(after);
  const past = isPast ? days.filter(({ first }) => first <= anchor + AHEAD) : [];
  return past.length > 0 ? past : [...days];
}
