import type { Article } from '../corpus/article.ts';
import { readable } from '../prose/prose.ts';
import { sliceOf } from '../text/span.ts';

/** An article's body as its reader sees it: no markup, one space between words, a blank line between paragraphs. */
export function cleanText(article: Article): string {
  return article.prose.blocks.map((block) => readable(sliceOf(article.prose.text, block.span))).join('\n\n');
}
