// What commands do with files, as promises. `node:fs/promises` has the same, and takes longer to load than most of the program does.
import * as fs from 'node:fs';
import { promisify } from 'node:util';

export const closeFile = promisify(fs.close);
export const makeFolder: (path: string, options: fs.MakeDirectoryOptions) => Promise<string | undefined> = promisify(fs.mkdir);
export const moveFile = promisify(fs.rename);
export const namesIn: (folder: string) => Promise<string[]> = promisify(fs.readdir);
/** Gives a file descriptor. */
export const openFile: (path: string, flags: fs.OpenMode, mode?: fs.Mode) => Promise<number> = promisify(fs.open);
export const readInto = promisify(fs.read);
export const removeFile: (path: string, options: fs.RmOptions) => Promise<void> = promisify(fs.rm);
export const statsOf: (path: string) => Promise<fs.Stats> = promisify(fs.stat);
export const statsOfOpen: (file: number) => Promise<fs.Stats> = promisify(fs.fstat);
export const syncFile = promisify(fs.fsync);
export const writeFrom = promisify(fs.write);
export const writeWhole: (path: string, text: string) => Promise<void> = promisify(fs.writeFile);
