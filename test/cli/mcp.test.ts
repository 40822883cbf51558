import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CallToolResult, Client, type ResourceLink } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterEach, describe, expect, it } from 'vitest';
import { FERRY, type Folder, folderWith, TRUE_WORDS, WRONG_NUMBER } from './world.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const ALLOWED = { '.verbatim.yaml': 'assistants: true\n' };
const LAMP = `---\ntitle: Saltmere keeps its lamp\npublisher: Saltmere Gazette\n---\n\nThe council sat late.\n\n“The lamp has outlasted three mayors,” said Edda Quill.\n`;

const open: Client[] = [];
afterEach(async () => {
  for (const client of open.splice(0)) await client.close();
});

/** An assistant's session with the server in a folder, as it is configured to start it. */
async function session(folder: Folder, args: readonly string[] = []): Promise<Client> {
  const client = new Client({ name: 'an assistant', version: '1' });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [CLI, 'mcp', ...args],
    cwd: folder.path,
    stderr: 'ignore',
  });
  await client.connect(transport);
  open.push(client);
  return client;
}

function project(more: Readonly<Record<string, string>> = {}): Folder {
  return folderWith({ 'corpus/ferry.md': FERRY, ...ALLOWED, ...more });
}

const textOf = ({ content }: CallToolResult) => content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
const linksOf = ({ content }: CallToolResult) => content.filter((part): part is ResourceLink => part.type === 'resource_link');

describe('what an assistant is told of the server', () => {
  it('names tools that only read, with what goes in and comes out', async () => {
    const client = await session(project());
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['check_text', 'verify_quotation', 'find_passages', 'list_sources']);
    for (const tool of tools) {
      expect(tool.annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect(tool.inputSchema.type).toBe('object');
      expect(Object.keys(tool.outputSchema?.properties ?? {}).length).toBeGreaterThan(0);
      expect(tool.description).toMatch(/sources|corpus/);
    }
    expect(client.getServerVersion()?.name).toBe('verbatim');
    expect(client.getInstructions()).toContain('not in this corpus');
    expect(client.getInstructions()).toContain('Never call it false');
  });
});

describe('check_text', () => {
  it('finds a misquote, as the command line tells of it', async () => {
    const folder = project({ 'drafts/a.md': WRONG_NUMBER });
    const client = await session(folder);
    const result = await client.callTool({ name: 'check_text', arguments: { text: WRONG_NUMBER, path: 'drafts/a.md' } });
    const { stdout } = await folder.verbatim('check', 'drafts/a.md', '--format', 'json');
    expect(result.structuredContent).toEqual((JSON.parse(stdout) as { drafts: unknown[] }).drafts[0]);
    expect(result.structuredContent).toMatchObject({
      quotations: [{ verdict: 'misquoted' }],
      findings: [{ code: 'misquote', kind: 'number', severity: 'error', fixes: [{ safe: true, preferred: true }] }],
    });
    expect(textOf(result)).toContain('1 quotation (1 misquoted), 1 finding.');
    expect(textOf(result)).toContain('The Harbour Gazette, 2025-03-04, corpus/ferry.md');
  });

  it('goes by the settings and the language of a path, and needs none', async () => {
    const client = await session(
      project({ 'drafts/.verbatim.yaml': 'assistants: true\ncorpora: [../corpus]\nseverity: { misquote: hint }\n' }),
    );
    const severity = async (path?: string) => {
      const { structuredContent } = await client.callTool({ name: 'check_text', arguments: { text: WRONG_NUMBER, ...(path && { path }) } });
      return (structuredContent as { findings: { severity: string }[] }).findings.map((finding) => finding.severity);
    };
    expect(await severity()).toEqual(['error']);
    expect(await severity('drafts/a.md')).toEqual(['hint']);
    const tex = "Mara Ellingham said: ``We have waited eleven long winters to see the boats come back.''";
    const { structuredContent } = await client.callTool({ name: 'check_text', arguments: { text: tex, path: 'a.tex' } });
    expect(structuredContent).toMatchObject({ path: 'a.tex', quotations: [{ verdict: 'verified' }] });
  });
});

