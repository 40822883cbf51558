import type { Connection, Diagnostic } from 'vscode-languageserver';
import { uriOfPath } from '../features/convert.ts';
import { stetDiagnostics } from '../features/stetDiagnostics.ts';
import type { Analysis } from '../rules/analysis.ts';
import { NOTHING_STANDS, type Stands } from '../rules/standing.ts';
import type { Configuration } from '../service/configuration.ts';
import { fileNameOf } from '../service/configurationPaths.ts';
import type { Host } from '../service/host.ts';
import { parseStetFile, STET_FILE, type StetFile } from '../service/stetFile.ts';
import { standsFor } from '../service/stetStands.ts';
import { unusedWith } from '../service/unusedStets.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { guardedTask, type Log } from './guard.ts';
import { soon } from './soon.ts';
import type { Traits } from './traits.ts';
import type { Workspace } from './workspace.ts';

/** How long after a check the files are looked at, in milliseconds: checks come with keystrokes, and this is no hurry. */
const LOOK_MS = 250;

/** What was last seen of an open draft. Holds nothing of its text. */
interface Seen {
  readonly path: string;
  readonly file: StetFile;
  readonly stands: Stands;
  readonly served: ReadonlySet<number>;
}

/** A file that says what is let stand, as the editor has it. */
export interface CurrentStets {
  readonly file: StetFile;
  /** Of the open document; null where it is not open. */
  readonly version: number | null;
}

interface World {
  readonly connection: Connection;
  readonly host: Host;
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly traits: Traits;
  readonly log: Log;
}

/**
 * The files that say what is let stand, over time: as they are on disk, or in the editor while they are open there. Tells on
 * the files themselves what is wrong in them, and which entries let nothing stand.
 */
export class Stets {
  readonly #world: World;
  readonly #parsed = new WeakMap<OpenDocument, StetFile>();
  readonly #seen = new Map<string, Seen>();
  readonly #sent = new Map<string, { readonly text: string; readonly diagnostics: readonly Diagnostic[] }>();
  /** By path, what a file said when it was last there. */
  readonly #wasOnDisk = new Map<string, string>();
  /** By path, the document that says what its file said when it was deleted. */
  readonly #left = new Map<string, OpenDocument>();
  readonly #lookSoon: () => void;
  #configurations: readonly Configuration[] = [];
  #looking: Promise<void> = Promise.resolve();

