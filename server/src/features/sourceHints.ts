import type { CodeLens, InlayHint, Range } from 'vscode-languageserver';
import type { Quotation } from '../prose/quotations.ts';
import { type Match, matchBehind } from '../rules/finding.ts';
import { overlaps } from '../text/span.ts';
import { shortSource } from './sourceNames.ts';
import { detailsOf, draftPositions, isLeft, placeOf, type View } from './view.ts';
import { nameOf } from './wording.ts';

/** Where the sources of quotations are shown in the text itself: not at all, behind the words, or above their lines. */
export const SOURCE_HINTS = ['off', 'inlay', 'lens'] as const;
export type SourceHints = (typeof SOURCE_HINTS)[number];

/** The source of each quotation in a range, behind it; a click with Ctrl leads there. */
export function sourceInlayHints(view: View, range: Range): InlayHint[] {
  const positions = draftPositions(view);
  const wanted = positions.span(range);
  return sourced(view)
    .filter(({ quotation }) => overlaps(quotation.span, wanted))
    .map(({ quotation, match }) => ({
      position: positions.range(quotation.span).end,
      label: [{ value: shortName(view, match), location: placeOf(view, match.source), tooltip: title(view, match) }],
      paddingLeft: true,
    }));
}

/** The same above the line that a quotation begins in; one line has as many as it has quotations. */
export function sourceLenses(view: View): CodeLens[] {
  const positions = draftPositions(view);
  return sourced(view).map(({ quotation, match }) => {
    const { uri, range } = placeOf(view, match.source);
    const { open } = view.commands;
    // A lens without a command is text.
    const command = open ? { command: open, arguments: [uri, range] } : { command: '' };
    return { range: positions.range(quotation.span), command: { title: shortName(view, match), ...command } };
  });
}

/** The quotations whose words some source has, or nearly so. */
function sourced(view: View): { readonly quotation: Quotation; readonly match: Match }[] {
  return [...view.analysis.verdicts].flatMap(([quotation, verdict]) => {
    const match = verdict.kind === 'ignored' || !isLeft(view, quotation.span) ? null : matchBehind(verdict);
    return match ? [{ quotation, match }] : [];
  });
}

function shortName(view: View, { source }: Match): string {
  const { anchor } = view.analysis.draft;
  return view.voice.tell(shortSource(detailsOf(view, source.articleId), view.fileOf(source.articleId), anchor?.year ?? null));
}

function title(view: View, { source }: Match): string {
  return nameOf(detailsOf(view, source.articleId), view.fileOf(source.articleId));
}
