import { decodeFile } from './decode.ts';
import type { Reader, Reading } from './reader.ts';

/** A reader of a format that is text: `read` gets what the file's bytes say, and what was odd about them is told first. */
export function textReader(endings: readonly string[], read: (id: string, text: string) => Reading): Reader {
  return {
    endings,
    read(id, bytes) {
      const { text, problem } = decodeFile(bytes);
      const problems = problem === null ? [] : [{ message: problem, span: null }];
      if (text === null) return { articles: [], problems };
      const reading = read(id, text);
      return { ...reading, problems: [...problems, ...reading.problems] };
    },
  };
}
