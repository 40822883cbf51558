import { expect, it } from 'vitest';
import { turn } from './pump.ts';
import { readAhead } from './readAhead.ts';

it('gives all in order, and asks for a few at a time', async () => {
  const items = Array.from({ length: 40 }, (_, at) => at);
  let running = 0;
  let most = 0;
  const read = async (item: number) => {
    most = Math.max(most, ++running);
    for (let turns = item % 5; turns >= 0; turns--) await turn();
    running--;
    return item * 2;
  };
  const found: number[] = [];
  for await (const one of readAhead(items, read)) found.push(one);
  expect(found).toEqual(items.map((item) => item * 2));
  expect(most).toBe(8);
});

it('asks for nothing more once it is left', async () => {
  const asked: number[] = [];
  for await (const one of readAhead([1, 2, 3, ...Array(50).keys()], (item) => Promise.resolve(asked.push(item)))) if (one === 2) break;
  expect(asked.length).toBeLessThan(12);
});
