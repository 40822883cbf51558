import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type * as z from 'zod';
import { INPUTS } from '../core/assistantInputs.ts';
import { tellDraft, tellMatches, tellSources, tellVerification } from '../core/assistants.ts';
import { Checker } from '../core/checker.ts';
import { sourcePage } from '../core/sourcePages.ts';
import { pathOrUri } from '../features/convert.ts';
import type { Configuration } from '../service/configuration.ts';
import { isInside, joinPath } from '../service/configurationPaths.ts';
import { isCorpusFile } from '../service/drafts.ts';
import type { Library } from '../service/library.ts';
import { type Said, say } from '../text/said.ts';
import type { AssistantParams, AssistantResult, AssistantTool } from './assistantsProtocol.ts';
import { knownName } from './corpora.ts';
import type { Session } from './session.ts';

/** Where a text is said to stand that has no path. */
const NAMELESS = 'text.md';

const NO_FOLDER = say`No folder is open whose sources an assistant could ask about.`;
const NOT_ALLOWED = say`Assistants are not allowed here: “assistants” is not true in .verbatim.yaml or in the editor’s settings.`;
const NO_SOURCES = say`There are no sources here that can be read.`;

/** What an answer is made of. */
interface Desk {
  readonly session: Session;
  readonly configuration: Configuration;
  readonly library: Library;
  readonly checker: Checker;
  readonly pathOf: (articleId: string) => string;
  /** Where the text stands, or would. */
  readonly place: string;
}

type Answering = { readonly [Tool in AssistantTool]: (input: z.output<(typeof INPUTS)[Tool]>, desk: Desk) => Promise<AssistantResult> };

const ANSWERS: Answering = {
  checkText: async ({ text, path = NAMELESS }, { session, configuration, checker, place }) => {
    const stands = session.stets.standsFor(configuration, place);
    const data = await checker.check({ text, path, stands }, configuration.settings);
    return { text: tellDraft(data), data };
  },
  verifyQuotation: async ({ quotation, speaker }, { configuration, checker }) => {
    const data = await checker.verify(quotation, speaker ?? null, configuration.settings);
    return { text: tellVerification(data), data };
  },
  findPassages: async ({ words, limit }, { checker }) => {
    const matches = await checker.find(words, limit);
    return { text: tellMatches(matches), data: { matches } };
  },
  listSources: async ({ query, limit, cursor }, { library, pathOf, session }) => {
    const page = await sourcePage(library, pathOf, { query: query ?? null, limit, cursor: cursor ?? null });
    const data = { ...page, unreadable: cursor === undefined ? unreadIn(library, session) : [] };
    return { text: tellSources(data), data };
  },
};

/** Answers {@link AssistantParams} from the sources of the draft in front, or of the path that the assistant names. */
export async function assistant(session: Session, params: AssistantParams | null, signal: AbortSignal): Promise<AssistantResult> {
  const { tool = '', input, draft } = params ?? {};
  switch (tool) {
    case 'checkText': {
      const given = read(INPUTS.checkText, input);
      return await ANSWERS.checkText(given, await deskFor(session, { path: given.path, draft }, signal));
    }
    case 'verifyQuotation':
      return await answered(read(INPUTS.verifyQuotation, input), ANSWERS.verifyQuotation, { session, draft, signal });
    case 'findPassages':
      return await answered(read(INPUTS.findPassages, input), ANSWERS.findPassages, { session, draft, signal });
    case 'listSources':
      return await answered(read(INPUTS.listSources, input), ANSWERS.listSources, { session, draft, signal });
    default:
      throw new ResponseError(ErrorCodes.InvalidParams, `There is no tool “${String(tool)}”.`);
  }
}

interface Asked {
  readonly session: Session;
  readonly draft: string | undefined;
  readonly signal: AbortSignal;
}

async function answered<Input>(
  input: Input,
  answer: (input: Input, desk: Desk) => Promise<AssistantResult>,
  { session, draft, signal }: Asked,
): Promise<AssistantResult> {
  const desk = await deskFor(session, { path: undefined, draft }, signal);
  try {
    return await answer(input, desk);
  } catch (error) {
    if (error instanceof TypeError) throw new ResponseError(ErrorCodes.InvalidParams, error.message);
    throw error;
  }
}

function read<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const reading = schema.safeParse(input);
  if (reading.success) return reading.data;
  const [issue] = reading.error.issues;
  throw new ResponseError(ErrorCodes.InvalidParams, [issue?.path.join('.'), issue?.message].filter(Boolean).join(': '));
}

/** The settings and sources that a question is about, where the project allows assistants. Waits until all of these have been read. */
async function deskFor(
  session: Session,
  { path, draft }: { readonly path: string | undefined; readonly draft: string | undefined },
  signal: AbortSignal,
): Promise<Desk> {
  const { workspace, traits } = session;
  const fail = (problem: Said) => new ResponseError(LSPErrorCodes.RequestFailed, traits.voice.tell(problem));
  const place = placeOf(session, path, draft);
  if (place === undefined) throw fail(NO_FOLDER);
  // What lies elsewhere is not what the user has opened for an assistant to ask about.
  if (!workspace.folders.some((folder) => isInside(folder, place))) throw fail(say`${place} lies in no folder that is open.`);
  const configuration = await workspace.configurationOf(place);
  if (!configuration.settings.assistants) throw fail(NOT_ALLOWED);
  if (path !== undefined && isCorpusFile(place, configuration)) throw fail(say`${path} is a source, not a draft.`);
  const shelf = workspace.shelfOf(configuration);
  await workspace.whenRead(shelf, signal);
  const { library } = shelf;
  if (library.corpus.size === 0) throw fail(NO_SOURCES);
  const pathOf = (id: string): string => {
    const file = library.fileOf(id);
    return nameOf(file, library, session) + (id.startsWith(file) ? id.slice(file.length) : '');
  };
  return { session, configuration, library, checker: new Checker(library, pathOf), pathOf, place };
}

/** Where a text stands or would stand; undefined where no folder is open. */
function placeOf({ workspace, documents }: Session, path: string | undefined, draft: string | undefined): string | undefined {
  const { folders } = workspace;
  const open = draft === undefined ? undefined : documents.get(draft);
  const front = open && workspace.pathOf(open);
  const [home] = folders.filter((folder) => front !== undefined && isInside(folder, front)).concat(folders);
  if (home === undefined) return undefined;
  if (path === undefined) return front !== undefined && isInside(home, front) ? front : joinPath(home, NAMELESS);
  return path.includes('://') ? pathOrUri(path) : joinPath(home, path);
}

function unreadIn(library: Library, session: Session): { readonly path: string; readonly reason: string }[] {
  const unread = [...library.problems].filter(([file]) => library.files.articleIdsOf(file).length === 0);
  return unread
    .map(([file, found]) => ({ path: nameOf(file, library, session), reason: found.map(({ message }) => message).join(' ') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function nameOf(file: string, library: Library, { workspace }: Session): string {
  const corpus = library.folders.find((folder) => isInside(folder, file));
  return knownName(file, workspace.folders, corpus);
}