describe('verify_quotation', () => {
  it('says which source has it, and who says it there', async () => {
    const client = await session(project());
    const verify = (quotation: string, speaker?: string) =>
      client.callTool({ name: 'verify_quotation', arguments: { quotation, ...(speaker && { speaker }) } });
    const said = 'We have waited eleven long winters to see the boats come back across this water';
    const found = await verify(said, 'Mara Ellingham');
    expect(found.structuredContent).toMatchObject({
      verdict: 'verified',
      match: { path: 'corpus/ferry.md', speaker: 'Mara Ellingham' },
      findings: [],
    });
    expect((await verify(said, 'Owen Brack')).structuredContent).toMatchObject({ findings: [{ code: 'wrong-speaker' }] });
  });

  it('says of what is not there that it is not in this corpus, and never that it is false', async () => {
    const client = await session(project());
    const result = await client.callTool({
      name: 'verify_quotation',
      arguments: { quotation: 'Nobody has ever counted the gulls of Sandrigg twice' },
    });
    expect(result.structuredContent).toMatchObject({ verdict: 'not-found', match: null });
    expect(textOf(result)).toContain('not in this corpus');
    expect(textOf(result)).not.toMatch(/false|fabricat|invent/i);
    expect(linksOf(result)).toEqual([]);
  });
});

describe('find_passages, and what its links lead to', () => {
  it('gives a passage, which is read with the paragraphs round it', async () => {
    const client = await session(project({ 'corpus/täglich/ein bericht #1.md': LAMP }));
    const result = await client.callTool({ name: 'find_passages', arguments: { words: 'outlasted three mayors', limit: 1 } });
    expect(result.structuredContent).toMatchObject({ matches: [{ path: 'corpus/täglich/ein bericht #1.md', similarity: 1 }] });
    const [link] = linksOf(result);
    expect(link).toMatchObject({ title: 'Saltmere keeps its lamp', mimeType: 'text/plain' });
    const { contents } = await client.readResource({ uri: link?.uri ?? '' });
    expect(contents).toMatchObject([{ uri: link?.uri, mimeType: 'text/plain' }]);
    const { text } = contents[0] as { text: string };
    expect(text).toContain('The passage: outlasted three mayors');
    expect(text).toContain('The council sat late.\n\n“The lamp has outlasted three mayors,” said Edda Quill.');
    expect(text).toContain('Source: corpus/täglich/ein bericht #1.md');
  });

  it('names templates, and lists whole sources a page at a time', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 120 }, (_, at) => [`corpus/n/${String(at).padStart(3, '0')}.md`, `Report ${at} of the quay.\n`]),
    );
    const client = await session(project(many));
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'verbatim://source/{+path}{?start,end}',
      'verbatim://source/{+path}',
    ]);
    const first = await client.request({ method: 'resources/list', params: {} });
    expect(first.resources).toHaveLength(100);
    const second = await client.request({ method: 'resources/list', params: { cursor: first.nextCursor } });
    expect([second.resources.length, second.nextCursor]).toEqual([21, undefined]);
    const [ferry] = first.resources;
    const { contents } = await client.readResource({ uri: ferry?.uri ?? '' });
    expect((contents[0] as { text: string }).text).toContain('The boats will carry 240 passengers');
  });

  it('reads nothing but the corpus', async () => {
    const client = await session(project({ 'secret.md': 'Not a source.' }));
    for (const uri of ['verbatim://source/secret.md', 'verbatim://source/..%2Fsecret.md', 'verbatim://source//etc/passwd'])
      await expect(client.readResource({ uri })).rejects.toThrow(/not found/i);
    await expect(client.readResource({ uri: 'verbatim://source/corpus/ferry.md?start=x&end=2' })).rejects.toThrow('no offset');
  });
});

