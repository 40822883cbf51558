import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { prepareNeovim } from '../editor/neovim.ts';
import { collect } from '../editor/processes.ts';
import { folderOf, SOURCES } from '../protocol/fixture.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const SESSION = fileURLToPath(new URL('session.lua', import.meta.url));

/** Before every quotation stand letters of one, two, three and four bytes, of which one is written with two code points. */
const TYPED = '한국 😀 é ';
const DRAFT = `# 등대 A light 🏮 at the end of the pier

바다 🌊 “The lamp has outlasted three mayors and it will outlast the storm,” said Edda Quill, the harbour warden.

그리고 😀 “People set their kettles by that bell, and they have missed it more than they missed the goat,” said Tobin Marl.
`;

/** What is found on the way, each with the words that it is shown at. What is typed stands before these. */
const FINDINGS = {
  opened: ['misquote: storm', 'misquote: goat'],
  after_typing: [`misquote: ${TYPED}storm`, 'misquote: goat'],
  after_fixing: ['misquote: goat'],
};

/** Letters and markup stand before the passages, too. */
const BELL = 'corpus/ferry-bell.md';
const FILES = { ...SOURCES, [BELL]: SOURCES[BELL].replace('“People', '종 🔔 **é** “People') };

interface Seen {
  readonly version: string;
  readonly encoding: string;
  readonly opened: readonly string[];
  readonly typed: readonly string[];
  readonly hover: string;
  readonly actions: readonly string[];
  readonly fixed: readonly string[];
  readonly left: readonly string[];
  readonly definition: { readonly file: string; readonly text: string };
  /** What went wrong on the way. */
  readonly trouble?: string;
}

let neovim = '';
const scratch: string[] = [];

beforeAll(async () => {
  neovim = await prepareNeovim();
}, 600_000);

afterEach(() => {
  for (const folder of scratch.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Has Neovim go through the session; gives what it saw. */
async function session(draft: string, encoding: '' | 'utf-8' | 'utf-16'): Promise<Seen> {
  const folder = folderOf({ ...FILES, 'draft.md': draft });
  const home = mkdtempSync(join(tmpdir(), 'verbatim-neovim-'));
  scratch.push(home);
  const out = join(home, 'seen.json');
  const tour = {
    command: [process.execPath, CLI, 'lsp', '--stdio'],
    folder: folder.path,
    draft: folder.pathOf('draft.md'),
    out,
    encoding,
    typed: TYPED,
    typed_before: '“People',
    wrong: 'storm',
    quoted: 'kettles',
    ...FINDINGS,
  };
  const places = { HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_STATE_HOME: home, XDG_CACHE_HOME: home };
  // Shorter than a test may take, so that what Neovim said is told.
  const { code, output } = await collect(neovim, ['--headless', '--clean', '-c', `luafile ${SESSION}`], {
    limit: 50_000,
    cwd: folder.path,
    env: { ...process.env, ...places, LC_ALL: 'C.UTF-8', VERBATIM_TOUR: JSON.stringify(tour) },
  });
  if (code !== 0) throw new Error(`Neovim ended with ${code}:\n${output}`);
  return JSON.parse(readFileSync(out, 'utf8')) as Seen;
}

describe.each(['utf-16', 'utf-8', ''] as const)('Neovim that counts in %j', (encoding) => {
  it.each([
    ['line feeds', DRAFT],
    ['Windows line ends', DRAFT.replaceAll('\n', '\r\n')],
  ])('checks, shows, mends and goes to the source, in a draft with %s', async (_, draft) => {
    const seen = await session(draft, encoding);
    expect(seen.trouble).toBeUndefined();
    if (encoding !== '') expect(seen.encoding).toBe(encoding);
    expect(seen.opened).toEqual(FINDINGS.opened);
    expect(seen.typed).toEqual(FINDINGS.after_typing);
    expect(seen.hover).toContain('Saltmere keeps its lamp');
    expect(seen.actions[0]).toContain('fog');
    expect(seen.fixed[2]).toBe(DRAFT.split('\n')[2]?.replace('storm', 'fog'));
    expect(seen.fixed[4]).toBe(DRAFT.split('\n')[4]?.replace('“People', `${TYPED}“People`));
    expect(seen.left).toEqual(FINDINGS.after_fixing);
    expect(seen.definition.file).toBe('ferry-bell.md');
    expect(seen.definition.text).toMatch(/^“?People set their kettles/);
  });
});
