import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InMemoryCache } from '../../../../test/support/inMemoryCache.ts';
import { NO_DETAILS } from '../../corpus/article.ts';
import { SegmentBuilder } from '../../corpus/index/segmentBuilder.ts';
import { IndexedCorpus } from '../../corpus/indexedCorpus.ts';
import { hashWord } from '../../text/wordHash.ts';
import { PageCache } from './pages.ts';
import { SnapshotStore } from './store.ts';

const FOLDERS = ['/c'];
const VOCABULARY = 'the of and a tide wall harbour winter salt lamp ferry gull crate stone keel mast'.split(' ');
const text = fc.array(fc.constantFrom(...VOCABULARY), { minLength: 1, maxLength: 60 });

function hashesOf(words: readonly string[]): Uint32Array {
  return Uint32Array.from(words, hashWord);
}

/** What is in a cache after a corpus was saved, loaded with so much memory for segments. */
async function reloaded(corpus: IndexedCorpus, cache: InMemoryCache, memory: number): Promise<IndexedCorpus> {
  await new SnapshotStore(cache, { folders: FOLDERS }).save({ files: [], segments: corpus.parts });
  const found = await new SnapshotStore(cache, { folders: FOLDERS, pageBytes: 1 << 15 }).load({ memory });
  if ('problem' in found) throw new Error(found.message);
  const parts = found.segments.map((segment, at) => ({ ...segment, gone: [...(found.manifest.segments[at]?.gone ?? [])] }));
  return IndexedCorpus.restored(parts, corpus.revision);
}

describe('segments left on disk', () => {
  test('answer as they do in memory', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 10 }), text, fc.boolean(), async (texts, words, remove) => {
        const builder = new SegmentBuilder();
        for (const [i, own] of texts.entries())
          builder.add({ id: `${i}.md`, details: { ...NO_DETAILS, title: `About ${i}` } }, hashesOf(own));
        const whole = IndexedCorpus.empty().withSegments([builder.finish(false)]);
        const corpus = remove ? whole.changed([], ['0.md']) : whole;
        const asked = words.slice(0, 12);
        const expected = corpus.retrieve(asked, 5);
        const cold = await reloaded(corpus, new InMemoryCache(), 0);
        expect(cold.onDisk).toBe(corpus.size > 0);
        expect(cold.retrieve(asked, 5)).toEqual(expected);
        expect(cold.details('1.md')).toEqual(corpus.details('1.md'));
        const warm = await reloaded(corpus, new InMemoryCache(), Number.POSITIVE_INFINITY);
        expect([warm.onDisk, warm.retrieve(asked, 5)]).toEqual([false, expected]);
      }),
      { numRuns: 40 },
    );
  });

  test('are not written again, and never in part', async () => {
    const cache = new InMemoryCache();
    const builder = new SegmentBuilder();
    builder.add({ id: 'a.md', details: NO_DETAILS }, hashesOf(['tide', 'wall', 'harbour']));
    const corpus = IndexedCorpus.empty().withSegments([builder.finish(false)]);
    await new SnapshotStore(cache, { folders: FOLDERS }).save({ files: [], segments: corpus.parts });
    const store = new SnapshotStore(cache, { folders: FOLDERS });
    const found = await store.load({ memory: 0 });
    if ('problem' in found) throw new Error(found.message);
    const segments = found.segments.map(({ data }) => ({ data, gone: [] }));
    expect(await store.save({ files: [], segments })).toMatchObject({ segments: 0 });
    for (const name of cache.held.keys()) if (!name.includes('manifest')) cache.held.delete(name);
    expect(await store.save({ files: [], segments })).toMatchObject({ problem: 'out of reach' });
  });
});

test('pages hold what the file holds, few at a time', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => Math.imul(i, 0x9e3779b1) >>> 24);
  let reads = 0;
  const open = {
    read: (offset: number, into: Uint8Array) => {
      reads++;
      into.set(bytes.subarray(offset, offset + into.length));
    },
    close: () => undefined,
  };
  const file = new PageCache(3 << 14).file(open, bytes.length);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 40_000 }), (offset, length) => {
      const into = new Uint8Array(Math.min(length, bytes.length - offset));
      file.read(offset, into);
      expect(into).toEqual(bytes.slice(offset, offset + into.length));
    }),
  );
  const before = reads;
  file.read(10, new Uint8Array(20));
  file.read(20, new Uint8Array(20));
  expect(reads - before).toBeLessThanOrEqual(1);
});
