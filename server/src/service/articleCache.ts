import type { Article } from '../corpus/article.ts';

/** The articles of one file. */
interface Cached {
  readonly articles: readonly Article[];
  readonly characters: number;
}

/** The articles of a file as they were up to a revision of the corpus. */
interface Retired extends Cached {
  readonly until: number;
}

/** Share of the room for present articles that earlier ones may take, as long as checks go by them. */
const RETIRED_SHARE = 1 / 16;

/**
 * The articles of the files that were asked for last, as long as their texts have at most so many characters together.
 * A file that is longer than that by itself is not kept.
 */
export class ArticleCache {
  readonly #most: number;
  /** By path; the one that was used last comes last. */
  readonly #files = new Map<string, Cached>();
  /** In order of revision. */
  #retired: readonly Retired[] = [];
  #characters = 0;

  constructor(mostCharacters: number) {
    this.#most = mostCharacters;
  }

  /** How many characters the texts have that are kept. */
  get characters(): number {
    return this.#characters;
  }

  get(path: string): readonly Article[] | undefined {
    const known = this.#files.get(path);
    if (!known) return undefined;
    this.#files.delete(path);
    this.#files.set(path, known);
    return known.articles;
  }

  /** Keeps a file's articles; `passing`: only where nothing else has to go for them. */
  set(path: string, articles: readonly Article[], passing = false): void {
    this.delete(path);
    const characters = charactersOf(articles);
    if (characters > (passing ? this.#most - this.#characters : this.#most)) return;
    this.#files.set(path, { articles, characters });
    this.#characters += characters;
    for (const oldest of this.#files.keys()) {
      if (this.#characters <= this.#most) break;
      this.delete(oldest);
    }
  }

  delete(path: string): void {
    this.#characters -= this.#files.get(path)?.characters ?? 0;
    this.#files.delete(path);
  }

  /** Lets go of a file that is another or gone after `until`; checks that still go by that revision find what was at hand. */
  retire(path: string, until: number): void {
    const cached = this.#files.get(path);
    if (!cached) return;
    this.delete(path);
    const retired = [...this.#retired, { ...cached, until }];
    let characters = retired.reduce((sum, one) => sum + one.characters, 0);
    while (characters > this.#most * RETIRED_SHARE) characters -= retired.shift()?.characters ?? 0;
    this.#retired = retired;
  }

  /** An article as it was at an earlier revision, where it is another by now and is still at hand. */
  asOf(revision: number, articleId: string): Article | undefined {
    for (const { articles, until } of this.#retired) {
      const article = until >= revision ? articles.find(({ id }) => id === articleId) : undefined;
      if (article) return article;
    }
    return undefined;
  }
}

function charactersOf(articles: readonly Article[]): number {
  return articles.reduce((sum, { prose }) => sum + prose.text.length, 0);
}
