import type { DayInterval } from '../text/calendarDate.ts';
import { sentencesOf } from '../text/sentences.ts';
import { contains, type Span, sliceOf } from '../text/span.ts';

/** What stands in a date's sentence before and behind it; quotations in it are best blanked out. */
export interface SentenceRound {
  readonly before: string;
  readonly after: string;
}

/** A sentence with any of these may speak of days to come. */
const OF_THE_FUTURE =
  /\b(?:will|shall|would|could|may|might|can|must|should|won[’']t|due|next|coming|upcoming|until|till|by|before|ahead|tomorrow|soon|going|plan(?:s|ned|ning)?|(?:re)?schedul\p{Lower}+|set|expect\p{Lower}*|propos\p{Lower}+|postpon\p{Lower}+|delay\p{Lower}*|adjourn\p{Lower}*|organi[sz]ed|arranged|booked|invit\p{Lower}+)\b|[’']ll\b/u;
/** “asked the court to sit on Friday” */
const TO_DO = /\bto\s+(?!(?:the|an?|his|her|their|its|this|that|these|those|him|them|me|us|reporters|journalists)\b)\p{Lower}/u;

/** Finite verbs that tell what has happened; what else ends in “ed” may be a participle of something to come. */
const HAPPENED =
  'came|went|met|was|were|began|broke|fell|rose|took|gave|lost|struck|left|died|resigned|arrived|happened|occurred|ended|started|opened|closed|burned|collapsed';
const TOLD = 'told|asked|warned|informed|assured';
const SPOKE = `said|wrote|spoke|added|announced|declared|stated|replied|answered|responded|remarked|noted|insisted|argued|explained|claimed|reported|testified|tweeted|posted|admitted|acknowledged|confirmed|denied|repeated|recalled|ruled|${TOLD}`;
/** “came on”, “was lodged on”: the verb right in front of a date, which is its day. */
const HAPPENED_THEN = new RegExp(
  `\\b(?:${HAPPENED}|${SPOKE}|(?:was|were|had\\s+been)\\s+\\p{Lower}+(?:ed|en|ld|ught|ade))\\s+(?:back\\s+)?(?:on|in)\\s+$`,
  'u',
);
const PAST_VERB = new RegExp(`\\b(?:${HAPPENED}|${SPOKE}|had|did|held|made|found|won|\\p{Lower}{2,}ed)\\b`, 'u');

const NAMES = "(?:\\p{Upper}[\\p{Alpha}.’'-]*\\s+){1,3}";
/** “said on”, “told the Post on”, “said in a statement on”: the day is that of the words, whatever they foretell. */
const SAID_THEN = new RegExp(
  `\\b(?:(?:${SPOKE})\\s+(?:${NAMES})?|(?:${TOLD})\\s+(?:(?:the|an?|his|her|their)\\s+)?(?:[\\p{Alpha}’'-]+\\s+)(?:${NAMES})?)` +
    '(?:(?:in|at|during)\\s+an?\\s+(?:\\p{Lower}+\\s+){1,2})?(?:late\\s+|early\\s+)?(?:on\\s+)?$',
  'u',
);
/** “on Tuesday said” */
const THEN_SAID = new RegExp(`^,?\\s+(?:${SPOKE})\\b`, 'u');
/** “On Tuesday, the minister said” */
const OPENS_WITH_DAY = /^\W*(?:[Oo]n\s+)?$/u;
const SOMEBODY_SAID = new RegExp(`^,?\\s+((?:[\\p{Alpha}.’'-]+\\s+){1,5}?)(?:${SPOKE})\\b(?!,)`, 'u');

function maySpeakOfTheFuture(words: string): boolean {
  return OF_THE_FUTURE.test(words.toLowerCase()) || TO_DO.test(words);
}

/** The sentence of a text that a stretch stands in, without the stretch. */
export function sentenceRound(text: string, span: Span): SentenceRound {
  const sentence = sentencesOf(text, { start: 0, end: text.length }).find((one) => contains(one, span)) ?? span;
  return {
    before: sliceOf(text, { start: sentence.start, end: span.start }),
    after: sliceOf(text, { start: span.end, end: sentence.end }),
  };
}

/** So far ahead of the day of writing a date may lie that was written as past: texts are dated before they are done. Days. */
const AHEAD = 31;

/** Of the days that a date without its year may be, those that its sentence leaves: “came on 10 March” is no day to come. */
export function leftByTense(days: readonly DayInterval[], anchor: number, { before, after }: SentenceRound): DayInterval[] {
  const isPast = HAPPENED_THEN.test(before) && !maySpeakOfTheFuture(before + after);
  const past = isPast ? days.filter(({ first }) => first <= anchor + AHEAD) : [];
  return past.length > 0 ? past : [...days];
}

/** Whether somebody spoke on the day that stands in a sentence: “said on Tuesday that they would meet”. */
function isDayOfWords({ before, after }: SentenceRound): boolean {
  if (SAID_THEN.test(before)) return !maySpeakOfTheFuture(after.split(/\s+/, 3).join(' '));
  if (THEN_SAID.test(after)) return true;
  const somebody = OPENS_WITH_DAY.test(before) ? SOMEBODY_SAID.exec(after)?.[1] : undefined;
  return somebody !== undefined && !maySpeakOfTheFuture(somebody);
}

/** Whether a sentence of a report tells what has happened on a day, so that the day is the last of its name. */
export function tellsOfThePast(sentence: SentenceRound): boolean {
  if (isDayOfWords(sentence)) return true;
  const words = `${sentence.before} ${sentence.after}`;
  return PAST_VERB.test(words) && !maySpeakOfTheFuture(words);
}
