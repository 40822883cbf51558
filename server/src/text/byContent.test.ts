import { expect, it } from 'vitest';
import { byContent } from './byContent.ts';

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
