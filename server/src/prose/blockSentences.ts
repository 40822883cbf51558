import { sentencesOf } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { Block } from './prose.ts';

/** The sentences of a text's blocks, each block's read when it is first asked for and then kept. */
export class BlockSentences {
  readonly #text: string;
  readonly #known = new Map<Block, readonly Span[]>();

  /** `text` is what the blocks' spans count in: a prose's, or the same with its quotations blanked out. */
  constructor(text: string) {
    this.#text = text;
  }

  /** In the order of the text. */
  of(block: Block): readonly Span[] {
    let sentences = this.#known.get(block);
    if (!sentences) {
      sentences = sentencesOf(this.#text, block.span);
      this.#known.set(block, sentences);
    }
    return sentences;
  }
}
