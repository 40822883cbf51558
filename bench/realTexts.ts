import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A text as the data files have it, one to a line. */
export interface RealText {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  /** YYYY-MM-DD, or null. */
  readonly published: string | null;
  readonly text: string;
}

const FILES = ['senate.jsonl.gz', 'wikinews.jsonl.gz', 'speeches.jsonl.gz'];
/** Texts that are longer are cut up, and pieces are about so long: the size of an ordinary article, in UTF-16 code units. */
const LONGEST = 9_000;
const PIECE = 4_000;

/** The texts of a folder, long ones cut into pieces at paragraphs’ ends; files that are not there are passed over. */
export function readRealTexts(folder: string): RealText[] {
  const files = FILES.map((name) => resolve(folder, name)).filter((file) => existsSync(file));
  if (files.length === 0) throw new Error(`${folder} has none of ${FILES.join(', ')}: name their folder with --data.`);
  return files.flatMap((file) => {
    const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
    return lines.flatMap((line) => (line === '' ? [] : articleSized(JSON.parse(line) as RealText)));
  });
}

/** A text itself, or its pieces where it is too long for an article. */
export function articleSized(whole: RealText): RealText[] {
  const { id, title, publisher, published } = whole;
  if (whole.text.length <= LONGEST) return [{ id, title, publisher, published, text: whole.text }];
  return pieces(whole.text).map((text, i) => ({ id: `${id}-${i + 1}`, title: `${title} (${i + 1})`, publisher, published, text }));
}

function pieces(text: string): string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.length - start < PIECE * 1.5 ? text.length : endOfPiece(text, start);
    const piece = text.slice(start, end).trim();
    if (piece !== '') found.push(piece);
    start = end;
  }
  return found;
}

/** The first paragraph’s end after {@link PIECE}, or a sentence’s end where the paragraph runs on for long. */
function endOfPiece(text: string, start: number): number {
  for (const mark of ['\n', '. ', ' ']) {
    const at = text.indexOf(mark, start + PIECE);
    if (at >= 0 && at - start < LONGEST) return at + mark.length;
  }
  return Math.min(text.length, start + LONGEST);
}
