import type { Article } from '../corpus/article.ts';
import { areCopies } from '../corpus/copies.ts';
import { isCorrection, isWithdrawn } from '../corpus/editions.ts';
import { type Difference, differencesOf } from '../match/differences.ts';
import type { Located } from '../match/locate.ts';
import type { Claim } from '../prose/claims.ts';
import { readable } from '../prose/prose.ts';
import type { Quotation } from '../prose/quotations.ts';
import { type CalendarDate, parseIsoDate } from '../text/calendarDate.ts';
import { joined, NOTHING_SAID, type Said, say, together } from '../text/said.ts';
import { saidDate } from '../text/saidDates.ts';
import { overlaps, type Span, sliceOf } from '../text/span.ts';
import { type ClaimMatch, claimMatches, matchesAlike } from './claimMatch.ts';
import type { RuleContext } from './context.ts';
import { matchOf } from './evidence.ts';
import type { Edit, Finding, Fix } from './finding.ts';
import { restoration, spanOfWords } from './misquote.ts';
import { hasPassage, inNewest, isSuperseded, newestOf } from './newestVersion.ts';
import type { QuotationReading } from './reading.ts';
import type { Rule } from './rule.ts';
import { publisherName, quoted, sourceAsSubject, sourceName } from './wording.ts';
import { isOtherNumber } from './wrongNumber.ts';

/** A claim is a source's sentence where so much of it is the source's, and no chance (bits). */
const LEAST_COVERAGE = 0.6;
const LEAST_BITS = 75;
/** A sentence of the newest version is the same one, changed, where so much of it is the same. */
const LEAST_SIMILARITY = 0.8;
const MOST_DIFFERENCES = 2;

/**
 * Of passages that have the draft's words the first in a version that is no more; undefined where one is in what still holds.
 * A reprint of a text that was changed since holds no more than the text.
 */
function supersededAmong(passages: readonly Located[], { corpus }: RuleContext): Located | undefined {
  const gone = passages.filter(({ article }) => isSuperseded(article, corpus));
  if (gone.length === 0) return undefined;
  const holds = ({ article }: Located) => !gone.some((one) => one.article === article || areCopies(one.article, article));
  return passages.some(holds) ? undefined : gone[0];
}

/** The day of a version, and the hour where the version before it is of the same day; null where it is not stated. */
function madeOn(newest: Article, before: Article): { readonly day: CalendarDate; readonly time: string | null } | null {
  const created = newest.edition?.created ?? null;
  const day = (created === null ? null : parseIsoDate(created.slice(0, 'YYYY-MM-DD'.length))) ?? newest.published;
  if (!day) return null;
  const time = /T(\d\d:\d\d)/u.exec(created ?? '')?.[1];
  const earlier = before.edition?.created ?? null;
  const isSameDay =
    newest !== before && created !== null && earlier?.slice(0, 'YYYY-MM-DD'.length) === created.slice(0, 'YYYY-MM-DD'.length);
  return { day, time: isSameDay && time !== undefined ? time : null };
}

type Moment = ReturnType<typeof madeOn>;

/** “on 6 March 2025”, “on 6 March 2025 at 14:05”; empty where it is not stated. */
function on(when: Moment): Said {
  if (!when) return NOTHING_SAID;
  const day = saidDate(when.day);
  return when.time === null ? say` on ${day}` : say` on ${day} at ${when.time}`;
}

function withdrawn(newest: Article, old: Article): Said {
  const name = publisherName(newest.publisher === null ? old : newest);
  const made = madeOn(newest, old);
  if (newest.edition?.status !== 'withheld') return say`${name} withdrew this text${on(made)}: it is not to be used.`;
  return made ? say`${name} is holding this text back (notice${on(made)}).` : say`${name} is holding this text back.`;
}

