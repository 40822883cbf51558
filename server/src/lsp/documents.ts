import { type Connection, type TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import { languageIdFor } from '../draft/languages/index.ts';
import { type Encoding, positionsOf } from '../features/convert.ts';
import type { DraftDocument } from '../service/sourceCheck.ts';
import type { Change } from './typing.ts';

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

  /** `changed` is told of what changes, each change as it counts in the text that the one before left, and what came of it. */
  constructor(encoding: Encoding, changed: (uri: string, changes: readonly Change[], text: string) => void = () => undefined) {
    this.#documents = new TextDocuments<OpenDocument>({
      create: (uri, languageId, version, text) => ({
        uri,
        languageId: languageIdFor(languageId, uri),
        version,
        text,
        opening: ++this.#openings,
      }),
      update: (document, changes, version) => {
        let { text } = document;
        const made: Change[] = [];
        for (const change of changes) {
          const one = changeOf(text, change, encoding);
          // Words that are replaced by themselves were not typed.
          const replaced = text.slice(one.span.start, one.span.end);
          if (replaced === one.newText) continue;
          text = text.slice(0, one.span.start) + one.newText + text.slice(one.span.end);
          made.push({ ...one, replaced });
        }
        if (made.length > 0) changed(document.uri, made, text);
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

/** One change as offsets of the text before it; a client that sends the whole text has changed all of it. */
function changeOf(text: string, change: TextDocumentContentChangeEvent, encoding: Encoding): Change {
  const span = 'range' in change ? positionsOf(text, encoding).span(change.range) : { start: 0, end: text.length };
  return { span, newText: change.text };
}
