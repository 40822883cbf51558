import type { Span } from '../text/span.ts';

/**
 * Stands in `Prose.text` for a code unit of markup, so that offsets stay those of the raw text. It joins what is on its
 * sides: `re**main**` reads as one word. (U+2060 WORD JOINER; in a text of its own it means the same.)
 */
export const MARKUP = '\u2060';

export type BlockKind = 'paragraph' | 'heading' | 'quote' | 'item' | 'cell' | 'footnote' | 'caption';

/** A paragraph or its like: what a sentence or a quotation cannot run out of, save a quotation over several paragraphs. */
export interface Block {
  readonly span: Span;
  readonly kind: BlockKind;
  /** Blocks of the same block quote, list or table share a number; -1 where a block stands alone. */
  readonly group: number;
}

/**
 * The prose of a draft or an article. `text` is as long as the raw text it was made from: markup is {@link MARKUP},
 * what is no prose (code, front matter, page furniture) is spaces, an entity is its character and then MARKUP.
 * `blocks` stand in the order of the text and do not overlap.
 */
export interface Prose {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** What a reader does not see, and white space that is not one plain space between words. */
const UNREADABLE = /^\s|\s$|\s\s|[^\S ]|\u2060/u;

/** A stretch of prose as a reader sees it: markup gone, white space single. */
export function readable(text: string): string {
  if (!UNREADABLE.test(text)) return text;
  return text.replaceAll(MARKUP, '').replace(/\s+/g, ' ').trim();
}

/** The number of the first block that ends behind an offset, or -1: the one it lies in, or the next. O(log n). */
export function blockNumberAt({ blocks }: Prose, offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as Block).span.end > offset) high = middle;
    else low = middle + 1;
  }
  return low < blocks.length ? low : -1;
}

/** The first block that ends behind an offset. */
export function blockAt(prose: Prose, offset: number): Block | undefined {
  return prose.blocks[blockNumberAt(prose, offset)];
}

/** The prose without one of its blocks, which is spaces then: offsets stay what they are. */
export function withoutBlock(prose: Prose, block: Block): Prose {
  const { start, end } = block.span;
  const text = prose.text.slice(0, start) + prose.text.slice(start, end).replace(/[^\r\n]/g, ' ') + prose.text.slice(end);
  return { text, blocks: prose.blocks.filter((other) => other !== block) };
}
