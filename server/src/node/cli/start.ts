// What is started as `verbatim`: as little as can be read at once. It runs the program, as it was compiled before.
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import * as zlib from 'node:zlib';
import { cacheFolder } from '../cacheFolder.ts';
import { runKept } from './codeCache.ts';
import { namedCommand } from './commandNames.ts';
import { VERSION } from './version.ts';

/** A digest of the program's file, which the bundler puts here; empty where the file changes under way. */
declare const PROGRAM_DIGEST: string;

const PROGRAM = join(__dirname, 'program.cjs');

/**
 * V8 compiles a pattern for an interpreter at first, and then again: in a short run each pattern of many words would be compiled twice for
 * a few texts. And it begins to optimise long before a short run has any use of that. By the version of V8, since others may not know
 * these flags, and would complain on standard error.
 */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  '11.3': ['--no-regexp-tier-up', '--interrupt-budget=1000000'],
  '13.6': ['--no-regexp-tier-up', '--invocation-count-for-maglev=4000', '--invocation-count-for-turbofan=30000'],
};

function suitShortRuns(): void {
  const version = process.versions.v8.split('.').slice(0, 2).join('.');
  for (const flag of FLAGS[version] ?? []) setFlagsFromString(flag);
}

function start(args: readonly string[]): void {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    process.stdout.write(`${VERSION}\n`);
    return;
  }
  const use = namedCommand(args);
  // Checksums came with Node 20.15 and 22.2. Node's own switch of the kind is heeded, too.
  const keeps = PROGRAM_DIGEST !== '' && 'crc32' in zlib && !process.env.NODE_DISABLE_COMPILE_CACHE && !args.includes('--no-cache');
  suitShortRuns();
  if (use === undefined || !keeps) require(PROGRAM);
  else runKept({ file: PROGRAM, require, digest: PROGRAM_DIGEST, use, folder: join(cacheFolder(), 'code') });
}

start(process.argv.slice(2));
