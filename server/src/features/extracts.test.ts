import { expect, it } from 'vitest';
import { articleShown, textUriOf } from './extracts.ts';

it('opens a text file itself, and of others the text that was taken out', () => {
  expect(textUriOf('/c/a.md', '/c/a.md', true)).toBe('file:///c/a.md');
  expect(textUriOf('/c/a.pdf', '/c/a.pdf', false)).toBe('file:///c/a.pdf');
  expect(textUriOf('/c/a.pdf', '/c/a.pdf', true)).toBe('verbatim-source:/a.pdf.txt?%2Fc%2Fa.pdf');
});

it.each(['/c/a.pdf', '/c/ä b?#&%.json#urn:x%20y', 'vscode-vfs://github/o/r/a.pdf'])('finds the article again: %s', (id) => {
  expect(articleShown(textUriOf(id, '/c/a.pdf', true))).toBe(id);
});

it.each(['file:///c/a.pdf', 'verbatim-source:/a.pdf.txt?%', 'verbatim-source:/a.pdf.txt?'])('knows what is none: %s', (uri) => {
  expect(articleShown(uri)).toBeFalsy();
});
