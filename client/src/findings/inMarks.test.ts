import { expect, it } from 'vitest';
import { inMarks } from './inMarks.ts';

it.each([
  ['kettles', '“kettles”'],
  ['“The lamp will stay lit,”', '“The lamp will stay lit,”'],
  ['„Das Licht bleibt an“', '“Das Licht bleibt an”'],
  ['“Stay,” she said.', '“Stay,” she said.'],
  ['“', '“'],
])('the words %s of a finding are shown as %s', (words, shown) => {
  expect(inMarks(words)).toBe(shown);
});

it.each([
  ['The lamp will stay lit through the fog', '“The lamp will stay lit …”'],
  ['“The lamp will stay lit through the fog.”', '“The lamp will stay lit …”'],
])('what is too long of %s is left out', (words, shown) => {
  expect(inMarks(words, 24)).toBe(shown);
});
