import { OURS } from './engines/all.ts';
import { CELLS, MAIN_CELLS, NOWHERE_CELLS } from './queries.ts';
import { type Calibration, ENOUGH_RECALL, type EngineResult, type Run, type Share, type ThresholdRow } from './results.ts';

/** Thresholds that lose more recall than this are not shown. */
const TOLERATED_LOSS = 0.03;

/** One line of a table: what it says of an engine, and the figure that is compared with ours; less is better. */
interface Row {
  readonly label: string;
  readonly value: (result: EngineResult) => string | null;
  readonly compared?: (result: EngineResult) => number | null;
}

/** Three digits that tell something, two below 1. */
export function figure(number: number): string {
  if (!Number.isFinite(number)) return '–';
  const size = Math.abs(number);
  if (size >= 999.5) return Math.round(number).toLocaleString('en');
  return size >= 1 ? number.toPrecision(3) : `${Number(number.toPrecision(2))}`;
}

function row(label: string, of: (result: EngineResult) => number | null | undefined): Row {
  const compared = (result: EngineResult) => of(result) ?? null;
  return {
    label,
    compared,
    value: (result) => {
      const number = compared(result);
      return number === null ? null : figure(number);
    },
  };
}

function shareText({ asked, right }: Share): string | null {
  if (asked === 0) return null;
  return asked < 100 ? `${right} of ${asked}` : (right / asked).toFixed(3);
}

/** The mean of the main cells’ recalls, 0 to 1; null where one of them was not asked. */
export function recallOf({ cells }: EngineResult): number | null {
  const shares = MAIN_CELLS.map((cell) => cells[cell]).filter((one) => one !== undefined);
  if (shares.length < MAIN_CELLS.length) return null;
  return shares.reduce((sum, { asked, right }) => sum + right / asked, 0) / shares.length;
}

function thresholdText({ calibration }: EngineResult, cell: string): string | null {
  if (!calibration) return null;
  const { highest } = calibration;
  return highest ? `${percent(highest.nowhere[cell] ?? 0)} (from ${highest.threshold.toFixed(2)})` : 'recall is too low';
}

function percent(share: number): string {
  return `${figure(100 * share)} %`;
}

const COSTS: readonly Row[] = [
  row('build, CPU s', ({ build }) => build.cpu),
  row('build, wall s', ({ build }) => build.wall),
  { label: 'build, MB/s of CPU time', value: ({ build, bytes }) => figure(bytes / 1e6 / build.cpu) },
  row('memory, bytes per corpus byte', ({ memory, bytes }) => (memory.measured === null ? null : memory.measured / bytes)),
  row('by its own count (files too)', ({ memory, bytes }) => (memory.own === null ? null : memory.own / bytes)),
  row('first query, ms', ({ first }) => first),
  { label: 'queries asked', value: ({ times, nowhereTimes }) => ((times?.count ?? 0) + (nowhereTimes?.count ?? 0)).toLocaleString('en') },
  row('query p50, ms', ({ times }) => times?.p50),
  row('query p95, ms', ({ times }) => times?.p95),
  row('query p99, ms', ({ times }) => times?.p99),
  row('of S M L at 0–40 % p50, ms', ({ mainTimes }) => mainTimes?.p50),
  row('of S M L at 0–40 % p95, ms', ({ mainTimes }) => mainTimes?.p95),
  row('nowhere p50, ms', ({ nowhereTimes }) => nowhereTimes?.p50),
  row('nowhere p95, ms', ({ nowhereTimes }) => nowhereTimes?.p95),
  row('draft of 120, ms', ({ draft }) => draft),
  row('add one article, p50 ms', ({ add }) => add?.p50),
  row('add one article, worst ms', ({ add }) => add?.worst),
  row('remove one article, p50 ms', ({ remove }) => remove?.p50),
  row('remove one article, worst ms', ({ remove }) => remove?.worst),
  row('merging after it, longest step ms', ({ settle }) => settle),
  row('snapshot, bytes per corpus byte', ({ snapshot, bytes }) => (snapshot ? snapshot.bytes / bytes : null)),
  row('snapshot save, ms', ({ snapshot }) => snapshot?.save),
  row('snapshot load, ms', ({ snapshot }) => snapshot?.load),
  row('first query after load, ms', ({ snapshot }) => snapshot?.first),
];

