import { NOTHING_STANDS, Stands } from '../rules/standing.ts';
import { relativeTo } from './configurationPaths.ts';
import { matcherOf } from './globs.ts';
import type { StetEntry, StetFile } from './stetFile.ts';

/** By file, and by draft: most drafts of a folder are looked at again and again. */
const known = new WeakMap<StetFile, Map<string, Stands>>();

/** What of a file holds for the draft at a path. The same object for the same two. */
export function standsFor(file: StetFile, draft: string): Stands {
  if (file.entries.length === 0) return NOTHING_STANDS;
  let own = known.get(file);
  if (!own) {
    own = new Map();
    known.set(file, own);
  }
  let stands = own.get(draft);
  if (!stands) {
    const way = relativeTo(file.home, draft);
    const entries = file.entries.filter((entry) => holdsFor(entry, way));
    stands = entries.length === 0 ? NOTHING_STANDS : new Stands(entries.map(({ id, rules, place }) => ({ id, rules, place })));
    own.set(draft, stands);
  }
  return stands;
}

/** Whether an entry holds for a draft, by its way from the file's home; undefined for a draft that lies elsewhere. */
export function holdsFor({ drafts }: StetEntry, way: string | undefined): boolean {
  if (drafts === null) return true;
  return way !== undefined && (drafts.includes(way) || matcherOf(drafts)(way));
}
