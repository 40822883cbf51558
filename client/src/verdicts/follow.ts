import type { PlainPosition, PlainRange, QuotationVerdict } from '../../../server/src/lsp/protocol.ts';

/** A change of a document, as the editor tells of it. */
export interface Change {
  readonly range: PlainRange;
  readonly text: string;
}

/** Verdicts where their quotations stand after a change, without those of quotations that it has altered: these are no longer known. */
export function followed(verdicts: readonly QuotationVerdict[], changes: readonly Change[]): readonly QuotationVerdict[] {
  return changes.reduce((known, change) => known.flatMap((verdict) => after(verdict, change)), verdicts);
}

function after(verdict: QuotationVerdict, change: Change): readonly QuotationVerdict[] {
  const { range, pieces } = verdict;
  if (compare(change.range.start, range.end) >= 0) return [verdict];
  if (compare(change.range.end, range.start) > 0) return [];
  const place = (old: PlainPosition) => moved(old, change);
  const whole = (old: PlainRange): PlainRange => ({ start: place(old.start), end: place(old.end) });
  return [{ ...verdict, range: whole(range), pieces: pieces.map(whole) }];
}

/** A place behind a change. */
function moved({ line, character }: PlainPosition, { range: { start, end }, text }: Change): PlainPosition {
  const lines = text.split(/\r\n|\r|\n/);
  const last = (lines.at(-1) as string).length;
  const changed = lines.length === 1 ? start.character + last : last;
  return {
    line: line - (end.line - start.line) + lines.length - 1,
    character: line === end.line ? changed + character - end.character : character,
  };
}

function compare(a: PlainPosition, b: PlainPosition): number {
  return a.line - b.line || a.character - b.character;
}
