import type { Archive, BenchArticle } from './corpora.ts';
import type { Engine } from './engines/engine.ts';
import type { TextOf } from './judge.ts';
import type { Times } from './results.ts';
import { timed, timesOf } from './timing.ts';
import { wordHashes } from './words.ts';

/** Enough that most of them find the code compiled, as they do in a server that has been running for a while. */
const ARTICLES = 400;
/** No further article is added or removed after so many seconds. */
const SECONDS = 10;

export interface Updates {
  readonly add: Times | null;
  readonly remove: Times | null;
  /** The longest time, in milliseconds, that what is put off by adding and removing holds the thread; null for engines that put nothing off. */
  readonly settle: number | null;
  readonly problems: readonly string[];
}

/** Milliseconds that adding and removing one article take, each of several once; and whether they are found, and no longer found. */
export function measureUpdates(engine: Engine, archive: Archive, { count, textOf }: { count: number; textOf: TextOf }): Updates {
  const articles = Array.from({ length: ARTICLES }, (_, i) => archive.article(count + i));
  const problems: string[] = [];
  let settle: number | null = null;
  const within = (task: (article: BenchArticle) => void): number[] => {
    const deadline = performance.now() + SECONDS * 1000;
    const times: number[] = [];
    for (const article of articles) {
      if (performance.now() >= deadline) break;
      times.push(timed(() => task(article)));
      if (engine.settle) settle = Math.max(settle ?? 0, engine.settle());
    }
    return times;
  };
  if (!engine.add) return { add: null, remove: null, settle, problems };
  const added = within((article) => engine.add?.(article));
  const last = articles[added.length - 1] as BenchArticle;
  const probe = last.text.slice(0, 120).replace(/\S*$/, '').trim();
  const found = engine.find(probe);
  if (!found || !sameWords(textOf(found.article).slice(found.start, found.end), probe)) problems.push('An added article is not found.');
  if (!engine.remove) return { add: timesOf(added), remove: null, settle, problems };
  articles.length = added.length;
  const removed = within((article) => engine.remove?.(article));
  if (engine.find(probe)?.article === last.number) problems.push('A removed article is still found.');
  return { add: timesOf(added), remove: timesOf(removed), settle, problems };
}

function sameWords(a: string, b: string): boolean {
  const [one, other] = [wordHashes(a), wordHashes(b)];
  return one.length === other.length && one.every((hash, i) => hash === other[i]);
}
