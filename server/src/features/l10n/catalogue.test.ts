import { expect, test } from 'vitest';
import { saidTemplates } from '../../../../test/support/saidTemplates.ts';
import { CARDS } from './cards.ts';
import { TEXTS } from './catalogue.ts';
import { FILES } from './files.ts';
import { FINDINGS } from './findings.ts';
import { FORMATS } from './formats.ts';
import { REPORT } from './report.ts';
import { SETTING_NOTES } from './settingNotes.ts';
import { SETTINGS } from './settings.ts';
import { VALUES } from './valueNotes.ts';

const inCode = saidTemplates();
const pairs = [...Object.entries(TEXTS.said), ...Object.entries(TEXTS.plain)].flatMap(([english, [de, ko]]) => [
  { english, language: 'de', text: de },
  { english, language: 'ko', text: ko },
]);
const placesIn = (text: string) => new Set(text.match(/\{\d+\}/gu));

test('all that the code says is there in German and Korean, and nothing else', () => {
  expect(inCode.said.size).toBeGreaterThan(250);
  expect(new Set(Object.keys(TEXTS.said))).toEqual(inCode.said);
  expect(new Set(Object.keys(TEXTS.plain))).toEqual(inCode.plain);
});

test('nothing is said in two tables', () => {
  const size = (...tables: object[]) => tables.reduce<number>((sum, table) => sum + Object.keys(table).length, 0);
  expect(size(FINDINGS, CARDS, REPORT)).toBe(size(TEXTS.said));
  expect(size(SETTINGS, SETTING_NOTES, VALUES, FILES, FORMATS)).toBe(size(TEXTS.plain));
});

test('what changes in a sentence is in it in every language', () => {
  for (const { english, language, text } of pairs) expect(placesIn(text), `${language}: ${english}`).toEqual(placesIn(english));
});

test('sentences end and begin alike, as they are put together', () => {
  for (const { english, language, text } of pairs) {
    expect(text.trim(), english).not.toBe('');
    expect(/\s$/u.test(text), `${language}: ${english}`).toBe(/\s$/u.test(english));
    // A piece in brackets stands close to the word before it in Korean.
    if (!/^ (?:on|\()/u.test(english)) expect(/^\s/u.test(text), `${language}: ${english}`).toBe(/^\s/u.test(english));
    const ends = /[.?]$/u.exec(english)?.[0];
    if (ends) expect(text.endsWith(ends), `${language}: ${english}`).toBe(true);
  }
});

test('German has its own marks, and Korean is Korean', () => {
  for (const { english, language, text } of pairs) {
    // “…,” is what is put into the draft.
    if (language === 'de') expect(text.replaceAll('“…,”', ''), english).not.toMatch(/[’”]|(?<!‚\{0\})‘/u);
    if (language === 'ko') expect(text, english).not.toMatch(/[„‚]/u);
    if (language === 'ko' && /[a-z]{3}/u.test(english)) expect(text, english).toMatch(/\p{Script=Hangul}/u);
  }
});

/** What is filled in is a day and the names of weekdays, which all end alike. */
const OF_DAYS: ReadonlySet<string> = new Set(['{0} is a {1}, not a {2}.', '{0} was a {1}, not a {2}.']);

test('Korean particles behind what is filled in fit every word', () => {
  for (const { english, language, text } of pairs) {
    if (language !== 'ko' || OF_DAYS.has(english)) continue;
    // 이/가, 은/는, 을/를, 과/와 and 으로/로 depend on the sound before them.
    expect(text, english).not.toMatch(/\{\d+\}[”’]*(?:이|가|은|는|을|를|으?로|과|와)(?=[\s.,]|$)/u);
  }
});
