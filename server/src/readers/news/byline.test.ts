import { expect, it } from 'vitest';
import { bylineNames } from './byline.ts';

it.each([
  ['By Ada Quill', ['Ada Quill']],
  ['BY ADA QUILL', ['ADA QUILL']],
  ["By Ada Quill and Tom d'Arcy", ['Ada Quill', "Tom d'Arcy"]],
  ['Von Ada Quill, dpa', ['Ada Quill']],
  ['Ada Quill, Staff Reporter', ['Ada Quill']],
  ['Ada Quill, Tom Reed and Ines Vale', ['Ada Quill', 'Tom Reed', 'Ines Vale']],
  ['Quay News', ['Quay News']],
  ['Quill, Ada', ['Quill, Ada']],
  ['', []],
])('reads %s', (byline, names) => {
  expect(bylineNames(byline)).toEqual(names);
});
