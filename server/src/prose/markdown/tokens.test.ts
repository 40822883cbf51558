import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsOf } from './labels.ts';
import { isMarked, paragraphIn } from './marks.ts';
import { readPart } from './part.ts';
import { eventsOf } from './tokens.ts';

const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'tide ',
      'the wall',
      ' 7',
      'x',
      ' ',
      '. ',
      'www.a.org',
      'http://b.org/c',
      'd@e.org',
      '\n',
      '\n  ',
      '  \n',
      '\\\n',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '*',
      '**',
      '_',
      '`',
      '``',
      '~',
      '~~',
      '[',
      ']',
      '(',
      ')',
      '!',
      '<',
      '>',
      '<b>',
      '<!-- c -->',
      '\\',
      '&amp;',
      '&',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '[a](b "c")',
      '![d](e)',
      '[f]',
      '[f][g]',
      '[^1]',
      '*h*',
      '**i *j* k**',
      '`l`',
      '<http://m.org>',
      '\u3000',
      '\u00a0',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '- ',
      '1. ',
      '# ',
      '> ',
      '    ',
      '\t',
      '|',
      '---',
      ':-',
      '===',
      '\n\n',
      '\r\n',
      '[f]: g',
      '```',
      '***',
      '* ',
    ),
  },
);
const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));

/** What stands round a paragraph's own tokens, and what there may be more or less of without a difference. */
const AROUND = new Set(['content', 'paragraph', 'data', 'lineEnding', 'lineEndingBlank', 'linePrefix', 'lineSuffix']);

/** The tokens inside of paragraphs, and of every character whether it is text. */
function inlineOf(raw: string, paragraph: ReturnType<typeof paragraphIn>) {
  const labels = labelsOf('[f]: g\n\n[^1]: h');
  const entered = eventsOf(raw, labels, paragraph).filter(([kind]) => kind === 'enter');
  const tokens = entered.map(([, { type, start, end }]) => [type, start.offset, end.offset] as const);
  const data = new Array<boolean>(raw.length).fill(false);
  for (const [type, start, end] of tokens) if (type === 'data') data.fill(true, start, end);
  return { tokens: tokens.filter(([type]) => !AROUND.has(type)), data };
}

describe('a text that is one paragraph', () => {
  it('has the same tokens as if it were taken for a document', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const paragraph = paragraphIn(raw);
        fc.pre(paragraph !== null);
        expect(inlineOf(raw, paragraph)).toEqual(inlineOf(raw, null));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a text without marks', () => {
  it('is itself, in one paragraph', () => {
    fc.assert(
      fc.property(text, (raw) => {
        fc.pre(!isMarked(raw) && raw.trim() !== '');
        const types = new Set(inlineOf(raw, null).tokens.map(([type]) => type));
        expect([...types].filter((type) => type !== 'hardBreakTrailing')).toEqual([]);
        expect(readPart(raw, labelsOf(raw))).toMatchObject({ text: raw, blocks: [{ kind: 'paragraph' }] });
      }),
      { numRuns: 3000 },
    );
  });
});
