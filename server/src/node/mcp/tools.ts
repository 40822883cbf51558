import type { CallToolResult, McpServer, ResourceLink } from '@modelcontextprotocol/server';
import type { MatchReport } from '../../core/api.ts';
import { INPUTS } from '../../core/assistantInputs.ts';
import { TOOL_TEXTS, tellDraft, tellMatches, tellSources, tellVerification } from '../../core/assistants.ts';
import { sourcePage } from '../../core/sourcePages.ts';
import { compare, filesOfOtherKinds } from '../cli/corpusFolder.ts';
import { CannotRun } from '../cli/terminal.ts';
import type { World } from '../cli/world.ts';
import { passageLinks, sourceLink } from './passageLinks.ts';
import { atLeastOneSource, type Desk, type Project, standsIn } from './project.ts';
import { OUTPUTS } from './schemas.ts';

/** None of the tools writes, or looks beyond the user's own sources. */
const ANNOTATIONS = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false } as const;

/** Where a draft is said to stand that has no path. */
const NAMELESS = 'text.md';

/** Registers what an assistant can have done. */
export function registerTools(server: McpServer, project: Project, world: World): void {
  const common = (tool: keyof typeof TOOL_TEXTS) => ({
    ...TOOL_TEXTS[tool],
    annotations: { ...ANNOTATIONS, title: TOOL_TEXTS[tool].title },
  });

  server.registerTool(
    'check_text',
    { ...common('checkText'), inputSchema: INPUTS.checkText, outputSchema: OUTPUTS.checkText },
    ({ text, path }) =>
      answer(async () => {
        const desk = await deskWithSources(project, path ?? NAMELESS);
        const report = await desk.checker.check({ text, path: path ?? NAMELESS, stands: standsIn(desk) }, desk.settings);
        const matches = [...report.findings, ...report.quotations].map(({ match }) => match);
        return { told: tellDraft(report), structured: report, links: passageLinks(matches) };
      }),
  );

  server.registerTool(
    'verify_quotation',
    { ...common('verifyQuotation'), inputSchema: INPUTS.verifyQuotation, outputSchema: OUTPUTS.verifyQuotation },
    ({ quotation, speaker }) =>
      answer(async () => {
        const { checker, settings } = await deskWithSources(project, null);
        const found = await checker.verify(quotation, speaker ?? null, settings);
        const matches = [found.match, ...found.findings.map(({ match }) => match)];
        return { told: tellVerification(found), structured: found, links: passageLinks(matches) };
      }),
  );

  server.registerTool(
    'find_passages',
    { ...common('findPassages'), inputSchema: INPUTS.findPassages, outputSchema: OUTPUTS.findPassages },
    ({ words, limit }) =>
      answer(async () => {
        const { checker } = await deskWithSources(project, null);
        const matches: readonly MatchReport[] = await checker.find(words, limit);
        return { told: tellMatches(matches), structured: { matches }, links: passageLinks(matches) };
      }),
  );

  server.registerTool(
    'list_sources',
    { ...common('listSources'), inputSchema: INPUTS.listSources, outputSchema: OUTPUTS.listSources },
    ({ query, limit, cursor }) =>
      answer(async () => {
        const { loaded, folders } = await project.desk(null);
        const found = await sourcePage(loaded.library, loaded.shownPath, { query: query ?? null, limit, cursor: cursor ?? null });
        const others = cursor === undefined ? await filesOfOtherKinds(folders, project.home, world.host) : [];
        const unread = cursor === undefined ? [...loaded.unreadable, ...others].sort((a, b) => compare(a.path, b.path)) : [];
        const page = { ...found, unreadable: unread };
        return { told: tellSources(page), structured: page, links: page.sources.map(sourceLink) };
      }),
  );
}

interface Answer {
  readonly told: string;
  readonly structured: object;
  readonly links: readonly ResourceLink[];
}

/** An answer as the protocol has it; what the user can put right is told to the assistant as it is. */
async function answer(find: () => Promise<Answer>): Promise<CallToolResult> {
  try {
    const { told, structured, links } = await find();
    return { content: [{ type: 'text', text: told }, ...links], structuredContent: { ...structured } };
  } catch (error) {
    if (!(error instanceof CannotRun) && !(error instanceof TypeError)) throw error;
    return { content: [{ type: 'text', text: error.message }], isError: true };
  }
}

async function deskWithSources(project: Project, path: string | null): Promise<Desk> {
  const desk = await project.desk(path);
  atLeastOneSource(desk);
  return desk;
}
