import type { Archive } from './corpora.ts';
import { random } from './random.ts';
import { sentencesOf } from './sentences.ts';
import { wordBuffer, wordHashes, wordsOf } from './words.ts';

export interface NowhereOptions {
  /** Words, both included. */
  readonly least: number;
  readonly most: number;
  readonly count: number;
}

/** Words in a row by which a sentence is known to stand in the archive, too. */
const GRAM = 4;
/** A sentence is somewhere, after all, if more of its words than this share stand in such rows elsewhere. */
const MOST_KNOWN = 0.5;
/** So many sentences are looked at for each one wanted: stock phrases and texts sent out twice fall out. */
const SPARE = 3;

/**
 * Sentences of held-out articles that no article of the archive has, not even nearly: to find them is a mistake. At
 * most `count`; fewer where the held-out articles have no more.
 */
export function nowhereSentences(archive: Archive, { least, most, count }: NowhereOptions): string[] {
  const all = archive.heldOut.flatMap(({ text }) =>
    sentencesOf(text)
      .map(({ start, end }) => text.slice(start, end))
      .filter((sentence) => /[.!?]["”’)]*$/.test(sentence)),
  );
  const candidates: string[] = [];
  for (const sentence of random(archive.seed, 'nowhere', least).shuffle(all)) {
    if (candidates.length >= count * SPARE) break;
    const words = wordHashes(sentence).length;
    if (words >= least && words <= most) candidates.push(sentence);
  }
  const known = gramsInArchive(archive, new Set(candidates.flatMap((sentence) => gramsOf(wordHashes(sentence)))));
  return candidates.filter((sentence) => knownShare(wordHashes(sentence), known) <= MOST_KNOWN).slice(0, count);
}

/** A hash of every {@link GRAM} words in a row. */
function gramsOf(hashes: Uint32Array, count = hashes.length): number[] {
  const grams: number[] = [];
  for (let at = 0; at + GRAM <= count; at++) grams.push(gramAt(hashes, at));
  return grams;
}

function gramAt(hashes: Uint32Array, at: number): number {
  let gram = 0;
  for (let k = 0; k < GRAM; k++) gram = Math.imul(gram ^ (hashes[at + k] as number), 0x9e3779b1) ^ (gram >>> 15);
  return gram >>> 0;
}

/** Which of the grams some real article has; synthetic ones are made of those. */
function gramsInArchive(archive: Archive, wanted: ReadonlySet<number>): Set<number> {
  const found = new Set<number>();
  const buffer = wordBuffer();
  for (const { text } of archive.articles(archive.realCount)) {
    const words = wordsOf(text, buffer);
    for (let at = 0; at + GRAM <= words.count; at++) {
      const gram = gramAt(words.hashes, at);
      if (wanted.has(gram)) found.add(gram);
    }
  }
  return found;
}

function knownShare(hashes: Uint32Array, known: ReadonlySet<number>): number {
  let covered = 0;
  let until = 0;
  gramsOf(hashes).forEach((gram, at) => {
    if (!known.has(gram)) return;
    covered += at + GRAM - Math.max(at, until);
    until = at + GRAM;
  });
  return covered / Math.max(1, hashes.length);
}
