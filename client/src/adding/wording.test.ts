import { describe, expect, it } from 'vitest';
import type { PreparedSource } from '../../../server/src/lsp/sourcesProtocol.ts';
import { addedMessage, refusedMessage, twinMessage } from './wording.ts';

function source(rest: Partial<PreparedSource> = {}): PreparedSource {
  return {
    kind: 'prepared',
    files: [{ uri: 'file:///c/weir%20holds.txt', base64: null }],
    textUri: 'file:///c/weir%20holds.txt',
    articles: 1,
    title: 'Weir holds',
    publisher: 'Saltmere Gazette',
    published: '12 March 2024',
    guessed: [],
    words: 512,
    problems: [],
    twin: null,
    ...rest,
  };
}

const twin = { uri: 'verbatim-source:/old.pdf.txt?x', title: null, same: 'text' } as const;

describe('what is said of added sources', () => {
  it.each([
    [[source()], 'Added “Weir holds” (Saltmere Gazette, 12 March 2024).'],
    [[source({ publisher: null, guessed: ['published'] })], 'Added “Weir holds” (12 March 2024?).'],
    [[source({ title: null, publisher: null, published: null })], 'Added weir holds.txt.'],
    [[source({ articles: 12 })], 'Added 12 articles from weir holds.txt.'],
    [[source({ words: 9, problems: ['One.', 'Two.'] })], 'Added “Weir holds” (Saltmere Gazette, 12 March 2024). It has only 9 words. One.'],
    [
      [source({ twin: { ...twin, same: 'address' } })],
      'Added “Weir holds” (Saltmere Gazette, 12 March 2024). A source from the same address is there already.',
    ],
    [[source(), source()], 'Added 2 sources.'],
    [[source(), source({ problems: ['One.'] })], 'Added 2 sources. One of them could not be made out wholly; the Problems view says more.'],
  ])('%#', (sources, message) => {
    expect(addedMessage(sources)).toBe(message);
  });

  it('names some that were not added, with the reasons', () => {
    const refused = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name: `${name}.xyz`, reason: 'It is empty.' }));
    expect(refusedMessage(refused.slice(0, 1))).toBe('a.xyz was not added: It is empty.');
    expect(refusedMessage(refused)).toMatch(/c\.xyz was not added: It is empty\. 2 others were not added either\.$/);
  });

  it('says which source has the text already', () => {
    expect(twinMessage([source({ twin: { ...twin, title: 'Weir' } })])).toBe(
      'This text is in your sources already, as “Weir”. It was not added again.',
    );
    expect(twinMessage([source({ twin })])).toBe('This text is in your sources already, as old.pdf.txt. It was not added again.');
    expect(twinMessage([source({ twin }), source({ twin })])).toBe('2 texts are in your sources already and were not added again.');
  });
});
