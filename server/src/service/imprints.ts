import type { IndexedCorpus } from '../corpus/indexedCorpus.ts';
import { isoDate } from '../text/calendarDate.ts';
import type { Steps } from '../text/steps.ts';
import type { Library } from './library.ts';
import { drain, unlessAborted } from './pump.ts';

/** Articles that are looked at between two yields. */
const STEP = 200;

/** The one article of a publisher and a day; null where there are several. */
export type Imprints = ReadonlyMap<string, string | null>;

/** What an article of a publisher and a day (ISO 8601) is found by. */
export function imprintKey(publisher: string, day: string): string {
  return `${day} ${publisher}`;
}

function* imprintSteps(corpus: IndexedCorpus): Steps<Imprints> {
  const imprints = new Map<string, string | null>();
  let looked = 0;
  for (const { id, details } of corpus.entries()) {
    if (details.publisher && details.published?.day) {
      const key = imprintKey(details.publisher, isoDate(details.published));
      imprints.set(key, imprints.has(key) ? null : id);
    }
    if (++looked % STEP === 0) yield;
  }
  return imprints;
}

/** What was made of a corpus, which is a value: it goes with it. */
const made = new WeakMap<IndexedCorpus, Promise<Imprints>>();

/** Which article a publisher and a day name; made once for each state of the library. */
export function imprintsOf({ corpus }: Library, signal: AbortSignal): Promise<Imprints> {
  const imprints = made.get(corpus) ?? drain(imprintSteps(corpus));
  made.set(corpus, imprints);
  return unlessAborted(imprints, signal);
}
