import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../text/calendarDate.ts';
import { sliceOf } from '../text/span.ts';
import { parseDraft } from './parse.ts';

/** Any code units, half surrogates among them. */
const codeUnits = fc.array(fc.oneof(fc.nat(0x2ff), fc.nat(0xffff))).map((units) => String.fromCharCode(...units));

const NO_ANCHOR = { anchor: null };
const quoted = (text: string, languageId = 'markdown') =>
  parseDraft(text, languageId, NO_ANCHOR).quotations.map(({ span }) => sliceOf(text, span));

describe('front matter', () => {
  const read = (yaml: string, anchor: { year: number } | null = null) => {
    const draft = parseDraft(`---\n${yaml}\n---\n\n“Yes,” she said.`, 'markdown', { anchor });
    return `${draft.off ? 'off' : 'on'} ${draft.anchor ? isoDate(draft.anchor) : 'no day'}`;
  };
  test.each([
    ['date: 2025-03-04', 'on 2025-03-04'],
    ['date: 4 March 2025', 'on 2025-03-04'],
    ['date: March 4, 2025', 'on 2025-03-04'],
    ['date: soon', 'on no day'],
    ['date: [2025-03-04', 'on no day'],
    ['verbatim: off', 'off no day'],
    ['verbatim: false', 'off no day'],
    ['verbatim: on', 'on no day'],
    ['- a\n- list', 'on no day'],
  ])('%s: %s', (yaml, expected) => expect(read(yaml)).toBe(expected));

  test('its date wins over the setting’s', () => {
    expect(read('date: 2025-03-04', { year: 2019 })).toBe('on 2025-03-04');
    expect(read('title: x', { year: 2019 })).toBe('on 2019');
  });
  test('is no prose', () => expect(quoted('---\ntitle: “Yes”\n---\n\n“No.”')).toEqual(['“No.”']));
  test('with carriage returns', () =>
    expect(parseDraft('---\r\nverbatim: off\r\ntitle: x\r\n---\r\n', 'markdown', NO_ANCHOR).off).toBe(true));
});

describe('offsets count the raw text', () => {
  test.each([
    ['with carriage returns', 'One.\r\n\r\nShe said:\r\n“The tide\r\nis late.”\r\n', ['“The tide\r\nis late.”']],
    ['behind astral characters', '😀😀 She said: “The 🌊 is late.” 😀', ['“The 🌊 is late.”']],
    ['behind entities', '&amp;&mdash; “The tide&nbsp;is late.”', ['“The tide&nbsp;is late.”']],
    ['with markup', '**“The *tide* is late.”**', ['“The *tide* is late.”']],
  ])('%s', (_, text, expected) => expect(quoted(text)).toEqual(expected));
});

describe('what is quoted', () => {
  test('depends on the language', () => {
    const text = 'She said `“tide”`.';
    expect([quoted(text), quoted(text, 'plaintext'), quoted(text, 'unheard-of')]).toEqual([[], ['“tide”'], ['“tide”']]);
  });
});

describe('citations', () => {
  const citations = (text: string, languageId = 'markdown') =>
    parseDraft(text, languageId, NO_ANCHOR).citations.map(({ text: words, url }) => `${words} <${url ?? ''}>`);
  test.each([
    ['[the Courier](https://example.org/a)', ['the Courier <https://example.org/a>']],
    ['See.[^1]\n\n[^1]: Courier, 4 March.', ['Courier, 4 March. <>']],
  ])('%s', (text, expected) => expect(citations(text)).toEqual(expected));
  test('addresses in plain text', () =>
    expect(citations('See https://example.org/a now.', 'plaintext')).toEqual(['https://example.org/a <https://example.org/a>']));
});

const parts = fc.constantFrom(
  '“',
  '”',
  '"',
  "'",
  '’',
  '‘',
  '«',
  '»',
  '> ',
  '\n',
  '\n\n',
  '\r\n',
  '# ',
  '- ',
  '[',
  ']',
  '…',
  '<!-- stet -->',
  '<!-- stet on -->',
  '---',
  '`',
  '*',
  'Ada Quill said',
  ' ',
  'the tide',
  '😀',
  '\u2060',
  '3 May',
  '.',
  ',',
);
const texts = fc.oneof(
  fc.array(parts, { maxLength: 30 }).map((list) => list.join('')),
  codeUnits,
);

test('never fails; all that is found lies in the text, in order', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('markdown', 'plaintext'), (text, languageId) => {
      const { prose, outer, quotations, claims, dates, citations, stets } = parseDraft(text, languageId, NO_ANCHOR);
      expect([prose.text.length, outer.length]).toEqual([text.length, text.length]);
      for (const list of [quotations, claims, dates, citations, stets]) {
        const starts = list.map(({ span }) => span.start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        expect(list.filter(({ span }) => span.start < 0 || span.end > text.length || span.start > span.end)).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});

test('the pieces of a quotation lie in it, in order', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const { span, pieces } of parseDraft(text, 'markdown', NO_ANCHOR).quotations) {
        const edges = [span.start, ...pieces.flatMap(({ start, end }) => [start, end]), span.end];
        expect(edges).toEqual([...edges].sort((a, b) => a - b));
      }
    }),
    { numRuns: 200 },
  );
});
