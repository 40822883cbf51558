import type { Article } from '../../corpus/article.ts';
import { cleanText } from '../../readers/cleanText.ts';
import { wordsOf } from '../../text/words.ts';
import type { Library } from '../library.ts';
import type { Twin } from './offer.ts';

/** So many words in a row find the sources that may be the same. */
const PROBE_WORDS = 24;
/** So many of these are looked at. */
const MOST_LOOKED_AT = 12;

/** A source that some libraries have already: the same words, or another text from the same address; null where there is none. */
export async function twinAmong(libraries: readonly Library[], article: Article): Promise<Twin | null> {
  const words = bodyWords(article);
  for (const library of libraries) {
    const twin = await sameText(library, words);
    if (twin) return twin;
  }
  for (const { corpus } of libraries) {
    const [id] = article.url === null ? [] : corpus.idsAt(article.url);
    if (id !== undefined) return { articleId: id, title: corpus.details(id)?.title ?? null, same: 'address' };
  }
  return null;
}

async function sameText(library: Library, words: readonly string[]): Promise<Twin | null> {
  if (words.length === 0) return null;
  const { corpus } = library;
  // The middle: what pages begin and end with is the same on many.
  const start = Math.max(0, (words.length - PROBE_WORDS) >> 1);
  const candidates = corpus.retrieve(words.slice(start, start + PROBE_WORDS), MOST_LOOKED_AT);
  const articles = await library.fetch(new Set(candidates.map(({ articleId }) => articleId)), corpus, { passing: true });
  const text = words.join(' ');
  for (const [id, article] of articles) {
    if (bodyWords(article).join(' ') === text) return { articleId: id, title: article.title, same: 'text' };
  }
  return null;
}

/** The words of the body, folded: how a format writes marks and spaces makes no other text. */
function bodyWords(article: Article): readonly string[] {
  return wordsOf(cleanText(article)).map(({ folded }) => folded);
}
