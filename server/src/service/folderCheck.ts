import { languageIdOf } from '../draft/languages/index.ts';
import { decodeFile } from '../readers/decode.ts';
import type { Analysis } from '../rules/analysis.ts';
import type { Stands } from '../rules/standing.ts';
import { drainAside, fetchFew } from './aside.ts';
import { checkDraft } from './checkDraft.ts';
import type { FoundDraft } from './draftListing.ts';
import type { Host } from './host.ts';
import type { Library } from './library.ts';
import { unlessAborted } from './pump.ts';
import { standsFor } from './stetStands.ts';

/** What a draft on disk is checked against. */
export interface Against {
  /** Tells it from everything else that drafts are checked against. */
  readonly name: string;
  readonly library: Library;
  /** Resolves when nobody waits for the check of a draft that is being written. */
  readonly quiet: () => Promise<void>;
}

/** A draft of a folder that was checked by itself; `digest` is what was made of its analysis. */
export interface CheckedDraft<Digest> {
  readonly draft: FoundDraft;
  readonly digest: Digest;
}

/** The drafts of a folder in the order of their paths. */
export interface CheckedFolder<Digest> {
  readonly checked: readonly CheckedDraft<Digest>[];
  /** Drafts that could not be read as text. */
  readonly unread: readonly FoundDraft[];
  /** Whether some are given as they were found before they or the sources changed. */
  readonly stale: boolean;
  /** Drafts that have not been checked at all. */
  readonly left: number;
}

/** How the drafts of a folder are wanted. */
export interface FolderQuestion {
  readonly signal: AbortSignal;
  /** Told how many of all drafts are done. */
  readonly progressed?: (done: number, total: number) => void;
  /**
   * Whether what has not been checked is, and what was checked against other sources again. Without it drafts are given as
   * they were found, unless checking these takes no time worth speaking of.
   */
  readonly again: boolean;
  /** Texts that are wanted, where not all are: the others are left out, and not checked for it. */
  readonly wanted?: (text: string) => boolean;
}

/** What was made of a draft, and of which state. A text that is none has no digest. */
interface Kept<Digest> {
  readonly content: string;
  readonly corpus: string;
  readonly digest: Digest | null;
}

interface Standing<Digest> {
  readonly draft: FoundDraft;
  readonly against: Against;
  readonly kept: Kept<Digest> | undefined;
  readonly isOld: boolean;
}

/** Checking drafts is not worth asking for when it takes no longer, in milliseconds. */
const NO_TIME_MS = 1000;
/** How long the first one is thought to take, in milliseconds. */
const FIRST_GUESS_MS = 20;

/**
 * The drafts of a folder, checked when they are asked for and never otherwise. What was found is kept by the draft's content
 * and the state of the sources, as a digest: analyses and texts are let go at once. One draft at a time is checked, in slices
 * that begin only while nobody waits for the check of a draft that is being written.
 */