  constructor(world: World) {
    this.#world = world;
    this.#lookSoon = soon(LOOK_MS, () => {
      guardedTask('looking at what is let stand', world.log, () => {
        this.#looking = this.#looking.catch(() => undefined).then(() => this.#look());
        return this.#looking;
      });
    });
  }

  /** The file of a configuration as the editor has it. */
  currentOf({ stet }: Configuration): CurrentStets {
    const document = this.#openAt(stet.path);
    // Editors keep a document for a while whose file is deleted: it holds no more, unless it is written on.
    this.#noteFile(stet, document);
    if (!document) return { file: stet, version: null };
    if (stet.text === null && this.#left.get(stet.path) === document) return { file: stet, version: document.version };
    let file = this.#parsed.get(document);
    if (!file) {
      file = parseStetFile(stet.path, stet.home, document.text);
      this.#parsed.set(document, file);
    }
    return { file, version: document.version };
  }

  /** Takes note of what a file says, open or not, and of the document that is left where it is deleted. */
  #noteFile({ path, text }: StetFile, document: OpenDocument | undefined): void {
    if (text !== null) {
      this.#wasOnDisk.set(path, text);
      this.#left.delete(path);
    } else if (document && this.#wasOnDisk.get(path) === document.text) {
      this.#left.set(path, document);
    }
    if (text === null) this.#wasOnDisk.delete(path);
  }

  /** What is let stand in the draft at a path. */
  standsFor(configuration: Configuration, path: string): Stands {
    return standsFor(this.currentOf(configuration).file, path);
  }

  /** Takes note of what was let stand in an open draft. Nearly free where that is as before. */
  checked(
    uri: string,
    path: string,
    { configuration, analysis }: { readonly configuration: Configuration; readonly analysis: Analysis },
  ): void {
    const { file } = this.currentOf(configuration);
    const before = this.#seen.get(uri);
    const { stands, served } = analysis.stood ?? { stands: NOTHING_STANDS, served: NONE };
    if (before?.file === file && before.stands === stands && before.path === path && isSame(before.served, served)) return;
    this.#seen.set(uri, { path, file, stands, served });
    if (file.text !== null || this.#sent.has(file.path)) this.#lookSoon();
  }

  /** A document was closed. */
  closed(uri: string): void {
    if (this.#seen.delete(uri)) this.#lookSoon();
  }

  /** The configurations that hold now. */
  follow(configurations: readonly Configuration[]): void {
    this.#configurations = configurations;
    this.#lookSoon();
  }

  /** Whether a path is that of such a file, there or not; before it is known what holds, by its name. */
  isFile(path: string): boolean {
    return fileNameOf(path) === STET_FILE || this.#configurations.some(({ stet }) => stet.path === path);
  }

  /** Whether a document is such a file that was not there when the disk was asked last: it may be there by now. */
  isUnseen(uri: string): boolean {
    const document = this.#world.documents.get(uri);
    const path = document && this.#world.workspace.pathOf(document);
    return this.#configurations.some(({ stet }) => stet.path === path && stet.text === null);
  }

  /** The file that an open document is; null where it is none. */
  openFile(uri: string): (CurrentStets & { readonly path: string }) | null {
    const document = this.#world.documents.get(uri);
    const path = document && this.#world.workspace.pathOf(document);
    const configuration = this.#configurations.find(({ stet }) => stet.path === path);
    return configuration ? { ...this.currentOf(configuration), path: configuration.stet.path } : null;
  }

  /** What was told of a file, for clients to which it is sent. */
  diagnosticsOf(path: string): readonly Diagnostic[] {
    return this.#sent.get(path)?.diagnostics ?? [];
  }

  #openAt(path: string): OpenDocument | undefined {
    const { documents, workspace } = this.#world;
    return documents.all().find((document) => workspace.pathOf(document) === path);
  }

  async #look(): Promise<void> {
    const { connection, traits } = this.#world;
    const byPath = new Map<string, Configuration>();
    for (const configuration of this.#configurations) byPath.set(configuration.stet.path, configuration);
    for (const [path, configuration] of byPath) {
      const { file } = this.currentOf(configuration);
      const unused = file.text === null ? [] : await this.#unusedIn(file, configuration);
      const diagnostics = stetDiagnostics(file, unused, {
        settings: configuration.settings,
        encoding: traits.encoding,
        voice: traits.voice,
      });
      const text = JSON.stringify(diagnostics);
      if (text === (this.#sent.get(path)?.text ?? '[]')) continue;
      this.#sent.set(path, { text, diagnostics });
      await connection.sendDiagnostics({ uri: this.#openAt(path)?.uri ?? uriOfPath(path), diagnostics });
    }
    for (const [path, { text }] of this.#sent) {
      if (byPath.has(path)) continue;
      this.#sent.delete(path);
      if (text !== '[]') await connection.sendDiagnostics({ uri: this.#openAt(path)?.uri ?? uriOfPath(path), diagnostics: [] });
    }
  }

  /** Nothing can be said while sources are still being read. */
  async #unusedIn(file: StetFile, configuration: Configuration) {
    const { host, workspace, documents } = this.#world;
    if (!workspace.shelfOf(configuration).library.complete) return [];
    const served = new Map<string, ReadonlySet<number>>();
    const open = new Map(documents.all().map((document) => [workspace.pathOf(document), document.text]));
    for (const seen of this.#seen.values()) if (isSameFile(seen.file, file)) served.set(seen.path, seen.served);
    return await unusedWith(file, served, { host, configurationOf: (path) => workspace.configurationOf(path), open });
  }
}

const NONE: ReadonlySet<number> = new Set();

/** A file that was read again says the same. */
function isSameFile(a: StetFile, b: StetFile): boolean {
  return a === b || (a.path === b.path && a.home === b.home && a.text === b.text);
}

function isSame(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}