/** What the newest version has; `theirs` and `own` are empty where one of the two has nothing. */
function instead({ theirs, own }: { readonly theirs: string; readonly own: string | null }): Said {
  if (own === null) return say`it reads ${quoted(theirs)} now`;
  if (theirs === '') return say`it no longer has ${quoted(own)} here`;
  if (own === '') return say`it has ${quoted(theirs)} here now, which it had not before`;
  return say`it has ${quoted(theirs)} now, not ${quoted(own)}`;
}

function changed(newest: Article, old: Article, words: { readonly theirs: string; readonly own: string | null }): Said {
  const when = madeOn(newest, old);
  if (isCorrection(newest)) return say`${publisherName(newest)} corrected this${on(when)}: ${instead(words)}.`;
  const moment = when && joined([saidDate(when.day), ...(when.time === null ? [] : [when.time])], ', ');
  const name = moment ? together(publisherName(newest), ', ', moment) : sourceName(newest);
  return say`A newer version of this text (${name}) is at hand: ${instead(words)}.`;
}

function dropped(newest: Article, old: Article): Said {
  if (isCorrection(newest))
    return say`${publisherName(newest)} corrected this text${on(madeOn(newest, old))}, and these words are no longer in it.`;
  return say`${sourceAsSubject(newest)} is the newest version of this text, and these words are no longer in it.`;
}

/** What of a passage in the newest version the draft has as the older one had it. */
function changesSince(reading: QuotationReading, newest: Located): Difference[] {
  return differencesOf(reading.tokens(), newest).filter(
    ({ tokens }) => !reading.changes.some(({ difference }) => overlaps(difference.tokens, tokens) || isSame(difference.tokens, tokens)),
  );
}

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** The edits that put the newest words in, where each change can be made by itself; none where one cannot. */
function updates(differences: readonly Difference[], reading: QuotationReading, newest: Located, context: RuleContext): Fix[] {
  const newestReading = { ...reading, best: newest };
  const edits = differences.map((difference): Edit | undefined =>
    restoration({
      reading: newestReading,
      change: { kind: 'content', difference, token: null },
      text: context.draft.prose.text,
      source: newest.article.prose.text,
    }),
  );
  if (edits.some((edit) => edit === undefined)) return [];
  return [updateBy(edits as Edit[])];
}

function updateBy(edits: readonly Edit[]): Fix {
  const [edit] = edits;
  const words = edits.length === 1 && edit ? edit.newText.trim() : '';
  const title = words === '' ? say`Follow the newest version` : say`Follow the newest version: ${quoted(words)}`;
  return { title, applicability: 'unsafe', preferred: true, edits };
}

function ofWithdrawn(newest: Article, old: Located, { span }: Quotation | Claim, equals?: readonly Located[]): Finding {
  const message = withdrawn(newest, old.article);
  return { rule: 'superseded-source', kind: null, span, message, match: matchOf(old, equals), fixes: [] };
}

function* ofQuotation(quotation: Quotation, context: RuleContext): Iterable<Finding> {
  const reading = context.readingOf(quotation);
  if (!reading.best || reading.splice || !reading.telling) return;
  const old = supersededAmong(reading.equals, context);
  const newest = old && newestOf(old.article, context);
  if (!old || !newest) return;
  if (isWithdrawn(newest)) {
    yield ofWithdrawn(newest, old, quotation, reading.equals);
    return;
  }
  if (newest === old.article || hasPassage(newest, old)) return;
  const now = inNewest(context.queryOf(quotation), old, newest);
  if (!now) {
    const kind = isCorrection(newest) ? null : 'dropped';
    const match = matchOf(old, reading.equals);
    yield { rule: 'superseded-source', kind, span: quotation.span, message: dropped(newest, old.article), match, fixes: [] };
    return;
  }
  const differences = changesSince(reading, now);
  if (differences.length > 0) yield ofChange({ reading, old, now, differences }, context);
}

/** A quotation that has words of an older version, and the newest version's in their place. */
interface ChangedPassage {
  readonly reading: QuotationReading;
  readonly old: Located;
  readonly now: Located;
  /** At least one. */
  readonly differences: readonly Difference[];
}

