import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A file of the repository: what is tracked, and what would be. */
export interface RepositoryFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** An import as a file writes it, and where it leads. */
export interface Import {
  readonly from: string;
  readonly specifier: string;
  /** A path of the repository, or the specifier itself for a package. */
  readonly to: string;
}

const BINARY = /\.(?:png|ico|gif|jpg|pdf|docx|woff2?|gz|vsix)$/;

/** Every text file of the repository, in the order of paths. */
export function repositoryFiles(): readonly RepositoryFile[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' });
  return listed
    .split('\0')
    .filter((path) => path !== '' && !BINARY.test(path) && existsSync(ROOT + path))
    .map((path) => ({ path, text: readFileSync(ROOT + path, 'utf8') }));
}

/** Whether a file is in the repository. */
export function isThere(path: string): boolean {
  return existsSync(ROOT + path);
}

/** What a TypeScript file imports, types included. Reads the text as the formatter leaves it. */
export function importsOf({ path, text }: RepositoryFile): readonly Import[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s+'([^']+)'|(?:^|\n)import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g,
  );
  return [...found].map(([, named, bare, late]) => {
    const specifier = named ?? bare ?? late ?? '';
    return { from: path, specifier, to: specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier };
  });
}
