import { describe, expect, it, test } from 'vitest';
import { grouped, joined, say, sense } from '../../text/said.ts';
import { saidDate } from '../../text/saidDates.ts';
import { voiceFor } from './load.ts';
import { ENGLISH, languageFor } from './voice.ts';

const german = await voiceFor('de-AT');
const korean = await voiceFor('ko');

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['DE_ch', 'de'],
  ['ko', 'ko'],
  ['ko-KR', 'ko'],
  ['en-GB', 'en'],
  ['fr', 'en'],
  ['kok', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('whoever has the locale %s is spoken to in %s', async (locale, language) => {
  expect(languageFor(locale)).toBe(language);
  expect((await voiceFor(locale)).language).toBe(language);
});

describe('what is said', () => {
  const theirs = say`“${'fog'}”`;
  const source = joined(['Saltmere Gazette', saidDate({ year: 2024, month: 3, day: 12 })], ', ');
  const said = say`The source has ${theirs}, not ${say`“${'storm'}”`} (${source}).${say` A figure is changed.`}`;

  it('is in English what it was made of', () => {
    expect(said.text).toBe('The source has “fog”, not “storm” (Saltmere Gazette, 12 March 2024). A figure is changed.');
    expect(ENGLISH.tell(said)).toBe(said.text);
  });

  it('is a sentence of each language, with its marks and its dates', () => {
    expect(german.tell(said)).toBe('In der Quelle steht „fog“, nicht „storm“ (Saltmere Gazette, 12. März 2024). Eine Zahl ist verändert.');
    expect(korean.tell(said)).toBe(
      '출처에는 “fog”, 초고에는 “storm”(으)로 되어 있습니다(Saltmere Gazette, 2024년 3월 12일). 숫자가 바뀌었습니다.',
    );
  });

  it('keeps words of drafts and sources, whatever is in them', () => {
    expect(german.tell(say`Take out ${say`“${'{0} $& of the draft'}”`}`)).toBe('„{0} $& of the draft“ herausnehmen');
  });

  it('is plain data, the same for the same words', () => {
    const again = () => say`Line ${3}`;
    expect(again()).toEqual(again());
    expect(JSON.parse(JSON.stringify(said))).toEqual(said);
    expect(german.tell(JSON.parse(JSON.stringify(said)))).toBe(german.tell(said));
  });

  it('has its numbers in groups as the language has them', () => {
    const progress = say`${grouped(1234)} of ${grouped(56789)}`;
    expect(progress.text).toBe('1,234 of 56,789');
    expect(german.tell(progress)).toBe('1.234 von 56.789');
    expect(korean.tell(progress)).toBe('56,789 중 1,234');
  });

  it('tells what is one word in English only', () => {
    expect(german.tell(say`Let stand`)).toBe('Stehen lassen');
    expect(german.tell(sense('done', say`Let stand`))).toBe('Stehen gelassen');
  });

  it('is said in English where a language lacks it', () => {
    expect(german.tell({ text: 'Something new.', template: 'Something {0}.', values: ['new'] })).toBe('Something new.');
  });
});

describe('what comes as text', () => {
  it.each([
    ['The file is empty.', 'Die Datei ist leer.'],
    ['page xii', 'Seite xii'],
    ['chapter “The Weir”, page 12', 'Kapitel „The Weir“, Seite 12'],
    [
      'There is no key “word”. Did you mean “words”? The entry does not hold as it is.',
      'Einen Schlüssel „word“ gibt es nicht. Meinten Sie „words“? So gilt der Eintrag nicht.',
    ],
    ['“houseStyle” must be one of strict, legal, not “lax”.', '„houseStyle“ erwartet eines von strict, legal; hier steht „lax“.'],
    [
      '“memory” must be a number of megabytes, 64 or more, not a list.',
      '„memory“ erwartet eine Zahl in Megabyte, mindestens 64; hier steht eine Liste.',
    ],
    [
      'Some pages of this PDF (3, 4) are damaged and were not read in full: open the file to see what stands there.',
      'Beschädigt und nicht ganz gelesen: einige Seiten dieses PDF (3, 4). Öffnen Sie die Datei, um zu sehen, was dort steht.',
    ],
    ['It could not be read: it is a folder.', 'Sie konnte nicht gelesen werden: Es ist ein Ordner.'],
    ['Nobody has ever said this.', 'Nobody has ever said this.'],
  ])('is known again: %s', (text, told) => {
    expect(german.retell(text)).toBe(told);
    expect(ENGLISH.retell(text)).toBe(text);
  });
});
