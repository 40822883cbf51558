// Measures the command line on marked drafts that lie outside the repository.
// usage: npm run eval -- --data DIR [--seeds 1,2,3] [--drafts 60] [--show 10]
// DIR holds cases/ (drafts with marks), seeds/ (their corpus), eval/ (run-cases.mjs, make-cases.mjs) and data/*.jsonl.gz.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../', import.meta.url));
const options = {
  data: { type: 'string' },
  seeds: { type: 'string', default: '1,2' },
  drafts: { type: 'string', default: '60' },
  show: { type: 'string', default: '10' },
};

/** Ends the run with one line that says what to do. */
function giveUp(message) {
  console.error(`eval: ${message}`);
  process.exit(2);
}

function argumentsGiven() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return giveUp(error.message);
  }
}

/** Runs a script of the data folder; what it cannot do ends the run, what it finds does not. */
function run(script, given, accepted) {
  const { status, error } = spawnSync(process.execPath, [script, ...given], { cwd: root, stdio: 'inherit' });
  if (error || !accepted.includes(status)) giveUp(`${script} ended with ${error?.message ?? `status ${status}`}.`);
}

const given = argumentsGiven();
if (!given.data) giveUp('say where the data is: npm run eval -- --data DIR');
const data = resolve(given.data);
const at = (...names) => join(data, ...names);
for (const needed of ['cases', 'seeds', 'eval/run-cases.mjs', 'eval/make-cases.mjs', 'data']) {
  if (!existsSync(at(needed))) giveUp(`${at(needed)} is missing; say where the data is with --data DIR.`);
}
const cli = join(root, 'dist', 'cli.cjs');
if (!existsSync(cli)) giveUp('dist/cli.cjs is missing; run “npm run bundle” first.');
const score = (cases, corpus) =>
  run(
    at('eval/run-cases.mjs'),
    ['--cases', cases, '--corpus', corpus, '--cli', `${process.execPath} ${cli}`, '--show', given.show],
    [0, 1],
  );

console.log('The written cases');
score(at('cases'), at('seeds'));

// Only these files have the fields that cases are made from; the others in the folder are archives.
const texts = readdirSync(at('data')).filter((name) => name.endsWith('.jsonl.gz'));
if (texts.length === 0) giveUp(`${at('data')} holds no .jsonl.gz files to make cases from.`);
for (const seed of given.seeds.split(',')) {
  const made = mkdtempSync(join(tmpdir(), 'verbatim-eval-'));
  try {
    console.log(`\nMade cases, seed ${seed}, ${given.drafts} drafts`);
    const wanted = ['--out', made, '--seed', seed, '--drafts', given.drafts];
    run(at('eval/make-cases.mjs'), [...wanted, ...texts.map((name) => at('data', name))], [0]);
    score(join(made, 'cases'), join(made, 'corpus'));
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}
