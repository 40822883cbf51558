import type { Random } from './random.ts';

const NUMBER_OR_NAME = /\d+|(?<=[a-z,] )[A-Z][a-z]{2,}/g;
const NAME = /(?<=[a-z,] )[A-Z][a-z]{2,}/g;
const MOST_NAMES = 2_000;
const LEAST_COUNT = 3;
/** Shares of the numbers and of the names of an article that are changed. */
const NUMBERS_CHANGED = 0.7;
const NAMES_CHANGED = 0.6;

/** The names in some texts, the most frequent first: words with a capital inside a sentence. */
export function namesOf(texts: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const [name] of text.matchAll(NAME)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const frequent = [...counts].filter(([, count]) => count >= LEAST_COUNT).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return frequent.slice(0, MOST_NAMES).map(([name]) => name);
}

/** Another number that has as many digits. */
export function otherNumber(number: string, random: Random): string {
  const digits = [...number].map((_, i) => `${i === 0 ? random.between(1, 9) : random.below(10)}`).join('');
  if (digits !== number) return digits;
  return `${digits.slice(0, -1)}${(Number(digits.at(-1)) + 1) % 10 || 1}`;
}

/** A function that changes numbers and names in sentences of one article, the same name always to the same other. */
export function alterer(names: readonly string[], random: Random): (sentence: string) => string {
  const renamed = new Map<string, string>();
  const other = (name: string): string => {
    let to = renamed.get(name);
    if (to === undefined) {
      to = names.length > 0 && random.chance(NAMES_CHANGED) ? random.pick(names) : name;
      renamed.set(name, to);
    }
    return to;
  };
  return (sentence) =>
    sentence.replace(NUMBER_OR_NAME, (found) => {
      if (found.charCodeAt(0) > 57) return other(found);
      return random.chance(NUMBERS_CHANGED) ? otherNumber(found, random) : found;
    });
}
