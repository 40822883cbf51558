import { byContent } from '../text/byContent.ts';
import { type Span, sliceOf } from '../text/span.ts';
import type { Attribution, Speaker } from './attribution.ts';
import { type ClauseToken, clauseTokens, isSelfContained, POSSESSIVE } from './clause.ts';
import { isSpeechCue } from './cues.ts';
import { DEMONYM, isUtterance, mainSubject, speakerOf, subjectAfter, subjectBefore } from './subjects.ts';

const MARKS_ONLY = new Set(['comma', 'stop', 'dash', 'quoted', 'colon']);

/** “— Ada Quill, 1999”, “(Quill 1999)”: a name set off by a dash or a bracket right after the quotation. */
function isSetOff(tokens: readonly ClauseToken[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind !== 'dash' && before?.text !== '(') return false;
  return !tokens.slice(at + 1).some(({ kind }) => kind === 'cue');
}

/** “I”, “we”: in a sentence of its own, whoever writes the draft. */
function isNarrator({ text }: ClauseToken): boolean {
  return text === 'i' || text === 'we';
}

interface FollowingSpeaker {
  readonly speaker: Speaker;
  readonly cue: ClauseToken;
  /** Whether it stands right behind the quotation. */
  readonly near: boolean;
  readonly plain: boolean;
}

/** So many tokens behind a quotation its attribution's verb may stand. */
const FARTHEST_CUE = 18;

/** The attribution that follows a quotation: “…,” Ada said; “…,” wrote Ada; “…,” said the keeper. */
function followingSpeaker(tokens: readonly ClauseToken[], ended: boolean): FollowingSpeaker | undefined {
  const first = tokens.findIndex(({ kind }) => !MARKS_ONLY.has(kind));
  const credit = tokens[first];
  if (credit?.kind === 'name' && isSetOff(tokens, first)) return { speaker: speakerOf(credit), cue: credit, near: true, plain: true };
  const at = tokens.findIndex(({ kind }, i) => i >= first && kind === 'cue');
  const cue = tokens[at];
  if (!cue || at - first > FARTHEST_CUE || (ended && !isSpeechCue(cue.text))) return undefined;
  if (tokens.slice(first, at).some(({ kind }) => kind === 'stop' || kind === 'quoted')) return undefined;
  const inverted = at === first;
  const participle = /ing$/.test(cue.text);
  const subject = inverted ? (participle ? undefined : subjectAfter(tokens, at)) : subjectBefore(tokens, at);
  if (!subject || (ended && isNarrator(subject))) return undefined;
  const near = inverted || isNear(tokens.slice(first, tokens.indexOf(subject)));
  return { speaker: speakerOf(subject), cue, near, plain: near && isSpeechCue(cue.text) && !isPassive(tokens, at) };
}

/** “was told”, “had been called”: the subject hears, and does not say. */
function isPassive(tokens: readonly ClauseToken[], cue: number): boolean {
  for (let i = cue - 1; tokens[i]?.kind === 'adverb'; i--)
    if (/^(?:is|was|were|be|been|being|are)$/.test((tokens[i] as ClauseToken).text)) return true;
  return /^(?:is|was|were|been|being|are)$/.test(tokens[cue - 1]?.text ?? '');
}

/** Words that are spoken of rather than spoken: “read out the line: …”, “said the letter contained the words …”. */
const MENTIONED = new Set(
  'phrase phrases word words line lines passage passages term expression slogan quote quotation letter statement contained contains contain pointed heard from that’s whose which'.split(
    ' ',
  ),
);

/** So many tokens between a verb of speech and the quotation, and the words may be somebody else's. */
const PLAIN_LEAD = 12;

/** Whether the verb at `cue` leads plainly into the quotation behind it. */
function leadsPlainly(tokens: readonly ClauseToken[], cue: number): boolean {
  const between = tokens.slice(cue + 1);
  const other = between.some(({ kind, text }) => kind === 'stop' || (kind === 'cue' && !/ing$/.test(text)) || MENTIONED.has(text));
  return isSpeechCue((tokens[cue] as ClauseToken).text) && !isPassive(tokens, cue) && between.length <= PLAIN_LEAD && !other;
}

