import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWords } from '../rules/standing.ts';
import { parseStetFile } from './stetFile.ts';
import { appending, entryText, type NewStet, removal } from './stetWriting.ts';

const made = (text: string | null, entry: NewStet): string => {
  const edit = appending(text, entry);
  if (!edit) throw new Error('no edit');
  return (text ?? '').slice(0, edit.span.start) + edit.newText + (text ?? '').slice(edit.span.end);
};
const read = (text: string) => parseStetFile('/w/s.yaml', '/w', text);

describe('an entry is written', () => {
  it('in the order of its keys, quoted where YAML wants it', () => {
    expect(entryText({ date: '2026-03-14', reason: 'Her words: so be it', words: 'no', rule: 'misquote' })).toBe(
      '- rule: misquote\n  words: no\n  reason: "Her words: so be it"\n  date: 2026-03-14\n',
    );
  });

  it('into a file of its own, which says what it is for', () => {
    expect(made(null, { rule: 'misquote' })).toBe(
      '# What Verbatim lets stand in the drafts of this folder. Each entry begins with “- ”; delete one to have its\n# finding reported again.\n\n- rule: misquote\n',
    );
  });

  it.each([
    ['after others', '- rule: cut-quote\n', '- rule: cut-quote\n\n- rule: misquote\n'],
    ['after a line without an end', '- rule: cut-quote', '- rule: cut-quote\n\n- rule: misquote\n'],
    ['as far in as they are', '  - rule: cut-quote\n', '  - rule: cut-quote\n\n  - rule: misquote\n'],
    ['after comments', '# Ours\n', '# Ours\n\n- rule: misquote\n'],
    ['for an empty list', '[]\n', '- rule: misquote\n'],
    ['into no map', 'rule: misquote\n', null],
  ])('%s', (_, text, expected) => {
    if (expected === null) expect(appending(text, { rule: 'misquote' })).toBeNull();
    else expect(made(text, { rule: 'misquote' })).toBe(expected);
  });

  it('so that it is read as it was meant, and taken out again without a trace', () => {
    const text = fc
      .stringMatching(/^[ -~“”é—:#"'\-&*![\]{}|>%@`,?]{1,120}$/u)
      .filter((one) => foldedWords(one).length > 0)
      .map((one) => one.replace(/\s+/g, ' ').trim());
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom(null, '- rule: cut-quote\n', '# Ours\n\n- rule: cut-quote\n- words: a\n'),
        (words, reason, before) => {
          const whole = made(before, { rule: 'misquote', words, reason });
          const { entries, problems } = read(whole);
          expect(problems).toEqual([]);
          const last = entries.at(-1);
          expect(last).toMatchObject({ rules: ['misquote'], reason, place: { kind: 'words', words: foldedWords(words) } });
          const { span } = removal(whole, last?.span ?? { start: 0, end: 0 });
          expect(whole.slice(0, span.start) + whole.slice(span.end)).toBe(before ?? made(null, { rule: 'x' }).replace('\n- rule: x\n', ''));
        },
      ),
      { numRuns: 200 },
    );
  });
});
