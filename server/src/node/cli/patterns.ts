import { dirname } from 'node:path';
import { matcherOf } from '../../service/globs.ts';
import type { Host } from '../../service/host.ts';
import { compare } from './corpusFolder.ts';
import { absolutePath } from './paths.ts';

/** Whether a PATH is a glob pattern, should there be no file of this name. */
export function isPattern(given: string): boolean {
  return /[*?[{]/.test(given);
}

/** The files that a glob pattern stands for, absolute, in the order of their paths: where no shell unfolds it (Windows, or in quotation marks). */
export async function filesLike(pattern: string, cwd: string, host: Host): Promise<readonly string[]> {
  const plain = pattern.replaceAll('\\', '/');
  const first = plain.search(/[*?[{]/);
  const folder = absolutePath(cwd, dirname(`${plain.slice(0, first)}x`));
  const rest = plain.slice(plain.slice(0, first).lastIndexOf('/') + 1);
  const matches = matcherOf([rest]);
  const entries = await host.listFiles(folder).catch(() => []);
  const stem = folder.endsWith('/') ? folder : `${folder}/`;
  return entries
    .map(({ path }) => path)
    .filter((path) => path.startsWith(stem) && matches(path.slice(stem.length)))
    .sort(compare);
}