/** Whether hardly anything stands between a quotation and whoever it is given to. */
function isNear(between: readonly ClauseToken[]): boolean {
  const weighty = between.filter(({ kind }) => kind !== 'determiner' && kind !== 'adverb' && kind !== 'role');
  if (weighty[0] && isUtterance(weighty[0].text)) return true;
  return weighty.length <= 3 && !weighty.some(({ kind }) => kind === 'preposition' || kind === 'comma');
}

/** “Ada Quill: ‘…’”, as in headlines and transcripts. */
function beforeColon(tokens: readonly ClauseToken[]): ClauseToken | undefined {
  const last = tokens.findLast(({ kind }) => kind !== 'comma' && kind !== 'quoted');
  if (last?.kind !== 'colon') return undefined;
  const colon = tokens.slice(0, tokens.indexOf(last));
  const bracket = colon.findIndex(({ text }) => text === '(');
  const before = colon.at(-1)?.text === ')' && bracket > 0 ? colon.slice(0, bracket) : colon;
  const nothingElse = before.every(({ kind }) => kind === 'name' || kind === 'role' || kind === 'determiner');
  return nothingElse && before.at(-1)?.kind === 'name' ? before.at(-1) : undefined;
}

/** Whom the verb at `cue` says to speak: its subject, or in “quoted Ada Quill as saying” its object. */
function speakerOfCue(tokens: readonly ClauseToken[], cue: number): Speaker | undefined {
  const quoted = /^quot(?:ed|es|ing)$/.test((tokens[cue] as ClauseToken).text) ? tokens[cue + 1] : undefined;
  if (quoted?.kind === 'name') return speakerOf(quoted);
  if (quoted && /^(?:him|her|them)$/.test(quoted.text)) return { ...speakerOf(quoted), kind: 'pronoun' };
  const subject = subjectBefore(tokens, cue) ?? (isInverted(tokens, cue) ? subjectAfter(tokens, cue) : undefined);
  return subject && speakerOf(subject);
}

/** Whether a verb follows right upon a quotation, so that whoever speaks comes after it: “…,” tweeted Ada Quill. */
function isInverted(tokens: readonly ClauseToken[], cue: number): boolean {
  const before = tokens[cue - 1];
  return before === undefined || before.kind === 'quoted' || (MARKS_ONLY.has(before.kind) && tokens[cue - 2]?.kind === 'quoted');
}

const PEOPLE = new Set(['name', 'pronoun', 'role']);

/** Whether the words lead straight into a quotation, by a verb of speech or by a colon after a clause about somebody. */
function leadsIn(tokens: readonly ClauseToken[]): boolean {
  const last = tokens.findLast(({ kind }) => kind !== 'comma' && kind !== 'quoted' && kind !== 'relative');
  if (last?.kind === 'cue') return isSpeechCue(last.text);
  return last?.kind === 'colon' && tokens.some(({ kind, text }) => PEOPLE.has(kind) && text !== 'it');
}

interface LeadingSpeakers {
  readonly speakers: readonly Speaker[];
  /** Whether a verb or a colon ties the quotation to one of them. */
  readonly strong: boolean;
  readonly plain: boolean;
}

const STANCE = new Set('line view position case argument claim message account version answer response stance'.split(' '));

/** “The agency's line is that …” */
function hasStance(tokens: readonly ClauseToken[]): boolean {
  return tokens.some(
    ({ text }, i) => STANCE.has(text) && tokens[i - 1]?.text === POSSESSIVE && /^(?:is|was|has)$/.test(tokens[i + 1]?.text ?? ''),
  );
}

