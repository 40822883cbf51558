import type { Connection } from 'vscode-languageserver';
import { TextDocumentContentRefreshRequest } from 'vscode-languageserver';
import { articleShown } from '../features/extracts.ts';
import type { Voice } from '../features/l10n/voice.ts';
import type { Library } from '../service/library.ts';
import { say } from '../text/said.ts';

const GONE = say`This source is no longer in the corpus.`;

/** The documents that show what was taken out of sources which are no text: gives their text, and tells when it is another. */
export class ExtractedTexts {
  readonly #connection: Connection;
  readonly #libraries: () => readonly Library[];
  /** The stamp of the file that a document's text was given from last; undefined where there was none. */
  readonly #given = new Map<string, string | undefined>();

  constructor(connection: Connection, libraries: () => readonly Library[]) {
    this.#connection = connection;
    this.#libraries = libraries;
  }

  /** `voice`: says that there is none. */
  async textOf(uri: string, { tell }: Voice): Promise<string> {
    const id = articleShown(uri);
    // Taken before the file is read: what changes meanwhile is told afterwards.
    this.#given.set(uri, this.#stampOf(uri));
    const gone = `${tell(GONE)}\n`;
    if (id === undefined) return gone;
    for (const library of this.#libraries()) {
      const article = (await library.fetch([id])).get(id);
      if (article) return article.prose.text;
    }
    return gone;
  }

  /** To be called when sources have changed. Reads none of them. */
  async refresh(): Promise<void> {
    for (const [uri, stamp] of [...this.#given]) {
      if (this.#stampOf(uri) === stamp) continue;
      // Asked for again only where it is still open.
      this.#given.delete(uri);
      await this.#connection.sendRequest(TextDocumentContentRefreshRequest.type, { uri });
    }
  }

  #stampOf(uri: string): string | undefined {
    const id = articleShown(uri);
    if (id === undefined) return undefined;
    for (const library of this.#libraries()) {
      const stamp = library.files.stampOf(library.fileOf(id));
      if (stamp !== undefined) return stamp;
    }
    return undefined;
  }
}
