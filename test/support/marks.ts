import { RULE_NAMES } from '../../server/src/rules/finding.ts';
import type { Span } from '../../server/src/text/span.ts';

/** A finding as a draft has it written in; see `checkDraft`. */
export interface Mark {
  readonly span: Span;
  /** The rule's name, with or without a kind: `misquote.number`. */
  readonly rule: string;
  readonly says?: string | undefined;
  readonly becomes?: string | undefined;
}

const BRACKET = new RegExp(`\\[|\\](?:\\{((?:${RULE_NAMES.join('|')})(?:\\.[a-z]+)?)(?:: ([^{}→]*?))?(?: →(?: ([^{}]*))?)?\\})?`, 'g');

/** The draft without its marks, and the marks with their places in it. A bracket that no rule closes is the draft's own. */
export function takeMarksOut(marked: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  const open: { at: number; own: boolean }[] = [];
  const cuts: Span[] = [];
  const lengthBefore = (at: number) => at - cuts.filter(({ start }) => start < at).reduce((sum, { start, end }) => sum + end - start, 0);
  const found = [...marked.matchAll(BRACKET)];
  const pairs = new Map<number, RegExpExecArray>();
  for (const bracket of found) {
    if (bracket[0] === '[') open.push({ at: bracket.index, own: true });
    else {
      const opening = open.pop();
      if (bracket[1] === undefined || !opening) continue;
      pairs.set(opening.at, bracket);
      cuts.push({ start: opening.at, end: opening.at + 1 }, { start: bracket.index, end: bracket.index + bracket[0].length });
    }
  }
  for (const [start, bracket] of pairs) {
    const [whole, rule, says] = bracket;
    const becomes = / →/.test(whole) ? (bracket[3] ?? '') : undefined;
    marks.push({ span: { start: lengthBefore(start), end: lengthBefore(bracket.index) }, rule: rule as string, says, becomes });
  }
  cuts.sort((a, b) => b.start - a.start);
  return { text: cuts.reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), marked), marks };
}

function closing({ rule, says, becomes }: Mark): string {
  const arrow = becomes === undefined ? '' : becomes === '' ? ' →' : ` → ${becomes}`;
  return `]{${rule}${says === undefined ? '' : `: ${says}`}${arrow}}`;
}

/** The draft with marks written in; of two on the same words the first is the inner one. */
export function writeMarksIn(text: string, marks: readonly Mark[]): string {
  const inserts = marks.flatMap((mark, i) => {
    const { start, end } = mark.span;
    return [
      { at: start, order: [1, -end, -i], words: '[' },
      { at: end, order: [0, -start, i], words: closing(mark) },
    ];
  });
  inserts.sort((a, b) => a.at - b.at || compare(a.order, b.order));
  let written = '';
  let done = 0;
  for (const { at, words } of inserts) {
    written += text.slice(done, at) + words;
    done = at;
  }
  return written + text.slice(done);
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((value, i) => value - (b[i] as number)).find((difference) => difference !== 0) ?? 0;
}
