import type { Article } from '../corpus/article.ts';
import { type Saying, sayingsOf } from '../corpus/sayings.ts';
import { articlePositions, type Encoding } from '../features/convert.ts';
import { textUriOf } from '../features/extracts.ts';
import { readable } from '../prose/prose.ts';
import { articleIds, eachArticle } from '../service/eachArticle.ts';
import { findArticles } from '../service/findArticles.ts';
import type { Library } from '../service/library.ts';
import { drain, Slices } from '../service/pump.ts';
import { isoDate } from '../text/calendarDate.ts';
import { sliceOf } from '../text/span.ts';
import type { Source, SourceQuotation } from './protocol.ts';
import type { Traits } from './traits.ts';

/** So many sources of a library are kept: looking for one again must not read all of them again. */
const MOST_KEPT = 20_000;

/** A source as it was made of a file with this stamp. */
interface Made {
  readonly stamp: string | undefined;
  readonly source: Source;
}

const made = new WeakMap<Library, Map<string, Made>>();

/** How a client counts, and what it opens. */
type Manner = Pick<Traits, 'encoding' | 'opensExtracts'>;

/** Which sources are wanted: those that have some words, or any where there are none. */
export interface Wanted {
  readonly words: string;
  readonly limit: number;
}

/** Articles of some libraries, each once, with the quotations in it; in slices, as there may be many. */
export async function listSources(
  libraries: readonly Library[],
  { words, limit }: Wanted,
  manner: Manner,
  signal: AbortSignal,
): Promise<{ readonly sources: readonly Source[]; readonly more: boolean }> {
  const sources = new Map<string, Source>();
  let more = false;
  for (const library of libraries) {
    // One more than are wanted, to know whether there are more.
    const ids = words === '' ? someArticles(library, limit + 1) : await drain(findArticles(library.corpus, words, limit + 1), signal);
    const own = ids.filter((id) => !sources.has(id));
    const room = limit - sources.size;
    more ||= own.length > room;
    for (const source of await sourcesOf(library, own.slice(0, room), manner, signal)) sources.set(source.id, source);
  }
  return { sources: [...sources.values()], more };
}

/** All articles in order, or where there are more than `limit`, so many of them as they come: sorting an archive takes long. */
function someArticles(library: Library, limit: number): readonly string[] {
  if (library.corpus.size <= limit) return articleIds(library);
  const ids: string[] = [];
  for (const id of library.corpus.ids()) {
    ids.push(id);
    if (ids.length === limit) break;
  }
  return ids;
}

/** Sources of a library in the order of `ids`: what was made of a file before, if it is as it was. */
async function sourcesOf(library: Library, ids: readonly string[], manner: Manner, signal: AbortSignal): Promise<readonly Source[]> {
  const known = made.get(library) ?? new Map<string, Made>();
  made.set(library, known);
  const stampOf = (id: string) => library.files.stampOf(library.fileOf(id));
  const found = new Map<string, Source>();
  for (const id of ids) {
    const before = known.get(id);
    if (before && before.stamp === stampOf(id)) found.set(id, before.source);
  }
  const missing = ids.filter((id) => !found.has(id));
  const slices = new Slices(signal);
  for await (const article of eachArticle(library, missing, signal)) {
    const source = sourceOf(article, library.fileOf(article.id), manner);
    found.set(article.id, source);
    if (known.size >= MOST_KEPT) known.clear();
    // One that is cancelled has not worked for nothing.
    known.set(article.id, { stamp: stampOf(article.id), source });
    await slices.pause();
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

function sourceOf(article: Article, file: string, { encoding, opensExtracts }: Manner): Source {
  const sayings = sayingsOf(article);
  const speakers = new Set(sayings.map(({ speaker }) => speaker).filter((speaker) => speaker !== null));
  return {
    id: article.id,
    uri: textUriOf(article.id, file, opensExtracts),
    title: article.title,
    publisher: article.publisher,
    published: article.published ? isoDate(article.published) : null,
    speakers: [...speakers],
    quotations: sayings.map((saying) => quotationOf(saying, article, encoding)),
  };
}

function quotationOf({ quotation, speaker }: Saying, article: Article, encoding: Encoding): SourceQuotation {
  const { text } = article.prose;
  return {
    text: readable(quotation.pieces.map((piece) => sliceOf(text, piece)).join(' … ')),
    speaker,
    range: articlePositions(article, encoding).range(quotation.span),
  };
}
