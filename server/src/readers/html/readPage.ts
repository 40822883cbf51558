import type { Article } from '../../corpus/article.ts';
import { plainly } from '../../text/said.ts';
import { ProseBuilder } from '../extracted.ts';
import type { Reading, ReadingProblem } from '../reader.ts';
import { isTranscript } from '../transcript.ts';
import { articleBody } from './articleBody.ts';
import { blocksOf } from './htmlBlocks.ts';
import { pageOf } from './page.ts';
import { pageDetails } from './pageDetails.ts';

/** How a page came. */
export interface PageOrigin {
  /** The address that it was saved from, where the file that holds it says so. */
  readonly savedFrom?: string | null;
  /** Whether it is XML, in which any element may end in its own tag. */
  readonly xml?: boolean;
}

const NO_TEXT = plainly`This page has no text in it; it may be filled in only when a browser opens it. Open it in a browser and save it as “complete”, or paste its text into a text file.`;
const CUT = plainly`The page is longer than any article, and only its first part was read. Save the article on its own.`;

/** Reads a page as an article. Offsets count in the extracted text. Never throws. */
export function readPage(id: string, text: string, { savedFrom = null, xml = false }: PageOrigin = {}): Reading {
  const page = pageOf(text, xml);
  const document = page.parse();
  const all = blocksOf(document.body);
  const { details, articleBody: stated } = pageDetails(document, { blocks: all, savedFrom: savedFrom ?? savedAddress(page.saved) });
  const problems: ReadingProblem[] = page.cut ? [{ message: CUT, span: null }] : [];
  const builder = new ProseBuilder();
  for (const { text: words, kind, group } of articleBody(page, { document, title: details.title, articleBody: stated }))
    builder.add(words, kind, group);
  if (builder.empty) return { articles: [], problems: [...problems, { message: NO_TEXT, span: null }] };
  const { prose } = builder.finish();
  const article: Article = { id, ...details, kind: isTranscript(prose) ? 'transcript' : 'report', prose };
  return { articles: [article], problems };
}

/** Browsers and clippers write into a page that they save where it was: the mark of the web, SingleFile's comment. */
function savedAddress(html: string): string | null {
  const head = html.slice(0, 4_000);
  const found =
    /<!--\s*saved from url=\(\d+\)(https?:\/\/\S{4,1990}?)\s*-->/i.exec(head) ??
    /Page saved with SingleFile\s+url:\s*(https?:\/\/\S{4,1990})/i.exec(head);
  return found?.[1] ?? null;
}
