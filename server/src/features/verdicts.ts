import type { Range } from 'vscode-languageserver';
import { type Match, matchBehind, type Verdict } from '../rules/finding.ts';
import { detailsOf, draftPositions, type View } from './view.ts';
import { shortSource } from './wording.ts';

/** What became of one quotation, as an editor marks it. */
interface QuotationVerdict {
  /** From the first mark to the last. */
  readonly range: Range;
  /** What stands between the marks. */
  readonly pieces: readonly Range[];
  readonly verdict: Verdict['kind'];
  /** What its source is called, in a few words. */
  readonly source: string | null;
}

/** What became of each quotation of a draft, in the order of the text. Nothing is checked for it. */
export function verdictsOf(view: View): readonly QuotationVerdict[] {
  const positions = draftPositions(view);
  return [...view.analysis.verdicts]
    .sort(([a], [b]) => a.span.start - b.span.start || b.span.end - a.span.end)
    .map(([{ span, pieces }, verdict]) => ({
      range: positions.range(span),
      pieces: pieces.map((piece) => positions.range(piece)),
      verdict: verdict.kind,
      source: sourceOf(view, matchBehind(verdict)),
    }));
}

function sourceOf(view: View, match: Match | null): string | null {
  if (!match) return null;
  const { articleId } = match.source;
  return view.voice.tell(shortSource(detailsOf(view, articleId), view.fileOf(articleId)));
}
