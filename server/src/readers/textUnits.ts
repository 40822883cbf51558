import type { Span } from '../text/span.ts';
import { trimmed } from '../text/span.ts';

/** A line of a text, or several that a hard wrap parted: the smallest thing that is body or is not. */
export interface Unit {
  /** Without the white space at its edges. UTF-16 code units of the whole text. */
  readonly span: Span;
  /** As a reader sees it: one space between words. */
  readonly text: string;
  readonly words: number;
  /** Whether a blank line (or the text's beginning) stands before it. */
  readonly afterBlank: boolean;
}

/** Hard-wrapped lines are no longer than this, in code units. */
const LONGEST_WRAPPED_LINE = 120;

/** The paragraphs of a text: lines, or, where lines are hard-wrapped, what blank lines part. `from`: where the text begins. */
export function unitsOf(text: string, from: number): Unit[] {
  const groups = groupsOf(text, from);
  const wrapped = isHardWrapped(groups, text);
  return groups.flatMap((group) =>
    (wrapped ? paragraphsIn(text, group) : joinBroken(text, group)).map((span, i) => unitOf(text, span, i === 0)),
  );
}

/** White space and what is like it, in a row, that is not simply one space. */
const ODD_SPACE = / [\s\u200B\u200C\u2060]+|[^\S ][\s\u200B\u200C\u2060]*|[\u200B\u200C\u2060][\s\u200B\u200C\u2060]*/g;

function unitOf(text: string, span: Span, afterBlank: boolean): Unit {
  const shown = text.slice(span.start, span.end).replace(ODD_SPACE, ' ').trim();
  return { span, text: shown, words: wordsIn(shown), afterBlank };
}

/** How many stretches single spaces part. */
function wordsIn(text: string): number {
  if (text === '') return 0;
  let words = 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words++;
  return words;
}

/** The lines that stand between blank lines, each trimmed. */
function groupsOf(text: string, from: number): Span[][] {
  const groups: Span[][] = [];
  let group: Span[] = [];
  const lines = /[^\n\r\u2028\u2029\f]*(?:\r\n|[\n\r\u2028\u2029\f]|$)/g;
  lines.lastIndex = from;
  for (let found = lines.exec(text); found && found[0] !== ''; found = lines.exec(text)) {
    const line = trimmed(text, { start: found.index, end: found.index + found[0].length });
    if (line.start < line.end && /[^\s\u200B\u200C\u2060\uFEFF]/.test(text.slice(line.start, line.end))) group.push(line);
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/** Prose goes on in lower case on the next line at most breaks of a hard wrap, and at hardly any break between paragraphs. */
function isHardWrapped(groups: readonly (readonly Span[])[], text: string): boolean {
  let breaks = 0;
  let running = 0;
  let long = 0;
  let lines = 0;
  for (const group of groups) {
    for (const [i, line] of group.entries()) {
      lines++;
      if (line.end - line.start > LONGEST_WRAPPED_LINE) long++;
      if (i === 0) continue;
      breaks++;
      if (runsOn(text, group[i - 1] as Span, line)) running++;
    }
  }
  return running >= 3 && running >= breaks * 0.35 && long <= lines * 0.05;
}

/** Whether a sentence plainly goes on from one line to the next. */
function runsOn(text: string, line: Span, next: Span): boolean {
  return (
    /^[\p{Ll}]/u.test(text.slice(next.start, next.start + 2)) &&
    !/[.!?…:]["”’')\]]*$/.test(text.slice(Math.max(line.start, line.end - 4), line.end))
  );
}

/** How far a line is indented. Not by `lastIndexOf`, which looks for a lone `\r` as far as the text's beginning. */
function margin(text: string, { start }: Span): number {
  let at = start;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return start - at;
}

/** Of hard-wrapped lines: a new paragraph begins where a line is indented or the one before it stops short after a sentence. */
function paragraphsIn(text: string, group: readonly Span[]): Span[] {
  const widest = Math.max(...group.map((line) => line.end - line.start));
  const paragraphs: Span[] = [];
  for (const [i, line] of group.entries()) {
    const before = group[i - 1];
    const last = paragraphs.at(-1);
    const short =
      before !== undefined && before.end - before.start < widest * 0.6 && /[.!?…:]["”’')\]]*$/.test(text.slice(before.start, before.end));
    const indented = before !== undefined && margin(text, line) >= margin(text, before) + 2 && i > 1;
    if (last && !short && !indented) paragraphs[paragraphs.length - 1] = { start: last.start, end: line.end };
    else paragraphs.push(line);
  }
  return paragraphs;
}

/** Where lines are paragraphs: still joins the few short lines over which one sentence runs. */
function joinBroken(text: string, group: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const [i, line] of group.entries()) {
    const before = group[i - 1];
    const last = joined.at(-1);
    const runs =
      before &&
      line.end - line.start <= LONGEST_WRAPPED_LINE &&
      before.end - before.start <= LONGEST_WRAPPED_LINE &&
      runsOn(text, before, line);
    if (last && runs && before.end - before.start >= 40) joined[joined.length - 1] = { start: last.start, end: line.end };
    else joined.push(line);
  }
  return joined;
}
