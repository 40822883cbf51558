import { type McpServer, ProtocolError, ProtocolErrorCode, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import { passageText, sourceText } from '../../core/passageText.ts';
import { namedArticles, pageOf } from '../../core/sourcePages.ts';
import type { Article } from '../../corpus/article.ts';
import { CannotRun } from '../cli/terminal.ts';
import { PASSAGE_TEMPLATE, pathIn, SOURCE_TEMPLATE, sourceUri } from './passageLinks.ts';
import type { Project } from './project.ts';

const PLAIN = 'text/plain';

/** Sources of one page of the list. */
const PAGE = 100;

/** Registers what an assistant can read: passages with what stands round them, and whole sources. */
export function registerResources(server: McpServer, project: Project): void {
  // The longer template first: the shorter one has it, too.
  server.registerResource(
    'passage',
    new ResourceTemplate(PASSAGE_TEMPLATE, { list: undefined }),
    {
      title: 'A passage of a source',
      description: 'Its words with the paragraphs round them; start and end are those of a match.',
      mimeType: PLAIN,
    },
    async (uri, { start, end }) => {
      const span = { start: offsetOf(start), end: offsetOf(end) };
      return await read(uri, project, (article, path) => passageText(article, path, span));
    },
  );
  server.registerResource(
    'source',
    new ResourceTemplate(SOURCE_TEMPLATE, { list: undefined }),
    { title: 'A source', description: 'All of its text.', mimeType: PLAIN },
    async (uri) => await read(uri, project, sourceText),
  );
  server.server.setRequestHandler('resources/list', async ({ params }) => {
    const { loaded } = await readably(() => project.desk(null));
    const all = namedArticles(loaded.library, loaded.shownPath);
    const { page, nextCursor } = pageOf(all, { limit: PAGE, cursor: params?.cursor ?? null });
    const resources = page.map(({ id, path }) => {
      const title = loaded.corpus.details(id)?.title ?? path;
      return { uri: sourceUri(path), name: path, title, mimeType: PLAIN };
    });
    return { resources, ...(nextCursor === null ? {} : { nextCursor }) };
  });
}

async function read(uri: URL, project: Project, tell: (article: Article, path: string) => string) {
  const path = await readably(() => pathIn(uri));
  for (const { loaded } of await readably(() => project.corpora())) {
    // Only what is in the corpus has a name here: no other file can be read.
    const named = namedArticles(loaded.library, loaded.shownPath).find((one) => one.path === path);
    const article = named && (await loaded.library.fetch([named.id])).get(named.id);
    if (article) return { contents: [{ uri: uri.href, mimeType: PLAIN, text: await readably(() => tell(article, path)) }] };
  }
  throw new ResourceNotFoundError(uri.href);
}

/** What the user or the assistant can put right is told as it is. */
async function readably<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CannotRun) && !(error instanceof URIError) && !(error instanceof RangeError)) throw error;
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, error.message);
  }
}

function offsetOf(given: string | string[] | undefined): number {
  const text = String(given);
  if (!/^\d{1,9}$/.test(text)) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `“${text}” is no offset in a source.`);
  return Number(text);
}