const QUALITY: readonly Row[] = [
  { label: '**recall@1, S M L at 0–40 %**', value: (result) => recallOf(result)?.toFixed(4) ?? null },
  ...CELLS.map(({ name }): Row => ({ label: `recall@1, ${name}`, value: ({ cells }) => shareText(cells[name] ?? { asked: 0, right: 0 }) })),
  { label: 'exact boundaries, unedited', value: ({ exact }) => shareText(exact) },
  ...NOWHERE_CELLS.map(
    ({ name }): Row => ({
      label: `${name}, found by its own threshold`,
      value: ({ nowhere }) => (nowhere[name] ? percent(nowhere[name].right / Math.max(1, nowhere[name].asked)) : null),
    }),
  ),
  ...NOWHERE_CELLS.map(({ name }): Row => ({ label: `${name}, found at recall ≥ .97`, value: (result) => thresholdText(result, name) })),
];

/** A value, and how many times ours it is. */
function cellText({ value, compared }: Row, result: EngineResult, ours: EngineResult | undefined): string {
  const text = value(result);
  if (text === null) return '–';
  const [own, other] = [compared?.(result), ours && ours !== result ? compared?.(ours) : null];
  return own && other && other > 0 && own > 0 ? `${text} (× ${figure(own / other)})` : text;
}

function tableOf(header: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) => Math.max(...[header, ...lines].map((line) => (line[column] ?? '').length)));
  const printed = (line: readonly string[]) => `| ${line.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [printed(header), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...lines.map(printed)].join('\n');
}

function sizeTable(results: readonly EngineResult[]): string {
  const ours = results.find(({ key }) => key === OURS);
  const megabytes = (results[0] as EngineResult).bytes / 1e6;
  const title = `${(results[0] as EngineResult).articles.toLocaleString('en')} articles, ${figure(megabytes)} MB`;
  const rows = [...COSTS, ...QUALITY].filter((one) => results.some((result) => one.value(result) !== null));
  const lines = rows.map((one) => [one.label, ...results.map((result) => cellText(one, result, ours))]);
  return `## ${title}\n\n${tableOf(['', ...results.map(({ engine }) => engine)], lines)}\n`;
}

/** Thresholds worth showing: where recall is still enough, or near its best if it never is; of equal ones the highest. */
function shownThresholds(thresholds: readonly ThresholdRow[]): readonly ThresholdRow[] {
  const best = Math.max(...thresholds.map(({ recall }) => recall));
  const enough = thresholds.filter(({ recall }) => recall >= Math.min(ENOUGH_RECALL, best - TOLERATED_LOSS));
  const key = ({ recall, nowhere }: ThresholdRow) => JSON.stringify([recall, nowhere]);
  return enough.filter((one, i) => i + 1 === enough.length || key(one) !== key(enough[i + 1] as ThresholdRow));
}

/** Which share of the answers is right by score, and what each threshold lets through. */
function calibrationTable(name: string, { deciles, thresholds }: Calibration): string {
  const scores = deciles.flatMap(({ asked, right }, tenth) =>
    asked === 0
      ? []
      : [[`${(tenth / 10).toFixed(1)} to ${((tenth + 1) / 10).toFixed(1)}`, asked.toLocaleString('en'), (right / asked).toFixed(3)]],
  );
  const cells = NOWHERE_CELLS.map((cell) => cell.name);
  const rows = shownThresholds(thresholds).map(({ threshold, recall, nowhere }) => [
    threshold.toFixed(2),
    recall.toFixed(3),
    ...cells.map((cell) => percent(nowhere[cell] ?? 0)),
  ]);
  const found = tableOf(['answers from a score of', 'recall@1', ...cells.map((cell) => `${cell}, found`)], rows);
  return `### What a score of ${name} is worth\n\n${tableOf(['score', 'answers', 'right'], scores)}\n\n${found}\n`;
}

/** A run as Markdown: for each size of corpus a table of all engines, with how many times ours each figure is, and the scores. */
export function markdownOf({ results, node, processor, queriesPerCell, top }: Run): string {
  const sizes = [...new Set(results.map(({ articles }) => articles))];
  const parts = sizes.flatMap((size) => {
    const some = results.filter(({ articles }) => articles === size);
    const problems = some.flatMap(({ engine, problems: all }) => all.map((one) => `- ${engine}: ${one}`));
    const scores = some.flatMap(({ engine, calibration }) => (calibration ? [calibrationTable(engine, calibration)] : []));
    return [sizeTable(some), ...(problems.length > 0 ? [`${problems.join('\n')}\n`] : []), ...scores];
  });
  const about = `${queriesPerCell.toLocaleString('en')} queries a cell, the first ${top} articles aligned; ${processor}, Node ${node}.`;
  return `# Quotation search\n\n${about} In brackets: how many times ours.\n\n${parts.join('\n')}`;
}
