import type { IndexedCorpus } from '../corpus/indexedCorpus.ts';
import type { Analysis } from '../rules/analysis.ts';
import type { Stands } from '../rules/standing.ts';
import { drainAside, Foreground, fetchFew } from './aside.ts';
import { checkDraft, type DraftText } from './checkDraft.ts';
import { checkOptionsOf } from './configuration.ts';
import type { Library } from './library.ts';
import { drain, turn, unlessAborted } from './pump.ts';
import type { Settings } from './settings.ts';
import { RememberingCorpus } from './sourceCheckMemory.ts';

/** A draft as an editor holds it. The text is never logged. */
export interface DraftDocument extends DraftText {
  readonly uri: string;
  /** Grows with every change. */
  readonly version: number;
}

/** The check was overtaken by one of a newer state of the same draft: ask again for that one. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

/** A check that has been asked for: running or done. */
interface Entry {
  readonly key: string;
  readonly analysis: Promise<Analysis>;
  readonly controller: AbortController;
  waiting: number;
  settled: boolean;
}

/** What was last asked of a draft, whatever became of it. */
interface Asked {
  readonly document: DraftDocument;
  readonly settings: Settings;
}

/** What a draft is checked against. */
interface Held {
  readonly corpus: IndexedCorpus;
  /** The same, with what was looked up in it for this draft. */
  readonly memory: RememberingCorpus;
  /** Whether all sources have been read that there are. */
  readonly complete: boolean;
}

/** From so many articles on looking up a whole draft anew takes long enough to be felt. */
const MANY_ARTICLES = 200;

export interface SourceCheckOptions {
  /** Told when a draft is held against a newer corpus than before: what was found in it may be other by now. */
  readonly caughtUp?: () => void;
  /** From so many articles on drafts are held against a new corpus only when all that is in them has been looked up there. */
  readonly manyArticles?: number;
}

/**
 * Drafts against a library over time. Keeps the newest analysis of each draft; who asks for the same state twice gets
 * the same answer, and a check of an older state is given up as soon as a newer one is asked for.
 *
 * A keystroke changes a sentence, a new corpus the answer to every question that the whole draft asks. Of a large corpus
 * it is therefore asked in the background first, and until then the draft is held against the one before.
 */
export class SourceCheck {
  readonly library: Library;
  readonly #options: Required<SourceCheckOptions>;
  readonly #newest = new Map<string, Entry>();
  readonly #asked = new Map<string, Asked>();
  readonly #held = new Map<string, Held>();
  readonly #catchingUp = new Map<string, AbortController>();
  readonly #foreground = new Foreground();
  readonly #optionKeys = new Map<string, number>();

