import type { ArticleDetails } from '../corpus/article.ts';
import { cleanText } from '../readers/cleanText.ts';
import type { Library } from '../service/library.ts';
import { isoDate } from '../text/calendarDate.ts';
import type { UnreadableReport } from './api.ts';
import { countWords, dayReport } from './contract.ts';

/** A source in a list: what it says of itself, without its text. */
export interface ListedSource {
  readonly path: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** YYYY-MM-DD; null where the day is not known. */
  readonly published: string | null;
  readonly words: number;
}

/** Some sources of a list. */
export interface SourcePage {
  /** In the order of their paths. */
  readonly sources: readonly ListedSource[];
  /** How many there are on all pages. */
  readonly total: number;
  /** What to ask the next page with; null on the last. */
  readonly nextCursor: string | null;
  /** Files that gave no article, and why: of the whole corpus, on the first page alone. */
  readonly unreadable: readonly UnreadableReport[];
}

/** Which sources of a list are wanted. */
export interface SourceQuery {
  /** Words that title, publisher, authors, date or path must have, in any order; null for all sources. */
  readonly query: string | null;
  readonly limit: number;
  /** Of the page before; null for the first. */
  readonly cursor: string | null;
}

/** An article by its id, and by the name that its user knows it by. */
export interface NamedArticle {
  readonly id: string;
  readonly path: string;
}

/** The articles that a query is for, in the order of their paths. The index is all that is looked at. */
export function namedArticles(
  { corpus }: Pick<Library, 'corpus'>,
  pathOf: (id: string) => string,
  query: string | null = null,
): readonly NamedArticle[] {
  const wanted = plain(query ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const named: NamedArticle[] = [];
  for (const { id, details } of corpus.entries()) {
    const path = pathOf(id);
    const line = wanted.length === 0 ? '' : lineOf(details, path);
    if (wanted.every((word) => line.includes(word))) named.push({ id, path });
  }
  // By code units: the same on every machine, and a cursor holds while sources come and go.
  return named.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The articles behind a cursor, and the cursor of those behind them. */
export function pageOf(
  all: readonly NamedArticle[],
  { limit, cursor }: Pick<SourceQuery, 'limit' | 'cursor'>,
): { readonly page: readonly NamedArticle[]; readonly nextCursor: string | null } {
  const rest = cursor === null ? all : all.filter(({ path }) => path > cursor);
  const page = rest.slice(0, limit);
  return { page, nextCursor: rest.length > page.length ? (page.at(-1)?.path ?? null) : null };
}

/** A page of the sources of a library. Reads the texts of its articles, and no others. */
export async function sourcePage(
  library: Library,
  pathOf: (id: string) => string,
  query: SourceQuery,
): Promise<Omit<SourcePage, 'unreadable'>> {
  const all = namedArticles(library, pathOf, query.query);
  const { page, nextCursor } = pageOf(all, query);
  const articles = await library.fetch(page.map(({ id }) => id));
  const sources = page.flatMap(({ id, path }): ListedSource[] => {
    const article = articles.get(id);
    if (article === undefined) return [];
    const { title, publisher, published } = article;
    return [{ path, title, publisher, published: dayReport(published), words: countWords(cleanText(article)) }];
  });
  return { sources, total: all.length, nextCursor };
}

function lineOf({ title, publisher, authors, published }: ArticleDetails, path: string): string {
  return plain([title, publisher, ...authors, published && isoDate(published), path].filter(Boolean).join(' '));
}

/** Small letters without accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
