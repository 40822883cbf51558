import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FoldingHost } from '../../../test/support/foldingHost.ts';
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
/** What programs leave beside sources, side files, and files that are passed over by the globs below. */
const odd = fc
  .tuple(
    fc.constantFrom('', '/.hidden', ...FOLDERS.slice(1).map((folder) => folder.slice(2))),
    fc.constantFrom('.a.md.swp', 'a.md~', 'a.md.tmp', '~$a.md', '.~lock.a.md#', 'a.md.yaml', 'b.txt.yml', 'a.bak.md', 'c.MD'),
  )
  .map(([folder, name]) => `/c${folder}/${name}`);
const ruleFile = fc
  .tuple(fc.constantFrom('/', ...FOLDERS.map((folder) => `${folder}/`)), fc.constantFrom('.gitignore', '.verbatimignore'))
  .map((parts) => parts.join(''));
const rules = fc.constantFrom('*.txt\n', 'old/\n', '/a.md\n', '*\n!b.md\n', '!old/\n!*.txt\n', '# nothing\n', 'er\n');
const RUNS = { numRuns: 100 };
/** Milliseconds: other work on the machine must not fail a test. */
const PATIENCE = 30_000;
const GLOBS = { include: ['**/*.md', '**/*.txt'], exclude: ['**/*.bak.md'] };
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
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const), path: fc.oneof(path, path, odd), content }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), path: fc.oneof(path, odd) }) },
  // Editors save a file beside the old one, and put it in its place.
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('save' as const), path, content }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rename' as const), path, to: fc.oneof(path, odd) }) },
  fc.record({
    kind: fc.constant('rename' as const),
    path: fc.constantFrom('/c/old', '/c/old/er', '/c/new', '/c/.put/by'),
    to: fc.constantFrom('/c/old/er', '/c/new', '/c/new/er', '/c/.put/by'),
  }),
  fc.record({ kind: fc.constant('rules' as const), path: ruleFile, rules: fc.option(rules) }),
  fc.record({ kind: fc.constant('remove folder' as const), path: fc.constantFrom('/c/old', '/c/old/er', '/c', '/') }),
  fc.record({ kind: fc.constant('load' as const), again: fc.boolean() }),
);

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Does it, and gives the paths that are told of it. */
function happen(change: Exclude<Change, { kind: 'load' }>, host: InMemoryHost): string[] {
  const { path } = change;
  switch (change.kind) {
    case 'write':
      host.write(path, change.content);
      return [path];
    case 'remove':
      host.write(path, null);
      return [path];
    case 'save':
      host.write(`${path}.tmp`, change.content);
      host.rename(`${path}.tmp`, path);
      return [`${path}.tmp`, path];
    case 'rename':
      if (!`${change.to}/`.startsWith(`${path}/`)) host.rename(path, change.to);
      return [path, change.to];
    case 'rules':
      host.write(path, change.rules);
      return [path];
    case 'remove folder':
      for (const file of [...host.files.keys()]) if (file.startsWith(path === '/' ? '/' : `${path}/`)) host.write(file, null);
      return [path];
  }
}

async function make(change: Change, host: InMemoryHost, library: Library): Promise<void> {
  if (change.kind === 'load') return await library.load(undefined, change.again);
  await library.update(happen(change, host));
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

it('the rules of a folder go with it', async () => {
  const host = new InMemoryHost({ '/c/old/.gitignore': '*.txt\n', '/c/old/er/a.png': 'no source' });
  const library = new Library(['/c'], host);
  await library.load();
  await make({ kind: 'write', path: '/c/old/a.txt', content: 'The bell rings.' }, host, library);
  expect(articleIds(library)).toEqual([]);
  await make({ kind: 'remove folder', path: '/c/old' }, host, library);
  await make({ kind: 'write', path: '/c/old/a.txt', content: 'The bell rings.' }, host, library);
  expect(articleIds(library)).toEqual(['/c/old/a.txt']);
});

it(
  'whatever becomes of files, a library answers as a fresh one over the same files',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(path, content), { maxLength: 8 }), fc.array(change, { maxLength: 24 }), async (files, changes) => {
        const host = new InMemoryHost(Object.fromEntries(files));
        const library = new Library(['/c'], host, { globs: GLOBS });
        await library.load();
        for (const one of changes) await make(one, host, library);
        const fresh = new Library(['/c'], host, { globs: GLOBS });
        await fresh.load();
        expect(await answersOf(library)).toEqual(await answersOf(fresh));
      }),
      RUNS,
    );
  },
  PATIENCE,
);

it(
  'two corpus folders of which one lies in the other are no different',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(path, content), { maxLength: 8 }), fc.array(change, { maxLength: 16 }), async (files, changes) => {
        const host = new InMemoryHost({ ...Object.fromEntries(files), '/.git/HEAD': 'x' });
        const library = new Library(['/c', '/c/old', '/d'], host);
        await library.load();
        for (const one of changes) await make(one, host, library);
        const fresh = new Library(['/c', '/c/old', '/d'], host);
        await fresh.load();
        expect(await answersOf(library)).toEqual(await answersOf(fresh));
      }),
      RUNS,
    );
  },
  PATIENCE,
);

/** The spellings that one name is told in. */
const SPELLINGS = [
  '/c/Café.md',
  '/c/café.md',
  '/c/cafe\u0301.md',
  '/c/CAFÉ.md',
  '/c/Ébène/a.md',
  '/c/ébène/A.md',
  '/c/e\u0301be\u0300ne/a.md',
];
const SPELT_FOLDERS = ['/c/Ébène', '/c/ébène', '/c/e\u0301be\u0300ne'];
const respelling = fc.oneof(
  fc.record({ path: fc.constantFrom(...SPELLINGS), content: fc.option(prose, { freq: 4 }) }),
  fc.record({ from: fc.constantFrom(...SPELLINGS), to: fc.constantFrom(...SPELLINGS) }),
  fc.record({ from: fc.constantFrom(...SPELT_FOLDERS), to: fc.constantFrom(...SPELT_FOLDERS) }),
);

it(
  'a name in another spelling is the same file where the disk takes it so',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(respelling, { maxLength: 16 }), fc.boolean(), async (changes, composed) => {
        const host = new FoldingHost();
        host.write('/c/a.md', SENTENCES[0] as string);
        const library = new Library(['/c'], host);
        await library.load();
        for (const one of changes) {
          const told = 'from' in one ? [host.spelt(one.from), one.to] : [host.spelt(one.path)];
          if ('from' in one) host.rename(one.from, one.to);
          else host.write(one.path, one.content);
          // Some editors put every name that they tell in one form.
          await library.update(composed ? told.map((path) => path.normalize('NFC')) : told);
        }
        const fresh = new Library(['/c'], host);
        await fresh.load();
        expect(await answersOf(library)).toEqual(await answersOf(fresh));
      }),
      RUNS,
    );
  },
  PATIENCE,
);

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
