import type { Article } from '../corpus/article.ts';
import { type Saying, sayingsOf } from '../corpus/sayings.ts';
import { type Encoding, positionsOf, uriOfPath } from '../features/convert.ts';
import { readable } from '../prose/prose.ts';
import type { Library } from '../service/library.ts';
import { Slices } from '../service/pump.ts';
import { isoDate } from '../text/calendarDate.ts';
import { sliceOf } from '../text/span.ts';
import type { Source, SourceQuotation } from './protocol.ts';

/** Made once for an article: looking for a source again must not read all of them again. */
const made = new WeakMap<Article, Source>();

/** Every article of some libraries, each once, with the quotations in it; in slices, as there may be many. */
export async function listSources(libraries: readonly Library[], encoding: Encoding, signal: AbortSignal): Promise<Source[]> {
  const slices = new Slices(signal);
  const sources = new Map<string, Source>();
  for (const library of libraries) {
    for (const article of library.corpus.texts.values()) {
      const source = made.get(article) ?? sourceOf(article, library.fileOf(article.id), encoding);
      made.set(article, source);
      sources.set(article.id, source);
      await slices.pause();
    }
  }
  return [...sources.values()];
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
