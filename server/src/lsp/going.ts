import {
  type Connection,
  type DocumentLink,
  type Location,
  type Position,
  ReferencesRequest,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import type { Article } from '../corpus/article.ts';
import { pathOrUri } from '../features/convert.ts';
import { citedSources, documentLinksOf } from '../features/documentLinks.ts';
import { articleShown, EXTRACT_SCHEME } from '../features/extracts.ts';
import { placesIn, type Wanted, wantedFromDraft, wantedFromSource } from '../features/references.ts';
import { articleSymbol, speakerSymbols } from '../features/workspaceSymbols.ts';
import { articleSearchOf } from '../service/articleSearch.ts';
import { imprintsOf } from '../service/imprints.ts';
import { mayQuote } from '../service/mayQuote.ts';
import { drain, unlessAborted } from '../service/pump.ts';
import { isExtracted } from '../service/readEntry.ts';
import { say } from '../text/said.ts';
import { guarded, guardedTask } from './guard.ts';
import type { Session } from './session.ts';
import { GivenUp, working } from './working.ts';
import type { Shelf } from './workspace.ts';

/** Ways from one place to others: references, links of citations, symbols of the workspace. */
export function answerGoing(connection: Connection, session: Session): void {
  const { log } = session;
  connection.onReferences((params, token) => {
    const { textDocument, position, context } = params;
    const answer = guarded('textDocument/references', log, (_: unknown, signal) =>
      references({ connection, session }, { uri: textDocument.uri, position, withSources: context.includeDeclaration }, signal),
    );
    return answer(params, token);
  });
  connection.onDocumentLinks((params, token) => {
    const answer = guarded('textDocument/documentLink', log, (_: unknown, signal) => links(session, params.textDocument.uri, signal));
    return answer(params, token);
  });
  connection.onWorkspaceSymbol((params, token) => {
    const answer = guarded('workspace/symbol', log, (_: unknown, signal) => symbols(session, params.query, signal));
    return answer(params, token);
  });
}

/** Has the client ask for references in the documents that show texts of sources, too, which are no drafts. */
export function registerGoing(connection: Connection, { traits, log }: Session): void {
  if (!traits.opensExtracts || !traits.referencesRegistration) return;
  guardedTask('registering', log, async () => {
    await connection.client.register(ReferencesRequest.type, { documentSelector: [{ scheme: EXTRACT_SCHEME }] });
  });
}

interface Reference {
  readonly uri: string;
  readonly position: Position;
  /** Whether the passages themselves are wanted beside what quotes them. */
  readonly withSources: boolean;
}

async function references(
  { connection, session }: { readonly connection: Connection; readonly session: Session },
  asked: Reference,
  signal: AbortSignal,
): Promise<Location[] | null> {
  const found = await wantedAt(session, asked, signal);
  if (!found) return null;
  const { wanted, shelf } = found;
  const { drafts, workspace } = session;
  const title = say`Looking through drafts`;
  const all = (again: boolean, over: AbortSignal, progressed?: (done: number, total: number) => void) =>
    drafts.all({ again, signal: over, wanted: mayQuote(wanted.texts, shelf.library.corpus), ...(progressed ? { progressed } : {}) });
  const booked = await working({ connection, traits: session.traits, title }, signal, async (over, progressed) => {
    await workspace.whenRead(shelf, over);
    return await all(true, over, progressed);
  }).catch((error: unknown) => {
    // Whoever does not wait for the rest is shown what is known.
    if (error instanceof GivenUp) return all(false, signal);
    throw error;
  });
  const places = booked.drafts.flatMap(({ uri, digest }) => placesIn(uri, digest, wanted));
  return asked.withSources ? [...places, ...wanted.sources] : places;
}

/** What references are looked for at a place of a draft or of a source; null where there is nothing to look for. */
async function wantedAt(
  session: Session,
  { uri, position }: Reference,
  signal: AbortSignal,
): Promise<{ readonly wanted: Wanted; readonly shelf: Shelf } | null> {
  const source = await sourceAt(session, uri, signal);
  if (source) return { wanted: wantedFromSource(source.article, position, session.traits.encoding), shelf: source.shelf };
  const opened = await session.desk.open(uri, signal);
  if (!('draft' in opened)) return null;
  const wanted = wantedFromDraft(await session.desk.viewOf(opened.draft, signal), position);
  return wanted && { wanted, shelf: opened.draft.shelf };
}

/** The article that a document shows: its file, or what was taken out of it. */
async function sourceAt(
  session: Session,
  uri: string,
  signal: AbortSignal,
): Promise<{ readonly article: Article; readonly shelf: Shelf } | null> {
  const shown = articleShown(uri);
  const path = pathOrUri(uri);
  for (const shelf of await shelvesOf(session, signal)) {
    const { library } = shelf;
    const id = shown ?? (isExtracted(path) ? undefined : library.files.articleIdsOf(path)[0]);
    const article = id === undefined ? undefined : (await library.fetch([id], library.corpus, { signal })).get(id);
    if (article) return { article, shelf };
  }
  return null;
}

/** The sources of the workspace and of the open drafts. Waits a while for those that are being read. */
async function shelvesOf({ workspace }: Session, signal: AbortSignal): Promise<readonly Shelf[]> {
  for (const configuration of await unlessAborted(workspace.rootConfigurations(), signal)) workspace.shelfOf(configuration);
  await unlessAborted(Promise.all(workspace.shelves.map(({ ready }) => ready)), signal);
  return workspace.shelves;
}

async function links(session: Session, uri: string, signal: AbortSignal): Promise<DocumentLink[] | null> {
  const opened = await session.desk.open(uri, signal);
  if (!('draft' in opened)) return null;
  const { library } = opened.draft.shelf;
  const view = await session.desk.viewOf(opened.draft, signal);
  const path = session.workspace.pathOf(opened.draft.document);
  const cited = await citedSources(view, {
    path,
    idOfFile: (file) => library.files.articleIdsOf(file)[0],
    imprints: () => imprintsOf(library, signal),
  });
  const details = new Map(cited.map(({ articleId }) => [articleId, library.corpus.details(articleId)]));
  return documentLinksOf(view, cited, details);
}

/** So many articles are shown, and so many read for the people whom they quote. */
const MOST_SYMBOLS = 100;
const MOST_READ = 16;

async function symbols(session: Session, query: string, signal: AbortSignal): Promise<WorkspaceSymbol[]> {
  const { traits } = session;
  const words = query.trim();
  if (words === '') return [];
  const found = new Map<string, WorkspaceSymbol>();
  const people: WorkspaceSymbol[] = [];
  for (const { library } of await shelvesOf(session, signal)) {
    const search = await articleSearchOf(library, signal);
    for (const id of await drain(search.about(words, MOST_SYMBOLS), signal)) {
      const details = library.corpus.details(id);
      if (details && found.size < MOST_SYMBOLS) found.set(id, articleSymbol(id, details, { ...traits, file: library.fileOf(id) }));
    }
    const articles = await library.fetch(search.naming(words, MOST_READ), library.corpus, { signal, passing: true });
    for (const article of articles.values())
      people.push(...speakerSymbols(article, words, { ...traits, file: library.fileOf(article.id) }));
  }
  return [...people, ...found.values()].slice(0, MOST_SYMBOLS);
}
