import type { Range } from 'vscode-languageserver';
import type { ArticleDetails, SourceRef } from '../corpus/article.ts';
import type { Quotation } from '../prose/quotations.ts';
import type { Analysis } from '../rules/analysis.ts';
import { type Finding, type Match, matchBehind, type Verdict } from '../rules/finding.ts';
import { isExtracted } from '../service/readEntry.ts';
import type { Severity } from '../service/settings.ts';
import type { Moves } from '../text/moves.ts';
import { contains, lengthOf, type Span } from '../text/span.ts';
import { articlePositions, type Encoding, type Positions, positionsOf } from './convert.ts';
import { textUriOf } from './extracts.ts';
import type { Voice } from './l10n/voice.ts';

/** What every feature works on: one analysis, as one client sees it. */
export interface View {
  /** The draft's URI and version as the client has them. */
  readonly uri: string;
  readonly version: number;
  readonly analysis: Analysis;
  readonly encoding: Encoding;
  /** Speaks to the client in its language. */
  readonly voice: Voice;
  /** Whether the client opens documents that show the text taken out of a source (`features/extracts.ts`). */
  readonly opensExtracts: boolean;
  /** The client's commands that cards and lenses lead to. */
  readonly commands: ClientCommands;
  readonly severityOf: (finding: Finding) => Severity;
  /** The path of the file that an article was read from. */
  readonly fileOf: (articleId: string) => string;
  /** What became of the draft since; left out where it is as it was. */
  readonly since?: Since | undefined;
}

/** A draft that was changed since it was checked. */
export interface Since {
  readonly text: string;
  readonly moves: Moves;
}

/** Commands of the client, each of a URI and a range; one that it does not have is left out. */
export interface ClientCommands {
  /** Opens a document at a range: for links, too, that would not be followed otherwise. */
  readonly open?: string;
  /** Shows where the words at a range of a draft come from, without leaving it. */
  readonly peek?: string;
  /** Applies the preferred fixes of what is found at a range of a draft. */
  readonly replace?: string;
  /** Lets what is found at a range of a draft stand; it may be told the rule, too. */
  readonly letStand?: string;
}

/** A place in a source, as the protocol names it. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** What stands at a place of the draft. */
export interface Element {
  /** The finding there, or the innermost of several. */
  readonly finding: Finding | null;
  readonly quotation: Quotation | null;
  readonly verdict: Verdict | null;
  /** The passage that it rests on: the finding's, else the quotation's. */
  readonly match: Match | null;
  /** The words of the draft that this is about. */
  readonly span: Span;
}

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** From offsets of the draft as it was checked to positions in the document as the client has it, and back. */
export function draftPositions({ analysis, encoding, since }: View): Pick<Positions, 'position' | 'offset' | 'range' | 'span'> {
  if (!since) return positionsOf(analysis.draft.text, encoding);
  const { text, moves } = since;
  const now = positionsOf(text, encoding);
  return {
    position: (offset) => now.position(moves.now({ start: offset, end: offset }).start),
    offset: (position) => moves.was(now.offset(position)),
    range: (span) => now.range(moves.now(span)),
    span: (range) => {
      const { start, end } = now.span(range);
      return { start: moves.was(start), end: moves.was(end) };
    },
  };
}

/** Whether words of the draft were changed since they were checked, so that nothing can be said of them. */
export function isChanged({ since }: View, span: Span): boolean {
  return since?.moves.touches(span) === true;
}

/** Whether words of the draft are still there. */
export function isLeft({ since }: View, span: Span): boolean {
  return !since || lengthOf(since.moves.now(span)) > 0;
}

/**
 * Where a passage stands in its file, or in the document with the text that was taken out of it; the start of the file where
 * the client cannot open such a document.
 */
export function placeOf(view: View, { articleId, span }: SourceRef): Place {
  const file = view.fileOf(articleId);
  const article = view.analysis.articles.get(articleId);
  const uri = textUriOf(articleId, file, view.opensExtracts);
  if (!article || (isExtracted(file) && !view.opensExtracts)) return { uri, range: START };
  return { uri, range: articlePositions(article, view.encoding).range(span) };
}

/** The label of the place in its file that a passage begins at (`page 12`); null where the file has none. */
export function locatorOf(view: View, { articleId, span }: SourceRef): string | null {
  const locators = view.analysis.articles.get(articleId)?.locators ?? [];
  return locators.findLast(({ start }) => start <= span.start)?.label ?? null;
}

export function detailsOf(view: View, articleId: string): ArticleDetails | undefined {
  return view.analysis.articles.get(articleId);
}

/** The findings that the settings do not switch off, in the order of the text. */
export function shownFindings(view: View): readonly Finding[] {
  return view.analysis.findings.filter((finding) => view.severityOf(finding) !== 'off');
}

/** What the analysis has at an offset: the innermost finding and the innermost quotation; null in the prose between. */
export function elementAt(view: View, offset: number): Element | null {
  const here = { start: offset, end: offset };
  const finding = innermost(shownFindings(view).filter(({ span }) => contains(span, here)));
  const quotation = innermost([...view.analysis.verdicts.keys()].filter((one) => isQuotedAt(one, offset)));
  if (!finding && !quotation) return null;
  const verdict = (quotation && view.analysis.verdicts.get(quotation)) ?? null;
  const match = finding?.match ?? (verdict && matchBehind(verdict));
  // A change inside a quotation is best seen with the whole quotation.
  const span =
    quotation && (!finding || contains(quotation.span, finding.span)) ? quotation.span : (finding ?? (quotation as Quotation)).span;
  return { finding, quotation, verdict, match, span };
}

/** Whether an offset is in the quoted words or at their marks; not so in an attribution between two pieces of them. */
function isQuotedAt({ pieces }: Quotation, offset: number): boolean {
  return pieces.some(({ start, end }) => start - 1 <= offset && offset <= end + 1);
}

function innermost<T extends { readonly span: Span }>(elements: readonly T[]): T | null {
  return elements.reduce<T | null>((best, next) => (best && lengthOf(best.span) <= lengthOf(next.span) ? best : next), null);
}
