import assert from 'node:assert/strict';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import * as vscode from 'vscode';
import { extensionId } from './support.ts';

/** Bytes that the package may have. */
const MOST_BYTES = 3_000_000;
/** What the editor adds to a package when it installs it. */
const ADDED = new Set(['.vsixmanifest']);
/** In a package these lie in a folder of this name. */
const FOLDER = 'extension/';

/** All files below a folder, with forward slashes. */
function filesBelow(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)).replaceAll(path.sep, '/'));
}

/** Said by whoever runs the suite against a package (see run.mjs). */
const { VERBATIM_TEST_VSIX: vsix = '', VERBATIM_TEST_PROFILE: profile = '' } = process.env;

suite('the installed package', () => {
  test('is what these tests are run against', () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    const folder = path.dirname(realpathSync(extension.extensionPath));
    assert.equal(folder, realpathSync(path.join(profile, 'extensions')));
    // Only what is developed keeps the scripts that build it.
    assert.equal((extension.packageJSON as { scripts?: unknown }).scripts, undefined);
  });

  test('has each file of the package as it was packed, and no other', () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    const packed = Object.entries(unzipSync(readFileSync(vsix))).filter(([name]) => name.startsWith(FOLDER) && !name.endsWith('/'));
    const names = packed.map(([name]) => name.slice(FOLDER.length));
    assert.deepEqual(new Set(filesBelow(extension.extensionPath).filter((name) => !ADDED.has(name))), new Set(names));
    const other = packed.filter(([name, bytes]) => {
      const file = name.slice(FOLDER.length);
      // The editor writes into the manifest when it was installed, and from where.
      return file !== 'package.json' && !readFileSync(path.join(extension.extensionPath, file)).equals(bytes);
    });
    assert.deepEqual(
      other.map(([name]) => name),
      [],
    );
  });

  test('is smaller than three megabytes', () => {
    const { size } = statSync(vsix);
    assert.ok(size > 0 && size < MOST_BYTES, `it has ${size} bytes`);
  });
});
