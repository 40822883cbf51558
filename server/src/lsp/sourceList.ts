import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { uriOfPath } from '../features/convert.ts';
import { textUriOf } from '../features/extracts.ts';
import type { Library } from '../service/library.ts';
import { drain } from '../service/pump.ts';
import { GROUPINGS, type Grouping, type ListedArticle, SourceGroups } from '../service/sourceGroups.ts';
import { isoDate } from '../text/calendarDate.ts';
import { knownName } from './corpora.ts';
import { MOST_SOURCES } from './protocol.ts';
import type { Session } from './session.ts';
import type {
  ListedSource,
  SourceGroupsParams,
  SourceGroupsResult,
  SourcePageParams,
  SourcePageResult,
  UnreadableFile,
  UnreadableResult,
} from './sourcesProtocol.ts';
import { progressOf } from './status.ts';

/** What groups were made of: libraries and their corpora, which are values. */
interface Made {
  readonly of: readonly unknown[];
  readonly groups: Promise<SourceGroups>;
}

const made = new WeakMap<Session, Map<Grouping, Made>>();

/** The groups of all sources, made once for each state of the corpus. Another question may be waiting for the same ones. */
function groupsOf(session: Session, by: Grouping): Promise<SourceGroups> {
  const libraries = librariesOf(session);
  const of = libraries.flatMap((library) => [library, library.corpus]);
  const known = made.get(session) ?? new Map<Grouping, Made>();
  made.set(session, known);
  const before = known.get(by);
  if (before && before.of.length === of.length && before.of.every((one, at) => one === of[at])) return before.groups;
  const groups = drain(SourceGroups.of(libraries, by));
  known.set(by, { of, groups });
  return groups;
}

export async function sourceGroups(session: Session, params: SourceGroupsParams | null): Promise<SourceGroupsResult> {
  session.listsSources = true;
  const by = groupingOf(params?.by);
  const groups = await groupsOf(session, by);
  const nameOf = (key: string) => (by === 'folder' ? nameOfFile(session, key) : key || null);
  return {
    groups: groups.groups.map(({ key, count }) => ({ key, name: nameOf(key), uri: by === 'folder' ? uriOfPath(key) : null, count })),
    count: groups.size,
    unreadable: unreadablePaths(session).size,
    incomplete: !session.settled || progressOf(librariesOf(session)) !== null,
  };
}

export async function sourcePage(session: Session, params: SourcePageParams | null, signal: AbortSignal): Promise<SourcePageResult> {
  const groups = await groupsOf(session, groupingOf(params?.by));
  const start = Math.max(0, Math.trunc(Number(params?.start)) || 0);
  const page = await drain(groups.page(String(params?.key ?? ''), start, MOST_SOURCES), signal);
  return { sources: page.map((article) => listed(article, session.traits)) };
}

function listed({ id, details, library }: ListedArticle, { opensExtracts, voice }: Session['traits']): ListedSource {
  const file = library.fileOf(id);
  const { title, publisher, published, url } = details;
  return {
    id,
    uri: textUriOf(id, file, opensExtracts),
    file: uriOfPath(file),
    title,
    publisher,
    published: published ? isoDate(published) : null,
    url,
    problems: (library.problems.get(file) ?? []).map(({ message }) => voice.retell(message)),
  };
}

export function unreadable(session: Session): UnreadableResult {
  const files: UnreadableFile[] = [];
  for (const [path, reasons] of unreadablePaths(session)) {
    files.push({ uri: uriOfPath(path), name: nameOfFile(session, path), reasons: reasons.map(session.traits.voice.retell) });
    if (files.length === MOST_SOURCES) break;
  }
  return { files };
}

/** The paths of what gave no article, each once, with the reasons. */
function unreadablePaths(session: Session): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const libraries = librariesOf(session);
  const some = libraries.some(({ corpus }) => corpus.size > 0);
  for (const library of libraries) {
    // As long as there are no sources at all, their folder is only not there yet.
    if (some) for (const [folder, reason] of library.missingFolders) found.set(folder, [reason]);
    for (const [file, problems] of library.problems) {
      if (library.files.articleIdsOf(file).length > 0) continue;
      found.set(
        file,
        problems.map(({ message }) => message),
      );
    }
  }
  return found;
}

function nameOfFile(session: Session, path: string): string {
  const corpus = librariesOf(session)
    .flatMap(({ folders }) => folders)
    .find((folder) => path === folder || path.startsWith(`${folder}/`));
  return knownName(path, session.workspace.folders, corpus);
}

function librariesOf({ workspace }: Session): readonly Library[] {
  return workspace.shelves.map(({ library }) => library);
}

function groupingOf(by: unknown): Grouping {
  const known = GROUPINGS.find((one) => one === by);
  if (!known) throw new ResponseError(ErrorCodes.InvalidParams, `Sources can be grouped by ${GROUPINGS.join(' or ')}.`);
  return known;
}
