import { expect, test } from 'vitest';
import { borrow, giveBack } from './scratch.ts';

test('what is borrowed has room, and is nobody else’s until it is given back', () => {
  for (const length of [0, 1, 2, 3, 64, 65, 65_536, 65_537, 200_000]) {
    const [one, other] = [borrow(length), borrow(length)];
    expect(one.length).toBeGreaterThanOrEqual(length);
    expect(one.buffer).not.toBe(other.buffer);
    giveBack(one);
    giveBack(other);
    expect(borrow(length).length).toBeGreaterThanOrEqual(length);
  }
});

test('a little is kept, and never what is large', () => {
  const large = borrow(100_000);
  giveBack(large);
  expect(borrow(100_000)).not.toBe(large);
  const some = Array.from({ length: 30 }, () => borrow(1000));
  some.forEach(giveBack);
  expect(Array.from({ length: 30 }, () => borrow(1000)).filter((array) => some.includes(array)).length).toBeLessThan(20);
});
