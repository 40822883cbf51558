import type { Score, Suite } from './made.ts';
import type { Natural } from './natural.ts';

/** A table of cells: padded for a terminal, and Markdown at the same time. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join('\n');
}

const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3));
const count = (number: number) => number.toLocaleString('en');

function sumOf(scores: readonly Score[]): Score {
  const sum = (of: (score: Score) => number) => scores.reduce((so, score) => so + of(score), 0);
  return {
    rule: 'all',
    marks: sum(({ marks }) => marks),
    found: sum(({ found }) => found),
    spurious: sum(({ spurious }) => spurious),
    fixesWanted: sum(({ fixesWanted }) => fixesWanted),
    fixed: sum(({ fixed }) => fixed),
  };
}

function rowOf(name: string, { marks, found, spurious, fixesWanted, fixed }: Score): string[] {
  const fixes = fixesWanted === 0 ? '–' : `${share(fixed, fixesWanted)} of ${count(fixesWanted)}`;
  return [name, count(marks), count(found), count(spurious), share(found, marks), share(found, found + spurious), fixes];
}

const HEAD = ['marks', 'found', 'spurious', 'recall', 'precision', 'fixes right'];

/** Rule by rule, over some suites. */
export function rulesTable(suites: readonly Suite[]): string {
  const byRule = new Map<string, Score[]>();
  for (const { scores } of suites) for (const score of scores) byRule.set(score.rule, [...(byRule.get(score.rule) ?? []), score]);
  const rows = [...byRule].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, scores]) => rowOf(rule, sumOf(scores)));
  const all = sumOf([...byRule.values()].flat());
  return table([['rule', ...HEAD], ...rows, rowOf('all', all)]);
}

/** What was reported of real articles. */
export function naturalTable(found: readonly Natural[]): string {
  const thousandth = (part: number, whole: number) => (whole === 0 ? '–' : ((1000 * part) / whole).toFixed(2));
  const rows = found.map(({ name, quotations, sentences, alarms, trueFinds }) => [
    name,
    count(quotations),
    count(sentences),
    count(trueFinds),
    count(alarms.length),
    thousandth(alarms.length, quotations),
    thousandth(alarms.length, sentences),
  ]);
  return table([
    ['drafts and corpus', 'quotations', 'sentences', 'right', 'false alarms', 'a thousand quotations', 'a thousand sentences'],
    ...rows,
  ]);
}

/** False alarms, a line each, for reading. */
export function alarmsOf({ name, alarms }: Natural): string[] {
  return alarms.map(
    ({ rule, draft, at, words, message }) => `${name}: ${draft} ${rule} at ${at} “${words.slice(0, 80)}”: ${message.slice(0, 160)}`,
  );
}
