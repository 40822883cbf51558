import { html } from './html/html.ts';
import { markdown } from './markdown.ts';
import { mhtml } from './mhtml.ts';
import { plainText } from './plainText.ts';
import type { Reader, Reading } from './reader.ts';

/** Every format that is read. One line a format. */
const READERS: readonly Reader[] = [markdown, plainText, html, mhtml];

/** The lower-case ending of a path, without the dot. */
function endingOf(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** The reader of a file's format, by the file's ending; undefined where it is not read. */
export function readerFor(path: string): Reader | undefined {
  const ending = endingOf(path);
  return READERS.find((reader) => reader.endings.includes(ending));
}

/** Reads a file of a corpus; never rejects. */
export async function readSource(id: string, bytes: Uint8Array): Promise<Reading> {
  const reader = readerFor(id);
  if (!reader) return { articles: [], problems: [{ message: 'This kind of file is not read.', span: null }] };
  try {
    return await reader.read(id, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { articles: [], problems: [{ message: `The file could not be read: ${reason}`, span: null }] };
  }
}