describe('list_sources', () => {
  it('lists pages, narrows them down, and says what could not be read', async () => {
    const client = await session(project({ 'corpus/lamp.md': LAMP, 'corpus/old.doc': 'x', 'corpus/broken.docx': 'no archive' }));
    const list = async (args: Record<string, unknown>) =>
      (await client.callTool({ name: 'list_sources', arguments: args })).structuredContent as {
        sources: { path: string; words: number }[];
        total: number;
        nextCursor: string | null;
        unreadable: { path: string }[];
      };
    const first = await list({ limit: 1 });
    expect(first).toMatchObject({
      sources: [{ path: 'corpus/ferry.md', publisher: 'The Harbour Gazette', published: '2025-03-04' }],
      total: 2,
    });
    expect(first.sources[0]?.words).toBeGreaterThan(50);
    expect(first.unreadable.map(({ path }) => path)).toEqual(['corpus/broken.docx', 'corpus/old.doc']);
    const second = await list({ limit: 1, cursor: first.nextCursor });
    expect(second).toMatchObject({ sources: [{ path: 'corpus/lamp.md' }], nextCursor: null, unreadable: [] });
    expect(await list({ query: 'GAZETTE lamp' })).toMatchObject({ total: 1, sources: [{ path: 'corpus/lamp.md' }] });
  });
});

describe('a session', () => {
  it('follows the sources and the settings', async () => {
    const folder = project();
    const client = await session(folder);
    const verdict = async () => {
      const { structuredContent } = await client.callTool({
        name: 'verify_quotation',
        arguments: { quotation: 'The lamp has outlasted three mayors' },
      });
      return (structuredContent as { verdict: string } | undefined)?.verdict;
    };
    expect(await verdict()).toBe('not-found');
    folder.write({ 'corpus/lamp.md': LAMP });
    expect(await verdict()).toBe('verified');
    folder.write({ 'corpus/lamp.md': LAMP.replace('three', 'four') });
    expect(await verdict()).toBe('misquoted');
    folder.write({ '.verbatim.yaml': 'assistants: false\n' });
    const refused = await client.callTool({ name: 'find_passages', arguments: { words: 'lamp' } });
    expect([refused.isError, textOf(refused)]).toEqual([true, expect.stringContaining('does not allow assistants')]);
  });

  it('says in words what it cannot do', async () => {
    const folder = folderWith({ 'corpus/empty.md': '', ...ALLOWED });
    const client = await session(folder);
    const problem = async (name: string, args: Record<string, unknown>) => {
      const result = await client.callTool({ name, arguments: args });
      expect(result.isError).toBe(true);
      return textOf(result);
    };
    expect(await problem('find_passages', { words: 'lamp' })).toContain('holds no article that can be read');
    expect(await problem('check_text', { text: '' })).toContain('The text is empty.');
    expect(await problem('check_text', { text: 'x', path: 'corpus/empty.md' })).toContain('is a file of the corpus, not a draft');
    folder.write({ 'corpus/ferry.md': FERRY });
    expect(await problem('verify_quotation', { quotation: ' “” ' })).toContain('The quotation is empty.');
    expect(await problem('find_passages', { words: 'lamp', limit: 0 })).toMatch(/limit/);
  });
});

describe('where it is allowed', () => {
  it('is refused where the project says nothing, with the line to add and what an assistant would see', async () => {
    const folder = folderWith({ 'corpus/ferry.md': FERRY });
    const { status, stdout, stderr } = await folder.verbatim('mcp');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`add the line “assistants: true” to ${folder.path}/.verbatim.yaml`);
    expect(stderr).toContain('the passages of the sources');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('can be allowed for one run, for this project alone', async () => {
    const other = folderWith({ 'corpus/lamp.md': LAMP });
    const client = await session(folderWith({ 'corpus/ferry.md': FERRY }), ['--allow', '--no-cache']);
    const check = (path: string) => client.callTool({ name: 'check_text', arguments: { text: TRUE_WORDS, path } });
    expect((await check('a.md')).structuredContent).toMatchObject({ quotations: [{ verdict: 'verified' }] });
    expect(textOf(await check(join(other.path, 'b.md')))).toContain('does not allow assistants');
  });

  it('takes its project from a file, wherever it is started', async () => {
    const there = project();
    const client = await session(folderWith({}), ['--config', join(there.path, '.verbatim.yaml')]);
    const { structuredContent } = await client.callTool({ name: 'check_text', arguments: { text: TRUE_WORDS, path: 'a.md' } });
    expect(structuredContent).toMatchObject({ path: 'a.md', quotations: [{ verdict: 'verified', match: { path: 'corpus/ferry.md' } }] });
  });

  it('ends when the assistant hangs up', async () => {
    const { status } = await project().piped('', 'mcp');
    expect(status).toBe(0);
  });
});
