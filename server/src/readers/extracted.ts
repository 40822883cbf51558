import type { Locator } from '../corpus/article.ts';
import type { Block, BlockKind, Prose } from '../prose/prose.ts';

/** Between two blocks of extracted text: so it also reads well where it is opened as a document. */
const BETWEEN = '\n\n';

/** Text taken out of a file, and where from in the file its stretches stand. */
export interface Extracted {
  readonly prose: Prose;
  readonly locators: readonly Locator[];
}

/** Puts the text of an article together, block by block, where its own file's text cannot be used. */
export class ProseBuilder {
  readonly #pieces: string[] = [];
  readonly #blocks: Block[] = [];
  readonly #locators: Locator[] = [];
  #length = 0;
  #groups = 0;
  #label: string | null = null;

  /** A number for blocks that belong together. */
  newGroup(): number {
    return this.#groups++;
  }

  /** Whether nothing has been added. */
  get empty(): boolean {
    return this.#blocks.length === 0;
  }

  /**
   * Adds a block; white space at its ends is left off, and a block without text is none. `inside`: where in the block
   * another place of the file begins, in code units of `text`, in order: a paragraph may run over pages.
   */
  add(text: string, kind: BlockKind = 'paragraph', group = -1, inside: readonly Locator[] = []): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    if (!this.empty) this.#put(BETWEEN);
    const start = this.#length;
    if (this.#label !== null) this.#locators.push({ start, label: this.#label });
    this.#label = null;
    const cut = text.length - text.trimStart().length;
    for (const place of inside) {
      const at = Math.min(Math.max(place.start - cut, 0), trimmed.length);
      this.#locators.push({ start: start + at, label: place.label });
    }
    this.#put(trimmed);
    this.#blocks.push({ span: { start, end: this.#length }, kind, group });
  }

  /** The block added next begins at this place of the file: `page 12`, `0:12:31`. */
  locate(label: string): void {
    this.#label = label;
  }

  finish(): Extracted {
    return { prose: { text: this.#pieces.join(''), blocks: this.#blocks }, locators: this.#locators };
  }

  #put(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
  }
}
