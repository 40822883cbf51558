import { readerFor } from '../readers/index.ts';

/** Folders that hold no sources, however much text there is in them. */
const SKIPPED_FOLDERS = new Set(['node_modules']);

/**
 * What programs put beside a file while it is being written or is open: Vim's and Emacs's copies (`a.md~`, `#a.md#`),
 * Office's and LibreOffice's marks (`~$a.docx`), downloads that are not done. Names that begin with a dot are hidden anyway.
 */
const PASSING = /^~\$|~$|^#.*#$|\.(?:tmp|temp|sw[a-z]|part|partial|crdownload|download)$/i;

/** Whether a name in a folder is passed over by every listing, of sources and of drafts. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || SKIPPED_FOLDERS.has(name);
}

/** Whether a name is that of a file which will be gone or renamed in a moment. */
export function isPassing(name: string): boolean {
  return PASSING.test(name);
}

/** What a side file's name adds to that of the file whose metadata it holds. */
export const SIDE_ENDINGS: readonly string[] = ['.yaml', '.yml'];
const SIDE = /\.ya?ml$/i;

/** The path of the source whose metadata a path would hold as a side file; undefined where it can be none. */
export function sourceOfSide(path: string): string | undefined {
  // Hardly any file of a hundred thousand is one: they end in “l”.
  if ((path.charCodeAt(path.length - 1) | 0x20) !== 0x6c) return undefined;
  const ending = SIDE.exec(path)?.[0];
  const source = ending && path.slice(0, -ending.length);
  return source && readerFor(source) ? source : undefined;
}
