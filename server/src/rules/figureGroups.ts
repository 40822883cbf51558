import type { Span } from '../text/span.ts';

/** Digits in groups of three with one separator throughout, or any other numeral. */
const NUMERAL = /(?<![\d.,])\d{1,3}([.,’' \u00A0\u202F\u2009])\d{3}(?:\1\d{3})*(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*/gu;
const GROUPED = /^\d{1,3}([.,’' \u00A0\u202F\u2009])\d{3}(?:\1\d{3})*(?=$|[.,]\d+$)/u;
/** No figure is longer. UTF-16 code units. */
const REACH = 24;

/** The numeral of a text, with all groups of its digits, that a stretch lies in or touches; undefined where none does. */
export function numeralAround(text: string, { start, end }: Span): Span | undefined {
  const from = Math.max(0, start - REACH);
  for (const { index, 0: numeral } of text.slice(from, end + REACH).matchAll(NUMERAL)) {
    const span = { start: from + index, end: from + index + numeral.length };
    if (span.start < end && start < span.end) return span;
  }
  return undefined;
}

/**
 * What a numeral says: spaces, apostrophes and commas between groups of three dropped. Where not all is English, a full stop
 * groups too, and a comma before other digits than three is a decimal one.
 */
export function plainNumeral(numeral: string, english: boolean): string {
  const [head, separator] = GROUPED.exec(numeral) ?? [];
  const groups = head !== undefined && separator !== undefined && (separator !== '.' || !english);
  const whole = groups ? head.replaceAll(separator, '') + numeral.slice(head.length) : numeral;
  return english ? whole.replaceAll(',', '') : whole.replace(/,(?=\d+$)/u, '.');
}
