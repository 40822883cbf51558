import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toEnd } from '../../text/steps.ts';
import type { Entry } from '../host.ts';
import type { ReadFile } from './fileTable.ts';
import { type Comparison, type Manifest, manifestOf, readManifest } from './manifest.ts';

const path = fc.oneof(
  fc.constantFrom('/c/a.md', '/c/b.md', '/c/é.md', '/c/𝒳.md', '/c/', '', '\ufeff', '/c/a.md\0'),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ maxLength: 6 }),
);
const problem = fc.record({
  message: fc.string(),
  span: fc.option(fc.record({ start: fc.nat(), end: fc.nat() })),
});
const file: fc.Arbitrary<ReadFile> = fc
  .record({
    path,
    size: fc.option(fc.oneof(fc.constantFrom(0, 1), fc.nat(2 ** 40)), { freq: 4 }),
    stamp: fc.oneof(fc.constantFrom('1:2', '3:4'), fc.string({ maxLength: 4 })),
    articleIds: fc.option(fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 })),
    problems: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(problem, { maxLength: 2 })),
  })
  // Most files give one article known by their path.
  .map((given) => ({ ...given, articleIds: given.articleIds ?? [given.path] }));
const files = fc.uniqueArray(file, { selector: (one) => one.path, maxLength: 30 });

/** Made, written and read again. */
function reread(given: readonly ReadFile[]): Manifest {
  const segments = [{ name: 'one', articleCount: 7, gone: Uint32Array.of(2, 5) }];
  const pieces = toEnd(toEnd(manifestOf({ subject: 'folders', files: given, segments })).write());
  const manifest = toEnd(readManifest(new Uint8Array(Buffer.concat(pieces))));
  if ('problem' in manifest) throw new Error(manifest.detail);
  return manifest;
}

function slowComparison(known: readonly ReadFile[], entries: readonly Entry[]): Comparison {
  const same = (entry: Entry) =>
    known.some((one) => one.path === entry.path && one.stamp === entry.stamp && (one.size === null || one.size === entry.size));
  return {
    unchanged: entries.filter(same).length,
    changed: entries.filter((entry) => !same(entry)),
    gone: known.filter((one) => entries.every((entry) => entry.path !== one.path)).map((one) => one.path),
  };
}

describe('a manifest', () => {
  test('says what was put into it', () => {
    fc.assert(
      fc.property(files, (given) => {
        const manifest = reread(given);
        expect([...manifest.files()]).toEqual(given);
        expect(given.map((one) => manifest.file(one.path))).toEqual(given);
        const usual = (one: ReadFile) => one.articleIds.join('\n') === one.path && one.articleIds.length === 1 && one.problems.length === 0;
        expect([...manifest.unusual()]).toEqual(given.filter((one) => !usual(one)));
        expect(manifest.file('/not/there')).toBeUndefined();
        expect(manifest).toMatchObject({ size: given.length, subject: 'folders' });
        expect(manifest.segments).toEqual([{ name: 'one', articleCount: 7, gone: Uint32Array.of(2, 5) }]);
      }),
    );
  });

  test('keeps a path that is no Unicode, as some on Windows are', () => {
    const odd = { path: `/c/${'x'.repeat(9000)}\ud800.md`, size: 1, stamp: '', articleIds: ['\udc00'], problems: [] };
    expect([...reread([odd]).files()]).toEqual([odd]);
  });

  test('compares a listing as the slow way does', () => {
    const listing = fc.tuple(files, files, fc.boolean()).chain(([known, others, inOrder]) => {
      const paths = new Set(others.map((one) => one.path));
      const all = [...known.filter((one) => !paths.has(one.path)), ...others];
      return fc.tuple(fc.constant(known), inOrder ? fc.subarray(all) : fc.shuffledSubarray(all));
    });
    fc.assert(
      fc.property(listing, ([known, listed]) => {
        const entries = listed.map((one) => ({ ...one, size: one.size ?? 1 }));
        expect(toEnd(reread(known).compare(entries))).toEqual(slowComparison(known, entries));
      }),
    );
  });

  test('of many files is made and compared in steps', () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({ path: `/${i}`, size: i, stamp: 'x', articleIds: [], problems: [] }));
    const manifest = reread(many);
    expect([...manifest.compare(many)].length).toBeGreaterThanOrEqual(2);
    expect(toEnd(manifest.compare(many))).toEqual({ unchanged: 3000, changed: [], gone: [] });
    expect(manifest.file('/2999')?.size).toBe(2999);
  });

  test('that is damaged is not believed', () => {
    const bytes = new Uint8Array(Buffer.concat(toEnd(toEnd(manifestOf({ subject: '', files: [], segments: [] })).write())));
    bytes[40] = 0;
    expect(toEnd(readManifest(bytes))).toMatchObject({ problem: 'damaged' });
  });
});
