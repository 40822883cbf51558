import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const PACKAGE = join(ROOT, 'dist', `verbatim-${version}.tgz`);

const folder = mkdtempSync(join(tmpdir(), 'verbatim-npm-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function makePackage(): string {
  execFileSync(process.execPath, ['packaging/package.mjs', 'npm'], { cwd: ROOT, stdio: 'pipe' });
  return createHash('sha256').update(readFileSync(PACKAGE)).digest('hex');
}

const npm = (...args: readonly string[]) => spawnSync('npm', args, { cwd: folder, encoding: 'utf8' });
const npx = (...args: readonly string[]) => spawnSync('npx', ['--no-install', 'verbatim', ...args], { cwd: folder, encoding: 'utf8' });

describe('the package for npm, in an empty folder', () => {
  let digest = '';
  beforeAll(() => {
    digest = makePackage();
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const { status, stderr } = npm('install', '--offline', '--no-audit', '--no-fund', PACKAGE);
    expect(status, stderr).toBe(0);
    for (const name of ['corpus', 'demo']) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    rmSync(join(folder, 'demo', '.verbatim.yaml'), { force: true });
  });

  it('needs no other package', () => {
    const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(installed).toEqual(['verbatim']);
  });

  it('is the same, byte for byte, when it is made again', () => {
    expect(makePackage()).toBe(digest);
  });

  it('checks the sample', () => {
    const { status, stdout } = npx('check', 'demo/draft.md', '--corpus', 'corpus', '--format', 'json');
    const sample = spawnSync(process.execPath, ['dist/cli.cjs', 'check', 'demo/draft.md', '--corpus', 'corpus', '--format', 'json'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(sample.stdout));
  });

  it('says its version, explains rules and reads pages', () => {
    expect(npx('--version').stdout.trim()).toBe(version);
    expect(npx('explain', 'misquote').stdout).toContain('# misquote');
    writeFileSync(join(folder, 'corpus', 'page.html'), '<article><h1>Quay</h1><p>“The quay is closed,” said Ada Quill.</p></article>');
    expect(npx('find', 'The quay is closed', '--corpus', 'corpus').stdout).toContain('page.html');
  });

  it('is a library with types', () => {
    const program = `
import { openCorpus } from 'verbatim/core';
const corpus = await openCorpus([{ path: 'a.md', content: '“The quay is closed,” said Ada Quill.' }]);
const count: number = corpus.size;
console.log(count);
// @ts-expect-error There is no such thing.
corpus.nothing;
`;
    writeFileSync(join(folder, 'use.mts'), program);
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', '', '--lib', 'es2023,dom', 'use.mts'];
    const compiled = spawnSync(join(ROOT, 'node_modules/.bin/tsc'), options, { cwd: folder, encoding: 'utf8' });
    expect(compiled.stdout).toBe('');
    writeFileSync(join(folder, 'use.mjs'), program.replace(': number', ''));
    const { stdout, stderr } = spawnSync(process.execPath, ['use.mjs'], { cwd: folder, encoding: 'utf8' });
    expect(stdout.trim(), stderr).toBe('1');
  });

  it('names what of others is in it, and nothing of the machine that made it', () => {
    const place = join(folder, 'node_modules/verbatim');
    const notices = readFileSync(join(place, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['chrono-node', 'commander', 'micromark', 'zod', 'pdf.js', 'yaml']) expect(notices).toContain(`\n${name} `);
    const files = readdirSync(place, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((entry) => entry.isFile());
    const telling = files.filter((file) => readFileSync(join(file.parentPath, file.name), 'utf8').includes(ROOT.replace(/.$/, '')));
    expect(telling.map(({ name }) => name)).toEqual([]);
    expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['cli.cjs', 'program.cjs', 'worker.cjs', 'core.d.ts', 'LICENSE']));
  });
});
