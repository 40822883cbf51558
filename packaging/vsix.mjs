// The extension's package.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lay, leavePicturesOut, manifest, NOTICES, ROOT, run, STAGING, weigh } from './staging.mjs';

const FOLDER = path.join(STAGING, 'extension');
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
/** The command line is a package by itself. */
const LEFT_OUT = ['dist/cli.cjs', 'dist/program.cjs', 'dist/lib/vscode-languageserver.js', 'dist/lib/modelcontextprotocol-server.js'];

/** A package is installed, not built: what only a clone can use would be an untruth there. */
function shippedManifest() {
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
  return `${JSON.stringify(shipped, null, 2)}\n`;
}

/** @param {string} bundles The folder of what esbuild made. */
export function makeVsix(bundles) {
  mkdirSync(FOLDER, { recursive: true });
  cpSync(bundles, path.join(FOLDER, 'dist'), { recursive: true });
  cpSync(path.join(bundles, NOTICES), path.join(FOLDER, NOTICES));
  rmSync(path.join(FOLDER, 'dist', NOTICES));
  lay(FILES, ROOT, FOLDER);
  for (const file of LEFT_OUT) rmSync(path.join(FOLDER, file), { recursive: true, force: true });
  leavePicturesOut(FOLDER);
  writeFileSync(path.join(FOLDER, 'package.json'), shippedManifest());
  const target = path.join(ROOT, `dist/verbatim-${manifest.version}.vsix`);
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--skip-license', '-o', target];
  run(path.join(ROOT, 'node_modules/@vscode/vsce/vsce'), ['package', ...options], FOLDER);
  weigh(target, MOST_BYTES);
}
