import { isOneSource } from '../corpus/copies.ts';
import { speakersAt } from '../corpus/sayings.ts';
import type { Located } from '../match/locate.ts';
import type { Attribution } from '../prose/attribution.ts';
import type { Claim } from '../prose/claims.ts';
import { QUOTED } from '../prose/clause.ts';
import { isCue } from '../prose/cues.ts';
import type { DateMention } from '../prose/dates.ts';
import { sameName } from '../prose/names.ts';
import { blockAt, MARKUP, readable } from '../prose/prose.ts';
import type { Quotation } from '../prose/quotations.ts';
import { byContent } from '../text/byContent.ts';
import { type CalendarDate, dateOfDay, dayNumber, exists, intervalOf, longDate, weekdayOf } from '../text/calendarDate.ts';
import { rewriteDate } from '../text/dateFormat.ts';
import { NOTHING_SAID, say } from '../text/said.ts';
import { saidDate, saidInterval, saidWeekday } from '../text/saidDates.ts';
import { sentencesOf } from '../text/sentences.ts';
import { contains, cover, distance, overlaps, type Span, sliceOf } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import { type ClaimMatch, claimMatches } from './claimMatch.ts';
import type { RuleContext } from './context.ts';
import { matchOf } from './evidence.ts';
import type { Finding, Fix } from './finding.ts';
import { isGuessed, restingOn } from './guesses.ts';
import type { QuotationReading } from './reading.ts';
import type { Rule } from './rule.ts';
import { dayBySource, fitsSource, hasUnreadDay, isDatedInEnglish, likeliestDate, sourceDates } from './sourceDates.ts';
import { quoted, sourceAsSubject, sourceName } from './wording.ts';

