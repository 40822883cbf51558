// Draws how latency and memory grow with the corpus, from what runs have left:
//   node bench/plot.ts --out FILE.svg RUN.json…
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Chart, type Series, svgOf } from './chart.ts';
import type { EngineResult, Run } from './results.ts';

/** Colours that colour-blind readers can tell apart (Okabe and Ito 2008). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b8860b', '#56b4e9', '#666666', '#000000'];
const TEXT_COLOUR = '#999999';

function tick(value: number): string {
  return value >= 1 ? value.toLocaleString('en') : String(Number(value.toPrecision(1)));
}

function byteTick(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const unit = Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3 + 1e-9));
  return `${tick(bytes / 1000 ** unit)} ${units[unit]}`;
}

type Of = (result: EngineResult) => number | null | undefined;

function seriesOf(results: readonly EngineResult[], lines: readonly { suffix: string; dashed?: boolean; of: Of }[]): Series[] {
  const names = [...new Set(results.map(({ engine }) => engine))];
  return names.flatMap((name, i) =>
    lines.map(({ suffix, dashed = false, of }) => ({
      name: name + suffix,
      colour: COLOURS[i % COLOURS.length] as string,
      dashed,
      points: results.filter(({ engine }) => engine === name).map((result) => [result.articles, of(result) ?? 0] as const),
    })),
  );
}

/** Two charts: milliseconds of a query, and bytes of an index, each against articles. */
export function chartsOf(results: readonly EngineResult[]): Chart[] {
  const xLabel = 'articles in the corpus';
  const texts: Series = {
    name: 'the texts themselves',
    colour: TEXT_COLOUR,
    dashed: true,
    points: results.map(({ articles, bytes }) => [articles, bytes] as const),
  };
  return [
    {
      title: 'One quotation, milliseconds',
      xLabel,
      xTick: tick,
      yTick: tick,
      series: seriesOf(results, [
        { suffix: ', median', of: ({ times }) => times?.p50 },
        { suffix: ', p95', dashed: true, of: ({ times }) => times?.p95 },
      ]),
    },
    {
      title: 'Memory or file of the index',
      xLabel,
      xTick: tick,
      yTick: byteTick,
      series: [...seriesOf(results, [{ suffix: '', of: ({ memory }) => memory.own ?? memory.measured }]), texts],
    },
  ];
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true });
  if (values.out === undefined || positionals.length === 0) throw new Error('node bench/plot.ts --out FILE.svg RUN.json…');
  const results = positionals.flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as Run).results);
  // Of an engine that several runs measured on a corpus, the last one counts.
  const last = new Map(results.map((result) => [`${result.engine} ${result.articles}`, result]));
  writeFileSync(values.out, svgOf(chartsOf([...last.values()])));
}
