// Runs the command line beside other checkers of prose, on the same draft, whole processes in turn:
//   node bench/startup.ts [--data DIR] [--rounds N] [--articles N] [--node PATH]
// With `--data` also over the sample and an archive of so many articles, whose index is kept. The others are installed in a temporary
// folder; `--node` is what runs all of them.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { openArchive } from './corpora.ts';
import { layOut } from './layOut.ts';
import { readRealTexts } from './realTexts.ts';

const root = resolve(import.meta.dirname, '..');
const { values: given } = parseArgs({
  options: {
    data: { type: 'string' },
    rounds: { type: 'string', default: '21' },
    articles: { type: 'string', default: '10000' },
    node: { type: 'string', default: process.execPath },
  },
});

const OTHERS = ['cspell@9.8.0', 'textlint@15.8.0', 'textlint-rule-no-todo@2.0.1', 'markdownlint-cli2@0.22.1'];
const DRAFT = join(root, 'demo/draft.md');
const CLI = join(root, 'dist/cli.cjs');

const folder = mkdtempSync(join(tmpdir(), 'verbatim-startup-'));
const environment = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') };

/** Milliseconds that a whole process takes. */
function took(args: readonly string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(given.node, args, { cwd: root, env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  const elapsed = performance.now() - started;
  // All of them end with 1 where they find something, and with more where they could not run.
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}.\n${stderr.toString()}`);
  return elapsed;
}

function withOthers(): [string, readonly string[]][] {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...OTHERS], { cwd: folder, stdio: 'ignore' });
  writeFileSync(join(folder, 'textlint.json'), '{ "rules": { "no-todo": true } }\n');
  const bin = (name: string) => join(folder, 'node_modules/.bin', name);
  return [
    ['cspell', [bin('cspell'), DRAFT]],
    ['textlint, one rule', [bin('textlint'), '-c', join(folder, 'textlint.json'), DRAFT]],
    ['markdownlint-cli2', [bin('markdownlint-cli2'), DRAFT]],
  ];
}

function overArchive(data: string): [string, readonly string[]] {
  const corpus = join(folder, 'corpus');
  layOut(openArchive(readRealTexts(resolve(data))), Number(given.articles), corpus);
  cpSync(join(root, 'corpus'), join(corpus, 'sample'), { recursive: true });
  return [`verbatim check, ${given.articles} articles, index kept`, [CLI, 'check', DRAFT, '--corpus', corpus]];
}

try {
  const contenders: [string, readonly string[]][] = [
    ['verbatim check', [CLI, 'check', DRAFT, '--corpus', join(root, 'corpus')]],
    ...withOthers(),
    ...(given.data === undefined ? [] : [overArchive(given.data)]),
    ['node, nothing', ['-e', '0']],
  ];
  // What one of them keeps for its next run is there from the second on.
  for (const [, args] of contenders) for (let warm = 0; warm < 2; warm++) took(args);
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < Number(given.rounds); round++) for (const [at, [, args]] of contenders.entries()) times[at]?.push(took(args));
  const medians = times.map((all) => [...all].sort((a, b) => a - b)[all.length >> 1] as number);
  console.log(`${execFileSync(given.node, ['--version'], { encoding: 'utf8' }).trim()}, ${given.rounds} rounds\n`);
  console.log('| whole process, milliseconds | best | median | of ours |\n| --- | ---: | ---: | ---: |');
  for (const [at, [name]] of contenders.entries()) {
    const [best, middle] = [Math.min(...(times[at] as number[])), medians[at] as number];
    console.log(`| ${name} | ${best.toFixed(0)} | ${middle.toFixed(0)} | ${(middle / (medians[0] as number)).toFixed(2)} |`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
