// Measures the command line on drafts whose faults are known, and on real articles, which hardly have any.
// usage: npm run eval -- --data DIR [--seeds 1,2,3,4,5] [--drafts 200] [--show 20] [--only written|made|natural] [--markdown FILE]
// DIR holds cases/ (drafts with marks), seeds/ (their corpus), eval/ (run-cases.mjs, make-cases.mjs) and data/*.jsonl.gz.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { madeSuites, type Suite, writtenSuite } from './made.ts';
import { type Natural, naturalProse } from './natural.ts';
import { alarmsOf, naturalTable, rulesTable } from './report.ts';
import { type Data, dataIn, giveUp } from './tools.ts';

const OPTIONS = {
  data: { type: 'string' },
  seeds: { type: 'string', default: '1,2,3,4,5' },
  drafts: { type: 'string', default: '200' },
  show: { type: 'string', default: '20' },
  only: { type: 'string' },
  markdown: { type: 'string' },
} as const;

function argumentsGiven() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    return giveUp((error as Error).message);
  }
}

const given = argumentsGiven();
if (!given.data) giveUp('say where the data is: npm run eval -- --data DIR');
const sections: string[] = [];

/** Prints a part of the report, and keeps it for the file. */
function section(title: string, text: string, faults: readonly string[]): void {
  sections.push(`## ${title}\n\n${text}`);
  console.log(`\n## ${title}\n\n${text}`);
  const shown = faults.slice(0, Number(given.show));
  for (const fault of shown) console.log(fault);
  if (faults.length > shown.length) console.log(`… and ${faults.length - shown.length} more (--show ${faults.length})`);
}

function written(data: Data): void {
  const suite = writtenSuite(data);
  section('Drafts marked by hand', rulesTable([suite]), suite.misses);
}

function made(data: Data, folder: string): void {
  const suites: Suite[] = [];
  for (const suite of madeSuites(data, { seeds: given.seeds.split(','), drafts: given.drafts, folder })) suites.push(suite);
  for (const name of new Set(suites.map((suite) => suite.name))) {
    const own = suites.filter((suite) => suite.name === name);
    const title = `Drafts made from ${name === 'all' ? 'all texts' : name}: seeds ${given.seeds}, ${given.drafts} drafts each`;
    section(
      title,
      rulesTable(own),
      own.flatMap(({ misses }) => misses),
    );
  }
}

function natural(data: Data, folder: string): void {
  const found: Natural[] = [...naturalProse(data, folder)];
  section('Real articles as drafts', naturalTable(found), found.flatMap(alarmsOf));
}

function main(data: Data): void {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-eval-'));
  try {
    if (!given.only || given.only === 'written') written(data);
    if (!given.only || given.only === 'made') made(data, folder);
    if (!given.only || given.only === 'natural') natural(data, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (given.markdown) writeFileSync(given.markdown, `${sections.join('\n\n')}\n`);
}

main(dataIn(given.data));
