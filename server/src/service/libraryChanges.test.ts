import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import { articleIds } from './eachArticle.ts';
import { Library } from './library.ts';

const FOLDERS = ['/c', '/c/old', '/c/old/er'];
const SENTENCES = [
  'The harbour council voted by seven to two to keep the oil lamp at the end of the pier.',
  '“The lamp has outlasted three mayors and it will outlast the fog,” said Edda Quill.',
  'Nobody steers by a buoy that sleeps through the winter, she told the council.',
  'The ferry between Saltmere and Gullhythe is to carry a bell again this spring.',
  '“People set their kettles by that bell,” said Tobin Marl, who has run the crossing.',
];
const QUERIES = SENTENCES.map((sentence) => sentence.toLowerCase().match(/[a-z]+/g) ?? []);

const path = fc
  .tuple(fc.constantFrom(...FOLDERS), fc.constantFrom('a', 'b', 'c'), fc.constantFrom('md', 'txt', 'png'))
  .map(([folder, name, ending]) => `${folder}/${name}.${ending}`);
const prose = fc.shuffledSubarray(SENTENCES, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join('\n\n'));
const content = fc.oneof(
  { weight: 6, arbitrary: prose },
  { weight: 2, arbitrary: prose.map((text) => `---\ntitle: A lamp\npublisher: Saltmere Gazette\n---\n\n${text}`) },
  // What gives no article: nothing in it, or no text.
  fc.constant(''),
  fc.constant(new Uint8Array([0, 1, 2, 3])),
);

/** One thing that happens, and which paths an editor tells of it. */
const change = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const), path, content }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), path }) },
  fc.record({ kind: fc.constant('remove folder' as const), path: fc.constantFrom('/c/old', '/c/old/er') }),
  fc.record({ kind: fc.constant('load' as const), again: fc.boolean() }),
);

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

async function make(change: Change, host: InMemoryHost, library: Library): Promise<void> {
  if (change.kind === 'load') return await library.load(undefined, change.again);
  if (change.kind === 'write') host.write(change.path, change.content);
  if (change.kind === 'remove') host.write(change.path, null);
  if (change.kind === 'remove folder') {
    for (const file of [...host.files.keys()]) if (file.startsWith(`${change.path}/`)) host.write(file, null);
  }
  await library.update([change.path]);
}

/** All that can be asked of a library. */
async function answersOf(library: Library) {
  const ids = articleIds(library);
  const texts = await library.fetch(ids);
  return {
    ids,
    complete: library.complete,
    details: ids.map((id) => library.corpus.details(id)),
    texts: ids.map((id) => texts.get(id)),
    files: ids.map((id) => library.fileOf(id)),
    problems: [...library.problems],
    publishers: [...library.corpus.publishers].sort(),
    information: QUERIES.flat().map((word) => library.corpus.information(word)),
    found: QUERIES.map((words) => library.corpus.retrieve(words, 20)),
    parts: QUERIES.map((words) => library.corpus.retrieve(words.slice(2, 9), 20)),
  };
}

it('whatever becomes of files, a library answers as a fresh one over the same files', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(path, content), { maxLength: 8 }), fc.array(change, { maxLength: 24 }), async (files, changes) => {
      const host = new InMemoryHost(Object.fromEntries(files));
      const library = new Library(['/c'], host);
      await library.load();
      for (const one of changes) await make(one, host, library);
      const fresh = new Library(['/c'], host);
      await fresh.load();
      expect(await answersOf(library)).toEqual(await answersOf(fresh));
    }),
    { numRuns: 200 },
  );
});

it('who holds a corpus is not disturbed by what becomes of files', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
      const host = new InMemoryHost({ '/c/a.md': SENTENCES.join('\n\n'), '/c/old/b.md': SENTENCES[1] as string });
      const library = new Library(['/c'], host);
      await library.load();
      const held = library.corpus;
      const answers = () => [[...held.ids()], QUERIES.map((words) => held.retrieve(words, 20)), held.size, held.revision];
      const before = answers();
      const texts = await library.fetch(held.ids(), held);
      for (const one of changes) await make(one, host, library);
      expect(answers()).toEqual(before);
      // What was at hand still is, for who holds it.
      expect(await library.fetch(held.ids(), held)).toEqual(texts);
    }),
    { numRuns: 60 },
  );
});
