import type { Quotation } from '../prose/quotations.ts';
import type { RuleContext } from './context.ts';
import type { QuotationReading } from './reading.ts';

/** Words that say what something is called. */
const CALLED =
  /\b(?:entitled|titled|called|named|dubbed|headlined|captioned|subtitled|nicknamed|known as|theme|themed|slogan|motto)[\s,:]*$/iu;

/** Whether the quotation is a title or a name: nobody's words. */
export function isName(quotation: Quotation, { titled }: QuotationReading, { draft }: RuleContext): boolean {
  return titled || CALLED.test(draft.outer.slice(Math.max(0, quotation.span.start - 30), quotation.span.start));
}