export class FolderCheck<Digest> {
  readonly #host: Pick<Host, 'readFile'>;
  readonly #against: (draft: FoundDraft) => Promise<Against>;
  readonly #digest: (draft: FoundDraft, analysis: Analysis, library: Library) => Digest;
  readonly #kept = new Map<string, Kept<Digest>>();
  /** How long a draft took lately, in milliseconds. */
  #took = FIRST_GUESS_MS;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(
    host: Pick<Host, 'readFile'>,
    against: (draft: FoundDraft) => Promise<Against>,
    digest: (draft: FoundDraft, analysis: Analysis, library: Library) => Digest,
  ) {
    this.#host = host;
    this.#against = against;
    this.#digest = digest;
  }

  /** Rejects where the signal is aborted; what was found by then is kept. Questions are answered one after the other. */
  check(drafts: readonly FoundDraft[], question: FolderQuestion): Promise<CheckedFolder<Digest>> {
    const { signal } = question;
    const run = this.#tail.then(() => {
      signal.throwIfAborted();
      return this.#checkAll(drafts, question);
    });
    this.#tail = run.catch(() => undefined);
    return unlessAborted(run, signal);
  }

  /** Lets go of all drafts but these. */
  keepOnly(drafts: readonly FoundDraft[]): void {
    const paths = new Set(drafts.map(({ path }) => path));
    for (const path of this.#kept.keys()) if (!paths.has(path)) this.#kept.delete(path);
  }

  async #checkAll(drafts: readonly FoundDraft[], question: FolderQuestion): Promise<CheckedFolder<Digest>> {
    const standing = await this.#standing(drafts);
    question.signal.throwIfAborted();
    const old = standing.filter(({ isOld }) => isOld);
    const again = question.again || old.length * this.#took <= NO_TIME_MS;
    const found: (readonly [FoundDraft, Kept<Digest>])[] = [];
    let done = 0;
    for (const { draft, against, kept, isOld } of standing) {
      const isAsked = isOld && again;
      if (isAsked) question.progressed?.(done++, old.length);
      const now = isAsked ? await this.#checkOne(draft, against, question) : kept;
      if (now) found.push([draft, now]);
    }
    return {
      checked: found.flatMap(([draft, { digest }]) => (digest === null ? [] : [{ draft, digest }])),
      unread: found.flatMap(([draft, { digest }]) => (digest === null ? [draft] : [])),
      stale: !again && old.some(({ kept }) => kept !== undefined),
      left: again ? 0 : old.filter(({ kept }) => kept === undefined).length,
    };
  }

  /** What is kept of some drafts, and whether that is of another state than there is now. */
  async #standing(drafts: readonly FoundDraft[]): Promise<Standing<Digest>[]> {
    const standing: Standing<Digest>[] = [];
    for (const draft of drafts) {
      const against = await this.#against(draft);
      const kept = this.#kept.get(draft.path);
      standing.push({ draft, against, kept, isOld: !kept || !isOf(kept, stateOf(draft, against)) });
    }
    return standing;
  }

  /** Undefined where the text is not wanted. */
  async #checkOne(draft: FoundDraft, against: Against, { signal, wanted }: FolderQuestion): Promise<Kept<Digest> | undefined> {
    const { library, quiet } = against;
    await quiet();
    signal.throwIfAborted();
    const state = stateOf(draft, against);
    const text = await this.#textOf(draft);
    if (text !== null && wanted?.(text) === false) return undefined;
    const begun = performance.now();
    const { corpus, complete } = library;
    const digest =
      text === null
        ? null
        : this.#digest(
            draft,
            await checkDraft({ text, languageId: languageIdOf(draft.path), stands: standsOf(draft) }, draft.configuration.settings, {
              corpus,
              complete,
              fetch: (ids) => fetchFew(ids, (some) => quiet().then(() => library.fetch(some, corpus, { signal, passing: true }))),
              run: (work) => drainAside(work, quiet, signal),
            }),
            library,
          );
    this.#took = (this.#took + performance.now() - begun) / 2;
    const kept = { ...state, digest };
    this.#kept.set(draft.path, kept);
    return kept;
  }

  /** Null where the file is gone, cannot be read or is no text. */
  async #textOf({ path }: FoundDraft): Promise<string | null> {
    return await this.#host.readFile(path).then(
      (bytes) => decodeFile(bytes).text,
      () => null,
    );
  }
}

function isOf(kept: Pick<Kept<unknown>, 'content' | 'corpus'>, { content, corpus }: Pick<Kept<unknown>, 'content' | 'corpus'>): boolean {
  return kept.content === content && kept.corpus === corpus;
}

/** What a file of the project lets stand in a draft. */
function standsOf({ path, configuration }: FoundDraft): Stands {
  return standsFor(configuration.stet, path);
}

/** What the findings in a draft depend on: its words and settings, and the sources. */
function stateOf(draft: FoundDraft, { name, library }: Against): { content: string; corpus: string } {
  const { entry, configuration } = draft;
  return {
    content: `${entry.stamp} ${JSON.stringify(configuration.settings)} ${standsOf(draft).key}`,
    corpus: `${name}.${library.corpus.revision}${library.complete ? '' : '~'}`,
  };
}
