import {
  commands,
  Disposable,
  env,
  l10n,
  Position,
  Selection,
  SnippetString,
  TabInputText,
  type TextDocument,
  type TextEditor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { type DocumentRole, type PlainPosition, type Quote, quoteRequest, roleRequest } from '../../../server/src/lsp/protocol.ts';
import { ask } from '../client.ts';
import type { Register } from '../commands.ts';
import type { LateClient } from '../lateClient.ts';

/** Whether the text in the active editor is a source: then “Quote This” is offered there. */
const IN_SOURCE = 'verbatim.inSource';
/** Where drafts and sources are; the editor's own outputs and comparisons are neither. */
const SCHEMES = new Set(['file', 'untitled', 'vscode-vfs', 'verbatim-source']);

/** Puts passages of sources into drafts, and knows which draft was worked on last. */
export class Quoting implements Disposable {
  readonly #client: LateClient;
  readonly #owned: Disposable;
  #lastDraft: Uri | undefined;

  constructor(client: LateClient, register: Register) {
    this.#client = client;
    this.#owned = Disposable.from(
      register('quoteThis', () => this.#quoteThis()),
      window.onDidChangeActiveTextEditor((editor) => void this.#look(editor)),
    );
  }

  /** To be called when the server answers. */
  started(): void {
    void this.#look(window.activeTextEditor);
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #look(editor: TextEditor | undefined): Promise<void> {
    const role = editor ? await this.#roleOf(editor.document) : 'other';
    if (role === 'draft') this.#lastDraft = editor?.document.uri;
    // By the time of the answer another one may be active.
    if (window.activeTextEditor !== editor) return;
    await commands.executeCommand('setContext', IN_SOURCE, role === 'source');
  }

  async #roleOf({ uri, languageId }: Pick<TextDocument, 'uri' | 'languageId'>): Promise<DocumentRole> {
    if (!SCHEMES.has(uri.scheme)) return 'other';
    try {
      return (await ask(this.#client, roleRequest, { uri: this.#written(uri), languageId })).role;
    } catch {
      // A server that is not there has said so already.
      return 'other';
    }
  }

  async #quoteThis(): Promise<void> {
    const source = window.activeTextEditor;
    if (!source) {
      void window.showInformationMessage(l10n.t('Open a source first, and select what you want to quote.'));
      return;
    }
    const draft = await this.#draftFor(source.document);
    if (draft === 'cancelled') return;
    const quote = await this.#quote(source, draft?.document);
    // Nobody waits until somebody has read a message.
    if (!quote) void window.showInformationMessage(l10n.t('There is nothing to quote here. Select words in one of your sources first.'));
    else if (!draft) {
      await env.clipboard.writeText(quote.text);
      void window.showInformationMessage(l10n.t('No draft is open, so the quotation was copied. Paste it where you want it.'));
    } else await this.#insert(source, draft);
    if (quote && quote.guessed.length > 0) {
      void window.showInformationMessage(l10n.t('Check the citation: what it says of this source is partly guessed.'));
    }
  }

  #quote({ document, selection }: TextEditor, draft: TextDocument | undefined, position?: PlainPosition): Promise<Quote | null> {
    return ask(this.#client, quoteRequest, {
      uri: this.#written(document.uri),
      range: { start: plain(selection.start), end: plain(selection.end) },
      ...(draft ? { draft: this.#written(draft.uri) } : {}),
      ...(position ? { position } : {}),
    });
  }

  /** Words at the draft's cursor, the footnote at its end; taken back in one step. */
  async #insert(source: TextEditor, { document, column }: OpenDraft): Promise<void> {
    const editor = await window.showTextDocument(document, column === undefined ? {} : { viewColumn: column });
    const cursor = editor.selection.active;
    const quote = await this.#quote(source, document, plain(cursor));
    if (!quote) return;
    const { edits, snippet } = quote;
    if (edits.length > 0) {
      const write = (builder: { insert(at: Position, text: string): void }) => {
        for (const { range, newText } of edits) builder.insert(new Position(range.start.line, range.start.character), newText);
      };
      await editor.edit(write, { undoStopBefore: true, undoStopAfter: false });
      // What was put in at the cursor itself has moved it.
      editor.selection = new Selection(cursor, cursor);
    }
    await editor.insertSnippet(new SnippetString(snippet), cursor, { undoStopBefore: edits.length === 0, undoStopAfter: true });
  }

  /** The draft that words are for: one that is to be seen, else the one worked on last, else one that is open; asks where there are several. */
  async #draftFor(source: TextDocument): Promise<OpenDraft | undefined | 'cancelled'> {
    const visible = await this.#drafts(window.visibleTextEditors.map(({ document, viewColumn }) => ({ document, column: viewColumn })));
    const others = visible.filter(({ document }) => document !== source);
    if (others.length > 0) return await this.#choose(others);
    const open = window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.flatMap(({ input }) => (input instanceof TabInputText ? [input.uri] : [])),
    );
    const last = open.find((uri) => uri.toString() === this.#lastDraft?.toString());
    const documents = await Promise.all((last ? [last] : open.filter(({ scheme }) => SCHEMES.has(scheme))).map(opened));
    const drafts = await this.#drafts(documents.flatMap((document) => (document ? [{ document, column: undefined }] : [])));
    return await this.#choose(drafts.filter(({ document }) => document !== source));
  }

  async #drafts(among: readonly OpenDraft[]): Promise<readonly OpenDraft[]> {
    const roles = await Promise.all(among.map(({ document }) => this.#roleOf(document)));
    return among.filter((_, i) => roles[i] === 'draft');
  }

  async #choose(drafts: readonly OpenDraft[]): Promise<OpenDraft | undefined | 'cancelled'> {
    const one = [...new Map(drafts.map((draft) => [draft.document, draft])).values()];
    if (one.length < 2) return one[0];
    const isLast = ({ document }: OpenDraft) => Number(document.uri.toString() === this.#lastDraft?.toString());
    const items = one
      .sort((a, b) => isLast(b) - isLast(a))
      .map((draft) => ({ label: workspace.asRelativePath(draft.document.uri), draft }));
    const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Into which draft?') });
    return picked?.draft ?? 'cancelled';
  }

  #written(uri: Uri): string {
    return this.#client.code2ProtocolConverter.asUri(uri);
  }
}

/** A draft that words can be put into. */
interface OpenDraft {
  readonly document: TextDocument;
  /** Where it is shown; undefined where it is not. */
  readonly column: TextEditor['viewColumn'];
}

function plain({ line, character }: Position): PlainPosition {
  return { line, character };
}

/** A document by its URI; undefined for one that is no text. */
async function opened(uri: Uri): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}
