import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';

// Whatever is started here ends with this process, however it ends: the one place that cleans up is the synchronous `exit` event.
const running = new Set<ChildProcess>();
const folders = new Set<string>();

process.on('exit', () => {
  for (const child of running) killGroup(child);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => process.exit(128 + constants.signals[signal]));
}

/** Starts a process as the head of a group of its own, so that its children can be ended with it. */
export function start(command: string, args: string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  running.add(child);
  return child;
}

/** Ends a process and its children; a group may still have members when its head is gone. */
export function stop(child: ChildProcess): void {
  running.delete(child);
  killGroup(child);
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group has ended by itself.
  }
}

/** A fresh folder that is removed when this process ends. The name is short: sockets live below it, and their paths are limited. */
export function temporaryFolder(parent: string = tmpdir(), prefix = 'verbatim-'): string {
  const folder = mkdtempSync(path.join(parent, prefix));
  folders.add(folder);
  return folder;
}

export interface Outcome {
  code: number | null;
  output: string;
}

export interface CollectOptions extends SpawnOptions {
  /** Milliseconds without a word on the output after which the process is ended. */
  silence?: number;
  /** Milliseconds after which the process is ended in any case. */
  limit: number;
}

/** Runs a process to its end and collects what it says. A process that is too slow is ended, and `output` says so. */
export async function collect(command: string, args: string[], { silence, limit, ...options }: CollectOptions): Promise<Outcome> {
  const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const giveUp = (why: string) => {
    output += `\n${path.basename(command)}: ${why}`;
    stop(child);
  };
  const last = setTimeout(giveUp, limit, `not finished after ${limit / 1000} s`);
  const quiet = silence === undefined ? undefined : setTimeout(giveUp, silence, `nothing heard for ${silence / 1000} s`);
  const listen = (chunk: Buffer) => {
    output += chunk.toString();
    quiet?.refresh();
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  try {
    return await new Promise((resolve) => {
      child.on('error', (error) => resolve({ code: null, output: `${output}\n${error.message}` }));
      child.on('close', (code) => resolve({ code, output: output.trim() }));
    });
  } finally {
    clearTimeout(last);
    clearTimeout(quiet);
    stop(child);
  }
}

/** The promise's value, or an error that says what was not done in time. */
export async function withinTime<Value>(promise: Promise<Value>, limit: number, what: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} within ${limit / 1000} s`)), limit);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
