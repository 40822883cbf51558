import { expect, it } from 'vitest';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import type { Configuration } from '../service/configuration.ts';
import { Library } from '../service/library.ts';
import { DEFAULT_SETTINGS } from '../service/settings.ts';
import { parseStetFile } from '../service/stetFile.ts';
import { NO_CORPUS, statusOf } from './status.ts';

async function libraryOf(files: Record<string, string | Uint8Array>, folders = ['/c']): Promise<Library> {
  const library = new Library(folders, new InMemoryHost(files));
  await library.load();
  return library;
}

const calm = { configurations: [], findings: 2, sourceless: false };

it('counts every article once', async () => {
  const library = await libraryOf({ '/c/a.md': 'One.', '/c/b.md': 'Two.' });
  expect(statusOf({ ...calm, libraries: [library, await libraryOf({ '/c/a.md': 'One.' })] })).toEqual({
    kind: 'ready',
    articles: 2,
    findings: 2,
  });
});

it('is about reading until everything has been read once', () => {
  const library = new Library(['/c'], new InMemoryHost({}));
  expect(statusOf({ ...calm, libraries: [library] })).toEqual({ kind: 'indexing', done: 0, total: 0 });
});

it('says that reading was stopped', async () => {
  const library = await libraryOf({ '/c/a.md': 'One.' });
  const stopped = { ...facade(library), complete: false, stopped: true } as Library;
  expect(statusOf({ ...calm, libraries: [stopped] })).toMatchObject({ kind: 'trouble', messages: [expect.stringMatching(/was stopped/)] });
});

it('names what is wrong, each thing once, and not too many of them', async () => {
  const bad = new Uint8Array([0, 1, 0, 2, 255]);
  const library = await libraryOf({ '/c/a.md': 'One.', '/c/bad.md': bad }, ['/c', '/gone']);
  const problem = { file: '/w/.verbatim.yaml', line: 1, character: 0, message: 'What is this?' };
  const stet = parseStetFile('/w/.verbatim-stet.yaml', '/w', null);
  const configuration: Configuration = { settings: DEFAULT_SETTINGS, base: '/w', corpora: [], file: null, problems: [problem], stet };
  const status = statusOf({ libraries: [library], configurations: [configuration, configuration], findings: 0, sourceless: true });
  expect(status).toMatchObject({
    kind: 'trouble',
    articles: 1,
    messages: [
      '.verbatim.yaml, line 2: What is this?',
      NO_CORPUS.text,
      'The folder /gone could not be read: There is no such folder.',
      expect.stringMatching(/^bad\.md: /),
    ],
  });

  const many = await libraryOf(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`/c/${at}.md`, bad])));
  const crowded = statusOf({ ...calm, libraries: [many] });
  const messages = crowded.kind === 'trouble' ? crowded.messages : [];
  expect(messages).toHaveLength(13);
  expect(messages.at(-1)).toBe('… and 18 more; the Problems view lists them.');
});

it('has what is good to know of an index, each thing once', async () => {
  const library = await libraryOf({ '/c/a.md': 'One.' });
  const large = { ...facade(library), beyondMemory: 'It is large.' } as Library;
  expect(statusOf({ ...calm, libraries: [large, large] })).toMatchObject({ kind: 'ready', notes: ['It is large.'] });
});

/** What a status is made of, as plain fields. */
function facade({ progress, complete, stopped, missingFolders, problems, folders, corpus, files }: Library) {
  return { progress, complete, stopped, missingFolders, problems, folders, corpus, files };
}
