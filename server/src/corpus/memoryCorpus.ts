import type { Article } from './article.ts';
import { articleHashes } from './articleWords.ts';
import type { Candidate, Corpus, RetrievalOptions } from './corpus.ts';
import { IndexedCorpus } from './indexedCorpus.ts';

/** A corpus whose texts are all at hand. */
export class MemoryCorpus implements Corpus {
  readonly texts: ReadonlyMap<string, Article>;
  readonly index: IndexedCorpus;

  private constructor(texts: ReadonlyMap<string, Article>, index: IndexedCorpus) {
    this.texts = texts;
    this.index = index;
  }

  /** The revision tells it from others that were held before it. */
  static of(articles: Iterable<Article>, revision = 1): MemoryCorpus {
    const texts = new Map([...articles].map((article) => [article.id, article]));
    return new MemoryCorpus(texts, IndexedCorpus.empty(revision - 1).changed([...texts.values()].map(indexed)));
  }

  get revision(): number {
    return this.index.revision;
  }

  get size(): number {
    return this.index.size;
  }

  get publishers(): readonly string[] {
    return this.index.publishers;
  }

  idsAt(url: string): readonly string[] {
    return this.index.idsAt(url);
  }

  newestVersion(articleId: string): string | null {
    return this.index.newestVersion(articleId);
  }

  /** A corpus with these articles added or replaced and those ids gone; this one stays as it was. */
  changed(added: Iterable<Article>, removed: Iterable<string> = []): MemoryCorpus {
    const texts = new Map(this.texts);
    for (const id of removed) texts.delete(id);
    const list = [...added];
    for (const article of list) texts.set(article.id, article);
    return new MemoryCorpus(texts, this.index.changed(list.map(indexed), removed).merged());
  }

  retrieve(words: readonly string[], limit: number, options?: RetrievalOptions): readonly Candidate[] {
    return this.index.retrieve(words, limit, options);
  }

  information(word: string): number {
    return this.index.information(word);
  }
}

function indexed(article: Article) {
  return { id: article.id, details: article, hashes: articleHashes(article) };
}
