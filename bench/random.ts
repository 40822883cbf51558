/** Chance that can be repeated: the same seeds give the same numbers, on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, n). */
  below(n: number): number;
  /** A whole number in [low, high]. */
  between(low: number, high: number): number;
  /** Whether something that happens with this share happens. */
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Shuffles in place and returns the same array. */
  shuffle<T>(list: T[]): T[];
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a of strings and numbers in order, 32 bits. */
export function hashOf(...parts: readonly (string | number)[]): number {
  let hash = FNV_OFFSET;
  for (const part of parts) {
    const text = `${part}\n`;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  }
  return hash >>> 0;
}

/** sfc32 (“small fast counter”, Doty-Humphrey, PractRand 2010), seeded by what it is for: `random(seed, 'article', 17)`. */
export function random(...seeds: readonly (string | number)[]): Random {
  let a = hashOf(...seeds) | 0;
  let b = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b);
  let c = Math.imul(b ^ 0x243f6a88, 0xc2b2ae35);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // Twelve rounds are what its author gives it to mix the seed in.
  for (let round = 0; round < 12; round++) next();
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (share) => next() < share,
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
    shuffle: <T>(list: T[]) => {
      for (let i = list.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [list[i], list[j]] = [list[j] as T, list[i] as T];
      }
      return list;
    },
  };
}
