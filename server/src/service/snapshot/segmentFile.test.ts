import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentOf } from '../../../../test/support/segments.ts';
import type { SegmentData } from '../../corpus/index/segmentData.ts';
import { IndexedCorpus } from '../../corpus/indexedCorpus.ts';
import { toEnd } from '../../text/steps.ts';
import { writeContainer } from './container.ts';
import { readSegment, writeSegment } from './segmentFile.ts';

const VOCABULARY = 'tide wall harbour winter the of and a salt lamp ferry gull crate stone'.split(' ');
const texts = fc.dictionary(
  fc.string({ maxLength: 9 }),
  fc.array(fc.constantFrom(...VOCABULARY), { maxLength: 40 }).map((words) => words.join(' ')),
  { maxKeys: 6 },
);

function bytesOf(data: SegmentData): Uint8Array {
  return new Uint8Array(Buffer.concat(toEnd(writeSegment(data)).pieces));
}

function read(bytes: Uint8Array): SegmentData {
  const opened = toEnd(readSegment(bytes));
  if ('problem' in opened) throw new Error(opened.detail);
  return opened.data;
}

function refusal(data: object): string | undefined {
  const opened = toEnd(readSegment(new Uint8Array(Buffer.concat(toEnd(writeContainer('segment', data))))));
  return 'problem' in opened ? opened.problem : undefined;
}

describe('a segment that was saved', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const data = segmentOf(given);
        expect(read(bytesOf(data))).toEqual(data);
      }),
      { numRuns: 50 },
    );
  });

  test('comes back as it was where it keeps no hashes', () => {
    const data = { ...segmentOf({ a: 'the tide wall' }), hashes: null };
    expect(read(bytesOf(data))).toEqual(data);
  });

  test('is found by the same words', () => {
    const data = segmentOf({ 'a.md': 'the winter ferry took salt and stone', 'b.md': 'the harbour wall of stone and gull' });
    const before = IndexedCorpus.empty().withSegments([data]);
    const after = IndexedCorpus.empty().withSegments([read(bytesOf(data))]);
    for (const words of ['harbour wall of stone', 'ferry took salt', 'gull']) {
      expect(after.retrieve(words.split(' '), 5)).toEqual(before.retrieve(words.split(' '), 5));
    }
    expect([...after.ids()].map((id) => after.details(id))).toEqual([...before.ids()].map((id) => before.details(id)));
  });

  test('has a fingerprint of its content', () => {
    const one = toEnd(writeSegment(segmentOf({ a: 'the tide wall' })));
    const same = toEnd(writeSegment(segmentOf({ a: 'the tide wall' })));
    const other = toEnd(writeSegment(segmentOf({ a: 'the tide gull' })));
    expect(one.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(same.fingerprint).toBe(one.fingerprint);
    expect(other.fingerprint).not.toBe(one.fingerprint);
    expect(toEnd(readSegment(bytesOf(segmentOf({ a: 'the tide wall' }))))).toMatchObject({ fingerprint: one.fingerprint, size: one.size });
  });
});

describe('a segment with other fields', () => {
  const data = segmentOf({ a: 'the tide wall' });
  const { codes: _, ...without } = data;

  test.each([
    ['one more', { ...data, more: new Uint8Array(1) }],
    ['one fewer', without],
    ['one of another kind', { ...data, codes: Uint32Array.from(data.codes) }],
    ['one inside that is missing', { ...data, words: { offsets: data.words.offsets, universe: 1 } }],
    ['a list for an object', { ...data, words: [] }],
    ['an object for a number', { ...data, wordCount: {} }],
  ])('is of another version: %s', (_name, odd) => expect(refusal(odd)).toBe('other version'));

  test('is none where a field is said to be undefined', () => expect(refusal({ ...data, more: undefined })).toBeUndefined());
});
