import type { BenchArticle } from './corpora.ts';
import type { Engine } from './engines/engine.ts';
import type { Texts } from './texts.ts';

/** Seconds. */
interface Spent {
  cpu: number;
  wall: number;
}

function now(): Spent {
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1e6, wall: performance.now() / 1e3 };
}

/** Bytes on the heap and outside of it that are still in use; null where the garbage cannot be collected first. */
export function memoryInUse(): number | null {
  if (!globalThis.gc) return null;
  // What finalisers let go is only collected by the next round.
  for (let round = 0; round < 3; round++) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

export interface Built {
  /** Seconds, without what making up the articles took. */
  readonly build: { readonly cpu: number; readonly wall: number };
  /** Bytes, or null. */
  readonly memory: number | null;
  /** Of the corpus as UTF-8. */
  readonly bytes: number;
}

/** Builds an engine’s index, and says what it cost. */
export async function meteredBuild(engine: Engine, texts: Texts): Promise<Built> {
  const outside: Spent = { cpu: 0, wall: 0 };
  let bytes = 0;
  const count = ({ text }: BenchArticle) => {
    bytes += Buffer.byteLength(text);
  };
  if (texts.kept) for (const article of texts.articles) count(article);
  const before = memoryInUse();
  const started = now();
  await engine.build(texts.kept ? texts.articles : metered(texts.articles, outside, count));
  const ended = now();
  const after = memoryInUse();
  return {
    build: { cpu: ended.cpu - started.cpu - outside.cpu, wall: ended.wall - started.wall - outside.wall },
    memory: before === null || after === null ? null : after - before,
    bytes,
  };
}

/** The articles, with the time it took to make them up added to `outside`. */
function* metered(articles: Iterable<BenchArticle>, outside: Spent, count: (article: BenchArticle) => void): Generator<BenchArticle> {
  const iterator = articles[Symbol.iterator]();
  for (;;) {
    const started = now();
    const { done, value } = iterator.next();
    if (!done) count(value);
    const ended = now();
    outside.cpu += ended.cpu - started.cpu;
    outside.wall += ended.wall - started.wall;
    if (done) return;
    yield value;
  }
}
