import type { CacheEntry } from '../host.ts';

const DAY_MS = 86_400_000;

/** What is younger may belong to a snapshot that another process is about to finish. */
const LEAST_AGE_MS = DAY_MS;

/** A snapshot that nobody has used for so long is not kept. */
const UNUSED_MS = 60 * DAY_MS;

/** Names in the cache: of what set of folders they are, and what they hold. Others are not ours, and left alone. */
const NAME = /^([0-9a-f]{16})(?:-[0-9a-f]{16})?\.(?:manifest|segment|used)$/;

/** Names of what belongs to a snapshot, by its key of sixteen hexadecimal digits. */
export const names = {
  manifest: (key: string) => `${key}.manifest`,
  segment: (key: string, fingerprint: string) => `${key}-${fingerprint}.segment`,
  /** Nothing but a time: when the snapshot was last loaded. */
  used: (key: string) => `${key}.used`,
};

/** All that a cache holds of one snapshot. */
interface Holding {
  readonly entries: CacheEntry[];
  /** When anything of it was last written. */
  used: number;
}

function holdings(entries: readonly CacheEntry[]): Map<string, Holding> {
  const found = new Map<string, Holding>();
  for (const entry of entries) {
    const key = NAME.exec(entry.name)?.[1];
    if (key === undefined) continue;
    const holding = found.get(key) ?? { entries: [], used: 0 };
    holding.entries.push(entry);
    holding.used = Math.max(holding.used, entry.modified);
    found.set(key, holding);
  }
  return found;
}

/** Whether it is time to note that a snapshot is in use. */
export function isUseForgotten(entries: readonly CacheEntry[], key: string, now: number): boolean {
  return now - (holdings(entries).get(key)?.used ?? 0) > LEAST_AGE_MS;
}

/** Segments of a snapshot that it no longer has and nobody can still be waiting for. */
export function leftovers(
  entries: readonly CacheEntry[],
  key: string,
  { kept, now }: { kept: ReadonlySet<string>; now: number },
): string[] {
  return (holdings(entries).get(key)?.entries ?? [])
    .filter(({ name, modified }) => name.endsWith('.segment') && !kept.has(name) && now - modified > LEAST_AGE_MS)
    .map(({ name }) => name);
}

/**
 * What is to go of other snapshots than this one: those that nobody has used for long; and while all together are larger
 * than `mostBytes`, the one that was used least recently. Manifests first: what has none is not looked for.
 */
export function unused(entries: readonly CacheEntry[], key: string, { mostBytes, now }: { mostBytes: number; now: number }): string[] {
  const all = holdings(entries);
  const sizes = new Map([...all].map(([one, held]) => [one, held.entries.reduce((sum, { size }) => sum + size, 0)]));
  let total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const gone: string[] = [];
  for (const [one, held] of [...all].sort(([, a], [, b]) => a.used - b.used)) {
    if (one === key || (now - held.used <= UNUSED_MS && total <= mostBytes)) continue;
    total -= sizes.get(one)!;
    const [manifests, others] = [true, false].map((first) => held.entries.filter(({ name }) => name.endsWith('.manifest') === first));
    gone.push(...[...manifests!, ...others!].map(({ name }) => name));
  }
  return gone;
}
