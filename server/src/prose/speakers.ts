import type { Span } from '../text/span.ts';
import type { Attribution, Speaker } from './attribution.ts';
import { type ClauseToken, clauseTokens } from './clause.ts';
import { isSpeechCue } from './cues.ts';
import { DEMONYM, mainSubject, speakerOf, subjectAfter, subjectBefore } from './subjects.ts';

const MARKS_ONLY = new Set(['comma', 'stop', 'dash', 'quoted', 'colon']);

/** “— Ada Quill, 1999”, “(Quill 1999)”: a name set off by a dash or a bracket right after the quotation. */
function isSetOff(tokens: readonly ClauseToken[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind !== 'dash' && before?.text !== '(') return false;
  return !tokens.slice(at + 1).some(({ kind }) => kind === 'cue');
}

/** The attribution that follows a quotation: “…,” Ada said; “…,” wrote Ada; “…,” said the keeper. */
function followingSpeaker(tokens: readonly ClauseToken[]): { speaker: Speaker; cue: ClauseToken; near: boolean } | undefined {
  const first = tokens.findIndex(({ kind }) => !MARKS_ONLY.has(kind));
  const credit = tokens[first];
  if (credit?.kind === 'name' && isSetOff(tokens, first)) return { speaker: speakerOf(credit), cue: credit, near: true };
  const cueAt = tokens.findIndex(({ kind }, i) => i >= first && kind === 'cue');
  if (first < 0 || cueAt < 0 || cueAt - first > 18) return undefined;
  if (tokens.slice(first, cueAt).some(({ kind }) => kind === 'stop' || kind === 'quoted')) return undefined;
  const cue = tokens[cueAt] as ClauseToken;
  if (cueAt === first) {
    const subject = /ing$/.test(cue.text) ? undefined : subjectAfter(tokens, cueAt);
    return subject ? { speaker: speakerOf(subject), cue, near: true } : undefined;
  }
  const subject = subjectBefore(tokens, cueAt);
  if (!subject) return undefined;
  const lead = tokens
    .slice(first, tokens.indexOf(subject))
    .filter(({ kind }) => kind !== 'determiner' && kind !== 'adverb' && kind !== 'role');
  const near = lead.length <= 3 && !lead.some(({ kind }) => kind === 'preposition' || kind === 'comma');
  return { speaker: speakerOf(subject), cue, near };
}

/** Speakers in front of a quotation, the likeliest first: subjects of the cues nearest to it, else the sentence's subject. */
function leadingSpeakers(tokens: readonly ClauseToken[], text: string): { speakers: Speaker[]; strong: boolean } {
  const last = tokens.findLast(({ kind }) => kind !== 'comma' && kind !== 'quoted');
  if (last?.kind === 'colon') {
    const before = tokens.slice(0, tokens.indexOf(last));
    const only = before.at(-1);
    if (only?.kind === 'name' && before.every(({ kind }) => kind === 'name' || kind === 'role' || kind === 'determiner')) {
      return { speakers: [speakerOf(only)], strong: true };
    }
  }
  const speakers: Speaker[] = [];
  let strong = false;
  for (let i = tokens.length - 1; i >= 0 && speakers.length === 0; i--) {
    const token = tokens[i] as ClauseToken;
    if (token.kind === 'stop') break;
    if (token.kind !== 'cue') continue;
    const quoted = /^quot(?:ed|es|ing)$/.test(token.text) ? tokens[i + 1] : undefined;
    if (quoted?.kind === 'name') speakers.push(speakerOf(quoted));
    else if (quoted && /^(?:him|her|them)$/.test(quoted.text)) speakers.push({ ...speakerOf(quoted), kind: 'pronoun' });
    else {
      const subject = subjectBefore(tokens, i);
      if (subject) speakers.push(speakerOf(subject));
    }
    strong ||= speakers.length > 0;
  }
  const main = mainSubject(tokens, text);
  if (main && !speakers.some(({ span }) => span.start === main.span.start)) speakers.push(speakerOf(main));
  return { speakers, strong };
}

