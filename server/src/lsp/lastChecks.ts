import type { View } from '../features/view.ts';
import { Moves } from '../text/moves.ts';
import type { Span } from '../text/span.ts';
import type { CheckTimes } from './checkTimes.ts';
import type { Desk } from './desk.ts';
import type { Documents } from './documents.ts';
import type { Change } from './typing.ts';

/** What was found in a draft when it was checked last, and what was changed in it since. */
interface Last {
  readonly view: View;
  moves: Moves;
}

/**
 * Drafts that are not checked with every keystroke, as they were when they were checked last. What an editor asks by itself or
 * for the place that is pointed at is answered from that: a version that is not to be checked is not checked for a hover.
 */
export class LastChecks {
  readonly #documents: Documents;
  readonly #desk: Desk;
  readonly #times: CheckTimes;
  readonly #last = new Map<string, Last>();

  constructor({ documents, desk, checkTimes }: { readonly documents: Documents; readonly desk: Desk; readonly checkTimes: CheckTimes }) {
    this.#documents = documents;
    this.#desk = desk;
    this.#times = checkTimes;
  }

  /** A draft was checked. Nothing is kept of one that is checked all the time: its next check is as near. */
  checked(view: View): void {
    if (this.#times.isAlways(view.uri)) this.#last.delete(view.uri);
    else if (this.#documents.get(view.uri)?.version === view.version) this.#last.set(view.uri, { view, moves: Moves.NONE });
  }

  /** A draft was changed at some places, each of which counts in the text that the one before left. */
  changed(uri: string, changes: readonly Change[]): void {
    const last = this.#last.get(uri);
    if (!last) return;
    for (const change of changes) {
      const { span, length } = leastOf(change);
      last.moves = last.moves.after(span, length);
    }
  }

  closed(uri: string): void {
    this.#last.delete(uri);
  }

  /** What is found in a draft, or was when it was checked last; null where it was not yet, or is no draft. */
  async view(uri: string, signal: AbortSignal): Promise<View | null> {
    const opened = await this.#desk.open(uri, signal);
    if (!('draft' in opened)) return null;
    const { document, configuration } = opened.draft;
    const time = await this.#times.timeFor(uri, configuration);
    if (this.#times.isDue(document, time)) {
      const view = await this.#desk.viewOf(opened.draft, signal);
      this.checked(view);
      return view;
    }
    const last = this.#last.get(uri);
    const text = this.#documents.get(uri)?.text;
    if (!last || text === undefined) return null;
    return last.moves === Moves.NONE ? last.view : { ...last.view, since: { text, moves: last.moves } };
  }

  /** Whether a draft is to be checked as it is now. */
  async isDue(uri: string, signal: AbortSignal): Promise<boolean> {
    const opened = await this.#desk.open(uri, signal);
    if (!('draft' in opened)) return true;
    const { document, configuration } = opened.draft;
    return this.#times.isDue(document, await this.#times.timeFor(uri, configuration));
  }
}

/** What really changed: some clients send the whole text for each letter. `length` is what became of the span, in UTF-16 code units. */
function leastOf({ span, newText, replaced = '' }: Change): { readonly span: Span; readonly length: number } {
  const most = Math.min(replaced.length, newText.length);
  let before = 0;
  while (before < most && replaced.charCodeAt(before) === newText.charCodeAt(before)) before++;
  let after = 0;
  while (after < most - before && replaced.charCodeAt(replaced.length - 1 - after) === newText.charCodeAt(newText.length - 1 - after))
    after++;
  return { span: { start: span.start + before, end: span.end - after }, length: newText.length - before - after };
}
