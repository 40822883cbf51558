import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const CLI = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

/** What a run of the command line gave. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of files that one test works in. */
export interface Folder {
  readonly path: string;
  /** Runs `verbatim` in the folder. */
  readonly verbatim: (...args: readonly string[]) => Promise<Run>;
  /** Runs it with something piped in. */
  readonly piped: (input: string | Uint8Array, ...args: readonly string[]) => Promise<Run>;
  readonly read: (name: string) => string;
  readonly write: (files: Readonly<Record<string, string | Uint8Array>>) => void;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A fresh folder with these files; it is removed when the tests of the file are over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const path = mkdtempSync(join(tmpdir(), 'verbatim-cli-'));
  folders.push(path);
  const write: Folder['write'] = (given) => {
    for (const [name, content] of Object.entries(given)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    }
  };
  write(files);
  return {
    path,
    write,
    read: (name) => readFileSync(join(path, name), 'utf8'),
    verbatim: (...args) => run(args, path),
    piped: (input, ...args) => run(args, path, input),
  };
}

/** Runs `verbatim` in a folder, with something piped in or nothing at all. */
export function run(args: readonly string[], cwd: string, input?: string | Uint8Array): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.end(input);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }));
  });
}

/** Runs `verbatim` and stops reading its output after the first piece, as `| head` does. */
export function readABit(args: readonly string[], cwd: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const err: Buffer[] = [];
    child.stdout.once('data', () => child.stdout.destroy());
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout: '', stderr: Buffer.concat(err).toString() }));
  });
}

/** Starts `verbatim` in a folder and gives what it has written so far, until it is stopped. */
export function startVerbatim(args: readonly string[], cwd: string): { readonly output: () => string; readonly stop: () => Promise<void> } {
  const child = spawn(process.execPath, [CLI, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return {
    output: () => output,
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** A source of our own invention: a report with two quotations. */
export const FERRY = `---
title: Ferry line to reopen in spring
publisher: The Harbour Gazette
authors: [Ines Torvald]
published: 2025-03-04
---

The ferry line between Aldermouth and Sandrigg will reopen in April, the port authority said on Tuesday.

“We have waited eleven long winters to see the boats come back across this water,” Mara Ellingham, who runs the bakery on the quay, said.

Owen Brack, the harbour master, said: “The old pier must not carry lorries until its timbers have been tested by an engineer.”

The boats will carry 240 passengers on each crossing, and the fare for the first season has been set at four crowns.
`;

/** The same words as {@link FERRY} has, said by whom it says. */
export const TRUE_WORDS = `Mara Ellingham said: “We have waited eleven long winters to see the boats come back across this water.”\n`;
/** One word of them changed: a warning. */
export const WRONG_WORD = TRUE_WORDS.replace('boats', 'ships');
/** A number of them changed: an error. */
export const WRONG_NUMBER = TRUE_WORDS.replace('eleven', 'twelve');
