import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { parseConfiguration } from '../server/src/service/configuration.ts';
import { SEVERITIES } from '../server/src/service/settings.ts';
import { PROJECT_KEYS, SEVERITY_KEYS } from '../server/src/service/settingsSchema.ts';
import { PROJECT_SCHEMA_FILE } from './support/projectSchema.ts';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
interface Property {
  readonly description: string;
  readonly examples: readonly unknown[];
  readonly default?: unknown;
}
const schema = JSON.parse(read(PROJECT_SCHEMA_FILE)) as { readonly properties: Readonly<Record<string, Property>> };
// Editors read some keywords that the standard does not have.
const fits = new Ajv({ strict: true, allowUnionTypes: true, keywords: ['markdownDescription', 'enumDescriptions'] }).compile(schema);

/** Files that a page shows, in fences or indented. */
function examplesIn(page: string): string[] {
  const text = read(page);
  const fenced = [...text.matchAll(/```yaml\n(.*?)```/gs)].map(([, block]) => block as string);
  const indented = [...text.matchAll(/(?<=\n\n)((?: {4}.*\n)+)/g)].map(([, block = '']) => block.replace(/^ {4}/gm, ''));
  return [...fenced, ...indented].filter((block) => PROJECT_KEYS.some((key) => new RegExp(`^${key}:`, 'm').test(block)));
}

const agree = (text: string): boolean => {
  const accepted = parseConfiguration('/p/.verbatim.yaml', text).problems.length === 0;
  expect([text, fits(parse(text))]).toEqual([text, accepted]);
  return accepted;
};

describe('the schema of project files', () => {
  it('describes every key, with an example that fits and its default', () => {
    expect(Object.keys(schema.properties)).toEqual(PROJECT_KEYS);
    for (const [key, property] of Object.entries(schema.properties)) {
      expect(property.description).toMatch(/^[A-Z].*\.$/s);
      expect(property.description).not.toContain('`');
      expect(property).toHaveProperty('default');
      for (const value of [...property.examples, property.default])
        expect([key, value, fits({ [key]: value })]).toEqual([key, value, true]);
    }
  });

  it.each(['README.md', 'docs/configuration.md'])('has the files of %s fit', (page) => {
    const examples = examplesIn(page);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect([example, agree(example)]).toEqual([example, true]);
  });

  it.each([
    ['an unknown key', 'fonts: serif'],
    ['a misspelt rule', 'severity: { misqoute: error }'],
    ['a severity that is none', 'severity: { misquote: loud }'],
    ['a severity with nothing after it', 'severity: { misquote: }'],
    ['a word for a list', 'corpora: sources'],
    ['an empty text', 'corpora: [" "]'],
    ['a number for a name', 'aliases: [[1, UN]]'],
    ['a day that does not exist', 'date: 2025-02-29'],
    ['a month', 'date: 2025-02'],
    ['too little memory', 'memory: 63'],
    ['half a megabyte', 'memory: 64.5'],
    ['an unknown style', 'houseStyle: Guardian'],
    ['a key that “sources” has not', 'sources: { only: [a] }'],
    ['a list of sources with nothing in its place', 'sources: { include: }'],
    ['a format without a month', 'dateFormat: d yyyy'],
    ['a format with a letter that says nothing', 'dateFormat: d MMMM Q'],
    ['an apostrophe without a partner', `dateFormat: "d 'of MMMM"`],
    ['a verb of digits', 'reportingVerb: 3 said'],
    ['a root that is a word', 'root: yes'],
    ['a list', '- corpora'],
    ['a word', 'corpora'],
  ])('refuses %s, as we do', (_what, text) => {
    expect(agree(text)).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['keys with nothing after them', PROJECT_KEYS.map((key) => `${key}:\n`).join('')],
    ['a day of a leap year', 'date: 2000-02-29'],
    ['the year nought', 'date: 0000-02-29'],
    ['words in a format', `dateFormat: "EEEE 'the' d 'of' MMM yy"`],
    ['a verb of two words', 'reportingVerb: " told us "'],
    ['all at once', 'root: true\nmemory: 64\nseverity: { misquote.number: off }'],
  ])('takes %s, as we do', (_what, text) => {
    expect(agree(text)).toBe(true);
  });
});

/** Values that are right, nearly right or wrong anywhere. */
const text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'corpus',
    'strict',
    'legal',
    'on-save',
    'footnote',
    'said',
    ' told us',
    '2024-02-29',
    '2023-02-29',
    '2100-02-29',
    '2025-04-31',
  ),
  fc.constantFrom(
    'off',
    'error',
    'loud',
    'd MMMM yyyy',
    'dd/MM/yy',
    "d 'of' MMMM",
    "d''M",
    "'d' M",
    'ddd M',
    'dM',
    'yyy d M',
    'd M\n',
    '’tis',
  ),
  fc.string({ maxLength: 4 }),
);
const days = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
  .map(([year, month, day]) => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
const formats = fc.string({ maxLength: 9, unit: fc.constantFrom(...`dMyE' ,'ddMMyyQ\n`) });
const verbs = fc.string({ maxLength: 44, unit: fc.constantFrom(...`aé ’'-1\u0301\u00A0`) });
const scalar = fc.oneof(text, fc.constantFrom(null, true, false, 0, 64, 63, 64.5, 2 ** 20, 2 ** 20 + 1));
const list = fc.array(scalar, { maxLength: 3 });
const severity = fc.dictionary(
  fc.constantFrom(...SEVERITY_KEYS, 'misqoute', 'misquote.loud'),
  fc.oneof(fc.constantFrom(...SEVERITIES), scalar),
  { maxKeys: 3 },
);
const sources = fc.dictionary(fc.constantFrom('include', 'exclude', 'exlude'), fc.oneof(list, scalar), { maxKeys: 2 });
const value = fc.oneof(scalar, list, fc.array(list, { maxLength: 2 }), severity, sources, days, formats, verbs);
const byKey: Readonly<Record<string, fc.Arbitrary<unknown>>> = { severity, sources, date: days, dateFormat: formats, reportingVerb: verbs };
const entry = fc
  .constantFrom(...PROJECT_KEYS, ...PROJECT_KEYS, 'rooot', 'Corpora')
  .chain((key) => fc.tuple(fc.constant(key), fc.oneof(byKey[key] ?? value, value)));

it('agrees with what we read, whatever a file says', () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.uniqueArray(entry, { maxLength: 3, selector: ([key]) => key }), (entries) => {
      if (agree(stringify(Object.fromEntries(entries)))) accepted++;
    }),
    { numRuns: 3000 },
  );
  expect(accepted).toBeGreaterThan(300);
});
