import { type Disposable, Range, type TextEditor, window } from 'vscode';
import { visibleNotification } from '../../../server/src/lsp/protocol.ts';
import { type LateClient, State } from '../lateClient.ts';

/** Shorter drafts are checked in no time: of these nothing is told. In lines; a paragraph of prose is often one. */
const FEWEST_LINES = 20;

/** How long scrolling must pause, in milliseconds. */
const PAUSE_MS = 150;

/** Tells the server what is in view, so that this is what it checks first of a long draft. */
export class VisibleParts implements Disposable {
  readonly #client: LateClient;
  readonly #owned: Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: LateClient) {
    this.#client = client;
    this.#owned = [
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#later(textEditor)),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor) this.#tell(editor);
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const owned of this.#owned) owned.dispose();
  }

  #later(editor: TextEditor): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(editor), PAUSE_MS);
  }

  #tell({ document, visibleRanges }: TextEditor): void {
    const [first] = visibleRanges;
    const last = visibleRanges.at(-1);
    if (!first || !last || this.#client.state !== State.Running || document.lineCount < FEWEST_LINES || document.isClosed) return;
    // Folded lines stand between the ranges; a line that is wrapped counts whole.
    const range = document.validateRange(new Range(first.start.line, 0, last.end.line + 1, 0));
    const params = {
      uri: this.#client.code2ProtocolConverter.asUri(document.uri),
      range: this.#client.code2ProtocolConverter.asRange(range),
    };
    void this.#client.sendNotification(visibleNotification.method, params).catch(() => undefined);
  }
}
