import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { gunzipSync } from 'node:zlib';

const ROOT = resolve(import.meta.dirname, '../..');
export const CLI = join(ROOT, 'dist', 'cli.cjs');

/** The folder that holds marked drafts, real texts and the scripts that score and make drafts. */
export interface Data {
  readonly cases: string;
  readonly seeds: string;
  /** Scores the command line on marked drafts. */
  readonly runCases: string;
  /** Makes marked drafts out of real texts. */
  readonly makeCases: string;
  /** Files of texts, `.jsonl.gz`. */
  readonly texts: readonly string[];
}

/** A real text. */
export interface Text {
  readonly id: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly speaker?: string;
  readonly published: string;
  readonly url?: string;
  readonly text: string;
}

/** Ends the run with one line that says what to do. */
export function giveUp(message: string): never {
  console.error(`eval: ${message}`);
  process.exit(2);
}

/** All that the evaluation needs of a folder; ends the run where something is missing. */
export function dataIn(folder: string): Data {
  const at = (name: string) => {
    const path = join(resolve(folder), name);
    if (!existsSync(path)) giveUp(`${path} is missing; say where the data is with --data DIR.`);
    return path;
  };
  if (!existsSync(CLI)) giveUp('dist/cli.cjs is missing; run “npm run bundle” first.');
  const texts = readdirSync(at('data'))
    .filter((name) => name.endsWith('.jsonl.gz'))
    .sort();
  if (texts.length === 0) giveUp(`${at('data')} holds no .jsonl.gz files to make drafts from.`);
  return {
    cases: at('cases'),
    seeds: at('seeds'),
    runCases: at('eval/run-cases.mjs'),
    makeCases: at('eval/make-cases.mjs'),
    texts: texts.map((name) => at(`data/${name}`)),
  };
}

export function textsIn(file: string): Text[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Text);
}

/** Runs a script and gives what it wrote; what it cannot do ends the run. Its status says whether it found faults. */
export function run(script: string, given: readonly string[], cwd: string = ROOT): string {
  const { status, error, stdout, stderr } = spawnSync(process.execPath, [script, ...given], { cwd, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (error || (status !== 0 && status !== 1)) giveUp(`${script} ended with ${error?.message ?? `status ${status}`}. ${stderr}`);
  return stdout;
}
