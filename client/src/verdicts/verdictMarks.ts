import { type Disposable, languages, Range, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import { checkedNotification, type PlainRange, type QuotationVerdict, verdictsRequest } from '../../../server/src/lsp/protocol.ts';
import { ask, listen } from '../client.ts';
import { type LateClient, State } from '../lateClient.ts';
import { type Change, followed } from './follow.ts';
import { KINDS, marksOf, RIGHT } from './looks.ts';

/** Which quotations are marked: all, those alone whose words are not the source's, or none. */
type Shown = 'all' | 'unverified' | 'none';

/** How long nothing must be typed before marks are drawn anew, in milliseconds: they shall not dance under the hand. */
const PAUSE_MS = 400;

/** How long after a change the mark of a quotation that it has altered stays, where no check has come, in milliseconds. */
const STALE_MS = 1500;

/** Marks each quotation with what the last check made of it: silence alone would not tell “checked and right” from “not checked”. */
export class VerdictMarks implements Disposable {
  readonly #client: LateClient;
  readonly #marks = new Map(KINDS.map((kind) => [kind, marksOf(kind)]));
  /** What was told last and still holds, by document. */
  readonly #told = new Map<string, readonly QuotationVerdict[]>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #stale = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #owned: Disposable[];

  constructor(client: LateClient) {
    this.#client = client;
    this.#owned = [
      ...this.#marks.values(),
      listen(client, checkedNotification, ({ uri }) => this.#later(client.protocol2CodeConverter.asUri(uri).toString())),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) for (const { document } of window.visibleTextEditors) this.#later(document.uri.toString());
      }),
      window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) this.#meet(editor);
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const uri = document.uri.toString();
        if (this.#timers.has(uri)) this.#later(uri);
        this.#follow(uri, contentChanges);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri.toString())),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('verbatim.marks')) for (const editor of window.visibleTextEditors) this.#meet(editor);
      }),
    ];
  }

  /** What is marked in a document: the kind of each mark with the words that it stands for, in the order of the text. */
  shownIn(document: TextDocument): readonly (readonly [kind: string, words: string])[] {
    return this.#toShow(document).map(({ verdict, range }) => [verdict, document.getText(rangeOf(range))]);
  }

  dispose(): void {
    for (const timer of [...this.#timers.values(), ...this.#stale.values()]) clearTimeout(timer);
    for (const owned of this.#owned) owned.dispose();
  }

  /** An editor has come into view, or is to be drawn otherwise. */
  #meet(editor: TextEditor): void {
    const { document } = editor;
    if (this.#told.has(document.uri.toString())) this.#draw(editor);
    else this.#later(document.uri.toString());
  }

  #later(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    const timer = setTimeout(() => {
      this.#timers.delete(uri);
      const editors = window.visibleTextEditors.filter(({ document }) => document.uri.toString() === uri);
      const [first] = editors;
      if (first && this.#isAsked(first.document)) void this.#renew(first.document, editors).catch(() => undefined);
    }, PAUSE_MS);
    this.#timers.set(uri, timer);
  }

  /** Drafts may be checked only when they are saved: a sign must not vouch for words that have been altered since. */
  #follow(uri: string, changes: readonly Change[]): void {
    const told = this.#told.get(uri);
    if (!told || changes.length === 0) return;
    const known = followed(told, changes);
    this.#told.set(uri, known);
    if (known.length === told.length && !this.#stale.has(uri)) return;
    clearTimeout(this.#stale.get(uri));
    const timer = setTimeout(() => {
      this.#stale.delete(uri);
      for (const editor of window.visibleTextEditors) if (editor.document.uri.toString() === uri) this.#draw(editor);
    }, STALE_MS);
    this.#stale.set(uri, timer);
  }

  #isAsked(document: TextDocument): boolean {
    const { documentSelector } = this.#client.clientOptions;
    return this.#client.state === State.Running && languages.match(documentSelector as Parameters<typeof languages.match>[0], document) > 0;
  }

  /** What cannot be told now will be told of after the next check; until then the marks move with the text. */
  async #renew(document: TextDocument, editors: readonly TextEditor[]): Promise<void> {
    const result = await ask(this.#client, verdictsRequest, { uri: this.#client.code2ProtocolConverter.asUri(document.uri) });
    if (result?.version !== document.version || document.isClosed) return;
    this.#told.set(document.uri.toString(), result.quotations);
    for (const editor of editors) this.#draw(editor);
  }

  #draw(editor: TextEditor): void {
    const quotations = this.#toShow(editor.document);
    for (const [kind, { whole, words }] of this.#marks) {
      const own = quotations.filter(({ verdict }) => verdict === kind);
      editor.setDecorations(
        whole,
        own.map(({ range }) => rangeOf(range)),
      );
      if (words)
        editor.setDecorations(
          words,
          own.flatMap(({ pieces }) => pieces.map(rangeOf)),
        );
    }
  }

  #toShow(document: TextDocument): readonly QuotationVerdict[] {
    const shown = workspace.getConfiguration('verbatim', document).get<Shown>('marks', 'all');
    const told = this.#told.get(document.uri.toString()) ?? [];
    if (shown === 'none') return [];
    return shown === 'all' ? told : told.filter(({ verdict }) => !RIGHT.has(verdict));
  }

  #forget(uri: string): void {
    for (const timers of [this.#timers, this.#stale]) {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
    }
    this.#told.delete(uri);
  }
}

function rangeOf({ start, end }: PlainRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
