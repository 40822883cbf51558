import { expect, test } from 'vitest';
import { inMarks } from './inMarks.ts';

test.each([
  ['guidance', '“guidance”'],
  ['“The tide is late,”', '“The tide is late,”'],
  ['"The tide is late."', '“The tide is late.”'],
  ['„Die Flut kommt spät“', '“Die Flut kommt spät”'],
  ['“', '““”'],
])('%s', (words, shown) => expect(inMarks(words)).toBe(shown));
