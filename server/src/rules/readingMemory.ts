import type { Article } from '../corpus/article.ts';
import type { Candidate, Corpus } from '../corpus/corpus.ts';
import type { Quotation } from '../prose/quotations.ts';
import type { QuotedToken } from '../prose/quotedWords.ts';
import { wordsIn } from '../prose/quotedWords.ts';
import { moved, sliceOf } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import type { Articles } from './analysis.ts';
import type { Change } from './changes.ts';
import type { QuotationReading } from './reading.ts';
import type { Surroundings } from './surroundings.ts';

/** A reading, and the corpus and the texts that it was made with. */
interface Known {
  readonly corpus: Corpus;
  readonly asked: ReadonlyMap<string, Article | undefined>;
  readonly reading: QuotationReading;
}

/** By the places that retrieval named, which are the same ones as long as a draft's words and the corpus are. */
const remembered = new WeakMap<readonly Candidate[], Map<string, Known>>();
/** States of one quotation's surroundings that are kept. */
const MOST_STATES = 8;

/** Takes down which texts were looked at: only on these does depend what was made of them. */
class WitnessedArticles extends Map<string, Article> {
  readonly asked = new Map<string, Article | undefined>();
  readonly #articles: Articles;

  constructor(articles: Articles) {
    super();
    this.#articles = articles;
  }

  override get(id: string): Article | undefined {
    const article = this.#articles.get(id);
    this.asked.set(id, article);
    return article;
  }
}

/** What a quotation is read by. */
export interface ReadingTask {
  readonly quotation: Quotation;
  readonly tokens: () => readonly QuotedToken[];
  readonly candidates: readonly Candidate[];
  readonly around: Surroundings;
  /** Says what `around.fitsDate` depends on. */
  readonly dates: string;
}

/**
 * What `read` gives for a quotation; or what it gave, where nothing that it looks at has changed since: the words and
 * signs between the marks, where retrieval found them, the texts there, and what the draft says round the quotation.
 * Where in the draft it stands does not matter.
 */
export function rememberedReading(task: ReadingTask, read: (around: Surroundings) => QuotationReading): QuotationReading {
  const { candidates, around, quotation, tokens } = task;
  const states = remembered.get(candidates) ?? new Map<string, Known>();
  const key = keyOf(task);
  const known = states.get(key);
  if (known && known.corpus === around.corpus && isAsAsked(known, around.articles)) {
    return relocated(known.reading, quotation, tokens);
  }
  const articles = new WitnessedArticles(around.articles);
  const reading = read({ ...around, articles });
  if (states.size >= MOST_STATES) states.clear();
  states.set(key, { corpus: around.corpus, asked: articles.asked, reading });
  remembered.set(candidates, states);
  return reading;
}

function keyOf({ quotation, around, dates }: ReadingTask): string {
  const { speakers, publishers, aliases, style, draft } = around;
  const pieces = quotation.pieces.map((piece) => sliceOf(draft.prose.text, piece));
  return JSON.stringify([pieces, speakers, publishers, aliases, style, dates]);
}

function isAsAsked({ asked }: Known, articles: Articles): boolean {
  for (const [id, article] of asked) if (articles.get(id) !== article) return false;
  return true;
}

/** The same reading of the same words at another place of the draft. */
function relocated(before: QuotationReading, quotation: Quotation, tokensOf: () => readonly QuotedToken[]): QuotationReading {
  const changes = before.changes.map((change): Change => {
    const { difference, token } = change;
    const tokens = tokensOf();
    const wordsOf = (some: readonly QuotedToken[]) => wordsIn(some.slice(difference.tokens.start, difference.tokens.end));
    const [own, last] = difference.draft.length === 0 ? [[], []] : [wordsOf(tokens), wordsOf(before.tokens())];
    // Word by word: the pieces of a quotation need not have moved by the same. A minus before a figure moves with it.
    const draft = difference.draft.map((word, i): Word => {
      return { ...word, span: moved(word.span, (own[i] as Word).span.start - (last[i] as Word).span.start) };
    });
    return { ...change, difference: { ...difference, draft }, token: token && (tokens[before.tokens().indexOf(token)] as QuotedToken) };
  });
  return { ...before, quotation, changes, tokens: tokensOf };
}
