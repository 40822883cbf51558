import { expect, test } from 'vitest';
import { toEnd } from '../../text/steps.ts';
import { readList } from './postingLists.ts';
import { chunkKeys, keySpace, partedKey, partition, partSizes, postingLists } from './postingParts.ts';

test('a list is read as far as there is room', () => {
  const space = keySpace(1);
  chunkKeys.fill(partedKey(space, 0), 0, 72);
  partSizes[0] = 72;
  const chunk = partition(new Uint32Array(72), space, 0);
  const lists = toEnd(postingLists([chunk], space, 100));
  const into = new Uint32Array(3);
  expect(readList(lists, 0, { into })).toBe(3);
  expect([...into]).toEqual([0, 1, 2]);
});
