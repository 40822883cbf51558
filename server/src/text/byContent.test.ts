import { expect, it } from 'vitest';
import { byContent, byParts } from './byContent.ts';

/** A function that takes down what it was asked for. */
function witnessed() {
  const asked: string[] = [];
  const lengthOf = byContent((text) => {
    asked.push(text);
    return [text.length];
  });
  return { asked, lengthOf };
}

it('works out once what is asked for again', () => {
  const { asked, lengthOf } = witnessed();
  expect(lengthOf('one')).toBe(lengthOf('one'));
  expect(lengthOf('three')).toEqual([5]);
  expect(asked).toEqual(['one', 'three']);
});

it('remembers that there is nothing', () => {
  let asked = 0;
  const nothing = byContent(() => void asked++);
  nothing('a');
  nothing('a');
  expect(asked).toBe(1);
});

it('keeps no long texts, and no more than has room', () => {
  const { asked, lengthOf } = witnessed();
  const long = 'a'.repeat(5_000);
  lengthOf(long);
  lengthOf(long);
  expect(asked).toHaveLength(2);
  lengthOf('first');
  for (let i = 0; i < 400; i++) lengthOf(`${i}`.padEnd(3_000, '.'));
  lengthOf('first');
  expect(asked.filter((text) => text === 'first')).toHaveLength(2);
});

it('works out once what it is given the same row of texts for, and remembers the last few rows', () => {
  const asked: string[] = [];
  const joined = byParts((parts) => {
    asked.push(parts.join());
    return { text: parts.join() };
  });
  const row = () => ['one', 'two'];
  expect(joined(row())).toBe(joined(row()));
  expect(joined(['one'])).toEqual({ text: 'one' });
  expect(joined(['one', 'three'])).toEqual({ text: 'one,three' });
  expect(joined(row())).toEqual({ text: 'one,two' });
  expect(asked).toEqual(['one,two', 'one', 'one,three']);
  for (const others of ['a', 'b', 'c', 'd']) joined([others]);
  joined(row());
  expect(asked.filter((text) => text === 'one,two')).toHaveLength(2);
});
