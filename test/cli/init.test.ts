import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { init } from '../../server/src/node/cli/initCommand.ts';
import { CannotRun } from '../../server/src/node/cli/terminal.ts';
import type { World } from '../../server/src/node/cli/world.ts';
import { nodeHost } from '../../server/src/node/nodeHost.ts';
import { parseConfiguration } from '../../server/src/service/configuration.ts';
import { InProcessIndexer } from '../../server/src/service/inProcessIndexer.ts';
import { FERRY, folderWith, WRONG_WORD } from './world.ts';

const FILE = '.verbatim.yaml';
const settingsIn = (text: string) => {
  const { settings, root, problems } = parseConfiguration(`/p/${FILE}`, text);
  expect(problems).toEqual([]);
  return { ...settings, root };
};

describe('verbatim init --yes', () => {
  it('writes what it finds, commented, and says what to do next', async () => {
    const { verbatim, read } = folderWith({
      'clippings/ferry.md': FERRY,
      'drafts/a.md': `${WRONG_WORD}\nOn March 4, 2025 and on May 5, 2025.[^1] Then.[^2]\n\n[^1]: x\n[^2]: y\n`,
      'README.md': 'Since 4 March 2025.\n',
      'node_modules/x/corpus/a.md': FERRY,
    });
    const { status, stdout, stderr } = await verbatim('init', '--yes');
    expect([status, stderr]).toEqual([0, '']);
    expect(settingsIn(read(FILE))).toEqual({
      root: true,
      corpora: ['clippings'],
      include: ['drafts'],
      houseStyle: 'strict',
      citationStyle: 'footnote',
      dateFormat: 'MMMM d, yyyy',
    });
    expect(read(FILE)).toContain('# Folders of sources, as seen from this file.\ncorpora:\n  - clippings\n');
    expect(read(FILE)).toContain('#severity:\n#  quote-not-found: warning\n');
    expect(stdout).toContain('Wrote .verbatim.yaml. Sources: clippings. Drafts: drafts. House style: strict.');
    expect(stdout).toMatch(/verbatim check drafts +checks the drafts/);
    // And what it says to do next works.
    const check = await verbatim('check', 'drafts');
    expect(check.stdout).toContain('misquote');
    expect(check.stderr).toBe('');
  });

  it('holds without its comment marks, too', async () => {
    const { verbatim, read } = folderWith({});
    await verbatim('init', '--yes');
    const all = read(FILE)
      .replace(/^#(?! )/gm, '')
      .replace(/^#( {2})/gm, '$1');
    expect(settingsIn(all)).toMatchObject({
      include: ['drafts', 'columns/*.md'],
      severity: { 'quote-not-found': 'warning' },
      aliases: [['Kyiv', 'Kiev']],
    });
  });

  it('finds folders of papers, and starts with none', async () => {
    const papers = folderWith({ 'court files/order.pdf': '%PDF', 'notes.md': 'x' });
    await papers.verbatim('init', '--yes');
    expect(settingsIn(papers.read(FILE))).toMatchObject({ corpora: ['court files'] });
    expect(settingsIn(papers.read(FILE))).not.toHaveProperty('include');
    const empty = folderWith({});
    const { stdout } = await empty.verbatim('init', '--yes');
    expect(settingsIn(empty.read(FILE))).toMatchObject({
      corpora: ['corpus'],
      houseStyle: 'strict',
      citationStyle: 'text',
      dateFormat: 'd MMMM yyyy',
    });
    expect(stdout).toMatch(/mkdir corpus +there is no such folder yet/);
  });

  it('takes what the options say', async () => {
    const { verbatim, read } = folderWith({ 'desk/x.md': 'x', 'archive/a.md': FERRY });
    const flags = ['--corpus', './sources/', '../wire', '--drafts', 'desk', '--house-style', 'guardian', '--citation-style', 'link'];
    expect((await verbatim('init', ...flags, '--date-format', "d 'of' MMMM yyyy", '--yes')).status).toBe(0);
    expect(settingsIn(read(FILE))).toEqual({
      root: true,
      corpora: ['sources', '../wire'],
      include: ['desk'],
      houseStyle: 'guardian',
      citationStyle: 'link',
      dateFormat: "d 'of' MMMM yyyy",
    });
  });

  it('leaves to a file above what that one says', async () => {
    const { path, write, read } = folderWith({
      [FILE]: 'houseStyle: legal\ncorpora: [wire]\n',
      'wire/a.md': FERRY,
      'desks/sport/x.md': 'x',
    });
    write({ 'desks/sport/.keep': '' });
    await run(`${path}/desks/sport`, {});
    const text = read(`desks/sport/${FILE}`);
    expect(settingsIn(text)).toEqual({ root: false, citationStyle: 'text', dateFormat: 'd MMMM yyyy' });
    expect(text).toContain('#houseStyle: legal\n');
    expect(text).toContain('#corpora:\n#  - ../../wire\n');
    await run(`${path}/desks/sport`, { houseStyle: 'chicago', force: true });
    expect(settingsIn(read(`desks/sport/${FILE}`))).toMatchObject({ root: false, houseStyle: 'chicago' });
  });

  it('writes over nothing without --force', async () => {
    const { verbatim, read, write } = folderWith({ [FILE]: 'houseStyle: legal\n' });
    expect(await verbatim('init', '--yes')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'verbatim: There is a .verbatim.yaml already: change it there, or write over it with --force.\n',
    });
    expect(read(FILE)).toBe('houseStyle: legal\n');
    write({ [FILE]: 'broken: [\n' });
    expect((await verbatim('init', '--yes', '--force')).stdout).toContain('Wrote over .verbatim.yaml.');
    expect(settingsIn(read(FILE))).toMatchObject({ root: true, houseStyle: 'strict' });
  });

  it('refuses what a project file would not take, and writes nothing', async () => {
    const { verbatim, path } = folderWith({});
    const format = await verbatim('init', '--yes', '--date-format', 'yyyy');
    expect([format.status, format.stderr]).toEqual([2, expect.stringContaining('“dateFormat” must be a pattern with day and month')]);
    expect((await verbatim('init', '--yes', '--corpus', ' ')).stderr).toContain('“corpora[1]” must be the path of a folder');
    expect((await verbatim('init', '--yes', '--house-style', 'loud')).stderr).toContain(
      'Allowed choices are strict, guardian, chicago, legal.',
    );
    expect((await verbatim('init')).stderr).toBe(
      'verbatim: There is no terminal to ask on: --yes takes what is found, and options say what else is wanted.\n',
    );
    expect(readdirSync(path)).toEqual([]);
  });
});

/** Answers questions in their order; null hangs up. */
async function run(cwd: string, flags: Parameters<typeof init>[0], answers?: readonly (string | null)[]) {
  const told = { out: '', notes: [] as string[], questions: [] as string[] };
  const world: World = {
    host: nodeHost,
    indexer: new InProcessIndexer(nodeHost),
    cwd,
    terminal: {
      write: (text) => (told.out += text),
      note: (message) => told.notes.push(message),
      progress: () => undefined,
      colour: false,
      columns: 80,
    },
  };
  const left = [...(answers ?? [])];
  const ask = (question: string) => {
    told.questions.push(question);
    return Promise.resolve(left.shift() ?? null);
  };
  const status = await init(flags, world, answers === undefined ? null : ask);
  expect(left).toEqual([]);
  return { ...told, status };
}

describe('verbatim init, asking', () => {
  it('puts what it finds in brackets, and asks again what cannot be', async () => {
    const { path, read } = folderWith({ 'sources/ferry.md': FERRY, 'columns/a.md': 'x' });
    const { questions, notes } = await run(path, {}, ['', 'columns, essays/*.md', 'loud', 'legal', 'link', 'yyyy', 'dd/MM/yyyy']);
    expect(questions.map((question) => question.split('\n').at(-1))).toEqual([
      'Folders of your sources, with commas between [sources]: ',
      'Folders of your drafts; - for every file that Verbatim can read as one [columns]: ',
      'House style [strict]: ',
      'House style [strict]: ',
      'How what Verbatim writes names a source [text]: ',
      'How it writes dates [d MMMM yyyy]: ',
      'How it writes dates [d MMMM yyyy]: ',
    ]);
    expect(questions[3]).not.toContain('\n');
    expect(questions[2]).toContain('legal     Every letter counts');
    expect(questions[5]).toContain('MMMM d, yyyy  March 14, 2026');
    expect(notes).toEqual([
      '“houseStyle” must be one of strict, guardian, chicago, legal, not “loud”.',
      expect.stringContaining('“dateFormat” must be a pattern'),
    ]);
    expect(settingsIn(read(FILE))).toEqual({
      root: true,
      corpora: ['sources'],
      include: ['columns', 'essays/*.md'],
      houseStyle: 'legal',
      citationStyle: 'link',
      dateFormat: 'dd/MM/yyyy',
    });
  });

  it('asks only what no option says', async () => {
    const { path, read } = folderWith({ 'columns/a.md': 'x' });
    const { questions } = await run(path, { corpus: ['corpus'], houseStyle: 'guardian', dateFormat: 'd MMM yyyy' }, ['-', '']);
    expect(questions).toHaveLength(2);
    expect(settingsIn(read(FILE))).not.toHaveProperty('include');
  });

  it('writes nothing where nobody answers any more', async () => {
    const { path } = folderWith({});
    await expect(run(path, {}, ['', null])).rejects.toThrow(new CannotRun('Nothing was written.'));
    expect(readdirSync(path)).toEqual([]);
  });
});

const CLI = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
// Gives a program a terminal (util-linux); other systems have another “script”, or none.
const hasTerminals = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

/** Types answers at a terminal, each when it is asked for. */
function typed(cwd: string, keys: readonly string[]): Promise<{ readonly status: number | null; readonly shown: string }> {
  return new Promise((resolve) => {
    const child = spawn('script', ['-qec', `"${process.execPath}" "${CLI}" init`, '/dev/null'], {
      cwd,
      env: { ...process.env, NO_COLOR: '1' },
    });
    let shown = '';
    let asked = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString();
      const prompts = shown.match(/(?:\]|read as one): /g)?.length ?? 0;
      while (asked < prompts) child.stdin.write(keys[asked++] ?? '\r');
    });
    child.on('close', (status) => resolve({ status, shown }));
  });
}

describe.skipIf(!hasTerminals)('verbatim init at a terminal', () => {
  it('asks, and writes the answers', async () => {
    const { path, read } = folderWith({ 'corpus/ferry.md': FERRY });
    const { status, shown } = await typed(path, ['\r', '\r', 'guardian\r', 'footnote\r', '\r']);
    expect(status).toBe(0);
    expect(shown).toContain('Enter takes what stands in brackets');
    expect(shown).toContain('Wrote .verbatim.yaml.');
    expect(settingsIn(read(FILE))).toMatchObject({ corpora: ['corpus'], houseStyle: 'guardian', citationStyle: 'footnote' });
  });

  it('writes nothing after Ctrl+C', async () => {
    const { path } = folderWith({});
    const { status, shown } = await typed(path, ['\r', '\u0003']);
    expect(status).toBe(2);
    expect(shown).toContain('Nothing was written.');
    expect(readdirSync(path)).toEqual([]);
  });
});
