import type { Located } from '../match/locate.ts';

/** A pure function of a located passage that remembers what it gave: passages outlive the keystrokes by which they are asked about. */
export function byPassage<T>(compute: (located: Located) => T): (located: Located) => T {
  const known = new WeakMap<Located, { readonly value: T }>();
  return (located) => {
    const entry = known.get(located) ?? { value: compute(located) };
    known.set(located, entry);
    return entry.value;
  };
}
