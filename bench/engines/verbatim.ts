import { NO_DETAILS } from '../../server/src/corpus/article.ts';
import { SegmentBuilder } from '../../server/src/corpus/index/segmentBuilder.ts';
import type { SegmentData } from '../../server/src/corpus/index/segmentData.ts';
import { type IndexedArticle, IndexedCorpus } from '../../server/src/corpus/indexedCorpus.ts';
import { wantedWords } from '../../server/src/match/wantedWords.ts';
import { DiskCache } from '../../server/src/node/diskCache.ts';
import { quotedTokens } from '../../server/src/prose/quotedWords.ts';
import { FINAL_WORDS } from '../../server/src/service/indexParts.ts';
import { SnapshotStore } from '../../server/src/service/snapshot/store.ts';
import { WordScanner } from '../../server/src/text/wordScanner.ts';
import type { BenchArticle } from '../corpora.ts';
import { timed } from '../timing.ts';
import type { MakeEngine } from './engine.ts';

/** Similarity from which on words are taken for found. */
const THRESHOLD = 0.6;

const scanner = new WordScanner();

function indexed({ number, title, publisher, text }: BenchArticle): IndexedArticle {
  scanner.clear();
  scanner.scan(text, 0, text.length);
  return { id: String(number), details: { ...NO_DETAILS, title, publisher }, hashes: scanner.hashes.subarray(0, scanner.count) };
}

function* segmentsOf(articles: Iterable<BenchArticle>): Generator<SegmentData> {
  let builder = new SegmentBuilder();
  for (const article of articles) {
    const { id, details, hashes } = indexed(article);
    builder.add({ id, details }, hashes);
    if (builder.wordCount < FINAL_WORDS) continue;
    yield builder.finish();
    builder = new SegmentBuilder();
  }
  if (builder.articleCount > 0) yield builder.finish();
}

/** Bytes of all typed arrays of some plain data. */
function bytesOf(data: unknown): number {
  if (ArrayBuffer.isView(data)) return data.byteLength;
  if (typeof data !== 'object' || data === null) return 0;
  return Object.values(data).reduce((sum: number, one) => sum + bytesOf(one), 0);
}

/** As the library does: small segments are merged when so many have gathered. */
const MOST_SEGMENTS = 12;

/** The project’s own index; the winner’s text is read again for the places of its words. */
export const verbatim: MakeEngine = ({ textOf }) => {
  let corpus = IndexedCorpus.empty();
  return {
    name: 'Verbatim',
    most: 1_000_000,
    threshold: THRESHOLD,
    build: (articles) => {
      for (const segment of segmentsOf(articles)) corpus = corpus.withSegments([segment]);
    },
    find: (query) => {
      const { words, gaps } = wantedWords(quotedTokens(query, [{ start: 0, end: query.length }]));
      const [best] = corpus.retrieve(words, 1, { gaps });
      if (!best) return null;
      const article = Number(best.articleId);
      const text = textOf(article);
      scanner.clear();
      scanner.scan(text, 0, text.length);
      const start = scanner.starts[best.position] ?? 0;
      return { article, start, end: scanner.ends[best.end - 1] ?? start, score: best.similarity };
    },
    add: (article) => {
      corpus = corpus.changed([indexed(article)]);
    },
    remove: ({ number }) => {
      corpus = corpus.changed([], [String(number)]);
    },
    settle: () => {
      let longest = 0;
      if (corpus.segmentCount <= MOST_SEGMENTS) return longest;
      const steps = corpus.mergeSteps();
      for (let done = false; !done; ) {
        const time = timed(() => {
          const step = steps.next();
          if (step.done) corpus = step.value;
          done = step.done ?? false;
        });
        longest = Math.max(longest, time);
      }
      return longest;
    },
    bytes: () => bytesOf(corpus.parts.map(({ data }) => data)),
    save: async (folder) => {
      await new SnapshotStore(new DiskCache(folder), { folders: ['/bench'] }).save({ files: [], segments: corpus.parts });
    },
    load: async (folder) => {
      const found = await new SnapshotStore(new DiskCache(folder), { folders: ['/bench'] }).load();
      if ('problem' in found) throw new Error(found.message);
      const parts = found.segments.map((segment, at) => ({ ...segment, gone: [...(found.manifest.segments[at]?.gone ?? [])] }));
      corpus = IndexedCorpus.restored(parts, 1);
    },
  };
};
