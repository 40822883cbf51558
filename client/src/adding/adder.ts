import { type CancellationToken, commands, FileSystemError, FileType, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import {
  type AddSourceParams,
  addSourceRequest,
  corporaRequest,
  type GivenContent,
  type PreparedSource,
} from '../../../server/src/lsp/sourcesProtocol.ts';
import { CannotFetch, fetchPage } from '../../../server/src/web/fetchPage.ts';
import { base64Of, bytesOfBase64 } from '../base64.ts';
import { ask } from '../client.ts';
import type { LateClient } from '../lateClient.ts';
import { told } from '../wording.ts';
import type { Thing } from './things.ts';
import { addedMessage, refusedMessage, twinMessage } from './wording.ts';

/** Names that turn out to be taken when a file is written; so often others are asked for. */
const ATTEMPTS = 5;

/** What became of a thing. */
export type Outcome =
  | { readonly kind: 'added'; readonly thing: Thing; readonly source: PreparedSource }
  | { readonly kind: 'refused'; readonly thing: Thing; readonly reason: string }
  /** The corpus has it already, and it was left alone. */
  | { readonly kind: 'twin'; readonly thing: Thing; readonly source: PreparedSource };

/** What is given to the server, and what is written where it says that this stays as it is. */
interface Given {
  readonly content: GivenContent;
  readonly keep: (target: Uri) => Thenable<void>;
}

/** Keeps things as sources: asks the server how, and writes the files. */
export class SourceAdder {
  readonly #client: LateClient;
  readonly #agent: string | null;

  /** `agent`: what is said to servers of the web of who asks; null in a browser, which says that itself. */
  constructor(client: LateClient, agent: string | null) {
    this.#client = client;
    this.#agent = agent;
  }

  /** Adds things one after the other and says what became of them; where it is not said where, to the folder that the writer chooses. */
  async add(things: readonly Thing[], { folder, again = false }: AddOptions = {}): Promise<readonly Outcome[]> {
    const target = folder ?? (await this.#chooseFolder());
    if (!target || things.length === 0) return [];
    const options = { location: ProgressLocation.Notification, title: l10n.t('Adding to the sources'), cancellable: true };
    const outcomes = await window.withProgress(options, async (progress, token) => {
      const found: Outcome[] = [];
      for (const thing of things) {
        if (token.isCancellationRequested) break;
        progress.report({ message: nameOf(thing), increment: 100 / things.length });
        const outcome = await this.#addOne(thing, target, { again, token });
        if (outcome) found.push(outcome);
      }
      return found;
    });
    this.#tell(outcomes, target);
    return outcomes;
  }

  /** Null where it was cancelled. */
  async #addOne(thing: Thing, folder: Uri, { again, token }: { again: boolean; token: CancellationToken }): Promise<Outcome | null> {
    try {
      const given = await this.#given(thing, token);
      return await this.#keep(thing, given, { folder, again, token });
    } catch (error) {
      if (token.isCancellationRequested) return null;
      const reason = reasonFor(error);
      if (reason === undefined) this.#client.error('Adding a source failed.', error, false);
      return { kind: 'refused', thing, reason: reason ?? l10n.t('Verbatim could not do this. Its output has the details.') };
    }
  }

  async #keep(thing: Thing, given: Given, { folder, again, token }: KeepOptions): Promise<Outcome> {
    const taken: string[] = [];
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const asked = this.#client.code2ProtocolConverter.asUri(folder);
      const params: AddSourceParams = { folder: asked, given: given.content, today: today(), taken };
      const source = await ask(this.#client, addSourceRequest, params, token);
      if (source.kind === 'refused') return { kind: 'refused', thing, reason: source.reason };
      if (source.twin?.same === 'text' && !again) return { kind: 'twin', thing, source };
      const clash = await this.#write(source, given, folder);
      if (clash === null) return { kind: 'added', thing, source };
      taken.push(clash);
    }
    throw new CannotAdd(l10n.t('Files of that name keep appearing. Try again.'));
  }

  /** Writes all files, or where a name is taken after all, none, and gives the source's name. */
  async #write({ files }: PreparedSource, { keep }: Given, folder: Uri): Promise<string | null> {
    const targets = files.map(({ uri, base64 }) => ({ uri: this.#client.protocol2CodeConverter.asUri(uri), base64 }));
    for (const { uri } of targets) if (await isThere(uri)) return lastStep(uri).replace(/\.yaml$/, '');
    await workspace.fs.createDirectory(folder);
    for (const { uri, base64 } of targets) {
      await (base64 === null ? keep(uri) : workspace.fs.writeFile(uri, bytesOfBase64(base64)));
    }
    return null;
  }

  /** What the server is given of a thing. A file that it can read itself is named only. */
  async #given(thing: Thing, token: CancellationToken): Promise<Given> {
    if (thing.kind === 'text') {
      return { content: { kind: 'pasted', text: thing.text, html: thing.html }, keep: () => Promise.resolve() };
    }
    if (thing.kind === 'content') return bytesGiven(thing.bytes, { name: thing.name, mediaType: null, url: null });
    if (thing.kind === 'page') return await this.#fetched(thing.address, token);
    const uri = this.#client.protocol2CodeConverter.asUri(thing.uri);
    const { type } = await workspace.fs.stat(uri);
    if (type & FileType.Directory) throw new CannotAdd(l10n.t('It is a folder: add the files in it.'));
    if (uri.scheme !== 'file') {
      return bytesGiven(await workspace.fs.readFile(uri), { name: lastStep(uri), mediaType: null, url: null });
    }
    const content: GivenContent = { kind: 'file', uri: this.#client.code2ProtocolConverter.asUri(uri) };
    return { content, keep: (target) => workspace.fs.copy(uri, target, { overwrite: false }) };
  }

  async #fetched(address: string, token: CancellationToken): Promise<Given> {
    if (!workspace.isTrusted) throw new CannotAdd(l10n.t('Pages are fetched only in workspaces that you trust.'));
    const controller = new AbortController();
    const subscription = token.onCancellationRequested(() => controller.abort(new Error('cancelled')));
    try {
      const { bytes, name, mediaType, url } = await fetchPage(address, { agent: this.#agent, signal: controller.signal });
      return bytesGiven(bytes, { name, mediaType, url });
    } finally {
      subscription.dispose();
    }
  }

  async #chooseFolder(): Promise<Uri | undefined> {
    const draft = window.activeTextEditor?.document.uri;
    const params = draft ? { draft: this.#client.code2ProtocolConverter.asUri(draft) } : {};
    const { folders } = await ask(this.#client, corporaRequest, params);
    const uriOf = (uri: string) => this.#client.protocol2CodeConverter.asUri(uri);
    const [first] = folders;
    if (!first) {
      await window.showInformationMessage(l10n.t('Open a folder or a draft first: sources are kept in a folder “corpus” beside it.'));
      return undefined;
    }
    if (folders.length === 1) return uriOf(first.uri);
    const items = folders.map(({ name, uri }) => ({ label: name, uri }));
    const chosen = await window.showQuickPick(items, {
      title: l10n.t('Add Source'),
      placeHolder: l10n.t('The folder that it is to be kept in'),
    });
    return chosen && uriOf(chosen.uri);
  }

  /** Says what became of things; nobody waits for the answer. */
  #tell(outcomes: readonly Outcome[], folder: Uri): void {
    const added = outcomes.filter((outcome) => outcome.kind === 'added');
    const refused = outcomes.filter((outcome) => outcome.kind === 'refused');
    const twins = outcomes.filter((outcome) => outcome.kind === 'twin');
    if (added.length > 0) void this.#tellAdded(added.map(({ source }) => source));
    if (refused.length > 0) {
      const message = refusedMessage(refused.map(({ thing, reason }) => ({ name: nameOf(thing), reason })));
      void window.showWarningMessage(message);
    }
    if (twins.length > 0) void this.#tellTwins(twins, folder);
  }

  async #tellAdded(sources: readonly PreparedSource[]): Promise<void> {
    const [only] = sources;
    const known = await commands.getCommands(true);
    const open = l10n.t('Open');
    const buttons = sources.length === 1 ? [open, ...(known.includes(EDIT_DETAILS) ? [l10n.t('Edit Details')] : [])] : [];
    const chosen = await window.showInformationMessage(addedMessage(sources), ...buttons);
    if (!only || chosen === undefined) return;
    if (chosen === open) await commands.executeCommand('verbatim.openSource', only.textUri);
    else await commands.executeCommand(EDIT_DETAILS, Uri.parse(only.files[0]?.uri ?? ''));
  }

  async #tellTwins(twins: readonly (Outcome & { kind: 'twin' })[], folder: Uri): Promise<void> {
    const [open, again] = [l10n.t('Open'), l10n.t('Add Again')];
    const buttons = [...(twins.length === 1 ? [open] : []), again];
    const chosen = await window.showInformationMessage(twinMessage(twins.map(({ source }) => source)), ...buttons);
    if (chosen === open) await commands.executeCommand('verbatim.openSource', twins[0]?.source.twin?.uri);
    if (chosen === again) {
      const things = twins.map(({ thing }) => thing);
      await this.add(things, { folder, again: true });
    }
  }
}

export interface AddOptions {
  readonly folder?: Uri | undefined;
  /** Whether a text that the corpus has already is added all the same. */
  readonly again?: boolean;
}

interface KeepOptions {
  readonly folder: Uri;
  readonly again: boolean;
  readonly token: CancellationToken;
}

/** A command that other parts of the extension may have. */
const EDIT_DETAILS = 'verbatim.editSourceDetails';

function bytesGiven(bytes: Uint8Array, rest: { name: string | null; mediaType: string | null; url: string | null }): Given {
  const content: GivenContent = { kind: 'bytes', base64: base64Of(bytes), ...rest };
  return { content, keep: (target) => workspace.fs.writeFile(target, bytes) };
}

function isThere(uri: Uri): Thenable<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** Why something cannot be added: a sentence or two for the writer. */
class CannotAdd extends Error {
  override readonly name = 'CannotAdd';
}

/** What is wrong with a file, by the editor's name for it. */
function fileTrouble({ code, message }: FileSystemError): string {
  switch (code) {
    case 'FileNotFound':
      return l10n.t('There is no such file.');
    case 'NoPermissions':
      return l10n.t('You may not read it, or not write to the folder of the sources.');
    case 'Unavailable':
      return l10n.t('Its folder cannot be reached at the moment.');
    default:
      return message;
  }
}

/** What went wrong, in words; undefined for a fault of ours. */
function reasonFor(error: unknown): string | undefined {
  if (error instanceof CannotFetch) return told(error.said);
  if (error instanceof CannotAdd) return error.message;
  return error instanceof FileSystemError ? fileTrouble(error) : undefined;
}

/** The day where this runs, as ISO 8601 writes it. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function lastStep({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function nameOf(thing: Thing): string {
  if (thing.kind === 'file') return lastStep(Uri.parse(thing.uri));
  if (thing.kind === 'page') return thing.address;
  return thing.kind === 'content' ? thing.name : l10n.t('The text');
}
