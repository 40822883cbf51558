import { plainly } from '../text/said.ts';
import { markdown } from './markdown.ts';
import { plainText } from './plainText.ts';
import type { Reader, Reading } from './reader.ts';
import { subRip, webVtt } from './subtitles.ts';

/**
 * A reader of files whose text has to be taken out of them, whose program is loaded when the first of them comes: few
 * corpora have every kind, and starting should not wait for what reads them.
 */
function lazily(endings: readonly string[], load: () => Promise<Pick<Reader, 'read'>>): Reader {
  return { endings, extracts: true, read: async (id, bytes) => await (await load()).read(id, bytes) };
}

/** Every format that is read. One line a format, the commonest first. */
const READERS: readonly Reader[] = [
  markdown,
  plainText,
  lazily(['html', 'htm', 'xhtml', 'xht'], async () => (await import('./html/html.ts')).html),
  lazily(['pdf'], async () => (await import('./pdf/pdf.ts')).pdf),
  lazily(['docx', 'docm', 'doc'], async () => (await import('./docx.ts')).docx),
  lazily(['json', 'jsonl', 'ndjson', 'xml', 'rss', 'atom'], async () => (await import('./news/newsFile.ts')).newsFile),
  lazily(['eml', 'msg'], async () => (await import('./eml.ts')).eml),
  lazily(['epub'], async () => (await import('./epub.ts')).epub),
  lazily(['odt'], async () => (await import('./odt.ts')).odt),
  lazily(['mhtml', 'mht'], async () => (await import('./mhtml.ts')).mhtml),
  webVtt,
  subRip,
];

const BY_ENDING: ReadonlyMap<string, Reader> = new Map(READERS.flatMap((reader) => reader.endings.map((ending) => [ending, reader])));

/** The ending of a path, without the dot. */
function endingOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) ? path.slice(dot + 1) : '';
}

/** The reader of a file's format, by the file's ending; undefined where it is not read. */
export function readerFor(path: string): Reader | undefined {
  return BY_ENDING.get(endingOf(path).toLowerCase());
}

/** Reads a file of a corpus; never rejects. */
export async function readSource(id: string, bytes: Uint8Array): Promise<Reading> {
  const reader = readerFor(id);
  if (!reader) return { articles: [], problems: [{ message: plainly`This kind of file is not read.`, span: null }] };
  try {
    return await reader.read(id, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { articles: [], problems: [{ message: plainly`The file could not be read: ${reason}`, span: null }] };
  }
}
