// The step of action.yml that checks: makes arguments of its inputs, which the environment holds, and runs the command line.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import path from 'node:path';

const CLI = path.resolve(import.meta.dirname, '../dist/cli.cjs');
/** Bytes that a step may add to the page of its run, less than the 1 MiB that GitHub takes. */
const MOST_SUMMARY = 1_000_000;

const input = (/** @type {string} */ name) => (process.env[`INPUT_${name}`] ?? '').trim();
const lines = (/** @type {string} */ name) =>
  input(name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * Paths of a report are looked for from the root of the repository: so the check runs there, and a folder to work in goes in
 * front of what is named.
 */
function seen(/** @type {string} */ given) {
  return path.isAbsolute(given) ? given : path.posix.join(input('WORKING_DIRECTORY') || '.', given);
}

/** Runs the check once more for each way of writing the report. */
function check(/** @type {string[]} */ args, /** @type {import('node:child_process').StdioOptions} */ stdio) {
  const { status, stdout, error } = spawnSync(process.execPath, [CLI, 'check', ...common, ...args], {
    stdio,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (error) throw error;
  return { status: status ?? 2, stdout };
}

/** A line for GitHub; a line break ends a value. */
function tell(/** @type {'GITHUB_OUTPUT' | 'GITHUB_STEP_SUMMARY'} */ file, /** @type {string} */ text) {
  const name = process.env[file];
  if (name) appendFileSync(name, text);
}

/** A block of code whose fence is longer than any in it. */
function fenced(/** @type {string} */ text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.trimEnd()}\n${fence}\n`;
}

const corpus = lines('CORPUS').map(seen);
const common = [
  ...(lines('PATHS').length > 0 ? lines('PATHS') : ['.']).map(seen),
  ...(corpus.length > 0 ? ['--corpus', ...corpus] : []),
  ...(input('CONFIG') === '' ? [] : ['--config', seen(input('CONFIG'))]),
  ...(input('MAX_WARNINGS') === '' ? [] : ['--max-warnings', input('MAX_WARNINGS')]),
  ...lines('ARGS'),
];

const format = input('FORMAT') || 'pretty';
// What a draft says must not be taken for a command of the workflow; the annotations are commands.
const token = format === 'github' ? null : randomUUID();
if (token !== null) console.log(`::stop-commands::${token}`);
const { status } = check(['--format', format], ['ignore', 'inherit', 'inherit']);
if (token !== null) console.log(`::${token}::`);
tell('GITHUB_OUTPUT', `status=${status}\n`);

const sarif = input('SARIF_FILE');
if (sarif !== '' && check(['--format', 'sarif', '--output', seen(sarif)], ['ignore', 'inherit', 'ignore']).status <= 2)
  tell('GITHUB_OUTPUT', `sarif-file=${seen(sarif)}\n`);
if (input('SUMMARY') === 'true') {
  const { stdout } = check(['--format', 'pretty'], ['ignore', 'pipe', 'ignore']);
  tell('GITHUB_STEP_SUMMARY', fenced(Buffer.from(stdout).subarray(0, MOST_SUMMARY).toString()));
}
process.exitCode = status;
