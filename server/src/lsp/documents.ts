import { type Connection, type TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import { languageIdFor } from '../draft/languages/index.ts';
import { type Encoding, positionsOf } from '../features/convert.ts';
import type { DraftDocument } from '../service/sourceCheck.ts';

/** A document as the editor has it open. Immutable: a change makes a new one. */
export interface OpenDocument extends DraftDocument {
  /** Tells one opening of a document from the next, since editors count versions from the start again. */
  readonly opening: number;
}

/**
 * The documents that are open. Changes may count in any encoding that was agreed on, which is why they are not left to
 * the protocol's own text document: that one counts in UTF-16 only.
 */
export class Documents {
  readonly #documents: TextDocuments<OpenDocument>;
  #openings = 0;

  constructor(encoding: Encoding) {
    this.#documents = new TextDocuments<OpenDocument>({
      create: (uri, languageId, version, text) => ({
        uri,
        languageId: languageIdFor(languageId, uri),
        version,
        text,
        opening: ++this.#openings,
      }),
      update: (document, changes, version) => {
        const text = changes.reduce((before, change) => applied(before, change, encoding), document.text);
        return { ...document, version, text };
      },
    });
  }

  get(uri: string): OpenDocument | undefined {
    return this.#documents.get(uri);
  }

  all(): readonly OpenDocument[] {
    return this.#documents.all();
  }

  get onDidOpen() {
    return this.#documents.onDidOpen;
  }

  /** Also fires when a document is opened. */
  get onDidChangeContent() {
    return this.#documents.onDidChangeContent;
  }

  get onDidSave() {
    return this.#documents.onDidSave;
  }

  get onDidClose() {
    return this.#documents.onDidClose;
  }

  listen(connection: Connection): void {
    this.#documents.listen(connection);
  }
}

/** The text after one change; each of several counts in the text that the one before left. */
function applied(text: string, change: TextDocumentContentChangeEvent, encoding: Encoding): string {
  if (!('range' in change)) return change.text;
  const { start, end } = positionsOf(text, encoding).span(change.range);
  return text.slice(0, start) + change.text + text.slice(end);
}