/** A mention so near to an attribution or a quotation's edge belongs to it. UTF-16 code units. */
const NEAR = 45;
/** “treaty signed on 3 May”, “born in Malmö in 1961”: a participle that is no cue ties the date to something else. In small letters. */
const OTHER_EVENT =
  /\b(\p{Alpha}*(?:ed|born|held|begun|built|killed|made))\s+(?:\p{Alpha}+\s+)?(?:(?:in|at|near|by|from|for)\s+(?:[\p{Alpha}’'-]+\s+){1,4})?(?:on|in)\s*$/u;
/** “who came here in 1961”: a relative clause that is still open where the date stands. */
const IN_RELATIVE_CLAUSE = /\b(?:who|whose|whom|which)\b([^,;:.!?“”"()—–]*)$/iu;
const OF_UTTERANCE = new Set(
  'sent published released delivered posted issued dated aired broadcast recorded printed given made quoted used'.split(' '),
);
const NOT_THE_DAY =
  /\b(?:since|until|till|by|before|after|from|to|between|through|of|than|ending|beginning|starting)\s+(?:early\s+|late\s+|mid-?)?$/iu;

/** Whether the words in front of a mention tie it to some other event than the utterance. */
function isOfOtherEvent(text: string, mention: DateMention, sentence: Span): boolean {
  const before = text.slice(sentence.start, mention.span.start);
  if (NOT_THE_DAY.test(before) && !/\bmessage\s+of\s+$|\bspeech\s+of\s+$|\bstatement\s+of\s+$|\baddress\s+of\s+$/iu.test(before))
    return true;
  const relative = IN_RELATIVE_CLAUSE.exec(before)?.[1];
  if (relative !== undefined && !(relative.match(/\p{Alpha}+/gu) ?? []).some((word) => isCue(word))) return true;
  const participle = OTHER_EVENT.exec(before.toLowerCase())?.[1];
  return participle !== undefined && !OF_UTTERANCE.has(participle) && !isCue(participle);
}

/** “a week before Kim told …”, “when they first met”: between a date and a speaker, these tie the date to something else. */
const OTHER_CLAUSE =
  /\b(?:before|after|when|while|since|until|ahead|later|earlier|years?|months?|weeks?|days?|hours?|where|nobody|because|although|though)\b|[’']s\b/iu;

/** Whether the mention and whoever speaks stand in one clause: nothing between them begins another. */
function isInClause(text: string, mention: DateMention, attribution: Attribution): boolean {
  const speaker = attribution.speakers[0]?.span ?? attribution.span;
  const between =
    mention.span.end <= speaker.start ? text.slice(mention.span.end, speaker.start) : text.slice(speaker.end, mention.span.start);
  if (mention.span.end > speaker.start && mention.span.start < speaker.end) return true;
  return !OTHER_CLAUSE.test(between.replaceAll(QUOTED, ' ')) && !/^[’']s\b/u.test(text.slice(mention.span.end, mention.span.end + 2));
}

/** Whether a text has two words at most. */
const isHardlyAnything = byContent((text) => (text.match(/\p{IDC}+/gu)?.length ?? 0) < 3);

/** The date mention that says when the quoted words were uttered; undefined where none plainly does, or several may. */
function tiedMention(quotation: Quotation, context: RuleContext): DateMention | undefined {
  const { sentence } = context.settingOf(quotation);
  const attribution = context.attributionOf(quotation);
  if (attribution?.place !== 'sentence' || !attribution.plain) return undefined;
  const place = quotation.style === 'block' ? cover(sentence, attribution.span) : sentence;
  const text = context.draft.outer;
  const mentions = context.datesIn(place);
  const anchors = [quotation.span, attribution.span];
  const opens = (mention: DateMention) => isHardlyAnything(text.slice(sentence.start, mention.span.start));
  const near = mentions.filter((mention) => opens(mention) || Math.min(...anchors.map((anchor) => distance(anchor, mention.span))) <= NEAR);
  const [only] = near;
  if (!only || near.length > 1 || isOfOtherEvent(text, only, sentence) || !isInClause(text, only, attribution)) return undefined;
  const { equals } = context.readingOf(quotation);
  return mentions.some((mention) => equals.some((located) => fitsSource(mention, located))) ? undefined : only;
}

/** The day that a mention names; its year may follow from the draft's date. */
function statedDay({ stated, readings }: DateMention): number | undefined {
  const { year, month, day } = stated;
  if (month === undefined || day === undefined) return undefined;
  return year === undefined ? readings[0]?.first : dayNumber(year, month, day);
}

/** In front of a day that needs no “on” any more. */
const LEADS_TO_DAY =
  /(?:\b(?:on|in|at|of|from|since|by|until|till|to|for|before|after|between|and|or|the|this|that|during|over|within|around|about|dated)\s+|[(–—-]\s*)$/iu;
const SENTENCE_OPENS = /(?:^|[.!?…][”"’)\]]*\s+)$/u;

/** A day in the place of “yesterday”, “Monday” or “last month”, which stand behind a verb as they are: “said on 3 March 2025”. */
function dayForRelative({ span }: DateMention, to: Required<CalendarDate>, { draft }: RuleContext): string {
  const block = blockAt(draft.prose, span.start)?.span ?? span;
  const before = sliceOf(draft.outer, { start: block.start, end: span.start }).replaceAll(MARKUP, '');
  if (LEADS_TO_DAY.test(before)) return longDate(to);
  return `${SENTENCE_OPENS.test(before) ? 'On' : 'on'} ${longDate(to)}`;
}

function dateFix(mention: DateMention, to: Required<CalendarDate>, safe: boolean, context: RuleContext): Fix {
  const isOfCalendar = mention.kind === 'calendar';
  const text = sliceOf(context.draft.text, mention.span);
  const newText = isOfCalendar ? rewriteDate(text, mention.stated, to) : dayForRelative(mention, to, context);
  const applicability = safe && isOfCalendar ? 'safe' : 'unsafe';
  return {
    title: say`Change to ${quoted(newText)}`,
    applicability,
    preferred: true,
    edits: [{ span: mention.span, newText, asIs: isOfCalendar }],
  };
}

/** Whether the text has already what a fix would make of it: “February” for a February of another year. Then nothing is plainly wrong. */
function leavesAsItIs({ edits }: Fix, { draft }: RuleContext): boolean {
  return edits.every(({ span, newText }) => sliceOf(draft.text, span) === newText);
}

/** Which day the sources have where the draft's fits none of them; undefined where one is undated, cannot be read for dates, or fits. */
function contradictedBy(mention: DateMention, located: readonly Located[]): Located | undefined {
  if (mention.readings.length === 0) return undefined;
  const speaks = located.every((one) => {
    const dates = sourceDates(one);
    const dated = one.article.published !== null || dates.some(({ place }) => place === 'sentence');
    return dated && isDatedInEnglish(one) && !hasUnreadDay(one) && !fitsSource(mention, one);
  });
  return speaks ? located[0] : undefined;
}

function* ofQuotation(quotation: Quotation, context: RuleContext): Iterable<Finding> {
  const reading = context.readingOf(quotation);
  if (!reading.best || reading.splice || !reading.telling || !isRooted(quotation, reading, context)) return;
  const mention = tiedMention(quotation, context);
  const source = mention && contradictedBy(mention, reading.equals);
  if (!mention || !source) return;
  const text = sliceOf(context.draft.text, mention.span);
  const to = likeliestDate(mention, source);
  const fix = to && dateFix(mention, to, isOfOneDay(mention, reading.equals), context);
  if (fix && leavesAsItIs(fix, context)) return;
  const [meant] = mention.readings;
  const reads = mention.kind === 'calendar' || !meant ? NOTHING_SAID : say` (${saidInterval(meant)} by the draft’s date)`;
  const articles = reading.equals.map(({ article }) => article);
  yield* restingOn('published', articles, {
    rule: 'wrong-date',
    kind: null,
    span: mention.span,
    message: to
      ? say`${quoted(text)}${reads} does not fit ${sourceName(source.article)}: there it is ${saidDate(to)}.`
      : say`${quoted(text)}${reads} does not fit ${sourceName(source.article)}.`,
    match: matchOf(source, reading.equals),
    fixes: fix ? [fix] : [],
  });
}

/** Whether passages are of one source, reprinted maybe, and give a mention the same day. */
function isOfOneDay(mention: DateMention, passages: readonly Located[]): boolean {
  const days = new Set(passages.map((located) => JSON.stringify(likeliestDate(mention, located))));
  return days.size === 1 && isOneSource(passages.map(({ article }) => article));
}

/** Words that tell so much (bits) stand in few places by chance. */
const ROOTED_BITS = 70;

/** Whether the passage is where the words come from beyond doubt: long, or given to the same person or by the paper that the draft names. */
function isRooted(quotation: Quotation, { best }: QuotationReading, context: RuleContext): boolean {
  if (!best || best.information >= ROOTED_BITS) return best !== null;
  const names = [...(context.attributionOf(quotation)?.speakers ?? []), ...(context.attributionOf(quotation)?.credits ?? [])].flatMap(
    ({ name }) => name ?? [],
  );
  const theirs = [...speakersAt(best.article, best.span), ...(best.article.publisher ? [best.article.publisher] : [])];
  return names.length === 0 || names.some((name) => theirs.some((other) => sameName(name, other, context.options.aliases)));
}

/** So much else may differ in a claim for its date to be called wrong. */
const MOST_OTHER_DIFFERENCES = 1;
/** These tell one event from another: “an earlier fire, in 1987, …”. */
const COMPARES = /\b(?:another|different|earlier|previous|second|similar|third|unlike)\b/giu;
const comparisonsIn = (text: string) => (text.match(COMPARES) ?? []).map((word) => word.toLowerCase()).join(' ');

/** The source's words that a claim is like, from the beginning of their sentence. */
function passageOf({ article: { prose }, span }: Located): string {
  const block = blockAt(prose, span.start)?.span ?? span;
  const sentence = sentencesOf(prose.text, block).find((one) => one.end > span.start) ?? span;
  return sliceOf(prose.text, cover(sentence, span));
}

/** Whether a claim, by what differs beside its date, is of another thing than the passage. */
function isOfOtherThing(claim: Claim, { differences, located }: ClaimMatch, mention: DateMention, { draft }: RuleContext): boolean {
  const others = differences.filter((difference) => !difference.draft.some((word) => overlaps(word.span, mention.span)));
  return others.length > MOST_OTHER_DIFFERENCES || comparisonsIn(sliceOf(draft.outer, claim.span)) !== comparisonsIn(passageOf(located));
}

/** A claim that a source has but for the date in it. */
function* ofClaim(claim: Claim, context: RuleContext): Iterable<Finding> {
  const matches = claimMatches(claim, context);
  const [best] = matches;
  if (
    !best ||
    best.similarity < 0.7 ||
    best.coverage < 0.6 ||
    matches.some((match) => match.similarity > 0.7 && match.differences.length === 0) ||
    !isDatedInEnglish(best.located)
  )
    return;
  const mentions = context.datesIn(claim.span);
  const source = best.located.article.prose.text;
  for (const { draft, source: theirs, kind } of best.differences) {
    if (kind !== 'replaced') continue;
    const own = cover((draft[0] as Word).span, (draft.at(-1) as Word).span);
    const mention = mentions.find(({ span }) => contains(span, own));
    const words = cover((theirs[0] as Word).span, (theirs.at(-1) as Word).span);
    const newText = readable(sliceOf(source, words));
    if (
      !mention ||
      isOfOtherThing(claim, best, mention, context) ||
      mention.readings.length === 0 ||
      !/^(?:\d{1,4}|\p{Upper}\p{Lower}+)/u.test(newText) ||
      fitsSource(mention, best.located)
    )
      continue;
    const fix: Fix = {
      title: say`Replace by the source’s ${quoted(newText)}`,
      applicability: isOneSource(matches.map(({ located }) => located.article)) ? 'safe' : 'unsafe',
      preferred: true,
      edits: [{ span: own, newText }],
    };
    if (leavesAsItIs(fix, context)) continue;
    yield {
      rule: 'wrong-date',
      kind: null,
      span: mention.span,
      message: say`${sourceAsSubject(best.located.article)} has ${quoted(newText)} here, not ${quoted(sliceOf(context.draft.text, own))}.`,
      match: matchOf(best.located),
      fixes: [fix],
    };
  }
}

/** Whether a year that the text has spoken of makes weekday and day fit: “In 2015 … on Tuesday, March 10” is of that year. */
function fitsYearAround({ stated, span }: DateMention, { draft }: RuleContext): boolean {
  const block = blockAt(draft.prose, span.start)?.span ?? span;
  const years = draft.dates.filter((one) => one.stated.year !== undefined);
  const around = [...years.filter((one) => contains(block, one.span)), ...years.filter((one) => one.span.end <= span.start).slice(-1)];
  return around.some((one) => {
    const date = { year: one.stated.year as number, month: stated.month as number, day: stated.day as number };
    return exists(date) && weekdayOf(intervalOf(date).first) === stated.weekday;
  });
}

/** Days that do not exist, and weekdays that are not the day's. */
function* byTheCalendar(context: RuleContext): Iterable<Finding> {
  for (const mention of context.draft.dates) {
    const text = sliceOf(context.draft.text, mention.span);
    if (!mention.exists) {
      yield { rule: 'wrong-date', kind: null, span: mention.span, message: say`There is no ${text}.`, match: null, fixes: [] };
      continue;
    }
    const day = statedDay(mention);
    if (day === undefined || mention.stated.weekday === undefined || weekdayOf(day) === mention.stated.weekday) continue;
    if (mention.stated.year === undefined && fitsYearAround(mention, context)) continue;
    const source = locatedFor(mention, context);
    const theirs = source.map((one) => dayBySource(day, mention.stated.weekday as number, one))[0];
    const articles = source.map(({ article }) => article);
    const to = dateOfDay(theirs ?? day);
    const isAhead = context.draft.anchor !== null && day > intervalOf(context.draft.anchor).last;
    const [date, right, wrong] = [saidDate(dateOfDay(day)), saidWeekday(weekdayOf(day)), saidWeekday(mention.stated.weekday)];
    yield {
      rule: 'wrong-date',
      kind: null,
      span: mention.span,
      message: isAhead ? say`${date} is a ${right}, not a ${wrong}.` : say`${date} was a ${right}, not a ${wrong}.`,
      match: source.map((one) => matchOf(one))[0] ?? null,
      fixes: [dateFix(mention, to, theirs !== undefined && !isGuessed(articles, 'published'), context)],
    };
  }
}

/** The passage of a quotation that a mention is tied to; none where nothing tells. */
function locatedFor(mention: DateMention, context: RuleContext): Located[] {
  const quotation = context.draft.quotations.find((one) => one.depth === 0 && overlaps(context.settingOf(one).sentence, mention.span));
  const reading = quotation && context.readingOf(quotation);
  return reading?.telling && reading.best && isDatedInEnglish(reading.best) ? [reading.best] : [];
}

/** A date that fits neither the event nor the publication of its source, or that the calendar contradicts. */
export const wrongDate: Rule = {
  name: 'wrong-date',
  summary: 'The date does not fit the source, the weekday or the calendar.',
  quotation: ofQuotation,
  claim: ofClaim,
  draft: byTheCalendar,
};
