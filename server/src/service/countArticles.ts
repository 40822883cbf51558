import { isInside } from './configurationPaths.ts';
import type { Library } from './library.ts';

/** How many articles some libraries have together, each counted once. O(1) unless folders of one lie in another's. */
export function countArticles(libraries: readonly Library[]): number {
  let count = 0;
  for (const [i, library] of libraries.entries()) {
    const others = libraries.slice(0, i).filter((other) => overlap(other, library));
    count += others.length === 0 ? library.corpus.size : articlesBeside(library, others);
  }
  return count;
}

/** Articles come from files, and a file is known by the same path in every library. */
function articlesBeside({ files }: Library, others: readonly Library[]): number {
  let count = 0;
  for (const path of files.paths) if (!others.some((other) => other.files.has(path))) count += files.articleIdsOf(path).length;
  return count;
}

function overlap(a: Library, b: Library): boolean {
  return a.folders.some((one) => b.folders.some((other) => isInside(one, other) || isInside(other, one)));
}
