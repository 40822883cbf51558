import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pageServer } from './pageServer.ts';
import { FERRY, type Folder, folderWith, type Run } from './world.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const BODY = FERRY.slice(FERRY.indexOf('The ferry line between'));

const read = ({ path }: Folder, name: string) => readFileSync(`${path}/${name}`, 'utf8');
const listed = ({ path }: Folder, name = 'corpus') => (existsSync(`${path}/${name}`) ? readdirSync(`${path}/${name}`).sort() : []);

/** Runs `verbatim` with something on its standard input. */
function piped(input: string, args: readonly string[], cwd: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
    child.stdin.end(input);
  });
}

const HELD = 'The weir at Saltmere held on Tuesday, the council said, after a night of rain that brought down two elms and a fence.';
const PAGE = `<!doctype html><html lang="en"><head><title>Weir holds | Saltmere Gazette</title>
<meta property="og:title" content="Weir holds"><meta property="og:site_name" content="Saltmere Gazette">
<meta property="article:published_time" content="2024-03-12T22:30:00+01:00"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Weir holds</h1>
<p>${HELD}</p><p>“It held because we mended it – naïvely,” said Edda Quill, the harbour warden, who had asked for new gates.</p>
<p>${HELD.replace('held', 'had been mended in the spring and then held')}</p></article><footer>Subscribe now</footer></body></html>`;

/** Curly marks and dashes have no numbers of their own in ISO 8859-1. */
function inWindows1252(text: string): Uint8Array {
  const others: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '–': 0x96 };
  return Uint8Array.from(text, (letter) => others[letter] ?? letter.charCodeAt(0));
}

const site = await pageServer({
  '/ferry.md': { type: 'text/markdown; charset=utf-8', body: FERRY },
  '/f%C3%A4hre': {
    type: 'text/plain; charset=iso-8859-1',
    body: Uint8Array.from(`Die Fähre kommt zurück\n\n${BODY.replaceAll(/[“”]/g, '"')}`, (letter) => letter.charCodeAt(0)),
  },
  '/weir': { type: 'text/html; charset=windows-1252', body: inWindows1252(PAGE) },
  '/shell': { type: 'text/plain', body: 'Please enable JavaScript.' },
  '/logo': { type: 'image/png', body: 'PNG' },
});

