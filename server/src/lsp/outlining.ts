import { type Connection, type Disposable, type DocumentSymbol, DocumentSymbolRequest } from 'vscode-languageserver';
import { quotationSymbols } from '../features/symbols.ts';
import type { View } from '../features/view.ts';
import { say } from '../text/said.ts';
import { soon } from './soon.ts';
import type { Traits } from './traits.ts';

/** How long checks are gathered before outlines are compared, in milliseconds: a client asks for one by itself while somebody types. */
const GATHER_MS = 500;

/** An outline as the client was given it. */
interface Given {
  readonly version: number;
  readonly says: string;
}

/**
 * Keeps outlines in step with checks. A client asks for an outline when the text has changed, and the protocol has no request
 * to have it ask again (there is one for diagnostics, lenses and hints); but a draft may be checked on demand, and its sources
 * change. A client that can be told of providers later asks again when the provider is another.
 */
export class Outlining {
  readonly #connection: Connection;
  readonly #traits: Traits;
  readonly #given = new Map<string, Given>();
  readonly #checked = new Map<string, View>();
  readonly #compareSoon: () => void;
  #registered: Disposable | null = null;
  #last: Promise<void> = Promise.resolve();

  /** `failed` is told when the client did not take a registration. */
  constructor(connection: Connection, traits: Traits, failed: (error: unknown) => void) {
    this.#connection = connection;
    this.#traits = traits;
    // One after another, however long the client takes.
    this.#compareSoon = soon(GATHER_MS, () => {
      this.#last = this.#last.then(() => this.#compare()).catch(failed);
    });
  }

  /** Offers outlines to a client that is told of them only now. */
  async begin(): Promise<void> {
    if (this.#traits.symbols.registers) this.#registered = await this.#register();
  }

  /** The client was given this outline; null: the draft had not been checked yet. */
  gave(uri: string, version: number | undefined, symbols: readonly DocumentSymbol[] | null): void {
    if (this.#registered && version !== undefined) this.#given.set(uri, { version, says: contentOf(symbols ?? []) });
  }

  /** All of a draft was checked. */
  checked(view: View): void {
    // Of a version that it has not asked for yet, the client will ask.
    if (this.#given.get(view.uri)?.version !== view.version) return;
    this.#checked.set(view.uri, view);
    this.#compareSoon();
  }

  closed(uri: string): void {
    this.#given.delete(uri);
    this.#checked.delete(uri);
  }

  async #compare(): Promise<void> {
    const views = [...this.#checked.values()];
    this.#checked.clear();
    const isOther = (view: View) => {
      const given = this.#given.get(view.uri);
      return given?.version === view.version && given.says !== contentOf(quotationSymbols(view));
    };
    const before = this.#registered;
    if (!before || !views.some(isOther)) return;
    // The new one first: without any, the outline would be empty for a moment.
    this.#registered = await this.#register();
    before.dispose();
  }

  #register(): Promise<Disposable> {
    return this.#connection.client.register(DocumentSymbolRequest.type, { documentSelector: null, label: outlineLabel(this.#traits) });
  }
}

/** What a client calls the outline of quotations where a document has others. */
export function outlineLabel({ voice }: Pick<Traits, 'voice'>): string {
  return voice.tell(say`Quotations`);
}

/** What is said of which quotation; where they stand changes with the text alone. */
function contentOf(symbols: readonly DocumentSymbol[]): string {
  return JSON.stringify(symbols.map(({ name, detail, children = [] }) => [name, detail, contentOf(children)]));
}
