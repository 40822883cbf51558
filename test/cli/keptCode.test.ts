import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, type Run } from './world.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
/** So many sources that their index is kept. */
const SOURCES = 240;

const source = (number: number) =>
  `---\ntitle: Notice ${number}\npublisher: The Quay Post\npublished: 2025-03-04\n---\n\n“Berth ${number} stays shut until the ${number} barges have left,” said Ada Quill.\n`;
const files = Object.fromEntries(Array.from({ length: SOURCES }, (_, at) => [`corpus/${at}.md`, source(at)]));
const { path } = folderWith({
  ...files,
  'draft.md':
    '“Berth 7 stays open until the 7 barges have left,” said Ada Quill. “Berth 9 stays shut until the 9 barges have left,” she said.\n',
});
const cache = mkdtempSync(join(tmpdir(), 'verbatim-kept-'));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

function check(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const environment = { ...process.env, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, HOME: cache };
    const child = spawn(process.execPath, [CLI, 'check', 'draft.md', '--format', 'json', ...args], { cwd: path, env: environment });
    const [out, err]: string[][] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out?.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => err?.push(chunk.toString()));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout: (out ?? []).join(''), stderr: (err ?? []).join('') }));
  });
}

/** What is kept, but for what is shared by tests of other folders. */
function kept(): readonly string[] {
  return readdirSync(cache, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:segment|manifest)$|[\\/]code[\\/]/.test(name) && !name.includes('unfinished'))
    .map((name) => join(cache, name));
}

/** The same bytes but for one bit, at a share of their length. */
function flipped(bytes: Buffer, share: number): Buffer {
  const copy = Buffer.from(bytes);
  const at = Math.min(copy.length - 1, Math.floor(copy.length * share));
  copy.writeUInt8(copy.readUInt8(at) ^ 0x10, at);
  return copy;
}

describe('what is kept from one run to the next', () => {
  let right: Run;
  beforeAll(async () => {
    right = await check('--no-cache');
  });

  it('is nothing where nobody wants it', () => {
    expect(right).toMatchObject({ status: 0, stderr: '' });
    expect(right.stdout).toContain('"misquote"');
    expect(existsSync(join(cache, 'verbatim'))).toBe(false);
  });

  it('stays whole where several begin with nothing at once, and all of them are right', async () => {
    const runs = await Promise.all([check(), check(), check()]);
    for (const run of runs) expect(run).toEqual(right);
    const names = kept();
    expect(names.filter((name) => name.endsWith('.manifest'))).toHaveLength(1);
    expect(names.filter((name) => /[\\/]code[\\/]/.test(name))).toHaveLength(1);
    expect(readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('unfinished'))).toEqual([]);
    expect(await check()).toEqual(right);
  });

  it.each([0.001, 0.3, 0.7, 0.999])('is made anew, and not believed, where a bit of a file is another (at %d of it)', async (share) => {
    for (const file of kept()) {
      const damaged = flipped(readFileSync(file), share);
      writeFileSync(file, damaged);
      const { status, stdout } = await check();
      expect({ status, stdout }, file).toEqual({ status: right.status, stdout: right.stdout });
      expect(existsSync(file) && readFileSync(file).equals(damaged), file).toBe(false);
    }
  });

  it('is made anew where a file is cut short or empty', async () => {
    for (const left of [0.5, 0]) {
      for (const file of kept()) {
        truncateSync(file, Math.floor(readFileSync(file).length * left));
        const { status, stdout } = await check();
        expect({ status, stdout }, file).toEqual({ status: right.status, stdout: right.stdout });
        expect(!existsSync(file) || readFileSync(file).length > 0, file).toBe(true);
      }
    }
  });

  it('is not believed where it is of another version', async () => {
    for (const file of kept()) {
      const bytes = readFileSync(file);
      writeFileSync(file, Buffer.concat([Buffer.from('version 0\n'), bytes.subarray(10)]));
    }
    expect(await check()).toMatchObject({ status: right.status, stdout: right.stdout });
    expect(await check()).toEqual(right);
  });
});
