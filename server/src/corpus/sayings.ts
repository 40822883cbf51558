import type { Quotation } from '../prose/quotations.ts';
import type { Article } from './article.ts';

/** A quotation that an article prints, and who says it there: as the article names them, or null. */
export interface Saying {
  readonly quotation: Quotation;
  readonly speaker: string | null;
}

/** Every direct quotation in an article, in the order of its text. */
export function sayingsOf(_article: Article): readonly Saying[] {
  return [];
}
