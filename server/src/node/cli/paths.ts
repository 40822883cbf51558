import { normalize, relative, resolve, sep } from 'node:path';
import { relativeTo } from '../../service/configurationPaths.ts';

/** A path as hosts write it: absolute, with forward slashes. */
export function absolutePath(cwd: string, path: string): string {
  return forward(resolve(cwd, path));
}

/** A path as the user gave it, tidied: `./drafts/` is `drafts`. */
function asGiven(path: string): string {
  const plain = forward(normalize(path));
  return plain.length > 1 ? plain.replace(/\/$/, '') : plain;
}

/**
 * How files in a folder (or one file) that the user named are shown: by the name that was given. `drafts` shows
 * `drafts/letter.md`, an absolute path shows all of it.
 */
export function shownUnder(given: string, folder: string): (file: string) => string | undefined {
  const prefix = asGiven(given);
  return (file) => {
    const below = relativeTo(folder, file);
    if (below === undefined) return undefined;
    if (below === '') return prefix;
    if (prefix === '.') return below;
    return prefix.endsWith('/') ? prefix + below : `${prefix}/${below}`;
  };
}

/** How a file that nobody named is shown: from the working folder where it lies in there, whole elsewhere. */
export function shownFrom(cwd: string, file: string): string {
  const way = forward(relative(cwd, file));
  return way === '' || way.startsWith('../') || way === '..' || /^[A-Za-z]:/.test(way) ? file : way;
}

function forward(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
