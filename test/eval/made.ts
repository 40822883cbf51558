import { existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { CLI, type Data, run } from './tools.ts';

/** What became of the marks for one rule. */
export interface Score {
  readonly rule: string;
  readonly marks: number;
  readonly found: number;
  readonly spurious: number;
  readonly fixesWanted: number;
  readonly fixed: number;
}

/** A suite of marked drafts: which texts they are made from, and what came of it. */
export interface Suite {
  readonly name: string;
  readonly scores: readonly Score[];
  /** What was missed or reported by mistake, a line each. */
  readonly misses: readonly string[];
}

function score(cases: string, corpus: string, data: Data): Pick<Suite, 'scores' | 'misses'> {
  const given = ['--cases', cases, '--corpus', corpus, '--cli', `${process.execPath} ${CLI}`];
  const scores = JSON.parse(run(data.runCases, [...given, '--json'])) as Score[];
  const all = scores.find(({ rule }) => rule === 'all');
  const isClean = !all || (all.found === all.marks && all.spurious === 0 && all.fixed === all.fixesWanted);
  const misses = isClean
    ? []
    : run(data.runCases, [...given, '--show', '1000'])
        .split('\n')
        .filter((line) => /^\S+\.(?:md|txt): /.test(line));
  return { scores: scores.filter(({ rule }) => rule !== 'all'), misses };
}

/** The drafts that were marked by hand. */
export function writtenSuite(data: Data): Suite {
  return { name: 'written', ...score(data.cases, data.seeds, data) };
}

/** Drafts made from all texts together and from each file of them by itself, a suite for each seed. */
export function* madeSuites(
  data: Data,
  { seeds, drafts, folder }: { seeds: readonly string[]; drafts: string; folder: string },
): Generator<Suite> {
  const sets = new Map([['all', data.texts], ...data.texts.map((file) => [basename(file, '.jsonl.gz'), [file]] as [string, string[]])]);
  for (const [name, files] of sets) {
    for (const seed of seeds) {
      const made = join(folder, `${name}-${seed}`);
      run(data.makeCases, ['--out', made, '--seed', seed, '--drafts', drafts, ...files]);
      yield { name, ...score(join(made, 'cases'), join(made, 'corpus'), data) };
      if (existsSync(made)) rmSync(made, { recursive: true });
    }
  }
}
