import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { WorkerIndexer } from '../../server/src/node/indexing/workerIndexer.ts';
import { nodeHost } from '../../server/src/node/nodeHost.ts';
import { articleIds } from '../../server/src/service/eachArticle.ts';
import { Library, type Progress } from '../../server/src/service/library.ts';
import { Folder } from '../support/serverProcess.ts';

const WORKER = fileURLToPath(new URL('../../dist/worker.cjs', import.meta.url));

const folders: Folder[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.dispose();
});

const WORDS = 'harbour lamp ferry tide wall council winter buoy herring quay pilot bell fog ladder warden mayor salt'.split(' ');

/** Prose that is the same each time, and hardly twice the same: a word follows from those before it. */
function proseOf(seed: number, words: number): string {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return WORDS[(state >>> 16) % WORDS.length] as string;
  };
  return Array.from({ length: words }, (_, at) => (at % 40 === 39 ? `${next()}.\n\n` : `${next()} `)).join('');
}

/** A folder with so many sources of some kilobytes, and some files that give none. */
function archive(count: number, extra: Readonly<Record<string, string | Uint8Array>> = {}): Folder {
  const files = Array.from({ length: count }, (_, at): [string, string] => {
    const matter = at % 3 === 0 ? `---\ntitle: Report ${at}\npublisher: Paper ${at % 7}\n---\n\n` : '';
    return [
      `corpus/${at % 10}/${at}.${at % 2 ? 'md' : 'txt'}`,
      `${matter}${proseOf(at, 3000)}“${proseOf(at + 1e6, 12)},” said Edda Quill.\n`,
    ];
  });
  const folder = new Folder({
    ...Object.fromEntries(files),
    'corpus/empty.md': '',
    'corpus/noise.md': new Uint8Array([0, 1, 2, 3]),
    ...extra,
  });
  folders.push(folder);
  return folder;
}

interface WorkerLibrary {
  readonly library: Library;
  readonly notes: readonly string[];
  readonly progress: readonly Progress[];
}

function libraryOf(folder: Folder, script: string | null = WORKER): WorkerLibrary {
  const notes: string[] = [];
  const progress: Progress[] = [];
  const indexer = new WorkerIndexer(nodeHost, { script, note: (message) => notes.push(message), workers: 2 });
  const library = new Library([folder.pathOf('corpus')], nodeHost, { indexer });
  library.onChange(() => {
    if (library.progress) progress.push(library.progress);
  });
  return { library, notes, progress };
}

const queries = Array.from({ length: 20 }, (_, at) =>
  proseOf(at * 17 + 1e6, 12)
    .trim()
    .split(' '),
);

/** What a library knows, whoever indexed it. */
async function knowledgeOf(library: Library) {
  const ids = articleIds(library);
  return {
    ids,
    complete: library.complete,
    details: ids.map((id) => library.corpus.details(id)),
    problems: [...library.problems],
    information: WORDS.map((word) => library.corpus.information(word)),
    texts: [...(await library.fetch(ids.filter((_, at) => at % 20 === 0))).values()],
  };
}

/** … and what it finds: of passages that are hardly like a query, which these are, that depends on the very segments. */
async function answersOf(library: Library) {
  return { ...(await knowledgeOf(library)), found: queries.map((words) => library.corpus.retrieve(words, 8)) };
}

async function inProcess(folder: Folder): Promise<Library> {
  const library = new Library([folder.pathOf('corpus')], nodeHost);
  await library.load();
  return library;
}

/** The bundled worker, but before it `code` is run. */
function tampered(folder: Folder, code: string): string {
  folder.write('worker.cjs', `${code}\nrequire(${JSON.stringify(WORKER)});\n`);
  return folder.pathOf('worker.cjs');
}

/** Has the thread end when it comes to read a file with this word in it. */
const ENDS_AT = (word: string, onlyIf = 'true') => `
const { decode } = TextDecoder.prototype;
TextDecoder.prototype.decode = function (...given) {
  const text = decode.apply(this, given);
  if (text.includes(${JSON.stringify(word)}) && (${onlyIf})) process.exit(7);
  return text;
};`;

