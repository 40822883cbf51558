// Makes the extension's package: dist/verbatim-<version>.vsix. What it holds is laid out afresh in a folder of its own, so that
// nothing that merely lies about gets in.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const staging = path.join(root, 'dist/package/extension');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const target = path.join(root, `dist/verbatim-${manifest.version}.vsix`);

/** Bytes that the package may have. */
const MOST_BYTES = 3_000_000;
/** What ships beside the bundles. */
const FILES = [
  'package.nls.json',
  'package.nls.de.json',
  'package.nls.ko.json',
  'l10n',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'docs',
  'media',
  'schemas',
  'corpus',
  'demo',
];
/** The command line's, and pictures: where an editor or a marketplace shows the README, it loads none from the package. */
const LEFT_OUT = ['dist/cli.cjs', 'docs/images'];

/** Runs one of the project's tools, and ends with it where it fails. */
function run(tool, args, folder) {
  const { status, error } = spawnSync(process.execPath, [tool, ...args], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** A picture that is not in the package would be a hole in the page. Pictures stand in paragraphs of their own. */
function leavePicturesOut(page) {
  if (!page.endsWith('.md')) return;
  const file = path.join(staging, page);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^!\[[^\]]*\]\((?:docs\/)?images\/[^)]+\)\n\n?/gm, ''));
}

rmSync(staging, { recursive: true, force: true });
mkdirSync(staging, { recursive: true });
run('esbuild.mjs', [`--out=${path.join(staging, 'dist')}`], root);
for (const file of FILES) cpSync(path.join(root, file), path.join(staging, file), { recursive: true });
for (const file of LEFT_OUT) rmSync(path.join(staging, file), { recursive: true, force: true });
for (const page of ['README.md', ...readdirSync(path.join(staging, 'docs')).map((name) => `docs/${name}`)]) leavePicturesOut(page);

// A package is installed, not built: what only a clone can use would be an untruth there.
const {
  scripts: _s,
  files: _f,
  devDependencies: _d,
  dependencies: _r,
  bin: _b,
  allowScripts: _a,
  type: _t,
  private: _p,
  ...shipped
} = manifest;
writeFileSync(path.join(staging, 'package.json'), `${JSON.stringify(shipped, null, 2)}\n`);

const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--skip-license', '-o', target];
run(path.join(root, 'node_modules/@vscode/vsce/vsce'), ['package', ...options], staging);
const { size } = statSync(target);
console.log(`${path.relative(root, target)}: ${(size / 1e6).toFixed(2)} MB`);
if (size > MOST_BYTES) {
  console.error(`The package is larger than ${MOST_BYTES / 1e6} MB.`);
  process.exit(1);
}
