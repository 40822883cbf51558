import { type CancellationToken, type Disposable, EventEmitter, type Range, Uri, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, StateChangeEvent } from 'vscode-languageclient';
import type { PlainRange } from '../../server/src/lsp/protocol.ts';

/** How a language client stands, by the numbers that the library has for it: naming them there would have it loaded. */
export const State = { Stopped: 1, Running: 2, Starting: 3 } as const satisfies Record<string, StateChangeEvent['newState']>;

/**
 * The client of the language server, whose library is large and loaded only when the extension has started: so commands and views are
 * there at once. What is asked waits; what is listened to is listened to from the first message on.
 */
export class LateClient implements Disposable {
  readonly clientOptions: LanguageClientOptions;
  /** What needs no more than the editor has. Addresses are written as the library writes them. */
  readonly code2ProtocolConverter = {
    asUri: (uri: Uri): string => uri.toString(),
    asRange: ({ start, end }: Range): PlainRange => ({
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    }),
  };
  readonly protocol2CodeConverter = { asUri: (uri: string): Uri => Uri.parse(uri) };
  /** The client as the library has it. Rejects where it could not be loaded; never settles where it is not started. */
  readonly loaded: Promise<BaseLanguageClient>;
  readonly #load: () => void;
  readonly #changed = new EventEmitter<StateChangeEvent>();
  readonly onDidChangeState = this.#changed.event;
  #client: BaseLanguageClient | undefined;
  #started: boolean = false;

  /** `create` loads the library and makes the client, not yet started. */
  constructor(clientOptions: LanguageClientOptions, create: (options: LanguageClientOptions) => Promise<BaseLanguageClient>) {
    this.clientOptions = clientOptions;
    let load = () => {};
    this.loaded = new Promise((resolve, reject) => {
      load = () => create(clientOptions).then(resolve, reject);
    });
    this.#load = load;
    this.#whenLoaded((client) => {
      this.#client = client;
      return client.onDidChangeState((change) => this.#changed.fire(change));
    });
  }

  get state(): StateChangeEvent['newState'] {
    return this.#client?.state ?? State.Stopped;
  }

  /** Resolves when the server answers. */
  async start(): Promise<void> {
    this.#started = true;
    this.#load();
    await (await this.#listening()).start();
  }

  async stop(): Promise<void> {
    if (this.#started) await (await this.loaded).stop();
  }

  async sendRequest<Result>(method: string, params: unknown, token?: CancellationToken): Promise<Result> {
    const client = await this.#listening();
    // A token that is not there would be sent as another parameter.
    return token ? client.sendRequest<Result>(method, params, token) : client.sendRequest<Result>(method, params);
  }

  async sendNotification(method: string, params: unknown): Promise<void> {
    await (await this.#listening()).sendNotification(method, params);
  }

  onRequest<Params>(method: string, handler: (params: Params) => Promise<object>): Disposable {
    return this.#whenLoaded((client) => client.onRequest<object, unknown>(method, handler as (params: unknown) => Promise<object>));
  }

  onNotification<Params>(method: string, handler: (params: Params) => void): Disposable {
    return this.#whenLoaded((client) => client.onNotification(method, handler));
  }

  /** Logs what went wrong, and shows it unless told otherwise. */
  error(message: string, data?: unknown, show = true): void {
    this.loaded.then(
      (client) => client.error(message, data, show),
      () => show && void window.showErrorMessage(message),
    );
  }

  debug(message: string): void {
    this.loaded.then(
      (client) => client.debug(message),
      () => undefined,
    );
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** The client, once it listens to all that it was to listen to: what waits for this comes one turn after what waits for `loaded`. */
  #listening(): Promise<BaseLanguageClient> {
    return this.loaded.then((client) => client);
  }

  /** In the order in which it was asked for. */
  #whenLoaded(register: (client: BaseLanguageClient) => Disposable): Disposable {
    let registered: Disposable | undefined;
    let gone = false;
    this.loaded.then(
      (client) => {
        if (!gone) registered = register(client);
      },
      () => undefined,
    );
    return {
      dispose: () => {
        gone = true;
        registered?.dispose();
      },
    };
  }
}