function ofChange({ reading, old, now, differences }: ChangedPassage, context: RuleContext): Finding {
  const [first, ...more] = differences as [Difference, ...Difference[]];
  const newest = now.article;
  const exact = readable(sliceOf(newest.prose.text, now.span));
  const wordsOf = (text: string, words: Difference['draft']) => (words.length > 0 ? sliceOf(text, spanOfWords(words)) : '');
  return {
    rule: 'superseded-source',
    kind: null,
    span: more.length === 0 && first.draft.length > 0 ? spanOfWords(first.draft) : reading.quotation.span,
    message: changed(
      newest,
      old.article,
      more.length === 0
        ? { theirs: wordsOf(newest.prose.text, first.source), own: wordsOf(context.draft.prose.text, first.draft) }
        : { theirs: exact, own: null },
    ),
    match: { ...matchOf(old, reading.equals), otherwise: [{ source: { articleId: newest.id, span: now.span }, exact }] },
    fixes: updates(differences, reading, now, context),
  };
}

/** Whether a newer version that says nothing of a correction has other words for a fact, not for the telling of it. */
function isOfFact(difference: Difference, newest: Article): boolean {
  if (isCorrection(newest)) return true;
  const isName = difference.source.some(({ span }) => /^\p{Upper}/u.test(sliceOf(newest.prose.text, span)));
  return isOtherNumber(difference) || isName;
}

/** The newest version's sentence for a claim that has the words of an older one, and in what it differs. */
function changedClaim(claim: Claim, newest: Article, context: RuleContext): { match: ClaimMatch; difference: Difference } | undefined {
  const inIt = [...claimMatches(claim, context), ...matchesAlike(claim, context)].filter(({ located }) => located.article === newest);
  const match = inIt.find(({ similarity, coverage }) => similarity >= LEAST_SIMILARITY && coverage >= LEAST_COVERAGE);
  if (!match || inIt.some(({ differences }) => differences.length === 0) || match.differences.length > MOST_DIFFERENCES) return undefined;
  const difference = match.differences.find((one) => one.kind === 'replaced' && isOfFact(one, newest));
  return difference && { match, difference };
}

function* ofClaim(claim: Claim, context: RuleContext): Iterable<Finding> {
  const own = claimMatches(claim, context).filter(
    ({ differences, coverage, information }) => differences.length === 0 && coverage >= LEAST_COVERAGE && information >= LEAST_BITS,
  );
  const old = supersededAmong(
    own.map(({ located }) => located),
    context,
  );
  const newest = old && newestOf(old.article, context);
  if (!old || !newest) return;
  if (isWithdrawn(newest)) {
    yield ofWithdrawn(newest, old, claim);
    return;
  }
  const now = newest === old.article || hasPassage(newest, old) ? undefined : changedClaim(claim, newest, context);
  if (!now) return;
  const { difference, match } = now;
  const span = spanOfWords(difference.draft);
  const theirs = readable(sliceOf(newest.prose.text, spanOfWords(difference.source)));
  const { located } = match;
  yield {
    rule: 'superseded-source',
    kind: null,
    span,
    message: changed(newest, old.article, { theirs, own: sliceOf(context.draft.prose.text, span) }),
    match: {
      ...matchOf(old),
      otherwise: [{ source: { articleId: newest.id, span: located.span }, exact: readable(sliceOf(newest.prose.text, located.span)) }],
    },
    fixes: match.differences.length === 1 ? [updateBy([{ span, newText: theirs }])] : [],
  };
}

/** The words stand in an older version of a source only: the newest has others or none, or the source was withdrawn. */
export const supersededSource: Rule = {
  name: 'superseded-source',
  summary: 'The source was corrected, updated or withdrawn since, and the words are those of before.',
  quotation: ofQuotation,
  claim: ofClaim,
};
