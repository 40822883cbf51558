import type { ConfigurationItem, Connection } from 'vscode-languageserver';
import { uriOfPath } from '../features/convert.ts';
import { after } from '../service/pump.ts';
import type { CheckTime, Settings } from '../service/settings.ts';
import { readSetting, settingsFrom } from '../service/settingsSchema.ts';
import type { Log } from './guard.ts';
import type { Traits } from './traits.ts';

/** The section of an editor's settings that is ours. */
export const SECTION = 'verbatim';

/** How long the client may take to answer a question for settings, in milliseconds; then the defaults hold. */
const PATIENCE_MS = 3000;

/** What the editor has set: asked of the client where that is possible, else what it sent by itself. */
export class SettingsSource {
  readonly #connection: Connection;
  readonly #traits: Traits;
  readonly #log: Log;
  #sent: unknown;

  constructor(connection: Connection, traits: Traits, log: Log) {
    this.#connection = connection;
    this.#traits = traits;
    this.#log = log;
    this.#sent = traits.settings;
  }

  /**
   * Takes over what came with a notice of changed settings; clients that can be asked send nothing with it. Without our
   * section, what the client said at the start holds again: what it sent since was cleared.
   */
  take(settings: unknown): void {
    if (typeof settings !== 'object' || settings === null) return;
    this.#sent = SECTION in settings ? settings[SECTION] : this.#traits.settings;
  }

  /** The settings for a workspace folder, or for what lies in none; what is wrong in them is logged and left out. */
  async settingsFor(folder: string | null): Promise<Partial<Settings>> {
    const { settings, problems } = settingsFrom(this.#traits.asksSettings ? await this.#ask(folder) : this.#sent);
    for (const problem of problems) this.#log.error(`Settings: ${problem}`);
    return settings;
  }

  /** When just this document is to be checked, where the client can say so of one document. */
  async checkTimeOf(uri: string): Promise<CheckTime | undefined> {
    if (!this.#traits.asksSettings) return undefined;
    const said = await this.#answer({ section: `${SECTION}.check`, scopeUri: uri });
    return said === null || said === undefined ? undefined : readSetting('check', said).value;
  }

  /** A setting that only the editor has, as it says it; undefined where it says nothing. */
  async editorSetting(name: string): Promise<unknown> {
    const said = this.#traits.asksSettings ? await this.#ask(null) : this.#sent;
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>)[name] : undefined;
  }

  #ask(folder: string | null): Promise<unknown> {
    return this.#answer({ section: SECTION, ...(folder === null ? {} : { scopeUri: uriOfPath(folder) }) });
  }

  #answer(item: ConfigurationItem): Promise<unknown> {
    const late = new Promise<undefined>((resolve) => {
      after(PATIENCE_MS, () => resolve(undefined));
    });
    return Promise.race([this.#connection.workspace.getConfiguration(item).catch(() => undefined), late]) as Promise<unknown>;
  }
}
