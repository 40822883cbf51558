import { plainly } from '../../text/said.ts';
import type { Reader, Reading, ReadingProblem } from '../reader.ts';

/** Why nothing, or a part of it, can be read: the message is the writer's, a sentence or two that say what to do. */
export class Unreadable extends Error {}

/** What is said of it to the writer; of what was not foreseen, that the file is damaged. */
export function problemOf(error: unknown): ReadingProblem {
  if (error instanceof Unreadable) return { message: error.message, span: null };
  const message =
    error instanceof RangeError
      ? plainly`The file could not be read: it is nested too deeply. Open it in the program that it was made with and save it again.`
      : plainly`The file could not be read: it is damaged or of an unknown kind. Open it in the program that it was made with and save it again.`;
  return { message, span: null };
}

/** A reader of a format that is taken out of a file; where `read` fails, that is the problem. */
export function extractingReader(endings: readonly string[], read: (id: string, bytes: Uint8Array) => Promise<Reading>): Reader {
  return {
    endings,
    extracts: true,
    async read(id, bytes) {
      try {
        if (bytes.length === 0) throw new Unreadable(plainly`The file is empty.`);
        return await read(id, bytes);
      } catch (error) {
        return { articles: [], problems: [problemOf(error)] };
      }
    },
  };
}
