import { uriOfPath } from '../features/convert.ts';
import { type Digest, digestOf } from '../features/digest.ts';
import { fileNameOf, isInside, parentOf } from '../service/configurationPaths.ts';
import { type DraftListing, type FoundDraft, listDrafts } from '../service/draftListing.ts';
import { type Against, FolderCheck } from '../service/folderCheck.ts';
import type { Host } from '../service/host.ts';
import { Superseded } from '../service/sourceCheck.ts';
import { knownName } from './corpora.ts';
import { type Desk, viewOn } from './desk.ts';
import type { Documents } from './documents.ts';
import { DraftsBeside } from './draftsBeside.ts';
import { OutOfDate } from './guard.ts';
import type { Traits } from './traits.ts';
import type { Workspace } from './workspace.ts';

/** A draft with what was found in it. */
export interface BookedDraft {
  readonly uri: string;
  /** As the user knows it: from the workspace folder on. */
  readonly name: string;
  /** Null where it is not open. */
  readonly version: number | null;
  readonly digest: Digest;
}

/** Drafts in the order of their names. */
export interface Booked {
  readonly drafts: readonly BookedDraft[];
  /** Drafts that could not be read as text. */
  readonly unread: number;
  /** Whether there are more drafts than are looked at together. */
  readonly more: boolean;
  /** Whether some are given as they were found before they or the sources changed. */
  readonly stale: boolean;
  /** Drafts that have not been checked at all. */
  readonly left: number;
}

/** How all drafts are wanted. */
export interface BookQuestion {
  readonly signal: AbortSignal;
  readonly progressed?: (done: number, total: number) => void;
  /** Whether all is checked that has not been, or not as it is now. */
  readonly again: boolean;
  readonly wanted?: (text: string) => boolean;
}

/** A listing of the folders is good for so long, in milliseconds: nobody tells of a draft that another program writes. */
const LISTING_MS = 3000;

/** What the book is made of. */
interface World {
  readonly host: Host;
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly desk: Desk;
  readonly traits: Traits;
}

/** What is found in the open drafts, and when it is asked for in every draft of the workspace folders. */
export class DraftBook {
  readonly #world: World;
  readonly #folder: FolderCheck<Digest>;
  readonly #open = new Map<string, { readonly state: string; readonly draft: BookedDraft }>();
  readonly #beside: DraftsBeside;
  #listing: { readonly at: number; readonly folders: readonly string[]; readonly listing: DraftListing } | null = null;

  constructor(world: World) {
    this.#world = world;
    this.#beside = new DraftsBeside(world.traits.voice);
    this.#folder = new FolderCheck(
      world.host,
      (draft) => this.#against(draft),
      ({ path, configuration: { settings } }, analysis, library) =>
        digestOf(viewOn(analysis, { uri: uriOfPath(path), version: 0, settings, library }, world.traits)),
    );
  }

  /** A draft of each folder that has some, as they were listed last: the sources of all are kept at hand. */
  get oneOfEachFolder(): readonly string[] {
    const { drafts } = this.#listing?.listing ?? { drafts: [] };
    return [...new Map(drafts.map(({ path }) => [parentOf(path), path])).values()];
  }

  /** Files have changed, or which of them are drafts. */
  forgetListing(): void {
    if (this.#listing) this.#listing = { ...this.#listing, at: Number.NEGATIVE_INFINITY };
  }

  /** The open drafts. One that is being typed in is given as it was found last. */
  async open(signal: AbortSignal): Promise<readonly BookedDraft[]> {
    const { documents } = this.#world;
    const found: BookedDraft[] = [];
    for (const { uri } of documents.all()) {
      const draft = await this.#openDraft(uri, signal);
      if (draft) found.push(draft);
    }
    for (const uri of this.#open.keys()) if (!documents.get(uri)) this.#open.delete(uri);
    return found.sort(byName);
  }

  /** Every draft: those that are open as they stand in the editor, the others as they are on disk. */
  async all({ again, signal, progressed, wanted }: BookQuestion): Promise<Booked> {
    const { drafts, more } = await this.#list(again, signal);
    const open = await this.open(signal);
    const isOpen = new Set(this.#world.documents.all().map((document) => this.#world.workspace.pathOf(document)));
    const closed = drafts.filter(({ path }) => !isOpen.has(path));
    const question = { signal, again, ...(progressed ? { progressed } : {}), ...(wanted ? { wanted } : {}) };
    const { checked, unread, stale, left } = await this.#folder.check(closed, question);
    const rest = checked.map(({ draft: { path }, digest }) => ({ uri: uriOfPath(path), name: this.#nameOf(path), version: null, digest }));
    const all = [...open, ...rest].sort(byName);
    // What drafts show together is found where they are all there.
    return { drafts: wanted ? all : await this.#beside.withFindings(all, again, signal), unread: unread.length, more, stale, left };
  }

  async #openDraft(uri: string, signal: AbortSignal): Promise<BookedDraft | null> {
    const { desk, workspace } = this.#world;
    const opened = await desk.open(uri, signal);
    if (!('draft' in opened)) return null;
    const { document, stateId } = opened.draft;
    const before = this.#open.get(uri);
    if (before?.state === stateId) return before.draft;
    try {
      const view = await desk.viewOf(opened.draft, signal);
      const draft = { uri, name: this.#nameOf(workspace.pathOf(document)), version: view.version, digest: digestOf(view) };
      this.#open.set(uri, { state: stateId, draft });
      return draft;
    } catch (error) {
      // Whoever types will be told of again.
      if (error instanceof OutOfDate || error instanceof Superseded) return before?.draft ?? null;
      throw error;
    }
  }

  async #list(again: boolean, signal: AbortSignal): Promise<DraftListing> {
    const { host, workspace } = this.#world;
    const { folders } = workspace;
    const known = this.#listing;
    if (!again && known?.folders === folders && performance.now() - known.at < LISTING_MS) return known.listing;
    const roots = await workspace.rootConfigurations();
    // Where `sources` leaves something out of a corpus, that may be drafts.
    const corpora = roots.flatMap(({ corpora: own, settings: { sources } }) => (sources.include || sources.exclude ? [] : own));
    const listing = await listDrafts(
      folders,
      {
        host,
        configurationOf: (path) => workspace.configurationOf(path),
        isSource: (path) => workspace.shelves.some(({ library }) => library.holds(path)),
        corpora,
      },
      signal,
    );
    this.#listing = { at: performance.now(), folders, listing };
    this.#folder.keepOnly(listing.drafts);
    return listing;
  }

  async #against({ configuration }: FoundDraft): Promise<Against> {
    const shelf = this.#world.workspace.shelfOf(configuration);
    await shelf.ready;
    return { name: String(shelf.number), library: shelf.library, quiet: () => shelf.check.quiet() };
  }

  /** With its workspace folder's name, where there are several. */
  #nameOf(path: string): string {
    const { folders } = this.#world.workspace;
    const name = knownName(path, folders, undefined);
    const home = folders.length > 1 ? folders.find((folder) => isInside(folder, path)) : undefined;
    return home === undefined ? name : `${fileNameOf(home)}/${name}`;
  }
}

function byName(a: BookedDraft, b: BookedDraft): number {
  return a.name < b.name ? -1 : 1;
}
