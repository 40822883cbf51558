import { expect, it } from 'vitest';
import { articleOf } from '../../../test/support/handMade.ts';
import { ENGLISH } from './l10n/voice.ts';
import { articleSymbol, speakerSymbols } from './workspaceSymbols.ts';

const manner = { file: '/c/lamp.md', opensExtracts: true, encoding: 'utf-16', voice: ENGLISH } as const;
const lamp = articleOf('/c/lamp.md', '“It stays,” said Edda Quill. “We paid for it,” said Tobin Marl.', {
  title: 'The lamp',
  publisher: 'Saltmere Gazette',
  published: { year: 2024, month: 3, day: 12 },
});

it('name an article by what it is searched by', () => {
  expect(articleSymbol(lamp.id, lamp, manner)).toMatchObject({
    name: 'The lamp — Saltmere Gazette',
    containerName: '12 March 2024',
    location: { uri: 'file:///c/lamp.md' },
  });
  expect(articleSymbol(lamp.id, { ...lamp, title: null }, manner).name).toBe('Saltmere Gazette');
});

it('lead to the first words of somebody', () => {
  const [quill, ...more] = speakerSymbols(lamp, 'qui', manner);
  expect(quill).toMatchObject({ name: 'Edda Quill', containerName: 'The lamp, Saltmere Gazette, 12 March 2024' });
  expect(quill?.location).toMatchObject({ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 11 } } });
  expect(more).toEqual([]);
  expect(speakerSymbols(lamp, 'uill', manner)).toEqual([]);
});
