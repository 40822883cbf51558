import { expect, it } from 'vitest';
import { InMemoryHost } from '../../../../test/support/inMemoryHost.ts';
import type { Article } from '../../corpus/article.ts';
import { readSource } from '../../readers/index.ts';
import { Library } from '../library.ts';
import { twinAmong } from './twins.ts';

const BODY = `The weir at Saltmere held on Tuesday, the council said, after a night of rain that brought down two elms.

“It held because we mended it,” said Edda Quill, the harbour warden, who had asked for new gates in the spring.
`;

async function articleOf(text: string): Promise<Article> {
  const { articles } = await readSource('new.md', new TextEncoder().encode(text));
  return articles[0]!;
}

async function library(files: Readonly<Record<string, string>>): Promise<Library> {
  const loaded = new Library(['/c'], new InMemoryHost(files));
  await loaded.load();
  return loaded;
}

it('the same words are the same text, however they are marked up and called', async () => {
  const known = await library({
    '/c/old.md': `---\ntitle: Weir holds\n---\n\n${BODY}`,
    '/c/other.md': BODY.replace('two elms', 'three elms'),
  });
  const article = await articleOf(BODY.replace('held on', '**held** on').replaceAll(/[“”]/g, '"'));
  expect(await twinAmong([known], article)).toEqual({ articleId: '/c/old.md', title: 'Weir holds', same: 'text' });
});

it('one more word makes another text', async () => {
  const known = await library({ '/c/old.md': BODY });
  expect(await twinAmong([known], await articleOf(`${BODY}\nMore follows.\n`))).toBeNull();
});

it('a text from the same address is told as such', async () => {
  const known = await library({ '/c/old.md': `---\ntitle: Weir holds\nurl: https://www.example.org/weir/\n---\n\n${BODY}` });
  const article = await articleOf('---\nurl: https://example.org/weir\n---\n\nThe weir has been closed since.\n');
  expect(await twinAmong([known], article)).toEqual({ articleId: '/c/old.md', title: 'Weir holds', same: 'address' });
});
