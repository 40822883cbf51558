// The package for npm: the command line and the library, with all that they need.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lay, leavePicturesOut, manifest, NOTICES, ROOT, STAGING, weigh } from './staging.mjs';

const FOLDER = path.join(STAGING, 'npm');
/** Bytes that the package may have. */
const MOST_BYTES = 2_500_000;
const BUNDLES = ['cli.cjs', 'program.cjs', 'worker.cjs', 'core.cjs', 'lib'];
const FILES = ['README.md', 'CHANGELOG.md', 'LICENSE', 'docs', 'schemas'];
/** Where the compiler puts the types of the library, which need no others. */
const TYPES = path.join(ROOT, 'dist/types/server/server/src/core');

function npmManifest() {
  const { name, description, version, license, engines, keywords, bin } = manifest;
  return {
    name,
    version,
    description,
    license,
    keywords,
    engines: { node: engines.node },
    bin,
    exports: { './core': { types: './dist/core.d.ts', default: './dist/core.cjs' }, './package.json': './package.json' },
    files: ['dist', 'docs', 'schemas', NOTICES, 'CHANGELOG.md'],
  };
}

/** In a package declarations name each other as the scripts that they stand for. */
function layTypes() {
  for (const name of ['core.d.ts', 'api.d.ts']) {
    const text = readFileSync(path.join(TYPES, name), 'utf8').replaceAll("'./api.ts'", "'./api.js'");
    writeFileSync(path.join(FOLDER, 'dist', name), text);
  }
}

/** @param {string} bundles The folder of what esbuild made. */
export function makeNpmPackage(bundles) {
  mkdirSync(FOLDER, { recursive: true });
  lay(BUNDLES, bundles, path.join(FOLDER, 'dist'));
  for (const name of readdirSync(bundles)) {
    if (/^(?:program|worker|core)\.cjs\.LEGAL\.txt$/.test(name)) cpSync(path.join(bundles, name), path.join(FOLDER, 'dist', name));
  }
  lay([NOTICES], bundles, FOLDER);
  lay(FILES, ROOT, FOLDER);
  leavePicturesOut(FOLDER);
  layTypes();
  chmodSync(path.join(FOLDER, 'dist/cli.cjs'), 0o755);
  writeFileSync(path.join(FOLDER, 'package.json'), `${JSON.stringify(npmManifest(), null, 2)}\n`);
  // npm packs with one day for all files, and in the order of their names.
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts'], { cwd: FOLDER, encoding: 'utf8' }));
  const target = path.join(ROOT, `dist/verbatim-${manifest.version}.tgz`);
  renameSync(path.join(FOLDER, packed.filename), target);
  weigh(target, MOST_BYTES);
}
