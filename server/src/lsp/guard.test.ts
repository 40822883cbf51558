import { describe, expect, it } from 'vitest';
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { Superseded } from '../service/sourceCheck.ts';
import { guarded, guardedTask, OutOfDate, outlineOf } from './guard.ts';

function logged() {
  const lines: string[] = [];
  return { lines, log: { error: (line: string) => lines.push(line) } };
}

/** The code of the error that a request is answered with. */
async function codeOf(answer: Promise<unknown>): Promise<number> {
  const error = await answer.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ResponseError)) throw new Error('not answered with an error of the protocol');
  return error.code;
}

const token = () => new CancellationTokenSource().token;

describe('a guarded request', () => {
  it('is answered', async () => {
    const answer = guarded('x', logged().log, async (number: number) => number + 1);
    expect(await answer(1, token())).toBe(2);
  });

  it('that fails is answered with an error, and logged without what it was about', async () => {
    const { lines, log } = logged();
    const answer = guarded('textDocument/hover', log, () => Promise.reject(new TypeError('words of the draft')));
    expect(await codeOf(answer(null, token()))).toBe(ErrorCodes.InternalError);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^textDocument\/hover: TypeError\n\s+at /);
    expect(lines[0]).not.toContain('words of the draft');
  });

  it('that is cancelled, before or while it is answered, is answered as cancelled', async () => {
    const { lines, log } = logged();
    const source = new CancellationTokenSource();
    const patient = guarded(
      'x',
      log,
      (_: null, signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    );
    const answer = patient(null, source.token);
    source.cancel();
    expect(await codeOf(answer)).toBe(LSPErrorCodes.RequestCancelled);
    expect(await codeOf(patient(null, source.token))).toBe(LSPErrorCodes.RequestCancelled);
    expect(lines).toEqual([]);
  });

  it.each([
    ['textDocument/hover', LSPErrorCodes.ContentModified],
    ['textDocument/diagnostic', LSPErrorCodes.ServerCancelled],
  ])('%s that the draft overtook is answered so', async (name, code) => {
    for (const reason of [new Superseded(), new OutOfDate()]) {
      expect(await codeOf(guarded(name, logged().log, () => Promise.reject(reason))(null, token()))).toBe(code);
    }
  });

  it('may answer with an error of its own', async () => {
    const answer = guarded('x', logged().log, () => Promise.reject(new ResponseError(ErrorCodes.InvalidParams, 'no')));
    expect(await codeOf(answer(null, token()))).toBe(ErrorCodes.InvalidParams);
  });
});

describe('a guarded task', () => {
  it('that fails is logged, at once or later', async () => {
    const { lines, log } = logged();
    guardedTask('one', log, () => {
      throw new Error('a');
    });
    guardedTask('two', log, () => Promise.reject(new Error('b')));
    guardedTask('three', log, () => Promise.reject(new Superseded()));
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(lines.map((line) => line.split(':')[0])).toEqual(['one', 'two']);
  });
});

it('what is no error has an outline too', () => {
  expect(outlineOf('words of the draft')).toBe('something that is no error was thrown');
});
