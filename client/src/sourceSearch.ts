import Fuse from 'fuse.js';
import type { Source, SourceQuotation } from '../../server/src/lsp/protocol.ts';
import { titleOf } from './wording.ts';

/** Something to pick: a source as a whole, or one quotation in it. */
export interface Row {
  readonly source: Source;
  readonly quotation: SourceQuotation | null;
}

/** How many rows are shown at once. */
export const MOST_ROWS = 100;

/** Sources by their titles, publishers and speakers, and what they quote by its words. */
export class SourceSearch {
  readonly #sources: readonly Row[];
  readonly #fuse: Fuse<Row>;

  constructor(sources: readonly Source[]) {
    this.#sources = sources.map((source) => ({ source, quotation: null }));
    const quotations = sources.flatMap((source) => source.quotations.map((quotation): Row => ({ source, quotation })));
    // fuse.js forgives slips of typing; where in a text the words stand must not matter, or long quotations lose.
    this.#fuse = new Fuse([...this.#sources, ...quotations], {
      keys: [
        { name: 'title', weight: 3, getFn: ({ source, quotation }) => (quotation ? '' : titleOf(source)) },
        { name: 'publisher', weight: 1, getFn: ({ source, quotation }) => (quotation ? '' : (source.publisher ?? '')) },
        { name: 'speaker', weight: 2, getFn: ({ source, quotation }) => (quotation ? (quotation.speaker ?? '') : [...source.speakers]) },
        { name: 'words', weight: 2, getFn: ({ quotation }) => quotation?.text ?? '' },
      ],
      threshold: 0.3,
      ignoreLocation: true,
      ignoreDiacritics: true,
      minMatchCharLength: 2,
    });
  }

  /** Best first; every source where nothing is searched for. */
  find(words: string): readonly Row[] {
    const query = words.trim();
    if (query === '') return this.#sources;
    return this.#fuse.search(query, { limit: MOST_ROWS }).map(({ item }) => item);
  }

  /** The same of sources that have been found by the words: quotations first, and no source is left out. */
  among(words: string): readonly Row[] {
    const rows = this.find(words).filter(({ quotation }) => quotation !== null);
    return [...rows, ...this.#sources];
  }
}