describe('an archive that workers index', () => {
  it('is answered from as one that is indexed in the process itself', async () => {
    const folder = archive(400);
    const { library, notes, progress } = libraryOf(folder);
    await library.load();
    expect(await answersOf(library)).toEqual(await answersOf(await inProcess(folder)));
    expect(library.corpus.size).toBe(400);
    expect(library.corpus.segmentCount).toBeLessThanOrEqual(4);
    expect(library.problems.size).toBe(2);
    expect(notes).toEqual([]);
    expect(progress[0]).toEqual({ done: 0, total: 402 });
    expect(progress.map(({ done }) => done)).toEqual(progress.map(({ done }) => done).sort((a, b) => a - b));
  });

  it('is left alone at once when nobody wants it any more, and can be wanted again', async () => {
    const { library } = libraryOf(archive(800));
    const controller = new AbortController();
    library.onChange(() => {
      if ((library.progress?.done ?? 0) > 0) controller.abort(new Error('enough'));
    });
    await expect(library.load(controller.signal)).rejects.toThrow('enough');
    expect(library.progress).toBeNull();
    expect(library.complete).toBe(false);
    expect(library.corpus.size).toBeLessThan(800);
    expect(process.getActiveResourcesInfo().filter((name) => /worker|port/i.test(name))).toEqual([]);
    await library.load();
    expect(library.corpus.size).toBe(800);
  });

  it('takes over what changes afterwards, and leaves out what vanishes', async () => {
    const folder = archive(300);
    const { library } = libraryOf(folder);
    await library.load();
    folder.write('corpus/0/0.txt', 'Nobody steers by a sleeping buoy.\n');
    folder.remove('corpus/1/1.md');
    await library.update([folder.pathOf('corpus/0/0.txt'), folder.pathOf('corpus/1/1.md')]);
    expect(await knowledgeOf(library)).toEqual(await knowledgeOf(await inProcess(folder)));
    folder.remove('corpus/2/2.txt');
    const wanted = ['corpus/2/2.txt', 'corpus/3/3.md'].map((name) => folder.pathOf(name));
    expect([...(await library.fetch(wanted)).keys()]).toEqual([folder.pathOf('corpus/3/3.md')]);
  });
});

describe('a worker that dies', () => {
  it('is replaced, and nothing is missing', async () => {
    const folder = archive(300, { 'corpus/5/odd.md': 'This one is odd.\n' });
    const marker = folder.pathOf('died');
    const once = `!require('node:fs').existsSync(${JSON.stringify(marker)}) && (require('node:fs').writeFileSync(${JSON.stringify(marker)}, ''), true)`;
    const { library, notes } = libraryOf(folder, tampered(folder, ENDS_AT('This one is odd', once)));
    await library.load();
    expect(existsSync(marker)).toBe(true);
    expect(await answersOf(library)).toEqual(await answersOf(await inProcess(folder)));
    expect(notes).toEqual(['A thread that read sources broke off (status 7).']);
  });

  it('twice of the same file does without it, and says so', async () => {
    const deadly = { 'corpus/5/deadly.md': 'This one is deadly.\n', 'corpus/9/deadly.md': 'This one is deadly, too.\n' };
    const folder = archive(300, deadly);
    const { library } = libraryOf(folder, tampered(folder, ENDS_AT('This one is deadly')));
    await library.load();
    const paths = Object.keys(deadly).map((name) => folder.pathOf(name));
    expect(library.complete).toBe(true);
    for (const path of paths) expect(library.problems.get(path)?.[0]?.message).toMatch(/broke off twice/);
    for (const name of Object.keys(deadly)) rmSync(folder.pathOf(name));
    await library.update(paths);
    expect(await knowledgeOf(library)).toEqual(await knowledgeOf(await inProcess(folder)));
  });
});

describe('where no worker can be started', () => {
  it.each([
    ['the program is missing', () => null],
    ['there is no such file', (folder: Folder) => folder.pathOf('nowhere.cjs')],
    ['the program fails', (folder: Folder) => tampered(folder, "throw new Error('no');")],
  ])('because %s, the process itself indexes, and the log says so once', async (_why, scriptFor) => {
    const folder = archive(250);
    const { library, notes, progress } = libraryOf(folder, scriptFor(folder));
    await library.load();
    await library.load(undefined, true);
    expect(await answersOf(library)).toEqual(await answersOf(await inProcess(folder)));
    expect(notes).toEqual([expect.stringMatching(/^Sources are read on the main thread/)]);
    expect(progress.at(-1)?.total).toBe(252);
  });
});

it('a file that is gone before it is read is no trouble, and is read when it is back', async () => {
  const folder = archive(250);
  const { library } = libraryOf(folder);
  const gone = folder.pathOf('corpus/4/4.txt');
  const { listFiles } = nodeHost;
  const listing = nodeHost as { listFiles: typeof listFiles };
  listing.listFiles = async (path) => {
    const entries = await listFiles.call(nodeHost, path);
    rmSync(gone, { force: true });
    return entries;
  };
  await library.load().finally(() => {
    listing.listFiles = listFiles;
  });
  expect([...library.problems.keys()]).not.toContain(gone);
  expect(library.corpus.size).toBe(249);
  writeFileSync(gone, 'It is back.\n');
  await library.update([gone]);
  expect(await knowledgeOf(library)).toEqual(await knowledgeOf(await inProcess(folder)));
});