/** Speakers in front of a quotation, the likeliest first: the subject of the cue nearest to it, and the sentence's subject. */
function leadingSpeakers(tokens: readonly ClauseToken[], text: string): LeadingSpeakers {
  const announced = beforeColon(tokens);
  if (announced) return { speakers: [speakerOf(announced)], strong: true, plain: true };
  const clause = tokens.findLastIndex(({ kind }) => kind === 'stop') + 1;
  const cues = tokens.flatMap(({ kind }, i) => (kind === 'cue' && i >= clause ? [i] : [])).reverse();
  const nearest = cues.flatMap((cue) => {
    const speaker = speakerOfCue(tokens, cue);
    return speaker ? [{ speaker, cue }] : [];
  })[0];
  const main = mainSubject(tokens, text);
  const speakers = nearest ? [nearest.speaker] : [];
  // “Kim and Putin”: two subjects, of whom neither is the one who says it.
  const next = main && tokens[tokens.indexOf(main) + 1];
  if (main && main.span.start !== nearest?.speaker.span.start && next?.kind !== 'and') speakers.push(speakerOf(main));
  const plain = nearest !== undefined && leadsPlainly(tokens, nearest.cue);
  return { speakers, strong: nearest !== undefined || leadsIn(tokens) || hasStance(tokens), plain };
}

/** Who is credited by the phrase at `credit`: the name that follows in its clause, else the role or pronoun. */
function creditedBy(tokens: readonly ClauseToken[], credit: number): ClauseToken | undefined {
  const following = tokens.slice(credit + 1, credit + 10);
  const first = following.find(({ kind }) => kind === 'name' || kind === 'stop');
  return first?.kind === 'name' ? first : following.slice(0, 4).find(({ kind }) => kind === 'role' || kind === 'pronoun');
}

/** Whoever a phrase such as “according to” credits, and the subjects of “reported”. */
function creditsIn(tokens: readonly ClauseToken[]): Speaker[] {
  const credited = tokens.flatMap((token, i): ClauseToken[] => {
    if (token.kind === 'credit') return [creditedBy(tokens, i)].filter((one) => one !== undefined);
    const reports = token.kind === 'cue' && /^report(?:s|ed|ing)?$/.test(token.text);
    return reports ? [subjectBefore(tokens, i)].filter((one) => one !== undefined) : [];
  });
  return credited.map(speakerOf);
}

/** “The message came from Ada Quill.” */
function originIn(tokens: readonly ClauseToken[]): Speaker | undefined {
  const at = tokens.findIndex(({ text }, i) => text === 'from' && /^(?:came|was|were|is|comes)$/.test(tokens[i - 1]?.text ?? ''));
  if (at < 0) return undefined;
  const names = tokens.slice(at + 1, at + 8).filter(({ kind }) => kind === 'name');
  const name = names.findLast((token) => !DEMONYM.test(token.text));
  return name ? speakerOf(name) : undefined;
}

function spanOf(speakers: readonly Speaker[], fallback: Span): Span {
  if (speakers.length === 0) return fallback;
  return { start: Math.min(...speakers.map(({ span }) => span.start)), end: Math.max(...speakers.map(({ span }) => span.end)) };
}

interface AttributionContext {
  readonly text: string;
  /** What follows the quotation, where `after` is what interrupts it. */
  readonly rest: readonly ClauseToken[];
  readonly at: Span;
  /** Whether the quotation ends its sentence: then only a verb of speech in the next one speaks of it. */
  readonly ended: boolean;
}

/** Whom the words just in front of and behind a quotation give it to. `after` is what interrupts it, where something does. */
export function attributionFrom(
  before: readonly ClauseToken[],
  after: readonly ClauseToken[],
  context: AttributionContext,
): Attribution | undefined {
  const leading = leadingSpeakers(before, context.text);
  // A sentence that the quotation ends, and that names somebody in front, needs nobody from the next one.
  const closed = context.ended && (leading.strong || hasQuotedTail(before));
  const following = closed ? undefined : followingSpeaker(after, context.ended);
  const credits = [...creditsIn(before), ...(closed ? [] : creditsIn(after)), ...creditsIn(context.rest)];
  const named = inOrder(leading, following, before.length > 0);
  const speakers = named.length > 0 ? named : credits.slice(0, 1);
  const weak = !following && !leading.strong && credits.length === 0;
  if (weak && (speakers.length === 0 || !hasQuotedTail(before))) return undefined;
  const plain = named.length === 0 || (named[0] === following?.speaker ? following?.plain === true : leading.plain);
  return { span: spanOf([...speakers, ...credits], context.at), speakers, credits, place: 'sentence', tied: !weak, plain };
}

