import type { Connection } from 'vscode-languageserver';
import { TextDocumentContentRefreshRequest } from 'vscode-languageserver';
import { articleShown } from '../features/extracts.ts';
import type { Library } from '../service/library.ts';

const GONE = 'This source is no longer in the corpus.\n';

/** The documents that show what was taken out of sources which are no text: gives their text, and tells when it is another. */
export class ExtractedTexts {
  readonly #connection: Connection;
  readonly #libraries: () => readonly Library[];
  /** What was given last, by document. */
  readonly #given = new Map<string, string>();

  constructor(connection: Connection, libraries: () => readonly Library[]) {
    this.#connection = connection;
    this.#libraries = libraries;
  }

  async textOf(uri: string): Promise<string> {
    const text = await this.#read(uri);
    this.#given.set(uri, text);
    return text;
  }

  /** To be called when sources have changed. */
  async refresh(): Promise<void> {
    for (const [uri, before] of this.#given) {
      if ((await this.#read(uri)) === before) continue;
      // Asked for again only where it is still open.
      this.#given.delete(uri);
      await this.#connection.sendRequest(TextDocumentContentRefreshRequest.type, { uri });
    }
  }

  async #read(uri: string): Promise<string> {
    const id = articleShown(uri);
    if (id === undefined) return GONE;
    for (const library of this.#libraries()) {
      const article = (await library.fetch([id])).get(id);
      if (article) return article.prose.text;
    }
    return GONE;
  }
}
