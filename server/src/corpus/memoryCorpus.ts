import type { Article, ArticleDetails } from './article.ts';
import type { Candidate, Corpus } from './corpus.ts';

/** A corpus whose texts are all at hand. */
export class MemoryCorpus implements Corpus {
  readonly revision: number;
  readonly texts: ReadonlyMap<string, Article>;

  private constructor(texts: ReadonlyMap<string, Article>, revision: number) {
    this.texts = texts;
    this.revision = revision;
  }

  static of(articles: Iterable<Article>): MemoryCorpus {
    return new MemoryCorpus(new Map([...articles].map((article) => [article.id, article])), 1);
  }

  get articles(): ReadonlyMap<string, ArticleDetails> {
    return this.texts;
  }

  /** A corpus with these articles added or replaced and those ids gone; this one stays as it was. */
  changed(added: Iterable<Article>, removed: Iterable<string> = []): MemoryCorpus {
    const texts = new Map(this.texts);
    for (const id of removed) texts.delete(id);
    for (const article of added) texts.set(article.id, article);
    return new MemoryCorpus(texts, this.revision + 1);
  }

  retrieve(_words: readonly string[], _limit: number): readonly Candidate[] {
    return [];
  }

  information(_word: string): number {
    return 0;
  }
}
