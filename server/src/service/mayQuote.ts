import type { Corpus } from '../corpus/corpus.ts';
import { wordsOf } from '../text/words.ts';

/** Bits of information of two words in a row that are more than chance: “of the” has nine, “oil lamp” twenty. */
const TELLING_BITS = 12;

/**
 * Whether a text may quote some passages: it has two telling words of one of them in a row. No match of more than a word is
 * without, and a text is looked through a hundred times faster than it is checked. Where the passages have no such words,
 * every text may.
 */
export function mayQuote(passages: readonly string[], corpus: Pick<Corpus, 'information'>): (text: string) => boolean {
  const pairs = new Set<string>();
  for (const passage of passages) {
    for (const [pair, bits] of pairsOf(passage, (word) => corpus.information(word))) if (bits >= TELLING_BITS) pairs.add(pair);
  }
  if (pairs.size === 0) return () => true;
  return (text) => {
    for (const [pair] of pairsOf(text, () => 0)) if (pairs.has(pair)) return true;
    return false;
  };
}

function* pairsOf(text: string, information: (word: string) => number): Generator<[pair: string, bits: number]> {
  let before: string | undefined;
  for (const { folded } of wordsOf(text)) {
    if (before !== undefined) yield [`${before} ${folded}`, information(before) + information(folded)];
    before = folded;
  }
}
