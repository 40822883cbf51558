import type { Diagnostic } from 'vscode-languageserver';
import { isOvertaken, type Log, outlineOf } from './guard.ts';
import { soon } from './soon.ts';

/** How long after a keystroke diagnostics are sent, in milliseconds. */
const PUSH_MS = 120;

/** What is sent about a document: nothing where it is not open any more. */
export interface Pushed {
  readonly version: number;
  readonly diagnostics: Diagnostic[];
}

/** What pushing needs of its session. */
export interface PushingWorld {
  /** What is found in a document, as it is now; null where it is not open. */
  readonly diagnose: (uri: string) => Promise<Pushed | null>;
  readonly send: (params: { readonly uri: string } & Pushed) => Promise<void>;
  readonly log: Log;
}

/** Sends diagnostics to a client that does not ask for them. */
export class Pushing {
  readonly #world: PushingWorld;
  readonly #waiting = new Set<string>();
  readonly #pushSoon: () => void;

  constructor(world: PushingWorld, delay: number = PUSH_MS) {
    this.#world = world;
    this.#pushSoon = soon(delay, () => void this.#pushAll());
  }

  /** The document or what it is checked against has changed. */
  changed(uri: string): void {
    this.#waiting.add(uri);
    this.#pushSoon();
  }

  async #pushAll(): Promise<void> {
    const uris = [...this.#waiting];
    this.#waiting.clear();
    for (const uri of uris) await this.#push(uri);
  }

  /** Where a check fails the client keeps what it has: an empty list would say that nothing is wrong. */
  async #push(uri: string): Promise<void> {
    try {
      const pushed = await this.#world.diagnose(uri);
      if (pushed) await this.#world.send({ uri, ...pushed });
    } catch (error) {
      if (isOvertaken(error)) this.changed(uri);
      else this.#world.log.error(`publishing: ${outlineOf(error)}`);
    }
  }
}
