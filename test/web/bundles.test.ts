import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

const dist = path.resolve(import.meta.dirname, '../../dist');
const read = (file: string) => readFileSync(path.join(dist, file), 'utf8');
const required = (script: string) => new Set([...script.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name as string));

const LIBRARIES = [
  'fast-xml-parser',
  'feedsmith',
  'fflate',
  'l10n',
  'linkedom',
  'mammoth',
  'mozilla-readability',
  'postal-mime',
  'unpdf-pdfjs',
];

/** As much of what a worker has as the libraries ask for when they are loaded. */
const IN_WORKERS = { atob, btoa, clearTimeout, performance, setTimeout, TextDecoder, TextEncoder, URL };

describe('what a browser loads', () => {
  it('asks for nothing but the editor', () => {
    expect([...required(read('web/extension.cjs'))]).toEqual(['vscode']);
    expect([...required(read('web/server.js'))]).toEqual([]);
    for (const name of LIBRARIES) {
      const asked = [...required(read(`lib/${name}.js`))];
      // The pictures of a page are never drawn; the library goes on without.
      expect(asked.filter((one) => one !== 'canvas')).toEqual([]);
      expect(asked.filter((one) => one.startsWith('node:') || builtinModules.includes(one))).toEqual([]);
    }
  });

  it('is one file a program: neither splits, nor carries the libraries that read files', () => {
    const server = read('web/server.js');
    for (const name of LIBRARIES) expect(server).toContain(`verbatimLibrary("${name}")`);
    expect(server).not.toMatch(/\bimport\(/);
    expect(server.length).toBeLessThan(1_400_000);
    expect(read('web/extension.cjs').length).toBeLessThan(600_000);
  });

  it('leaves nothing behind but what it hands over', () => {
    // Several libraries are loaded into one worker, where whatever a script names at its top is named for all.
    for (const name of LIBRARIES.filter((one) => one !== 'unpdf-pdfjs')) {
      const scope: Record<string, unknown> = { ...IN_WORKERS, module: { exports: {} } };
      scope.self = scope;
      const before = Object.keys(scope);
      runInNewContext(read(`lib/${name}.js`), scope);
      expect(Object.keys((scope.module as { exports: object }).exports).length).toBeGreaterThan(0);
      const added = Object.keys(scope).filter((key) => !before.includes(key));
      expect(added.filter((key) => key.length < 4)).toEqual([]);
    }
  });
});
