import type { Archive, BenchArticle } from './corpora.ts';
import type { TextOf } from './judge.ts';

/** Corpora up to this many articles are kept in memory as texts, beside any index; larger ones are made up again and again. */
const MOST_KEPT = 100_000;
/** Articles of larger corpora that are kept, the ones used last: as a system’s file cache would. */
const MOST_CACHED = 8_192;

export interface Texts {
  /** The corpus, in order; may be gone through once and again. */
  readonly articles: Iterable<BenchArticle>;
  /** Whether going through it costs nothing. */
  readonly kept: boolean;
  readonly textOf: TextOf;
}

/** The first `count` articles of an archive, and their texts by number. */
export function keptTexts(archive: Archive, count: number): Texts {
  if (count > MOST_KEPT) {
    return { articles: { [Symbol.iterator]: () => archive.articles(count) }, kept: false, textOf: cached(archive) };
  }
  const articles = [...archive.articles(count)];
  const others = cached(archive);
  return { articles, kept: true, textOf: (number) => articles[number]?.text ?? others(number) };
}

function cached(archive: Archive): TextOf {
  const texts = new Map<number, string>();
  return (number) => {
    const known = texts.get(number);
    const text = known ?? archive.article(number).text;
    // A map remembers the order in which its keys were put in: the oldest goes first.
    if (known !== undefined) texts.delete(number);
    else if (texts.size >= MOST_CACHED) texts.delete(texts.keys().next().value as number);
    texts.set(number, text);
    return text;
  };
}
