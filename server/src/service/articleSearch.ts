import type { ArticleDetails } from '../corpus/article.ts';
import type { IndexedCorpus } from '../corpus/indexedCorpus.ts';
import { isoDate } from '../text/calendarDate.ts';
import type { Steps } from '../text/steps.ts';
import { wordsOf } from '../text/words.ts';
import type { Library } from './library.ts';
import { drain, unlessAborted } from './pump.ts';

/** Articles whose details stand in one text: few texts are looked through for a word, and none is long. */
const BLOCK = 1000;
/** Articles that are looked at between two yields. */
const STEP = 200;
/** A word alone says where somebody is named only if it is as rare as most names are. Bits of information. */
const TELLING_BITS = 11;

/** Some articles, and what is said of each, a line each. */
interface Block {
  readonly ids: readonly string[];
  readonly text: string;
}

/** Finds articles by their details as one types. It is made of the index, and knows no more than that. */
export class ArticleSearch {
  readonly #blocks: readonly Block[];
  readonly #corpus: IndexedCorpus;

  private constructor(corpus: IndexedCorpus, blocks: readonly Block[]) {
    this.#corpus = corpus;
    this.#blocks = blocks;
  }

  static *of(corpus: IndexedCorpus): Steps<ArticleSearch> {
    const blocks: Block[] = [];
    let [ids, lines]: [string[], string[]] = [[], []];
    let looked = 0;
    for (const { id, details } of corpus.entries()) {
      ids.push(id);
      lines.push(lineOf(details));
      if (ids.length === BLOCK) {
        blocks.push({ ids, text: `\n${lines.join('\n')}\n` });
        [ids, lines] = [[], []];
      }
      if (++looked % STEP === 0) yield;
    }
    if (ids.length > 0) blocks.push({ ids, text: `\n${lines.join('\n')}\n` });
    return new ArticleSearch(corpus, blocks);
  }

  /** The ids of articles whose title, publisher, authors or date have all the words or their beginnings, `limit` at the most. */
  *about(words: string, limit: number): Steps<readonly string[]> {
    const wanted = plain(words).split(/\s+/).filter(Boolean);
    const longest = wanted.reduce((best, word) => (word.length > best.length ? word : best), '');
    const found: string[] = [];
    if (longest === '') return found;
    for (const { ids, text } of this.#blocks) {
      for (const line of linesWith(text, longest)) {
        if (wanted.every((word) => startsIn(line.text, word))) found.push(ids[line.number] as string);
        if (found.length === limit) return found;
      }
      yield;
    }
    return found;
  }

  /** The ids of articles in whose text somebody of this name may be quoted, the likeliest first, `limit` at the most. */
  naming(words: string, limit: number): readonly string[] {
    const folded = wordsOf(words).map((word) => word.folded);
    const [only] = folded;
    const tells = folded.length > 1 || (only !== undefined && this.#corpus.information(only) >= TELLING_BITS);
    if (!tells) return [];
    return [...new Set(this.#corpus.retrieve(folded, limit).map(({ articleId }) => articleId))];
  }
}

/** The lines of a block that have a word, with their numbers. */
function* linesWith(text: string, word: string): Generator<{ readonly number: number; readonly text: string }> {
  let [number, counted] = [0, 0];
  for (let at = text.indexOf(word); at >= 0; ) {
    for (let next = text.indexOf('\n', counted + 1); next >= 0 && next < at; next = text.indexOf('\n', counted + 1)) {
      counted = next;
      number++;
    }
    const end = text.indexOf('\n', at);
    yield { number, text: text.slice(counted + 1, end) };
    at = text.indexOf(word, end);
  }
}

/** Whether a word of a line begins so. */
function startsIn(line: string, word: string): boolean {
  for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{Alpha}\d]/u.test(line[at - 1] as string)) return true;
  }
  return false;
}

function lineOf({ title, publisher, authors, speaker, published }: ArticleDetails): string {
  const day = published ? isoDate(published) : null;
  const parts = [title, publisher, ...authors, speaker, day].filter((part) => part !== null);
  return plain(parts.join(' ')).replaceAll('\n', ' ');
}

/** Small letters without accents. */
function plain(text: string): string {
  // Most texts have no accents, and an archive has very many of them.
  return (/[^\0-\x7f]/.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text).toLowerCase();
}

/** What was made of a corpus, which is a value: it goes with it. */
const made = new WeakMap<IndexedCorpus, Promise<ArticleSearch>>();

/** The search over the articles of a library, made once for each state of it. */
export function articleSearchOf({ corpus }: Library, signal: AbortSignal): Promise<ArticleSearch> {
  const search = made.get(corpus) ?? drain(ArticleSearch.of(corpus));
  made.set(corpus, search);
  return unlessAborted(search, signal);
}