/** Whoever a phrase such as “according to” credits, and the subjects of “reported”. */
export function creditsIn(tokens: readonly ClauseToken[]): Speaker[] {
  const credits: Speaker[] = [];
  tokens.forEach((token, i) => {
    if (token.kind === 'credit') {
      const named = tokens.slice(i + 1, i + 10).findIndex(({ kind }) => kind === 'name' || kind === 'stop');
      const subject = tokens[i + 1 + named];
      const role = tokens.slice(i + 1, i + 5).find(({ kind }) => kind === 'role' || kind === 'pronoun');
      if (named >= 0 && subject?.kind === 'name') credits.push(speakerOf(subject));
      else if (role) credits.push(speakerOf(role));
    } else if (token.kind === 'cue' && /^report(?:s|ed|ing)?$/.test(token.text)) {
      const subject = subjectBefore(tokens, i);
      if (subject) credits.push(speakerOf(subject));
    }
  });
  return credits;
}

/** “The message came from Ada Quill.” */
export function originIn(tokens: readonly ClauseToken[]): Speaker | undefined {
  const at = tokens.findIndex(({ text }, i) => text === 'from' && /^(?:came|was|were|is|comes)$/.test(tokens[i - 1]?.text ?? ''));
  if (at < 0) return undefined;
  const names = tokens.slice(at + 1, at + 8).filter(({ kind }) => kind === 'name');
  const name = names.findLast((token) => !DEMONYM.test(token.text));
  return name ? speakerOf(name) : undefined;
}

export function spanOf(speakers: readonly Speaker[], fallback: Span): Span {
  if (speakers.length === 0) return fallback;
  return { start: Math.min(...speakers.map(({ span }) => span.start)), end: Math.max(...speakers.map(({ span }) => span.end)) };
}

interface AttributionContext {
  readonly text: string;
  /** What follows the quotation, where `after` is what interrupts it. */
  readonly rest: readonly ClauseToken[];
  readonly at: Span;
}

export function attributionFrom(
  before: readonly ClauseToken[],
  after: readonly ClauseToken[],
  context: AttributionContext,
): Attribution | undefined {
  const following = followingSpeaker(after);
  const leading = leadingSpeakers(before, context.text);
  const credits = [...creditsIn(before), ...creditsIn(after), ...creditsIn(context.rest)];
  const reports = following !== undefined && /^report/.test(following.cue.text) && leading.strong;
  const speakers: Speaker[] = [];
  if (following?.near && !reports) speakers.push(following.speaker);
  if (leading.strong || (before.length > 0 && speakers.length === 0)) speakers.push(...leading.speakers);
  if (following && !speakers.includes(following.speaker)) speakers.push(following.speaker);
  if (speakers.length === 0) speakers.push(...credits.slice(0, 1));
  const weak = !following && !leading.strong && credits.length === 0;
  if (speakers.length === 0 || (weak && !hasQuotedTail(before))) return undefined;
  return { span: spanOf([...speakers, ...credits], context.at), speakers, credits, place: 'sentence' };
}

/** Whether the quotation goes on a clause begun before it, rather than standing as a sentence of its own. */
function hasQuotedTail(before: readonly ClauseToken[]): boolean {
  const last = before.at(-1);
  return last !== undefined && last.kind !== 'stop';
}

/** Whether a sentence says itself whose word it is: a speech verb with its subject, or “according to …”. */
export function attributesSomething(outer: string, sentence: Span): boolean {
  const tokens = clauseTokens(outer, sentence);
  if (creditsIn(tokens).length > 0) return true;
  return tokens.some(
    (token, i) => token.kind === 'cue' && isSpeechCue(token.text) && (subjectBefore(tokens, i) ?? subjectAfter(tokens, i)) !== undefined,
  );
}
