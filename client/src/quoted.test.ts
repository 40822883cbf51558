import { expect, it } from 'vitest';
import { withoutMarks } from './quoted.ts';

function quoted(given: string, most?: number): string {
  const { words, inMarks } = withoutMarks(given, most);
  return inMarks ? `“${words}”` : words;
}

it.each([
  ['storm', '“storm”'],
  ['“The lamp has outlasted three mayors.”', '“The lamp has outlasted three mayors.”'],
  ['"The lamp"', '“The lamp”'],
  ['„Die Lampe“', '“Die Lampe”'],
  ['“The lamp,” she said, “has outlasted three mayors.”', '“The lamp,” she said, “has outlasted three mayors.”'],
  // A mark without a partner.
  ['“', '“”'],
])('%s is shown as %s', (words, shown) => {
  expect(quoted(words)).toBe(shown);
});

it.each([
  ['The lamp has outlasted three mayors', '“The lamp has …”'],
  ['“The lamp has outlasted three mayors.”', '“The lamp has …”'],
  ['“The lamp,” she said, “has outlasted three mayors.”', '“The lamp,” …'],
  ['Unwaveringlyunwavering', '“Unwaveringly …”'],
])('%s is cut to %s', (words, shown) => {
  expect(quoted(words, 12)).toBe(shown);
});
