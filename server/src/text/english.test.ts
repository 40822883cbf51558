import { expect, test } from 'vitest';
import { isEnglish } from './english.ts';

test.each([
  ['The harbour was shut in March, and nobody who lived there could say when it would open to boats again.', true],
  ['It rained.', true],
  ['Der Hafen wurde im März geschlossen, und niemand konnte sagen, wann er wieder für Boote geöffnet wird.', false],
  ['Le port a été fermé en mars et personne ne pouvait dire quand il serait rouvert aux bateaux de pêche.', false],
  ['«Vamos a cerrar el faro viejo del puerto», dijo Anselmo Quiroga.', false],
  ['„Geld haben wir genug, Leute fehlen uns“, klagte Petersen.', false],
  ['„Es war kalt in der Stadt, und so was hatte in all den Jahren an der Brücke keiner gesehen“, sagte Petersen in Wiekshagen.', false],
  ['«Nous avons invité 23 familles…», a dit la maire.', false],
  ['«Non possiamo far salire le barche», ha dichiarato Santacroce.', false],
  ['“Die Zeit” of Hamburg and “Le Monde” of Paris said so.', true],
  ['Officials in Los Angeles and El Paso said no.', true],
  ['“We closed it,” said Maria de la Cruz.', true],
  ['“Never,” Quill said.', true],
  ['“No more war!”', true],
  ['항구는 3월에 문을 닫았다.', false],
  ['बंदरगाह मार्च में बंद कर दिया गया था।', false],
])('%s', (text, expected) => expect(isEnglish(text)).toBe(expected));
