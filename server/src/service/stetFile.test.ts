import { describe, expect, it } from 'vitest';
import { parseStetFile } from './stetFile.ts';

const PATH = '/w/.verbatim-stet.yaml';
const read = (text: string | null) => parseStetFile(PATH, '/w', text);
const told = (text: string) => read(text).problems.map(({ line, character, message }) => `${line + 1}:${character + 1} ${message}`);

describe('what is let stand', () => {
  it('is read entry by entry', () => {
    const { entries, problems } = read(`# Ours
- rule: misquote
  words: Storm
  before: outlast the
  after: said Edda Quill,
  reason: She says so on the tape.
  date: 2026-03-14

- quotation: "The lamp: it stays"

- rule: [wrong-date, misquote.number]
  draft: [columns/*.md, lamp.md]

- rule: cut-quote
`);
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([
      {
        id: 0,
        rules: ['misquote'],
        place: { kind: 'words', words: ['storm'], before: ['outlast', 'the'], after: ['said', 'edda', 'quill'] },
        drafts: null,
        reason: 'She says so on the tape.',
        date: '2026-03-14',
      },
      { id: 1, rules: null, place: { kind: 'quotation', words: ['the', 'lamp', 'it', 'stays'] } },
      { id: 2, rules: ['wrong-date', 'misquote.number'], place: { kind: 'everything' }, drafts: ['columns/*.md', 'lamp.md'] },
      { id: 3, rules: ['cut-quote'], place: { kind: 'everything' }, drafts: null },
    ]);
  });

  it.each([
    ['numbers', '- words: 1,234', ['1234']],
    ['what YAML takes for something else', '- words: no', ['no']],
    ['words on several lines', '- words: the lamp\n    and the bell', ['the', 'lamp', 'and', 'the', 'bell']],
    ['a mark, by what is around it', '- words: “\n  before: said the warden', []],
  ])('may be %s', (_, text, words) => {
    expect(read(text).problems).toEqual([]);
    expect(read(text).entries[0]?.place).toMatchObject({ words });
  });

  it.each([
    ['no file', null],
    ['an empty one', ''],
    ['only comments', '# Nothing yet.\n'],
    ['an empty list', '[]\n'],
  ])('is nothing in %s', (_, text) => {
    expect(read(text)).toMatchObject({ entries: [], problems: [], text });
  });
});

describe('an entry that is broken is told, and the others hold', () => {
  it.each([
    ['an unknown key', 'qoutation: x', 'There is no key “qoutation”. Did you mean “quotation”? The entry does not hold as it is.'],
    ['an unknown rule', 'rule: misqoute', 'There is no rule “misqoute”. Did you mean “misquote”? The entry does not hold as it is.'],
    ['nothing to let stand', 'reason: who knows', 'The entry does not say what is let stand: name words, a quotation, a draft or a rule.'],
    ['surroundings of nothing', 'before: the lamp', '“before” and “after” say where “words” stand; these are missing.'],
    ['words and a quotation', 'words: a\n  quotation: b', 'An entry has either “words” or “quotation”, not both; make two of it.'],
    ['no words', 'words: "…"', '“words” has no words.'],
    ['an empty value', 'rule:', '“rule” must be a text, or a list of texts.'],
    ['a map', 'rule: misquote\n  reason: { a: b }', '“reason” must be a text.'],
    ['an alias', 'rule: *x', '“rule” must be a text, or a list of texts, not an alias (*).'],
    ['no day', 'rule: misquote\n  date: yesterday', '“date” must be a day, as YYYY-MM-DD, not “yesterday”.'],
    [
      'a key twice',
      'rule: misquote\n  rule: wrong-date',
      'This key stands in the entry a second time; leave one of the two, or begin a new entry with “- ”.',
    ],
  ])('%s', (_, broken, message) => {
    const text = `- rule: cut-quote\n- ${broken}\n- rule: wrong-name\n`;
    expect(told(text).filter((one) => one.includes(message))).toHaveLength(1);
    expect(read(text).entries.map(({ rules }) => rules)).toEqual([['cut-quote'], ['wrong-name']]);
  });

  it('at its place', () => {
    expect(told('- rule: cut-quote\n  wrods: storm\n')).toEqual([
      '2:3 There is no key “wrods”. Did you mean “words”? The entry does not hold as it is.',
    ]);
    expect(told('- misquote\n')).toEqual([
      '1:3 An entry must be made of “name: value” lines. There are: rule, words, before, after, quotation, draft, reason, date.',
    ]);
    expect(told('rule: misquote\n')).toEqual(['1:1 The file must be a list of entries, each of which begins with “- ”.']);
    expect(told('- rule: "misquote\n')[0]).toMatch(/^\d+:\d+ A quotation mark .* not closed/);
  });
});
