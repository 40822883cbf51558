import { parseDraft } from '../../server/src/draft/parse.ts';
import { readable } from '../../server/src/prose/prose.ts';
import { isoDate } from '../../server/src/text/calendarDate.ts';
import { sliceOf } from '../../server/src/text/span.ts';

// What a draft in one of the languages is read as.

function parsed(text: string, languageId: string) {
  return parseDraft(text, languageId, { anchor: null });
}

/** Each block with its kind: `paragraph: One two.` */
export function blocksOf(text: string, languageId: string): string[] {
  const { prose } = parsed(text, languageId);
  return prose.blocks.map(({ kind, span }) => `${kind}: ${readable(sliceOf(prose.text, span))}`);
}

/** The words of each quotation, an outer one before those inside it. */
export function quotationsIn(text: string, languageId: string): string[] {
  const { prose, quotations } = parsed(text, languageId);
  return quotations.map(({ pieces }) => pieces.map((piece) => readable(sliceOf(prose.text, piece))).join(' | '));
}

/** Each quotation with the one who is named for it: `Ada Quill: One two.`; `?` for nobody. */
export function speakersIn(text: string, languageId: string): string[] {
  const { prose, quotations, attributions } = parsed(text, languageId);
  return quotations.map((quotation) => {
    const words = quotation.pieces.map((piece) => readable(sliceOf(prose.text, piece))).join(' | ');
    return `${attributions.get(quotation)?.speakers[0]?.name ?? '?'}: ${words}`;
  });
}

/** `link words <address>` */
export function citationsOf(text: string, languageId: string): string[] {
  return parsed(text, languageId).citations.map(({ kind, text: words, url }) => `${kind} ${words} <${url ?? ''}>`);
}

/** What its directives cover, whether it is to be left alone, and its day. */
export function heldOf(text: string, languageId: string): { stets: string[]; off: boolean; day: string | null } {
  const { prose, stets, off, anchor } = parsed(text, languageId);
  return { stets: stets.map(({ covers }) => readable(sliceOf(prose.text, covers))), off, day: anchor && isoDate(anchor) };
}
