import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

const dist = path.resolve(import.meta.dirname, '../dist');
const script = readFileSync(path.join(dist, 'extension.cjs'), 'utf8');

/** Bytes that the editor reads and compiles before the extension can answer; the library of the language client has 430,000. */
const MOST_BYTES = 120_000;

interface Extension {
  activate(context: unknown): unknown;
}

/** Whatever is asked of it: it can be called, made, gone through (it is empty), and has every property. Only a promise it is not. */
function anything(): unknown {
  const known = new Map<PropertyKey, unknown>([
    ['then', undefined],
    [Symbol.toPrimitive, () => ''],
    [Symbol.iterator, () => [][Symbol.iterator]()],
  ]);
  return new Proxy(class {}, {
    get: (made, key) => {
      if (key === 'prototype') return made.prototype;
      if (!known.has(key)) known.set(key, anything());
      return known.get(key);
    },
    set: () => true,
    apply: anything,
    construct: () => anything() as object,
  });
}

/** The extension in an editor that is nothing but names; `asked` has what it has had loaded so far. */
function load(): { readonly extension: Extension; readonly asked: string[] } {
  const asked: string[] = [];
  const require = (name: string) => {
    asked.push(name);
    if (name === 'vscode') return anything();
    throw new Error(`${name} is loaded late, if at all.`);
  };
  const module = { exports: {} as Extension };
  const scope = { module, exports: module.exports, require, process: { env: {} }, setTimeout, clearTimeout, URL, TextEncoder };
  runInNewContext(script, scope);
  return { extension: module.exports, asked };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('when the extension starts', () => {
  it('a small script is read, and nothing with it', () => {
    expect(script.length).toBeGreaterThan(10_000);
    expect(script.length).toBeLessThan(MOST_BYTES);
    expect(new Set(load().asked)).toEqual(new Set(['vscode']));
  });

  it('it has answered before the library of the language client is asked for', async () => {
    const { extension, asked } = load();
    expect(extension.activate(anything())).toBeUndefined();
    expect(asked).not.toContain('./client.cjs');
    await soon();
    expect(asked).toContain('./client.cjs');
  });
});
