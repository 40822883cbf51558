import { expect, test } from 'vitest';
import { isEnglish } from './english.ts';

test.each([
  ['The harbour was shut in March, and nobody who lived there could say when it would open to boats again.', true],
  ['It rained.', true],
  ['Der Hafen wurde im März geschlossen, und niemand konnte sagen, wann er wieder für Boote geöffnet wird.', false],
  ['Le port a été fermé en mars et personne ne pouvait dire quand il serait rouvert aux bateaux de pêche.', false],
  ['항구는 3월에 문을 닫았다.', false],
  ['बंदरगाह मार्च में बंद कर दिया गया था।', false],
])('%s', (text, expected) => expect(isEnglish(text)).toBe(expected));
