import { describe, expect, it } from 'vitest';
import { CAPABILITIES, type ServerProcess, type StartOptions } from '../support/serverProcess.ts';
import { openDraft } from './fixture.ts';

/** A client that carries out edits, makes files and shows documents, and has no commands of its own. */
const ABLE = {
  ...CAPABILITIES,
  window: { workDoneProgress: true, showDocument: { support: true } },
  workspace: {
    ...CAPABILITIES.workspace,
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
};

async function opened(options: StartOptions = {}) {
  const { server, ...rest } = await openDraft(undefined, { capabilities: ABLE, ...options });
  server.connection.onRequest('workspace/applyEdit', (params) => {
    server.received.push({ method: 'workspace/applyEdit', params });
    return { applied: true };
  });
  return { server, ...rest };
}

const run = (server: ServerProcess, command: string, ...given: unknown[]) =>
  server.request('workspace/executeCommand', { command, arguments: given });

/** The messages that the user was shown. */
function shown(server: ServerProcess): string[] {
  return server.received.flatMap(({ method, params }) =>
    method === 'window/showMessageRequest' || method === 'window/showMessage' ? [params.message] : [],
  );
}

describe('a command for an editor that has none of its own', () => {
  it('checks a draft, or all that are open, and says what came of it', async () => {
    const { server, draft, folder } = await opened();
    const outcome = { unchecked: null, findings: 1, quotations: 2, verified: 1, articles: 2 };
    expect(await run(server, 'verbatim.check', draft.uri)).toEqual(outcome);
    expect(shown(server)).toEqual(['Checked against 2 articles. 1 of 2 quotations are verified. There is one finding.']);
    expect(await run(server, 'verbatim.check')).toEqual(outcome);
    await run(server, 'verbatim.check', folder.uriOf('nothing.md'));
    expect(shown(server).at(-1)).toBe('Files of this kind are not checked.');
  });

  it('reads all sources again', async () => {
    const { server, draft } = await opened();
    await draft.findings();
    expect(await run(server, 'verbatim.reread')).toEqual({ articles: 2, troubled: 0 });
    expect(shown(server)).toEqual(['2 articles were read.']);
  });

  it('writes the fact-check report beside the draft and shows it', async () => {
    const { server, folder } = await opened();
    const uri = await run(server, 'verbatim.report');
    expect(uri).toMatch(new RegExp(`^${folder.uriOf('')}.*draft.*\\.md$`));
    const { params } = await server.message(({ method }) => method === 'workspace/applyEdit');
    const [made, written] = params.edit.documentChanges;
    expect(made).toEqual({ kind: 'create', uri, options: { overwrite: true } });
    expect(written.edits[0].newText).toContain('three mayors');
    expect(await server.message(({ method }) => method === 'window/showDocument')).toMatchObject({ params: { uri } });
    expect(await run(server, 'verbatim.report', folder.uriOf('draft.md'), 'html')).toMatch(/\.html$/);
  });

  it('opens the details of a source, which are written first where there are none', async () => {
    const { server, folder, draft } = await opened();
    await draft.findings();
    const source = folder.uriOf('corpus/ferry-bell.md');
    const side = folder.uriOf('corpus/ferry-bell.md.yaml');
    expect(await run(server, 'verbatim.details', source)).toBe(side);
    const { params } = await server.message(({ method }) => method === 'workspace/applyEdit');
    expect(params.edit.documentChanges[1].edits[0].newText).toContain('The Low Coast Observer');
    folder.write('corpus/ferry-bell.md.yaml', 'title: A bell\n');
    const before = server.received.length;
    expect(await run(server, 'verbatim.details', source)).toBe(side);
    expect(server.received.slice(before).map(({ method }) => method)).not.toContain('workspace/applyEdit');
    await run(server, 'verbatim.details', draft.uri);
    expect(shown(server).at(-1)).toMatch(/^Open a file of your sources first/);
  });

  it('is refused in words where the editor makes no files', async () => {
    const { server } = await opened({ capabilities: CAPABILITIES });
    expect(await run(server, 'verbatim.report')).toBeNull();
    expect(shown(server).at(-1)).toContain('verbatim report');
    await expect(run(server, 'verbatim.dance')).rejects.toThrow('There is no command verbatim.dance.');
  });
});

it('an editor with commands of its own is offered none', async () => {
  const offered = (server: ServerProcess) => server.result.capabilities.executeCommandProvider?.commands;
  expect(offered((await opened()).server)).toEqual(['verbatim.check', 'verbatim.reread', 'verbatim.report', 'verbatim.details']);
  const own = { initializationOptions: { commands: { open: 'my.open' } } };
  expect(offered((await opened(own)).server)).toBeUndefined();
});
