import { NO_DETAILS } from '../../server/src/corpus/article.ts';
import { SegmentBuilder } from '../../server/src/corpus/index/segmentBuilder.ts';
import type { SegmentData } from '../../server/src/corpus/index/segmentData.ts';
import type { Indexer } from '../../server/src/service/indexer.ts';
import { hashWord } from '../../server/src/text/wordHash.ts';
import { wordsOf } from '../../server/src/text/words.ts';

/** The hashes of a text's words, as the index takes them. */
export function hashesOf(text: string): Uint32Array {
  return Uint32Array.from(wordsOf(text), ({ folded }) => hashWord(folded));
}

/** A segment of articles, by their ids. */
export function segmentOf(texts: Readonly<Record<string, string>>): SegmentData {
  const builder = new SegmentBuilder();
  for (const [id, text] of Object.entries(texts)) {
    builder.add({ id, details: { ...NO_DETAILS, title: `About ${id}`, publisher: 'The Low Coast Observer' } }, hashesOf(text));
  }
  return builder.finish();
}

/** Gives one segment as those are that are too large to be merged: the only ones that are left on disk. */
export const unmergeableIndexer: Indexer = {
  async *index(entries) {
    const builder = new SegmentBuilder();
    for (const { path } of entries) builder.add({ id: path, details: NO_DETAILS }, Uint32Array.from(['boat', 'wharf'], hashWord));
    const files = entries.map(({ path, stamp }) => ({ path, stamp, articleIds: [path], problems: [] }));
    yield { files, added: [builder.finish(false)], replaced: [] };
  },
};
