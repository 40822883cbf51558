import { type ArticleDetails, NO_DETAILS } from '../corpus/article.ts';
import { markdownProse } from '../prose/markdownProse.ts';
import { type Block, type Prose, readable, withoutBlock } from '../prose/prose.ts';
import { plainly } from '../text/said.ts';
import { sliceOf } from '../text/span.ts';
import { editionOfHeadline } from './editionWords.ts';
import { readFrontMatter, type StatedDetails } from './frontMatter.ts';
import type { Reader, Reading } from './reader.ts';
import { textReader } from './textReader.ts';
import { toldIn } from './transcript.ts';

/** Markdown with optional front matter. */
export const markdown: Reader = textReader(['md', 'markdown'], readMarkdown);

/** Reads a Markdown text as an article. Offsets are UTF-16 code units of `text`. */
export function readMarkdown(id: string, text: string): Reading {
  if (text.trim() === '') return { articles: [], problems: [{ message: plainly`The file is empty.`, span: null }] };
  const matter = readFrontMatter(text);
  const problems = [...(matter?.problems ?? [])];
  const { prose } = markdownProse(text);
  const heading = leadingHeading(text, prose);
  const stated: StatedDetails = matter?.details ?? {};
  const title = stated.title ?? (heading && readable(sliceOf(prose.text, heading.span)));
  // A heading that says something else than the stated title belongs to the text.
  const body = heading && title === readable(sliceOf(prose.text, heading.span)) ? withoutBlock(prose, heading) : prose;
  if (body.blocks.length === 0) return { articles: [], problems: [...problems, { message: plainly`There is no text in it.`, span: null }] };
  const { kind, prose: said, places } = toldIn(body, stated.kind);
  const edition = stated.edition ?? editionOfHeadline(title, stated.url);
  const details: ArticleDetails = { ...NO_DETAILS, ...stated, title: title ?? null, kind, edition };
  return { articles: [{ id, ...details, prose: said, ...places }], problems };
}

/** A heading of the first level before anything else. */
function leadingHeading(text: string, prose: Prose): Block | undefined {
  const first = prose.blocks[0];
  if (first?.kind !== 'heading') return undefined;
  const line = text.slice(text.lastIndexOf('\n', first.span.start) + 1, first.span.start);
  const underline = /^[^\n]*\n[ ]{0,3}=+[ \t]*(?:\r?\n|$)/.test(text.slice(first.span.start, first.span.end + 500));
  return /^ {0,3}#[ \t]*$/.test(line) || underline ? first : undefined;
}