describe('verbatim add', () => {
  it('copies files, with their side files, and says what they were read as', async () => {
    const folder = folderWith({
      'corpus/old.md': '# Old\n\nNothing of it.\n',
      'in/ferry.md': FERRY,
      'in/ferry.md.yaml': 'speaker: Mara\n',
    });
    expect(await folder.verbatim('add', 'in/ferry.md')).toEqual({
      status: 0,
      stdout: 'Added corpus/ferry.md: “Ferry line to reopen in spring”, The Harbour Gazette, 4 March 2025, 86 words\n',
      stderr: '',
    });
    expect(read(folder, 'corpus/ferry.md')).toBe(FERRY);
    expect(read(folder, 'corpus/ferry.md.yaml')).toBe('speaker: Mara\n');
    expect(read(folder, 'in/ferry.md')).toBe(FERRY);
  });

  it('never overwrites, and says what is there already', async () => {
    const folder = folderWith({ 'corpus/ferry.md': FERRY, 'ferry.md': FERRY });
    const { status, stderr } = await folder.verbatim('add', 'ferry.md');
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'verbatim: corpus/ferry-2.md: The same text is in corpus/ferry.md already.\n',
    });
    expect(listed(folder)).toEqual(['ferry-2.md', 'ferry.md']);
  });

  it('makes the folder where there is none, and adds to the one that is named', async () => {
    const folder = folderWith({ 'a.md': FERRY, 'b.md': BODY });
    const { status, stdout, stderr } = await folder.verbatim('add', 'a.md', 'b.md', '--corpus', './sources');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Added sources\/a\.md: .*\nAdded sources\/b\.md: no title, no publisher, no date, 86 words\n$/);
    expect(stderr).toBe('verbatim: sources/b.md: The same text is in sources/a.md already.\n');
    expect(listed(folder, 'sources')).toEqual(['a.md', 'b.md']);
  });

  it('fetches a page, and keeps where and when it was found', async () => {
    const folder = folderWith({ '.verbatim.yaml': 'corpora: [archive]\n', 'archive/old.md': 'Old.\n' });
    const { status, stdout } = await folder.verbatim('add', `${site}/ferry.md#top`);
    expect(status).toBe(0);
    expect(stdout).toContain('Added archive/2025-03-04-the-harbour-gazette-ferry-line-to-reopen-in-spring.md: “Ferry line');
    const name = 'archive/2025-03-04-the-harbour-gazette-ferry-line-to-reopen-in-spring.md';
    expect(read(folder, name)).toBe(FERRY);
    expect(read(folder, `${name}.yaml`)).toMatch(/^url: http:\/\/127\.0\.0\.1:\d+\/ferry\.md\nretrieved: \d{4}-\d\d-\d\d\n$/);
  });

  it('reads a page by the encoding that the server names', async () => {
    const folder = folderWith({});
    expect((await folder.verbatim('add', `${site}/f%C3%A4hre`, '--publisher', 'Hafenbote')).status).toBe(0);
    expect(read(folder, 'corpus/hafenbote-fahre.txt')).toContain('Die Fähre kommt zurück');
  });

  it('keeps a page as it came, under the name that it gives itself', async () => {
    const folder = folderWith({});
    const { status, stdout, stderr } = await folder.verbatim('add', `${site}/weir`);
    const name = 'corpus/2024-03-12-saltmere-gazette-weir-holds.html';
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Added corpus\/2024-03-12-saltmere-gazette-weir-holds\.html: “Weir holds”, Saltmere Gazette, 12 March 2024, /);
    // The encoding was the server's to tell.
    expect(read(folder, name)).toBe(`\uFEFF${PAGE}`);
    const listing = await folder.verbatim('sources', '--format', 'json');
    const [article] = (JSON.parse(listing.stdout) as { articles: { text: string; quotations: { text: string }[] }[] }).articles;
    expect(article?.quotations.map(({ text }) => text)).toEqual(['It held because we mended it – naïvely,']);
    expect(article?.text).not.toContain('Subscribe');
  });

  it('keeps a part of a page that is piped in as a page', async () => {
    const folder = folderWith({});
    const { stdout } = await piped(`<h1>Weir holds</h1><p>${HELD}</p><p>${HELD}</p>`, ['add', '-', '--publisher', 'X'], folder.path);
    expect(stdout).toMatch(/^Added corpus\/x-weir-holds\.html: “Weir holds”, X, no date, /);
  });

  it('adds what it can, and says of each of the others why not', async () => {
    const folder = folderWith({ 'corpus/in.md': FERRY, 'ferry.md': FERRY, 'notes.xyz': 'x', 'empty.txt': '' });
    const run = await folder.verbatim(
      'add',
      'gone.txt',
      `${site}/nowhere`,
      `${site}/shell`,
      `${site}/logo`,
      'notes.xyz',
      'empty.txt',
      'corpus',
      'corpus/in.md',
      'ferry.md',
    );
    expect(run.status).toBe(2);
    expect(run.stdout).toMatch(/^Added corpus\/ferry\.md: .*\n$/);
    expect(run.stderr.split('\n')).toEqual([
      'verbatim: gone.txt was not added: there is no such file.',
      `verbatim: ${site}/nowhere was not added: There is no page at this address (the server says 404).`,
      expect.stringContaining(`${site}/shell was not added: There is no article on this page: only 3 words were found.`),
      `verbatim: ${site}/logo was not added: Files of this kind (.png) are not read as sources.`,
      'verbatim: notes.xyz was not added: Files of this kind (.xyz) are not read as sources.',
      'verbatim: empty.txt was not added: It is empty.',
      'verbatim: corpus was not added: it lies in the corpus already.',
      'verbatim: corpus/in.md was not added: it lies in the corpus already.',
      'verbatim: corpus/ferry.md: The same text is in corpus/in.md already.',
      '',
    ]);
    expect(listed(folder)).toEqual(['ferry.md', 'in.md']);
  });

  it('says where rules of the folder leave a source out', async () => {
    const folder = folderWith({ 'corpus/.verbatimignore': 'ferry*\n', 'ferry.md': FERRY, 'other.md': FERRY });
    const { stderr } = await folder.verbatim('add', 'ferry.md', 'other.md');
    expect(stderr).toMatch(/^verbatim: corpus\/ferry\.md: Nothing is checked against it: .*\n$/);
  });

  it('leaves no folder behind where nothing was added', async () => {
    const folder = folderWith({});
    expect((await folder.verbatim('add', 'gone.txt')).status).toBe(2);
    expect(listed(folder, '.')).toEqual([]);
  });

  it('reads standard input, and takes what the options say', async () => {
    const folder = folderWith({});
    const args = [
      'add',
      '-',
      '--title',
      'Ferry: back',
      '--publisher',
      'The Quay',
      '--date',
      '4 March 2025',
      '--url',
      'https://quay.example/f',
    ];
    const { status, stdout, stderr } = await piped(BODY, args, folder.path);
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: 'Added corpus/2025-03-04-the-quay-ferry-back.txt: “Ferry: back”, The Quay, 4 March 2025, 86 words\n',
      stderr: '',
    });
    expect(read(folder, 'corpus/2025-03-04-the-quay-ferry-back.txt')).toMatch(
      /^---\ntitle: "Ferry: back"\npublisher: The Quay\npublished: 2025-03-04\nurl: https:\/\/quay\.example\/f\nretrieved: [\d-]{10}\n---\n\nThe ferry line/,
    );
  });

  it.each([
    [['add'], 'verbatim: Name what to add: verbatim add FILE, an address, or - for standard input.\n'],
    [['add', 'a.md', 'b.md', '--title', 'A'], 'verbatim: --title is for one source: add it by itself.\n'],
    [['add', 'a.md', '--date', '2025-02-30'], /^verbatim: .*It must be a day that exists, such as 2025-10-07\.\n$/],
    [['add', 'a.md', '--url', 'example.org'], /^verbatim: .*It must begin with https:\/\/ or http:\/\/\.\n$/],
    [['add', 'a.md', '--corpus', 'a.md'], 'verbatim: The corpus a.md is a file; name a folder.\n'],
  ])('%j is told in one line', async (args, stderr) => {
    const folder = folderWith({ 'a.md': FERRY, 'b.md': FERRY });
    const run = await folder.verbatim(...args);
    expect(run).toEqual({ status: 2, stdout: '', stderr: typeof stderr === 'string' ? stderr : expect.stringMatching(stderr) });
  });

  it('explains itself', async () => {
    const { status, stdout } = await folderWith({}).verbatim('add', '--help');
    expect(status).toBe(0);
    expect(stdout).toContain('verbatim add https://example.org/news/weir');
  });
});
