import type { View } from '../features/view.ts';
import type { Analysis } from '../rules/analysis.ts';
import type { Stands } from '../rules/standing.ts';
import type { Configuration } from '../service/configuration.ts';
import { isCorpusFile, isDraft } from '../service/drafts.ts';
import { FolderDrafts } from '../service/folderDrafts.ts';
import type { Library } from '../service/library.ts';
import { unlessAborted } from '../service/pump.ts';
import type { Settings } from '../service/settings.ts';
import { severityOf } from '../service/severity.ts';
import { Superseded } from '../service/sourceCheck.ts';
import type { Span } from '../text/span.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { OutOfDate } from './guard.ts';
import type { Unchecked } from './protocol.ts';
import type { Stets } from './stets.ts';
import type { Traits } from './traits.ts';
import type { Shelf, Workspace } from './workspace.ts';

/** How often a check that the corpus overtook is started again before the client is left to ask anew. */
const ATTEMPTS = 3;

/** An open document, and what it is checked against. */
export interface OpenDraft {
  readonly document: OpenDocument;
  readonly configuration: Configuration;
  readonly shelf: Shelf;
  /** What a file of the project lets stand in it. */
  readonly stands: Stands;
  /** Names the state that an answer is for: same document, version, sources and settings, same name. */
  readonly stateId: string;
}

/** Either a draft or the reason why it is none. */
export type DraftOrNot = { readonly draft: OpenDraft } | { readonly unchecked: Unchecked };

/** The drafts that are open, with what is found in them. */
export class Desk {
  readonly #documents: Documents;
  readonly #workspace: Workspace;
  readonly #traits: Traits;
  readonly #stets: Stets;
  readonly #beside: FolderDrafts;
  readonly #settingsNumbers = new Map<string, number>();
  readonly #statesBeside = new Map<string, number>();

  /** `changed` is told when what was found in one draft may be other because of another one. */
  constructor(
    documents: Documents,
    workspace: Workspace,
    { traits, stets, changed }: { readonly traits: Traits; readonly stets: Stets; readonly changed: () => void },
  ) {
    this.#documents = documents;
    this.#workspace = workspace;
    this.#traits = traits;
    this.#stets = stets;
    this.#beside = new FolderDrafts(changed);
  }

  /** A document was closed: nothing is held beside it any more. */
  closed(uri: string): void {
    this.#beside.forget(uri);
  }

  /** A document and what it is checked against, in their present state. Waits a while for sources that are being read. */
  async open(uri: string, signal: AbortSignal): Promise<DraftOrNot> {
    const asked = this.#documents.get(uri);
    if (!asked) return { unchecked: 'closed' };
    const path = this.#workspace.pathOf(asked);
    const configuration = await unlessAborted(this.#workspace.configurationOf(path), signal);
    if (isCorpusFile(path, configuration) || this.#isSource(path)) return { unchecked: 'source' };
    if (!isDraft(path, configuration)) return { unchecked: 'excluded' };
    const shelf = this.#workspace.shelfOf(configuration);
    await unlessAborted(shelf.ready, signal);
    const document = this.#documents.get(uri);
    if (!document) return { unchecked: 'closed' };
    const stands = this.#stets.standsFor(configuration, path);
    return { draft: { document, configuration, shelf, stands, stateId: this.#stateId(document, shelf, { configuration, stands }) } };
  }

  /** What was found in a draft, for the features to show. Rejects with {@link OutOfDate} where the draft changed meanwhile. */
  async viewOf(draft: OpenDraft, signal: AbortSignal): Promise<View> {
    const { document, configuration, shelf, stands } = draft;
    const path = this.#workspace.pathOf(document);
    for (let attempt = 1; this.#documents.get(document.uri) === document; attempt++) {
      try {
        const own = await shelf.check.check({ ...document, stands }, configuration.settings, signal);
        if (this.#documents.get(document.uri) !== document) break;
        const analysis = this.#beside.beside(document.uri, path, own);
        this.#stets.checked(document.uri, path, { configuration, analysis });
        return viewOn(analysis, { ...document, settings: configuration.settings, library: shelf.library }, this.#traits);
      } catch (error) {
        if (!(error instanceof Superseded) || attempt === ATTEMPTS) throw error;
      }
    }
    throw new OutOfDate();
  }

  /** As {@link viewOf}, of a part alone: offsets of its first and last words. */
  async partOf(draft: OpenDraft, part: Span, signal: AbortSignal): Promise<View> {
    const { document, configuration, shelf, stands } = draft;
    const analysis = await shelf.check.checkPart({ ...document, stands }, configuration.settings, part, signal);
    if (this.#documents.get(document.uri) !== document) throw new OutOfDate();
    return viewOn(analysis, { ...document, settings: configuration.settings, library: shelf.library }, this.#traits);
  }

  /** Both steps at once; null where the document is no draft. */
  async view(uri: string, signal: AbortSignal): Promise<View | null> {
    const opened = await this.open(uri, signal);
    return 'draft' in opened ? await this.viewOf(opened.draft, signal) : null;
  }

  /** A source of one draft is no draft anywhere, though its own folder may be configured otherwise. */
  #isSource(path: string): boolean {
    return this.#workspace.shelves.some(({ library }) => library.holds(path));
  }

  #stateId(
    document: OpenDocument,
    shelf: Shelf,
    { configuration: { settings }, stands }: { readonly configuration: Configuration; readonly stands: Stands },
  ): string {
    const { uri, opening, version } = document;
    const path = this.#workspace.pathOf(document);
    const beside = numberOf(this.#beside.stateBeside(uri, path), this.#statesBeside);
    // Settings are compared by what they say: read again unchanged, they are the same.
    const own = numberOf(JSON.stringify(settings), this.#settingsNumbers);
    return `${opening}.${version}/${shelf.number}.${shelf.check.stateFor(uri, settings, stands)}/${own}/${beside}`;
  }
}

/** An analysis of a draft, open or not, as the client sees it. */
export function viewOn(
  analysis: Analysis,
  {
    uri,
    version,
    settings,
    library,
  }: { readonly uri: string; readonly version: number; readonly settings: Settings; readonly library: Library },
  { encoding, voice, opensExtracts, commands }: Pick<Traits, 'encoding' | 'voice' | 'opensExtracts' | 'commands'>,
): View {
  return {
    uri,
    version,
    analysis,
    encoding,
    voice,
    opensExtracts,
    commands,
    severityOf: (finding) => severityOf(finding, settings),
    fileOf: (articleId) => library.fileOf(articleId),
  };
}

/** More states than are told apart at any one time. */
const MOST_STATES = 1000;

/** The same number for the same key. */
function numberOf(key: string, known: Map<string, number>): number {
  const number = known.get(key) ?? ++numbers;
  if (known.size > MOST_STATES) known.clear();
  known.set(key, number);
  return number;
}

/** Never given twice, so that what is forgotten is taken for something new. */
let numbers = 0;
