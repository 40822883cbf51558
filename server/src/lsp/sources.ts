import type { Article } from '../corpus/article.ts';
import { type Saying, sayingsOf } from '../corpus/sayings.ts';
import { type Encoding, positionsOf, uriOfPath } from '../features/convert.ts';
import { readable } from '../prose/prose.ts';
import { articleIds, eachArticle } from '../service/eachArticle.ts';
import type { Library } from '../service/library.ts';
import { Slices } from '../service/pump.ts';
import { isoDate } from '../text/calendarDate.ts';
import { sliceOf } from '../text/span.ts';
import type { Source, SourceQuotation } from './protocol.ts';

/** Of so many articles of a library the sources are kept: looking for a source again must not read all of them again. */
const MOST_KEPT = 20_000;

/** A source as it was made of a file with this stamp. */
interface Made {
  readonly stamp: string | undefined;
  readonly source: Source;
}

const made = new WeakMap<Library, Map<string, Made>>();

/** Every article of some libraries, each once, with the quotations in it; in slices, as there may be many. */
export async function listSources(libraries: readonly Library[], encoding: Encoding, signal: AbortSignal): Promise<Source[]> {
  const sources = new Map<string, Source>();
  for (const library of libraries) {
    for (const source of await sourcesOf(library, encoding, signal)) sources.set(source.id, source);
  }
  return [...sources.values()];
}

/** The sources of a library in order of id: what was made of a file before, if it is as it was. */
async function sourcesOf(library: Library, encoding: Encoding, signal: AbortSignal): Promise<readonly Source[]> {
  const ids = articleIds(library);
  const kept = new Map<string, Made>();
  const known = made.get(library);
  const stampOf = (id: string) => library.files.stampOf(library.fileOf(id));
  for (const id of ids) {
    const before = known?.get(id);
    if (before && before.stamp === stampOf(id)) kept.set(id, before);
  }
  // One that is cancelled has not worked for nothing.
  made.set(library, kept);
  const missing = ids.filter((id) => !kept.has(id));
  const slices = new Slices(signal);
  for await (const article of eachArticle(library, missing, signal)) {
    kept.set(article.id, { stamp: stampOf(article.id), source: sourceOf(article, library.fileOf(article.id), encoding) });
    await slices.pause();
  }
  const sources = ids.flatMap((id) => kept.get(id)?.source ?? []);
  for (const id of ids.slice(MOST_KEPT)) kept.delete(id);
  return sources;
}

function sourceOf(article: Article, file: string, encoding: Encoding): Source {
  const sayings = sayingsOf(article);
  const speakers = new Set(sayings.map(({ speaker }) => speaker).filter((speaker) => speaker !== null));
  return {
    id: article.id,
    uri: uriOfPath(file),
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
    range: positionsOf(article, text, encoding).range(quotation.span),
  };
}