  constructor(library: Library, options: SourceCheckOptions = {}) {
    this.library = library;
    this.#options = { caughtUp: () => undefined, manyArticles: MANY_ARTICLES, ...options };
    library.onChange(() => {
      for (const uri of this.#held.keys()) this.#against(uri);
    });
  }

  /** What the findings in a draft depend on beside itself: the same text under the same state has the same findings. */
  stateFor(uri: string, settings: Settings, stands?: Stands): string {
    const { corpus, complete } = this.#against(uri);
    // Not with the options: they may be many, and their key is made once.
    const standing = stands && !stands.isEmpty ? `.${this.#numberOf(stands.key)}` : '';
    return `${corpus.revision}${complete ? '' : '~'}.${this.#numberOf(JSON.stringify(checkOptionsOf(settings)))}${standing}`;
  }

  /** The analysis of a draft. Rejects where the signal is aborted, and with {@link Superseded} where a newer state was asked for. */
  check(document: DraftDocument, settings: Settings, signal: AbortSignal): Promise<Analysis> {
    this.#asked.set(document.uri, { document, settings });
    const key = `${document.version}.${document.languageId}.${this.stateFor(document.uri, settings, document.stands)}`;
    const known = this.#newest.get(document.uri);
    if (known?.key === key && !known.controller.signal.aborted) return this.#join(known, signal);
    known?.controller.abort(new Superseded());
    const controller = new AbortController();
    const analysis = this.#foreground.during(() => this.#run(document, settings, controller.signal));
    const entry: Entry = { key, controller, waiting: 0, settled: false, analysis };
    this.#newest.set(document.uri, entry);
    entry.analysis.then(
      () => {
        entry.settled = true;
      },
      () => {
        // A check that failed is not kept: the next request tries again.
        if (this.#newest.get(document.uri) === entry) this.#newest.delete(document.uri);
      },
    );
    return this.#join(entry, signal);
  }

  /** Drops what is known of a draft: it was closed, or is to be checked afresh. */
  forget(uri: string): void {
    this.#newest.get(uri)?.controller.abort(new Superseded());
    this.#newest.delete(uri);
    this.#asked.delete(uri);
    this.#catchingUp.get(uri)?.abort(new Superseded());
    this.#catchingUp.delete(uri);
    this.#held.delete(uri);
  }

  /** The check is given up when the last one who waits for it has gone. */
  async #join(entry: Entry, signal: AbortSignal): Promise<Analysis> {
    entry.waiting++;
    try {
      return await unlessAborted(entry.analysis, signal);
    } finally {
      entry.waiting--;
      if (entry.waiting === 0 && !entry.settled && signal.aborted) entry.controller.abort(signal.reason);
    }
  }

  async #run(document: DraftDocument, settings: Settings, signal: AbortSignal): Promise<Analysis> {
    const { library } = this;
    const { corpus, memory, complete } = this.#against(document.uri);
    const analysis = await checkDraft(document, settings, {
      corpus: memory,
      complete,
      fetch: (articleIds) => library.fetch(articleIds, corpus, { signal }),
      // Even before the first step: keystrokes that are already in the pipe overtake it.
      run: async (work) => {
        await step(signal);
        return drain(work, signal);
      },
    });
    memory.endRound();
    return analysis;
  }

  /** What a draft is to be checked against now. Where that is not the newest corpus, it is being caught up with. */
  #against(uri: string): Held {
    const { corpus, complete } = this.library;
    const held = this.#held.get(uri);
    if (held?.memory.isOf(corpus)) {
      const isAsBefore = held.corpus === corpus && held.complete === complete;
      return isAsBefore ? held : this.#hold(uri, { ...held, corpus, complete });
    }
    const last = this.#asked.get(uri);
    if (!held || !last || corpus.size < this.#options.manyArticles) {
      return this.#hold(uri, { corpus, memory: new RememberingCorpus(corpus), complete });
    }
    if (!this.#catchingUp.has(uri)) void this.#catchUp(last);
    return held;
  }

  #hold(uri: string, held: Held): Held {
    this.#held.set(uri, held);
    return held;
  }

  /** Has everything looked up that a draft asks of the newest corpus, while nobody waits for anything; then holds the draft against it. */
  async #catchUp({ document, settings }: Asked): Promise<void> {
    const { library } = this;
    const { uri } = document;
    const { corpus, complete } = library;
    const memory = new RememberingCorpus(corpus);
    const controller = new AbortController();
    const { signal } = controller;
    this.#catchingUp.set(uri, controller);
    try {
      await checkDraft(document, settings, {
        corpus: memory,
        complete,
        fetch: (ids) => fetchFew(ids, (some) => this.#foreground.quiet().then(() => library.fetch(some, corpus, { signal }))),
        run: (work) => drainAside(work, () => this.#foreground.quiet(), signal),
      });
      memory.endRound();
      this.#hold(uri, { corpus, memory, complete });
    } catch {
      // Whatever it was, the next check meets it again, and somebody is told.
      if (!signal.aborted) this.#held.delete(uri);
    } finally {
      if (this.#catchingUp.get(uri) === controller) this.#catchingUp.delete(uri);
    }
    if (!signal.aborted) this.#options.caughtUp();
  }

  #numberOf(key: string): number {
    const known = this.#optionKeys.get(key);
    if (known !== undefined) return known;
    const number = this.#optionKeys.size + 1;
    this.#optionKeys.set(key, number);
    return number;
  }
}

async function step(signal: AbortSignal): Promise<void> {
  await turn();
  signal.throwIfAborted();
}
