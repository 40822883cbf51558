import { type Hover, MarkupKind, type Position, type Range } from 'vscode-languageserver';
import type { Article, SourceRef } from '../corpus/article.ts';
import { independentAmong, sourcesAmong } from '../corpus/copies.ts';
import type { Match } from '../rules/finding.ts';
import { isExtracted } from '../service/readEntry.ts';
import { NOTHING_SAID, type Said, together } from '../text/said.ts';
import { cardActions, commandAddress } from './cardActions.ts';
import { uriOfPath } from './convert.ts';
import { exchangeOutside, exchangesIn } from './exchanges.ts';
import { EXTRACT_SCHEME } from './extracts.ts';
import { passageOf } from './passage.ts';
import { MARKDOWN, type Pen, PLAIN } from './pen.ts';
import { detailsOf, draftPositions, type Element, elementAt, isChanged, locatorOf, placeOf, type View } from './view.ts';
import {
  alsoIn,
  CHANGED_SINCE,
  headline,
  imprintOf,
  nameOf,
  OPEN_ORIGINAL,
  otherwiseIn,
  publisherOf,
  saidBy,
  sameTextIn,
  shortened,
  sourceCount,
  withCopies,
} from './wording.ts';

/** A longer title is cut, in UTF-16 code units. */
const LONGEST_TITLE = 60;
/** So many sources that print the words otherwise are shown. */
const MOST_OTHERWISE = 2;

/**
 * The card of the source behind the words at a position; null between quotations and findings, and where there would be nothing
 * on it but what the diagnostic says.
 */
export function hoverAt(view: View, position: Position, markdown: boolean): Hover | null {
  const positions = draftPositions(view);
  const element = elementAt(view, positions.offset(position));
  if (!element?.quotation && !element?.match) return null;
  const range = positions.range(element.span);
  // Words that were written since the check stood nowhere then.
  if (view.since && !isWithin(range, position)) return null;
  const parts = card({ view, pen: markdown ? MARKDOWN : PLAIN }, element);
  if (markdown) parts.push(cardActions(view, element));
  return {
    contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: parts.filter(Boolean).join('\n\n') },
    range,
  };
}

function isWithin({ start, end }: Range, { line, character }: Position): boolean {
  const isBefore = line < start.line || (line === start.line && character < start.character);
  return !isBefore && (line < end.line || (line === end.line && character <= end.character));
}

/** What is shown, and how it is written. */
interface Sheet {
  readonly view: View;
  readonly pen: Pen;
}

/** What became of the words, and the words; then whose they are, who else has them, and who has them otherwise. */
function card(sheet: Sheet, element: Element): string[] {
  const { view, pen } = sheet;
  const { finding, verdict, match } = element;
  const isOld = isChanged(view, element.span);
  const first = pen.strong(view.voice.tell(isOld ? CHANGED_SINCE : headline(verdict, finding)));
  if (!match) return [first];
  const article = view.analysis.articles.get(match.source.articleId);
  const exchanges = isOld ? [] : exchangesIn(view, element);
  const words = article ? passageOf(article, match, exchanges, pen) : pen.text(match.exact);
  const outside = isOld ? null : exchangeOutside(view, element, exchanges);
  const head = [outside ? `${first} ${pen.exchange(outside.draft, outside.source)}` : first, words];
  const foot = [credit(sheet, match), others(sheet, match).map(view.voice.tell).join(' '), ...otherwise(sheet, match)];
  return [pen.lines(head), pen.lines(foot.filter(Boolean))];
}

/** Who prints the words otherwise, and how. */
function otherwise({ view, pen }: Sheet, match: Match): string[] {
  return (match.otherwise ?? []).slice(0, MOST_OTHERWISE).map(({ source, exact }) => {
    const details = detailsOf(view, source.articleId);
    const title = pen.link(shortName(view, source), addressOf(view, source));
    const imprint = view.voice.tell(imprintOf(details));
    return view.voice.tell(otherwiseIn(`${title}${imprint && ` (${pen.text(imprint)})`}`, pen.text(exact)));
  });
}

function credit({ view, pen }: Sheet, { source, speaker }: Match): string {
  const details = detailsOf(view, source.articleId);
  const title = pen.link(shortName(view, source), addressOf(view, source));
  const { tell, retell } = view.voice;
  const said = speaker ? tell(saidBy(pen.text(speaker))) : '';
  const place = pen.text(retell(locatorOf(view, source) ?? ''));
  return [title, place, pen.text(tell(imprintOf(details))), said, original({ view, pen }, source)].filter(Boolean).join(' · ');
}

function shortName(view: View, { articleId }: SourceRef): string {
  return shortened(nameOf(detailsOf(view, articleId), view.fileOf(articleId)), LONGEST_TITLE);
}

/** The way to the file itself, where the title leads to the text that was taken out of it. */
function original({ view, pen }: Sheet, { articleId }: SourceRef): string {
  const file = view.fileOf(articleId);
  return view.opensExtracts && isExtracted(file) ? pen.link(view.voice.tell(OPEN_ORIGINAL), uriOfPath(file)) : '';
}

/** The file with the place in it, as editors read it from a link: lines and columns count from 1. */
function addressOf(view: View, source: SourceRef): string {
  const { uri, range } = placeOf(view, source);
  if (view.commands.open && uri.startsWith(`${EXTRACT_SCHEME}:`)) return commandAddress(view.commands.open, { uri, range });
  return `${uri}#L${range.start.line + 1},${range.start.character + 1}`;
}

/** Who else has the words, and how many of them are sources of their own: copies of one text bear nobody out. */
function others({ view, pen }: Sheet, { source, others }: Match): Said[] {
  const refs = new Map([source, ...others].reverse().map((ref) => [ref.articleId, ref]));
  const ids = [source, ...others].map(({ articleId }) => articleId);
  const found = sourcesAmong(ids.flatMap((id) => view.analysis.articles.get(id) ?? []));
  const nameIn = ({ id }: Article) => otherName({ view, pen }, refs.get(id) as SourceRef);
  const own = found.find((articles) => articles.some(({ id }) => id === source.articleId)) ?? [];
  const copies = own.filter(({ id }) => id !== source.articleId).map(nameIn);
  const independent = found
    .filter((articles) => articles !== own)
    .map(([first, ...same]) => [nameIn(first as Article), ...same.map(nameIn)]);
  return [
    ...(copies.length > 0 ? [sameTextIn(copies)] : []),
    ...(independent.length > 0 ? [alsoIn(independent.map(([name = NOTHING_SAID, ...same]) => withCopies(name, same)))] : []),
    ...(ids.length > 1 && found.length > 0 ? [sourceCount(independentAmong(found), refs.size, found.length === 1)] : []),
  ];
}

/** What another article with the words is called, and by whom it is. */
function otherName({ view, pen }: Sheet, ref: SourceRef): Said {
  const details = detailsOf(view, ref.articleId);
  const publisher = details?.title ? view.voice.tell(publisherOf(details)) : '';
  return together(pen.link(shortName(view, ref), addressOf(view, ref)), publisher && ` (${pen.text(publisher)})`);
}
