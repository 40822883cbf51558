import { type Span, sliceOf } from '../text/span.ts';
import { allMoved, type BlockText, blockTextOf, sentencesIn } from './blockText.ts';
import type { Block } from './prose.ts';

/** The sentences of a text's blocks, each block's read when it is first asked for and then kept. */
export class BlockSentences {
  readonly #text: string;
  readonly #known = new Map<Block, readonly Span[]>();
  readonly #texts = new Map<Block, BlockText>();

  /** `text` is what the blocks' spans count in: a prose's, or the same with its quotations blanked out. */
  constructor(text: string) {
    this.#text = text;
  }

  /** In the order of the text. */
  of(block: Block): readonly Span[] {
    let sentences = this.#known.get(block);
    if (!sentences) {
      sentences = this.textOf(block).toldAt(sentencesIn, block.span.start, allMoved);
      this.#known.set(block, sentences);
    }
    return sentences;
  }

  /** The block's text, by which all is remembered that is told of it. */
  textOf(block: Block): BlockText {
    let text = this.#texts.get(block);
    if (!text) {
      text = blockTextOf(sliceOf(this.#text, block.span));
      this.#texts.set(block, text);
    }
    return text;
  }
}
