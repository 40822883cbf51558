import { CodeLensRefreshRequest, CodeLensRequest, type Connection, type Disposable, InlayHintRequest } from 'vscode-languageserver';
import { SOURCE_HINTS, type SourceHints } from '../features/sourceHints.ts';
import type { SettingsSource } from './settingsSource.ts';
import type { Traits } from './traits.ts';

/** The editor's own setting, which no project file has: what is shown in a text is its reader's matter. */
export const SOURCE_HINTS_SETTING = 'sourceHints';

/** Whether sources are shown in the text, and how. As long as they are not, a client that can be told so does not ask for them. */
export class SourceHinting {
  readonly #connection: Connection;
  readonly #settings: SettingsSource;
  readonly #traits: Traits;
  #mode: SourceHints = 'off';
  #registered: Disposable | null = null;
  #last: Promise<void> = Promise.resolve();

  constructor(connection: Connection, settings: SettingsSource, traits: Traits) {
    this.#connection = connection;
    this.#settings = settings;
    this.#traits = traits;
  }

  /** What is set; waits until a change of it has been taken over. */
  async mode(): Promise<SourceHints> {
    await this.#last.catch(() => undefined);
    return this.#mode;
  }

  /** Takes over what is set now; one call after another. */
  follow(): Promise<void> {
    this.#last = this.#last.catch(() => undefined).then(() => this.#takeOver());
    return this.#last;
  }

  /** Has the client ask again for what it shows: sources or drafts may be others now. */
  refresh(): Promise<void> {
    return this.#askAgain(this.#mode);
  }

  async #takeOver(): Promise<void> {
    const set = await this.#settings.editorSetting(SOURCE_HINTS_SETTING);
    const mode = SOURCE_HINTS.find((one) => one === set) ?? 'off';
    if (mode === this.#mode) return;
    const before = this.#mode;
    this.#mode = mode;
    // What is on show goes with its registration; without one, by being asked for again.
    if (this.#registered) this.#registered.dispose();
    else await this.#askAgain(before);
    this.#registered = null;
    this.#registered = await this.#register(mode);
    if (!this.#registered) await this.#askAgain(mode);
  }

  async #askAgain(mode: SourceHints): Promise<void> {
    const { inlayHints, codeLenses } = this.#traits;
    if (mode === 'inlay' && inlayHints.refreshes) await this.#connection.languages.inlayHint.refresh();
    if (mode === 'lens' && codeLenses.refreshes) await this.#connection.sendRequest(CodeLensRefreshRequest.type);
  }

  async #register(mode: SourceHints): Promise<Disposable | null> {
    const { inlayHints, codeLenses } = this.#traits;
    const { client } = this.#connection;
    if (mode === 'inlay' && inlayHints.registers) return await client.register(InlayHintRequest.type, { documentSelector: null });
    if (mode === 'lens' && codeLenses.registers) return await client.register(CodeLensRequest.type, { documentSelector: null });
    return null;
  }
}
