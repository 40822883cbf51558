import { expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { Superseded } from '../service/sourceCheck.ts';
import { OutOfDate } from './guard.ts';
import { type Pushed, Pushing } from './pushing.ts';

const DRAFT = 'file:///draft.md';
const found = { message: 'found' } as Diagnostic;

/** Pushing with answers given one after another; an answer that is an error is thrown. */
function pushing(answers: readonly (Pushed | Error | null)[]) {
  const left = [...answers];
  const sent: unknown[] = [];
  const logged: string[] = [];
  const one = new Pushing(
    {
      diagnose: () => {
        const answer = left.shift() ?? null;
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
      send: (params) => Promise.resolve(void sent.push(params)),
      log: { error: (message) => void logged.push(message) },
    },
    1,
  );
  return { one, left, sent, logged };
}

it('sends what is found', async () => {
  const { one, sent } = pushing([{ version: 2, diagnostics: [found] }]);
  one.changed(DRAFT);
  one.changed(DRAFT);
  await expect.poll(() => sent).toEqual([{ uri: DRAFT, version: 2, diagnostics: [found] }]);
});

it('sends nothing for a check that was overtaken, and then what the newer one finds', async () => {
  const { one, sent, logged } = pushing([new Superseded(), new OutOfDate(), { version: 3, diagnostics: [] }]);
  one.changed(DRAFT);
  await expect.poll(() => sent).toEqual([{ uri: DRAFT, version: 3, diagnostics: [] }]);
  expect(logged).toEqual([]);
});

it('logs a check that failed without its words, and lets the client keep what it has', async () => {
  const { one, sent, logged } = pushing([new Error('words of the draft'), { version: 1, diagnostics: [found] }]);
  one.changed(DRAFT);
  one.changed('file:///other.md');
  await expect.poll(() => sent).toEqual([{ uri: 'file:///other.md', version: 1, diagnostics: [found] }]);
  expect(logged).toEqual([expect.stringMatching(/^publishing: Error\n/)]);
  expect(logged.join()).not.toContain('words of the draft');
});

it('sends nothing about a document that was closed meanwhile', async () => {
  const { one, left, sent } = pushing([new OutOfDate(), null]);
  one.changed(DRAFT);
  await expect.poll(() => left).toEqual([]);
  expect(sent).toEqual([]);
});
