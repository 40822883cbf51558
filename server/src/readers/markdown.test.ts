import { describe, expect, it } from 'vitest';
import { cleanText } from './cleanText.ts';
import { readerFor, readSource } from './index.ts';
import { readMarkdown } from './markdown.ts';

describe('readMarkdown', () => {
  it('takes the title from the front matter, else from the leading heading, which is then no body', () => {
    const [stated] = readMarkdown('a.md', '---\ntitle: Mill closes\n---\n\n# Mill closes\n\nThe *mill* closed.').articles;
    const [headed] = readMarkdown('a.md', '# Mill closes\n\nThe mill closed.').articles;
    const [other] = readMarkdown('a.md', '---\ntitle: Mill closes\n---\n\n# Morning brief\n\nThe mill closed.').articles;
    expect([stated?.title, stated && cleanText(stated)]).toEqual(['Mill closes', 'The mill closed.']);
    expect([headed?.title, headed && cleanText(headed)]).toEqual(['Mill closes', 'The mill closed.']);
    expect([other?.title, other && cleanText(other)]).toEqual(['Mill closes', 'Morning brief\n\nThe mill closed.']);
  });

  it('knows a transcript', () => {
    const turn = '**MIA:** Is it so?\n\n**TOM:** It is.\n\n';
    expect(readMarkdown('a.md', turn.repeat(3)).articles[0]?.kind).toBe('transcript');
    expect(readMarkdown('a.md', 'Note: It is so.\n\nSource: The Coast.').articles[0]?.kind).toBe('report');
  });
});

describe('readSource', () => {
  it('says why a file gave no article', async () => {
    expect((await readSource('a.md', new Uint8Array())).problems[0]?.message).toBe('The file is empty.');
    expect((await readSource('a.txt', new TextEncoder().encode(' \n'))).problems[0]?.message).toBe('The file is empty.');
    expect((await readSource('a.txt', new TextEncoder().encode('---\ntitle: x\n---\n'))).problems[0]?.message).toBe(
      'There is no text in it.',
    );
    expect((await readSource('a.bin', new Uint8Array())).problems[0]?.message).toBe('This kind of file is not read.');
    expect(readerFor('x/Y.MD')).toBe(readerFor('z.markdown'));
  });

  it('keeps offsets of the decoded text', async () => {
    const { articles } = await readSource('a.txt', new TextEncoder().encode('\uFEFFThe “mill” closed.'));
    expect(articles[0]?.prose.text).toBe('The “mill” closed.');
  });
});
