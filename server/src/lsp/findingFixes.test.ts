import { expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver';
import { type Found, fixesOf } from './findingFixes.ts';

const at = (start: number, end: number): Range => ({ start: { line: 0, character: start }, end: { line: 0, character: end } });

function found(uri: string, edits: readonly Range[] | null): Found {
  const fix = edits && { title: 'Put “fog”', edits: edits.map((range) => ({ range, newText: 'fog' })) };
  const finding = {
    rule: 'misquote',
    kind: null,
    severity: 'warning',
    message: '',
    range: at(0, 1),
    words: '',
    source: null,
    fix,
  } as const;
  return { id: '', draft: { uri, name: uri, version: 2, digest: { findings: [], quoting: [], compared: [] } }, finding };
}

it('puts the fixes of each draft together, and leaves out what has none', () => {
  const { drafts, fixes, left } = fixesOf([
    found('a', [at(0, 3)]),
    found('b', null),
    found('c', [at(0, 3)]),
    found('a', [at(3, 5), at(9, 9)]),
  ]);
  expect(drafts.map(({ uri, version, edits }) => `${uri} ${version} ${edits.length}`)).toEqual(['a 2 3', 'c 2 1']);
  expect([fixes, left]).toEqual([3, 1]);
});

it('makes no two changes that touch each other', () => {
  expect(fixesOf([found('a', [at(0, 5)]), found('a', [at(4, 8)]), found('a', [at(8, 9)])])).toMatchObject({ fixes: 2, left: 1 });
  expect(fixesOf([found('a', [at(4, 4)]), found('a', [at(4, 8)])])).toMatchObject({ fixes: 1, left: 1 });
  expect(fixesOf([])).toEqual({ drafts: [], fixes: 0, left: 0 });
});
