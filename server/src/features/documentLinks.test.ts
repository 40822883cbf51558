import { expect, it } from 'vitest';
import { articleOf, viewOf } from '../../../test/support/handMade.ts';
import { parseDraft } from '../draft/parse.ts';
import { DEFAULT_OPTIONS } from '../rules/style.ts';
import { imprintKey } from '../service/imprints.ts';
import { citedSources, documentLinksOf } from './documentLinks.ts';

const URL = 'https://gazette.example/lamp';
const published = { year: 2024, month: 3, day: 12 };
const lamp = articleOf('/w/corpus/lamp.md', 'The lamp.', { title: 'The lamp', publisher: 'Saltmere Gazette', published, url: URL });
const report = articleOf('/w/corpus/report.pdf', 'The report.', { publisher: 'Harbour Office' });

async function links(text: string, open?: string) {
  const made = viewOf(text, { articles: [lamp, report], commands: open ? { open } : {} });
  const view = { ...made, analysis: { ...made.analysis, draft: parseDraft(text, 'markdown', DEFAULT_OPTIONS) } };
  const cited = await citedSources(view, {
    path: '/w/drafts/draft.md',
    idOfFile: (path) => [lamp, report].find(({ id }) => id === path)?.id,
    imprints: async () => new Map([[imprintKey('Saltmere Gazette', '2024-03-12'), lamp.id]]),
  });
  const details = new Map([lamp, report].map((article) => [article.id, article]));
  const found = documentLinksOf(view, cited, details);
  return found.map(
    ({ range: { start, end }, target }) => `${text.split('\n')[start.line]?.slice(start.character, end.character)} → ${target}`,
  );
}

it('lead from the words of a link, and leave its address to the web', async () => {
  expect(await links(`As [the *Gazette*](${URL}#top) has it.`)).toEqual(['the *Gazette* → file:///w/corpus/lamp.md']);
  expect(await links(`As [the Gazette][g] has it.\n\n[g]: ${URL}\n`)).toEqual(['the Gazette → file:///w/corpus/lamp.md']);
});

it('lead from addresses that stand in the text, where the page is in the corpus', async () => {
  expect(await links(`See <${URL}> and https://gazette.example/other.`)).toEqual([`${URL} → file:///w/corpus/lamp.md`]);
});

it('lead from files, and from notes that name a publisher and a day', async () => {
  expect(await links('See [it](../corpus/lamp.md) and [that](../notes.md).')).toEqual(['it → file:///w/corpus/lamp.md']);
  expect(await links('So it is.[^a] And so.[^b]\n\n[^a]: Saltmere Gazette, 12 March 2024.\n[^b]: Saltmere Gazette, March 2024.\n')).toEqual(
    ['[^a] → file:///w/corpus/lamp.md'],
  );
});

it('lead to text that was taken out of a file by the client’s own command', async () => {
  const [link] = await links('See [it](../corpus/report.pdf).', 'verbatim.openSource');
  expect(link).toMatch(/^it → command:verbatim\.openSource\?%5B%22verbatim-source/);
});
