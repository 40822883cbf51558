import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { Article, SourceRef } from '../corpus/article.ts';
import { sourcesAmong } from '../corpus/copies.ts';
import type { Match } from '../rules/finding.ts';
import { isExtracted } from '../service/readEntry.ts';
import { type Span, trimmed } from '../text/span.ts';
import { uriOfPath } from './convert.ts';
import { EXTRACT_SCHEME } from './extracts.ts';
import { emphasised, escaped, link } from './markdown.ts';
import { detailsOf, draftPositions, elementAt, locatorOf, placeOf, type View } from './view.ts';
import {
  alsoIn,
  headline,
  imprintOf,
  nameOf,
  OPEN_ORIGINAL,
  otherwiseIn,
  publisherOf,
  SAID_BY,
  sameTextIn,
  sourceCount,
  withCopies,
} from './wording.ts';

/** How much of the source is shown around the words, in UTF-16 code units on either side. */
const CONTEXT = 90;

/** The card of the source behind the words at a position; null between quotations and findings. */
export function hoverAt(view: View, position: Position, markdown: boolean): Hover | null {
  const positions = draftPositions(view);
  const element = elementAt(view, positions.offset(position));
  if (!element) return null;
  const { finding, verdict, match, span } = element;
  const parts = [`**${escaped(headline(verdict, finding))}**`, ...(match ? card(view, match) : [])];
  const value = parts.join('\n\n');
  return {
    contents: markdown ? { kind: MarkupKind.Markdown, value } : { kind: MarkupKind.PlainText, value: plain(value) },
    range: positions.range(span),
  };
}

function card(view: View, match: Match): string[] {
  const article = view.analysis.articles.get(match.source.articleId);
  const words = article ? passage(article, match) : escaped(match.exact);
  const more = others(view, match).join(' ');
  return [`> ${words}`, credit(view, match), ...(more === '' ? [] : [more]), ...otherwise(view, match)];
}

/** Who prints the words otherwise, and how. */
function otherwise(view: View, match: Match): string[] {
  return (match.otherwise ?? []).map(({ source, exact }) => {
    const details = detailsOf(view, source.articleId);
    const title = link(nameOf(details, view.fileOf(source.articleId)), addressOf(view, source));
    const imprint = imprintOf(details);
    return otherwiseIn(`${title}${imprint && ` (${escaped(imprint)})`}`, escaped(exact));
  });
}

/** The source's words with what the draft has otherwise in bold, and a little of what stands around them. */
function passage(article: Article, { source, changed }: Match): string {
  const { text } = article.prose;
  const { start, end } = source.span;
  const block = article.prose.blocks.find(({ span }) => span.start <= start && start < span.end)?.span ?? source.span;
  const last = article.prose.blocks.find(({ span }) => span.start < end && end <= span.end)?.span ?? source.span;
  const before = contextBefore(text, { start: Math.min(block.start, start), end: start });
  const after = contextAfter(text, { start: end, end: Math.max(last.end, end) });
  const lead = before.start > Math.min(block.start, start) ? '… ' : '';
  const tail = after.end < trimmed(text, { start: end, end: Math.max(last.end, end) }).end ? ' …' : '';
  return `${lead}${emphasised(text, { start: before.start, end: after.end }, changed)}${tail}`.trim();
}

/** The end of a stretch, from a word's beginning. */
function contextBefore(text: string, within: Span): Span {
  if (within.end - within.start <= CONTEXT) return within;
  const from = within.end - CONTEXT;
  const space = text.slice(from, within.end).search(/\s/);
  return { start: space < 0 ? within.end : from + space + 1, end: within.end };
}

/** The beginning of a stretch, to a word's end. */
function contextAfter(text: string, within: Span): Span {
  if (within.end - within.start <= CONTEXT) return within;
  const space = text.slice(within.start, within.start + CONTEXT).search(/\s\S*$/);
  return { start: within.start, end: space < 0 ? within.start : within.start + space };
}

function credit(view: View, { source, speaker }: Match): string {
  const details = detailsOf(view, source.articleId);
  const title = link(nameOf(details, view.fileOf(source.articleId)), addressOf(view, source));
  const said = speaker ? `${SAID_BY} ${escaped(speaker)}` : '';
  const place = escaped(locatorOf(view, source) ?? '');
  return [title, place, escaped(imprintOf(details)), said, original(view, source)].filter(Boolean).join(' · ');
}

/** The way to the file itself, where the title leads to the text that was taken out of it. */
function original(view: View, { articleId }: SourceRef): string {
  const file = view.fileOf(articleId);
  return view.opensExtracts && isExtracted(file) ? link(OPEN_ORIGINAL, uriOfPath(file)) : '';
}

/** The file with the place in it, as editors read it from a link: lines and columns count from 1. */
function addressOf(view: View, source: SourceRef): string {
  const { uri, range } = placeOf(view, source);
  if (view.openCommand && uri.startsWith(`${EXTRACT_SCHEME}:`))
    return `command:${view.openCommand}?${encodeURIComponent(JSON.stringify([uri, range]))}`;
  return `${uri}#L${range.start.line + 1},${range.start.character + 1}`;
}

/** Who else has the words, and how many of them are sources of their own: copies of one text bear nobody out. */
function others(view: View, { source, others }: Match): string[] {
  const refs = new Map([source, ...others].reverse().map((ref) => [ref.articleId, ref]));
  const ids = [source, ...others].map(({ articleId }) => articleId);
  const found = sourcesAmong(ids.flatMap((id) => view.analysis.articles.get(id) ?? []));
  const nameIn = ({ id }: Article) => otherName(view, refs.get(id) as SourceRef);
  const own = found.find((articles) => articles.some(({ id }) => id === source.articleId)) ?? [];
  const copies = own.filter(({ id }) => id !== source.articleId).map(nameIn);
  const independent = found
    .filter((articles) => articles !== own)
    .map(([first, ...same]) => [nameIn(first as Article), ...same.map(nameIn)]);
  return [
    ...(copies.length > 0 ? [sameTextIn(copies)] : []),
    ...(independent.length > 0 ? [alsoIn(independent.map(([name = '', ...same]) => withCopies(name, same)))] : []),
    ...(ids.length > 1 && found.length > 0 ? [sourceCount(independentAmong(found), refs.size, found.length === 1)] : []),
  ];
}

/** How many sources are independent of each other: two reports of one publisher are not. */
function independentAmong(sources: readonly (readonly Article[])[]): number {
  const origins = sources.map((articles) => {
    const [publisher, ...more] = new Set(articles.map((article) => article.publisher));
    return more.length === 0 && publisher ? publisher : articles;
  });
  return new Set(origins).size;
}

/** What another article with the words is called, and by whom it is. */
function otherName(view: View, ref: SourceRef): string {
  const details = detailsOf(view, ref.articleId);
  const publisher = details?.title ? publisherOf(details) : '';
  return link(nameOf(details, view.fileOf(ref.articleId)), addressOf(view, ref)) + (publisher && ` (${escaped(publisher)})`);
}

/** The card for a client that shows no Markdown. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/\\(.)/g, '$1');
}
