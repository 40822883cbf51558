import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlainPosition, QuotationVerdict } from '../../../server/src/lsp/protocol.ts';
import { type Change, followed } from './follow.ts';

const TEXT = 'The tide is late.\n“The lamp stays lit,” she said.\nHe said “nobody counts\nthe oil” twice.\n';

function at(text: string, offset: number): PlainPosition {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: (lines.at(-1) as string).length };
}

function offsetAt(text: string, { line, character }: PlainPosition): number {
  const before = text.split('\n').slice(0, line);
  return before.join('\n').length + (line > 0 ? 1 : 0) + character;
}

function verdictOf(words: string): QuotationVerdict {
  const start = TEXT.indexOf(words);
  const range = { start: at(TEXT, start), end: at(TEXT, start + words.length) };
  return { verdict: 'verified', range, pieces: [range], source: null };
}

const VERDICTS = ['“The lamp stays lit,”', '“nobody counts\nthe oil”'].map(verdictOf);

function changeOf(from: number, to: number, text: string): Change {
  return { range: { start: at(TEXT, from), end: at(TEXT, to) }, text };
}

it('a quotation whose words are altered has no verdict any more', () => {
  const from = TEXT.indexOf('lamp');
  expect(followed(VERDICTS, [changeOf(from, from + 4, 'gulls')]).map(({ range }) => range.start.line)).toEqual([2]);
});

it('what is written beside a quotation leaves its verdict', () => {
  const end = TEXT.indexOf(' she said');
  expect(followed(VERDICTS, [changeOf(end, end, '!')])).toHaveLength(2);
  const start = TEXT.indexOf('“The lamp');
  expect(followed(VERDICTS, [changeOf(start, start, 'So: ')])).toHaveLength(2);
});

it('verdicts stay on their words whatever is changed around them', () => {
  const change = fc
    .tuple(fc.nat(TEXT.length), fc.nat(TEXT.length), fc.array(fc.constantFrom('a', '\n', 'bc'), { maxLength: 5 }))
    .map(([one, other, parts]) => ({ from: Math.min(one, other), to: Math.max(one, other), text: parts.join('') }));
  fc.assert(
    fc.property(change, ({ from, to, text }) => {
      const next = TEXT.slice(0, from) + text + TEXT.slice(to);
      for (const { range, pieces } of followed(VERDICTS, [changeOf(from, to, text)])) {
        const words = next.slice(offsetAt(next, range.start), offsetAt(next, range.end));
        expect(['“The lamp stays lit,”', '“nobody counts\nthe oil”']).toContain(words);
        expect(pieces).toEqual([range]);
      }
    }),
  );
});