/** Speakers behind and in front of a quotation, the likeliest first: “Ada said “…”, the Courier reported” is Ada's. */
function inOrder(leading: LeadingSpeakers, following: FollowingSpeaker | undefined, led: boolean): Speaker[] {
  const reports = following !== undefined && /^report/.test(following.cue.text) && leading.strong;
  const first = following?.near && !reports ? [following.speaker] : [];
  const second = leading.strong || (led && first.length === 0) ? leading.speakers : [];
  const last = following && first.length === 0 ? [following.speaker] : [];
  return [...first, ...second, ...last];
}

/** Whether the quotation goes on a clause begun before it, rather than standing as a sentence of its own. */
function hasQuotedTail(before: readonly ClauseToken[]): boolean {
  const last = before.at(-1);
  return last !== undefined && last.kind !== 'stop';
}

/** Whether a sentence says itself whose word it is: a speech verb with its subject, or “according to …”. */
export function attributesSomething(outer: string, sentence: Span): boolean {
  return isSelfContained(outer, sentence) ? attributes(sliceOf(outer, sentence)) : areAttributing(clauseTokens(outer, sentence));
}

const attributes = byContent((sentence) => areAttributing(clauseTokens(sentence, { start: 0, end: sentence.length })));

function areAttributing(tokens: readonly ClauseToken[]): boolean {
  if (tokens.some(({ kind }) => kind === 'credit') || creditsIn(tokens).length > 0) return true;
  return tokens.some((_, i) => reports(tokens, i) && (subjectBefore(tokens, i) ?? subjectAfter(tokens, i)) !== undefined);
}

/** Verbs of speech that may as well say what somebody did: “put”, “questioned”, “denied access”, “called for”. */
const DEEDS = new Set(
  'put ask asks asked question questions questioned call calls called deny denies denied promise promises promised pledge pledges pledged post posts posted speak speaks spoke quote quotes quoted maintain maintains maintained urge urges urged read reads describe describes described'.split(
    ' ',
  ),
);
const SUBORDINATE = new Set('when while after before although though because since until where whereas if once which who whose'.split(' '));

/** “Ada Quill maintains that …”, “as Ada Quill put it”, “…, Ada Quill maintains.” */
function hasNoObject(next: ClauseToken | undefined): boolean {
  return next === undefined || next.text === 'that' || next.text === 'it' || MARKS_ONLY.has(next.kind);
}

/** Whether the verb at `i` says of the whole sentence that somebody says it, not of an aside in it. */
function reports(tokens: readonly ClauseToken[], i: number): boolean {
  const { kind, text } = tokens[i] as ClauseToken;
  if (kind !== 'cue' || !isSpeechCue(text) || /ing$/.test(text) || isPassive(tokens, i)) return false;
  if (DEEDS.has(text) && !hasNoObject(tokens[i + 1])) return false;
  const clause = tokens.slice(0, i).findLastIndex(({ kind: sign }) => sign === 'comma' || sign === 'dash' || sign === 'stop') + 1;
  return !tokens.slice(clause, i).some(({ text: word }) => SUBORDINATE.has(word));
}

/** What a sentence beside a quotation says of whose words it is. */
export function attributionBeside(tokens: readonly ClauseToken[], sentence: Span): Attribution | undefined {
  const origin = originIn(tokens);
  if (origin) return { span: origin.span, speakers: [origin], credits: [], place: 'neighbour', tied: true, plain: true };
  const credits = creditsIn(tokens);
  const cue = tokens.findIndex(({ kind, text }) => kind === 'cue' && isSpeechCue(text));
  const inverted = cue >= 0 && (cue <= 1 || isInverted(tokens, cue)) ? subjectAfter(tokens, cue) : undefined;
  const subject = cue >= 0 ? (subjectBefore(tokens, cue) ?? inverted) : undefined;
  if (subject && !isNarrator(subject))
    return { span: subject.span, speakers: [speakerOf(subject)], credits, place: 'neighbour', tied: true, plain: false };
  return credits.length > 0
    ? { span: spanOf(credits, sentence), speakers: [], credits, place: 'neighbour', tied: true, plain: false }
    : undefined;
}
