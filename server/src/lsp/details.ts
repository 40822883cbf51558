import { pathOrUri, uriOfPath } from '../features/convert.ts';
import type { MetadataPage } from '../features/metadata.ts';
import type { MetadataForm } from '../features/metadataContext.ts';
import { findDay } from '../readers/days.ts';
import { readerFor } from '../readers/index.ts';
import { newSideFile, sideFilesOf } from '../readers/sideFile.ts';
import { isCorpusFile } from '../service/drafts.ts';
import type { Library } from '../service/library.ts';
import { unlessAborted } from '../service/pump.ts';
import { sourceOfSide } from '../service/sourceNames.ts';
import { isoDate } from '../text/calendarDate.ts';
import { say } from '../text/said.ts';
import type { Documents } from './documents.ts';
import type { DetailsResult } from './protocol.ts';
import { today } from './today.ts';
import type { Traits } from './traits.ts';
import type { Workspace } from './workspace.ts';

/** As much of a session as is looked at. */
interface World {
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly traits: Traits;
}

/** Sources that may begin with front matter. */
const HAS_FRONT_MATTER = /\.(?:md|markdown|txt|text)$/i;

/**
 * An open document as metadata: a side file of a source, or a source that may have front matter. Null for everything else;
 * YAML files that belong to no source are none of ours.
 */
export async function metadataPage(
  { documents, workspace, traits }: World,
  uri: string,
  signal: AbortSignal,
): Promise<MetadataPage | null> {
  const asked = documents.get(uri);
  const source = asked && sourceOf(workspace.pathOf(asked));
  if (!source) return null;
  const libraries = await librariesOf(workspace, source.path, signal);
  const [library] = libraries;
  const document = documents.get(uri);
  if (!library || !document) return null;
  return {
    text: document.text,
    form: source.form,
    encoding: traits.encoding,
    voice: traits.voice,
    publishers: [...new Set(libraries.flatMap(({ corpus }) => corpus.publishers))],
    days: likelyDays(source.path),
    marks: marksOf(library, source.path),
    told: new Set(libraries.flatMap(({ problems }) => [...told(problems, source.path), ...told(problems, workspace.pathOf(document))])),
  };
}

function* told(problems: Library['problems'], path: string): Generator<string> {
  for (const { message } of problems.get(path) ?? []) yield message;
}

/** The source that a file's metadata is about: itself, or the file that it stands beside. */
function sourceOf(path: string): { readonly path: string; readonly form: MetadataForm } | null {
  const beside = sourceOfSide(path);
  if (beside !== undefined) return { path: beside, form: 'side' };
  return HAS_FRONT_MATTER.test(path) ? { path, form: 'front' } : null;
}

/** The libraries that a file is a source in, once they have been read or a while has passed; none where it is no source. */
async function librariesOf(workspace: Workspace, path: string, signal: AbortSignal): Promise<readonly Library[]> {
  const configuration = await unlessAborted(workspace.configurationOf(path), signal);
  if (isCorpusFile(path, configuration)) workspace.shelfOf(configuration);
  const shelves = workspace.shelves.filter(({ library }) => library.covers(path));
  await unlessAborted(Promise.all(shelves.map(({ ready }) => ready)), signal);
  return shelves.map(({ library }) => library);
}

/** Many files are named after the day they were saved or published. */
function likelyDays(path: string): MetadataPage['days'] {
  const named = findDay(path.slice(path.lastIndexOf('/') + 1));
  const days = [{ day: today(), why: say`today` }];
  return named ? [{ day: isoDate(named.date), why: say`from the file’s name` }, ...days] : days;
}

/** What follows `#` in the names of a file's articles. */
function marksOf(library: Library, path: string): readonly string[] {
  return library.files.articleIdsOf(path).flatMap((id) => (id.startsWith(`${path}#`) ? [id.slice(path.length + 1)] : []));
}

/** What is known of a source, to be put into a side file; null where the file is none. */
export async function detailsOf({ workspace }: World, uri: string, signal: AbortSignal): Promise<DetailsResult | null> {
  const asked = pathOrUri(uri);
  const path = sourceOfSide(asked) ?? asked;
  const [library] = readerFor(path) ? await librariesOf(workspace, path, signal) : [];
  if (!library) return null;
  const articles = await unlessAborted(library.fetch(library.files.articleIdsOf(path)), signal);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { sideFiles: sideFilesOf(path).map(uriOfPath), text: newSideFile(name, [...articles.values()]) };
}
