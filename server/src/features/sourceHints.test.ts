import { describe, expect, it } from 'vitest';
import { articleOf, matchIn, quotationOf, spanOf, viewOf } from '../../../test/support/handMade.ts';
import type { Article } from '../corpus/article.ts';
import { sourceInlayHints, sourceLenses } from './sourceHints.ts';
import { shortSource } from './sourceNames.ts';

const DRAFT = [
  '“The lamp stays,” said Quill.',
  '“The bell is back,” said Marl.',
  '“Nobody said this,” he said. “Let it be,” she said.',
].join('\n');
const lamp = articleOf('/c/lamp.md', 'Said: the lamp stays.', {
  title: 'The lamp',
  publisher: 'The Saltmere Gazette',
  published: { year: 2024, month: 3, day: 12 },
});
const bell = articleOf('/c/bell.md', 'The bell is back.', { title: 'A bell' });
const at = (words: string) => quotationOf(DRAFT, words);
const view = viewOf(DRAFT, {
  articles: [lamp, bell],
  verdicts: [
    [at('“The lamp stays,”'), { kind: 'verified', match: matchIn(lamp, 'the lamp stays') }],
    [at('“The bell is back,”'), { kind: 'misquoted', match: matchIn(bell, 'The bell is back') }],
    [at('“Nobody said this,”'), { kind: 'not-found' }],
    [at('“Let it be,”'), { kind: 'ignored', match: matchIn(bell, 'The bell is back') }],
  ],
});
const lines = (from: number, to: number) => ({ start: { line: from, character: 0 }, end: { line: to, character: 0 } });

describe('hints of sources', () => {
  it('stand behind the quotations that have one, in the range that is asked for', () => {
    const shown = (from: number, to: number) =>
      sourceInlayHints(view, lines(from, to)).map(({ position, label }) => [position, (label as { value: string }[])[0]?.value]);
    expect(shown(0, 9)).toEqual([
      [{ line: 0, character: 17 }, 'Saltmere Gazette, 12 March 2024'],
      [{ line: 1, character: 19 }, 'A bell'],
    ]);
    expect(shown(1, 2)).toEqual([[{ line: 1, character: 19 }, 'A bell']]);
  });

  it('lead to the passage', () => {
    const [hint] = sourceInlayHints(view, lines(0, 1));
    expect(hint?.label).toMatchObject([
      {
        tooltip: 'The lamp',
        location: { uri: 'file:///c/lamp.md', range: { start: { line: 0, character: 6 }, end: { line: 0, character: 20 } } },
      },
    ]);
  });

  it('stand above the lines as lenses, which open the passage where the client has a command for that', () => {
    expect(sourceLenses(view).map(({ range, command }) => [range.start.line, command])).toEqual([
      [0, { title: 'Saltmere Gazette, 12 March 2024', command: '' }],
      [1, { title: 'A bell', command: '' }],
    ]);
    const [lens] = sourceLenses({ ...view, commands: { open: 'v.open' } });
    expect(lens?.command).toMatchObject({ command: 'v.open', arguments: ['file:///c/lamp.md', { start: { line: 0, character: 6 } }] });
    expect(lens?.range.end.character).toBe(spanOf(DRAFT, ' said Quill').start);
  });
});

describe('the short name of a source', () => {
  const named = (details: Partial<Article>, year: number | null = null) =>
    shortSource(articleOf('/c/a.md', '', details), '/c/a.md', year).text;

  it.each([
    [{ publisher: 'The Quay Courier', published: { year: 2025, month: 3, day: 14 } }, 2025, 'Quay Courier, 14 March'],
    [{ publisher: 'The Quay Courier', published: { year: 2024, month: 3, day: 14 } }, 2025, 'Quay Courier, 14 March 2024'],
    [{ publisher: 'Quay Courier', published: { year: 2025, month: 3 } }, 2025, 'Quay Courier, March'],
    [{ publisher: 'Quay Courier', published: { year: 2025 } }, 2025, 'Quay Courier, 2025'],
    [{ title: 'The lamp' }, null, 'The lamp'],
    [{}, null, 'a.md'],
    [{ publisher: 'The Society of the Friends of the Lamp at the End of the Pier' }, null, 'Society of the Friends of the …'],
  ] as const)('of %j is short', (details, year, expected) => {
    expect(named(details, year)).toBe(expected);
  });
});
