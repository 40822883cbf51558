import type { Article } from '../corpus/article.ts';
import { readable } from '../prose/prose.ts';
import { cleanText } from '../readers/cleanText.ts';
import { overlaps, type Span, sliceOf } from '../text/span.ts';
import { dayReport } from './contract.ts';

/** How many paragraphs before and behind a passage are shown with it. */
const AROUND = 1;

/** A passage as somebody reads it who has not got its source at hand: whose it is, its words, and the paragraphs round them. */
export function passageText(article: Article, path: string, span: Span): string {
  const { blocks, text } = article.prose;
  const own = blocks.flatMap((block, at) => (overlaps(block.span, span) ? [at] : []));
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError(`${path} has no text at ${span.start} to ${span.end}.`);
  const paragraphs = blocks
    .slice(Math.max(0, first - AROUND), last + AROUND + 1)
    .map((block) => readable(sliceOf(text, block.span)))
    .filter((words) => words !== '');
  const words = readable(sliceOf(text, span));
  return [headOf(article, path), `The passage: ${words}`, 'Where it stands:', ...paragraphs].join('\n\n').concat('\n');
}

/** All of an article as somebody reads it: whose it is, and its text. */
export function sourceText(article: Article, path: string): string {
  return `${headOf(article, path)}\n\n${cleanText(article)}\n`;
}

function headOf({ title, publisher, authors, published }: Article, path: string): string {
  const details = [publisher, ...authors, dayReport(published)].filter(Boolean).join(', ');
  return [title ?? '(no title)', details, `Source: ${path}`].filter(Boolean).join('\n');
}
