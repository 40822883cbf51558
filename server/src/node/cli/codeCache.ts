import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

export interface ProgramCode {
  /** The program's file, a CommonJS module in ASCII. */
  readonly file: string;
  /** Tells its text from any other that the file has had or will have. */
  readonly digest: string;
  /** What of it is run: each use compiles other functions, and keeps them by themselves. */
  readonly use: string;
  /** What loads what the program asks for: its own modules lie beside it. */
  readonly require: NodeJS.Require;
  /** Where compiled code is kept. */
  readonly folder: string;
}

/** Compiled code that nobody has run for so many milliseconds is of an earlier version, or of a use that is rare. */
const FORGOTTEN_MS = 30 * 86_400_000;

/** Bytes of the checksum in front of the code (CRC-32, little-endian). V8 itself does not look whether a bit was lost on a disk. */
const CHECKSUM_BYTES = 4;

/**
 * Runs a program with the code that V8 compiled at an earlier run, which takes half the time; keeps it at the end of the first
 * (`vm.Script`, `cachedData`). Code that is cut short, has another bit somewhere, or comes from another V8 is compiled anew, and
 * where nothing can be kept the program runs without.
 */
export function runKept(program: ProgramCode): void {
  const { file } = program;
  const kept = join(program.folder, `${program.digest}-${process.version}-${process.arch}-${program.use}`);
  const cachedData = read(kept);
  const text = readFileSync(file, 'latin1');
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${text}\n})`, {
    filename: file,
    ...(cachedData ? { cachedData } : {}),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, program.require, module, file, dirname(file));
  // What was compiled until then is all that this use needs.
  if (!cachedData || script.cachedDataRejected === true) process.once('exit', () => keep(kept, script.createCachedData()));
}

/** The kept code, if it is as it was written. */
function read(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    const code = bytes.subarray(CHECKSUM_BYTES);
    return bytes.length > CHECKSUM_BYTES && bytes.readUInt32LE(0) === crc32(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Written under a name of its own and put in place in one step: others may be reading, or writing the same. */
function keep(path: string, code: Buffer): void {
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const file = openSync(unfinished, 'wx', 0o600);
    try {
      const checksum = Buffer.alloc(CHECKSUM_BYTES);
      checksum.writeUInt32LE(crc32(code));
      writeSync(file, checksum);
      writeSync(file, code);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
    forget(dirname(path));
  } catch {
    // The next run compiles once more; nobody needs to know.
    rmSync(unfinished, { force: true });
  }
}

/** Removes code that has not been kept anew for long. */
function forget(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > FORGOTTEN_MS) rmSync(path, { force: true });
  }
}
