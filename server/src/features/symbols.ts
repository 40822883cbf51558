import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { readable } from '../prose/prose.ts';
import type { Quotation } from '../prose/quotations.ts';
import type { Verdict } from '../rules/finding.ts';
import { type Said, say } from '../text/said.ts';
import { contains, sliceOf } from '../text/span.ts';
import { draftPositions, isChanged, isLeft, type View } from './view.ts';
import { shortened } from './wording.ts';

/** So much of a quotation names it, in UTF-16 code units. */
const LONGEST_NAME = 24;

const VERDICTS: Readonly<Record<Verdict['kind'], Said>> = {
  verified: say`verified`,
  altered: say`altered as is accepted`,
  misquoted: say`misquoted`,
  'not-found': say`not found`,
  unchecked: say`not checked`,
  ignored: say`let stand`,
};

/** The quotations of a draft, each with whose words it is said to be and what became of them; one within another below it. */
export function quotationSymbols(view: View): DocumentSymbol[] {
  const positions = draftPositions(view);
  const tops: DocumentSymbol[] = [];
  const around: { readonly quotation: Quotation; readonly symbol: DocumentSymbol }[] = [];
  for (const quotation of view.analysis.draft.quotations) {
    if (!isLeft(view, quotation.span)) continue;
    const range = positions.range(quotation.span);
    const symbol: DocumentSymbol = {
      name: nameOf(view, quotation),
      detail: detailOf(view, quotation),
      kind: SymbolKind.String,
      range,
      selectionRange: range,
    };
    while (around.length > 0 && !contains((around.at(-1) as (typeof around)[0]).quotation.span, quotation.span)) around.pop();
    const outer = around.at(-1)?.symbol;
    if (outer) outer.children = [...(outer.children ?? []), symbol];
    else tops.push(symbol);
    around.push({ quotation, symbol });
  }
  return tops;
}

/** The same for clients that show no tree and no details. */
export function flatSymbols(view: View, symbols: readonly DocumentSymbol[] = quotationSymbols(view)): SymbolInformation[] {
  const flat = (symbol: DocumentSymbol, containerName?: string): SymbolInformation[] => {
    const { name, detail, kind, range, children = [] } = symbol;
    const own = { name: detail ? `${name} (${detail})` : name, kind, location: { uri: view.uri, range } };
    return [{ ...own, ...(containerName === undefined ? {} : { containerName }) }, ...children.flatMap((child) => flat(child, name))];
  };
  return symbols.flatMap((symbol) => flat(symbol));
}

/** Its first words, in marks even where it is a block. */
function nameOf({ analysis, voice }: View, { pieces }: Quotation): string {
  const words = pieces.map((piece) => readable(sliceOf(analysis.draft.prose.text, piece)).trim()).join(' … ');
  return voice.tell(say`“${shortened(words, LONGEST_NAME)}”`);
}

/** `misquoted · Edda Quill`: what is cut off where room is small is the lesser part; empty of a quotation within another for which nobody is named. */
function detailOf(view: View, quotation: Quotation): string {
  const { analysis, voice } = view;
  const { attributions, prose } = analysis.draft;
  const speaker = attributions.get(quotation)?.speakers[0];
  const name = speaker && (speaker.name ?? readable(sliceOf(prose.text, speaker.span)));
  const verdict = analysis.verdicts.get(quotation);
  const shown = verdict && VERDICTS[isChanged(view, quotation.span) ? 'unchecked' : verdict.kind];
  return [shown && voice.tell(shown), name].filter(Boolean).join(' · ');
}
