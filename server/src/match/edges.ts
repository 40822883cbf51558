import type { QuotedToken } from '../prose/quotedWords.ts';
import type { Word } from '../text/words.ts';
import type { Step } from './align.ts';

/** What the words in front of a quotation's beginning are parted from it by: an opening mark, a sentence's end, a colon. */
const BEFORE = /[“„«]|(?:^|\s)"|[.!?…][’')\]"”»]*\s|:\s|\n\s*\n/u;
/** And those behind its end: a closing mark, a sentence's end. */
const BEHIND = /[”»]|\S"|[.!?…][’')\]]*\s|\n\s*\n/u;

export interface EdgeText {
  readonly tokens: readonly QuotedToken[];
  readonly words: readonly Word[];
  readonly text: string;
}

/** Whether the source begins or ends something between a word of the quotation and one beyond its edge. */
function isParted({ words, text }: EdgeText, a: number, b: number): boolean {
  const first = words[Math.min(a, b)];
  const last = words[Math.max(a, b)];
  const boundary = a < b ? BEFORE : BEHIND;
  return !first || !last || boundary.test(text.slice(first.span.end, last.span.start));
}

/** At an edge, a word paired with one from beyond a boundary of the source is a word that the source does not have. */
function cutAtBoundary(step: Step, nearest: number, edge: EdgeText): Step[] {
  if ((step.kind !== 'replaced' && step.kind !== 'omitted') || !isParted(edge, step.from, nearest)) return [step];
  return step.kind === 'omitted' ? [] : [{ kind: 'added', token: step.token, from: nearest, to: nearest }];
}

const CONTRACTED_AFTER = new Set('not will would have had is are am'.split(' '));

/** “We’ll …” for “We will …”: the word in front belongs to what the contraction stands for. */
function wholeContractionBefore(step: Step, edge: EdgeText): Step[] {
  const token = edge.tokens[step.token];
  const before = edge.words[step.from - 1];
  const contracted = step.kind === 'replaced' && token?.kind === 'word' && before && token.word.folded.startsWith(before.folded);
  if (!contracted || !CONTRACTED_AFTER.has((edge.words[step.from] as Word).folded) || isParted(edge, step.from - 1, step.from))
    return [step];
  return [{ kind: 'omitted', token: step.token, from: step.from - 1, to: step.from }, step];
}

/** “… we can’t” for “… we cannot”, “… can not”: the word behind belongs to it. */
function wholeContractionAfter(step: Step, edge: EdgeText): Step[] {
  const token = edge.tokens[step.token];
  const own = edge.words[step.from];
  const after = edge.words[step.to];
  const contracted = step.kind === 'replaced' && token?.kind === 'word' && own && token.word.folded.startsWith(own.folded);
  if (!contracted || !after || !CONTRACTED_AFTER.has(after.folded) || isParted(edge, step.to, step.from)) return [step];
  return [step, { kind: 'omitted', token: step.token + 1, from: step.to, to: step.to + 1 }];
}

/** Whether two neighbouring words of the source are parts of one: “1-2”, “twenty-one”. */
function isJoined({ words, text }: EdgeText, first: number): boolean {
  const [one, other] = [words[first], words[first + 1]];
  return one !== undefined && other !== undefined && /^[-‐‑–]$/u.test(text.slice(one.span.end, other.span.start));
}

/** The token of a step beyond a compound, paired with the source's word there if it is the same. */
function pairedBeyond(step: Step, at: number, { tokens, words }: EdgeText): Step {
  const token = tokens[step.token];
  const same = token?.kind === 'word' && token.word.folded === words[at]?.folded;
  return same ? { kind: 'kept', token: step.token, from: at, to: at + 1 } : step;
}

/**
 * “12” for “1-2” at a quotation's beginning, “The cooperative …” for “The co-operative …”: the source's other part belongs to
 * it, and what stands in front of the word is looked for in front of both parts.
 */
function wholeCompoundBefore(head: readonly Step[], edge: EdgeText): Step[] | undefined {
  const at = head.findIndex((step) => step.kind === 'replaced' && isJoined(edge, step.from - 1));
  const step = head[at];
  if (!step || head.slice(0, at).some(({ kind }) => kind !== 'added')) return undefined;
  const beyond = head.slice(0, at).map((one, i) => pairedBeyond(one, step.from - 1 - (at - i), edge));
  return [...beyond, { kind: 'omitted', token: step.token, from: step.from - 1, to: step.from }, ...head.slice(at)];
}

/** The same at its end. */
function wholeCompoundAfter(tail: readonly Step[], edge: EdgeText): Step[] | undefined {
  const at = tail.findLastIndex((step) => step.kind === 'replaced' && isJoined(edge, step.to - 1));
  const step = tail[at];
  if (!step || tail.slice(at + 1).some(({ kind }) => kind !== 'added')) return undefined;
  const beyond = tail.slice(at + 1).map((one, i) => pairedBeyond(one, step.to + 1 + i, edge));
  return [...tail.slice(0, at + 1), { kind: 'omitted', token: step.token + 1, from: step.to, to: step.to + 1 }, ...beyond];
}

const AUXILIARIES = new Set(
  'will would can could shall should may might must do does did is are was were has have had wont wouldnt cant cannot couldnt shant shouldnt mightnt mustnt dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt'.split(
    ' ',
  ),
);

/** “will sell” for “won't sell”: the auxiliary that the quotation begins with stands for the source's. */
function forAuxiliary(step: Step, edge: EdgeText): Step | undefined {
  const token = edge.tokens[step.token];
  const before = edge.words[step.from - 1];
  const both = token?.kind === 'word' && before && AUXILIARIES.has(token.word.folded) && AUXILIARIES.has(before.folded);
  if (step.kind !== 'added' || !both || isParted(edge, step.from - 1, step.from)) return undefined;
  return { kind: 'replaced', token: step.token, from: step.from - 1, to: step.from };
}

function wholeBefore(head: readonly Step[], edge: EdgeText): readonly Step[] {
  const [first, ...rest] = head;
  if (!first) return head;
  const auxiliary = forAuxiliary(first, edge);
  if (auxiliary) return [auxiliary, ...rest];
  return wholeCompoundBefore(head, edge) ?? [...wholeContractionBefore(first, edge), ...rest];
}

function wholeAfter(tail: readonly Step[], edge: EdgeText): readonly Step[] {
  const last = tail.at(-1);
  if (!last) return tail;
  return wholeCompoundAfter(tail, edge) ?? [...tail.slice(0, -1), ...wholeContractionAfter(last, edge)];
}

/**
 * Mends an alignment's first and last steps, where nothing on the other side holds them: the source may end a sentence
 * or a quotation there, and a contraction stands for two words.
 */
export function tidyEdges(steps: readonly Step[], edge: EdgeText): Step[] {
  const first = steps.findIndex(({ kind }) => kind === 'kept');
  const last = steps.findLastIndex(({ kind }) => kind === 'kept');
  if (first < 0) return [...steps];
  const from = (steps[first] as Step).from;
  const to = (steps[last] as Step).from;
  const head = steps.slice(0, first).flatMap((step) => cutAtBoundary(step, from, edge));
  const tail = steps.slice(last + 1).flatMap((step) => cutAtBoundary(step, to, edge));
  return [...wholeBefore(head, edge), ...steps.slice(first, last + 1), ...wholeAfter(tail, edge)];
}
