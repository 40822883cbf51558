import { expect, test } from 'vitest';
import { toEnd } from '../../text/steps.ts';
import { readList } from './postingLists.ts';
import { keySpace, partedKey, partition, postingLists } from './postingParts.ts';

test('a list is read as far as there is room', () => {
  const space = keySpace(1);
  const keys = new Int32Array(72).fill(partedKey(space, 0));
  const chunk = partition(keys, Uint32Array.of(72, 0), { postings: new Uint32Array(72), blockBits: 0 });
  const lists = toEnd(postingLists([chunk], space, 100));
  const into = new Uint32Array(3);
  expect(readList(lists, 0, { into })).toBe(3);
  expect([...into]).toEqual([0, 1, 2]);
});
