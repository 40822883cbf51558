import { describe, expect, it } from 'vitest';
import type { Source } from '../../server/src/lsp/protocol.ts';
import { SourceSearch } from './sourceSearch.ts';

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function source(id: string, details: Partial<Source>): Source {
  return { id, uri: `file:///c/${id}`, title: null, publisher: null, published: null, speakers: [], quotations: [], ...details };
}

const lamp = source('lamp.md', {
  title: 'Saltmere keeps its lamp',
  publisher: 'Saltmere Gazette',
  speakers: ['Edda Quill'],
  quotations: [
    { text: 'The lamp has outlasted three mayors and it will outlast the fog,', speaker: 'Edda Quill', range: nowhere },
    { text: 'Nobody steers by a buoy that sleeps through the winter.', speaker: 'Edda Quill', range: nowhere },
  ],
});
const bell = source('bell.md', { title: 'A bell for the morning ferry', publisher: 'The Low Coast Observer', speakers: ['José Marl'] });
const untitled = source('clip%20of%20March.txt', {});
const search = new SourceSearch([lamp, bell, untitled]);

const found = (words: string) => search.find(words).map(({ source: { id }, quotation }) => (quotation ? `${id}: ${quotation.text}` : id));

describe('the search for sources', () => {
  it('shows every source before anything is typed', () => {
    expect(found(' ')).toEqual(['lamp.md', 'bell.md', 'clip%20of%20March.txt']);
  });

  it.each([
    ['morning ferry', 'bell.md'],
    ['moring ferry', 'bell.md'],
    ['Low Coast', 'bell.md'],
    ['jose marl', 'bell.md'],
    ['sleeps through the winter', 'lamp.md: Nobody steers by a buoy that sleeps through the winter.'],
    ['clip of March', 'clip%20of%20March.txt'],
  ])('finds “%s”', (words, first) => {
    expect(found(words)[0]).toBe(first);
  });

  it('finds a speaker’s quotations and the articles that have them', () => {
    expect(new Set(found('Edda Quill'))).toEqual(
      new Set([
        'lamp.md',
        'lamp.md: The lamp has outlasted three mayors and it will outlast the fog,',
        'lamp.md: Nobody steers by a buoy that sleeps through the winter.',
      ]),
    );
  });

  it('finds nothing for words that no source has', () => {
    expect(found('quantum chromodynamics')).toEqual([]);
  });

  it('shows every source that was found by the words, and their quotations before them', () => {
    const rows = search.among('sleeps through the winter');
    expect(rows[0]?.quotation?.text).toContain('sleeps through the winter');
    expect(rows.filter(({ quotation }) => quotation === null).map(({ source: { id } }) => id)).toEqual([
      'lamp.md',
      'bell.md',
      'clip%20of%20March.txt',
    ]);
  });
});
