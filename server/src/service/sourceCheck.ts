import type { Corpus } from '../corpus/corpus.ts';
import type { Analysis } from '../rules/analysis.ts';
import type { CheckOptions } from '../rules/style.ts';
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

/**
 * Drafts against a library over time. Keeps the newest analysis of each draft; who asks for the same state twice gets
 * the same answer, and a check of an older state is given up as soon as a newer one is asked for.
 */
export class SourceCheck {
  readonly library: Library;
  readonly #newest = new Map<string, Entry>();
  readonly #memories = new Map<string, RememberingCorpus>();
  readonly #optionKeys = new Map<string, number>();

  constructor(library: Library) {
    this.library = library;
  }

  /** What findings depend on beside the draft: the same text under the same state has the same findings. */
  stateFor(settings: Settings): string {
    const { corpus, complete } = this.library;
    return `${corpus.revision}${complete ? '' : '~'}.${this.#numberOf(checkOptionsOf(settings))}`;
  }

  /** The analysis of a draft. Rejects where the signal is aborted, and with {@link Superseded} where a newer state was asked for. */
  check(document: DraftDocument, settings: Settings, signal: AbortSignal): Promise<Analysis> {
    const key = `${document.version}.${document.languageId}.${this.stateFor(settings)}`;
    const known = this.#newest.get(document.uri);
    if (known?.key === key && !known.controller.signal.aborted) return this.#join(known, signal);
    known?.controller.abort(new Superseded());
    const controller = new AbortController();
    const entry: Entry = { key, controller, waiting: 0, settled: false, analysis: this.#run(document, settings, controller.signal) };
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
    this.#memories.delete(uri);
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
    const { corpus, complete } = library;
    const memory = this.#memoryOf(document.uri, corpus);
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

  #memoryOf(uri: string, corpus: Corpus): RememberingCorpus {
    const known = this.#memories.get(uri);
    if (known?.isOf(corpus)) return known;
    const memory = new RememberingCorpus(corpus);
    this.#memories.set(uri, memory);
    return memory;
  }

  #numberOf(options: CheckOptions): number {
    const key = JSON.stringify(options);
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
