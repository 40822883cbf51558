import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { LANGUAGE_ENDINGS } from '../../server/src/draft/languages/index.ts';
import { jsonFaults } from '../support/schemas.ts';
import { FERRY, type Folder, folderWith, type Run, TRUE_WORDS, WRONG_NUMBER, WRONG_WORD } from './world.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const yamlFile = (name: string): unknown => parse(readFileSync(join(ROOT, name), 'utf8'));

const FILES = { 'corpus/ferry.md': FERRY, 'drafts/a.md': WRONG_NUMBER, 'drafts/b.md': TRUE_WORDS, 'drafts/c.md': WRONG_WORD };

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

const action = yamlFile('action.yml') as Action;

/** Runs a script in bash as a runner does. */
function bash(script: string, cwd: string, env: Readonly<Record<string, string>>): Promise<Run> {
  return new Promise((resolve, reject) => {
    const path = [dirname(process.execPath), process.env.PATH].join(':');
    const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
    const child = spawn('bash', args, { cwd, env: { PATH: path, HOME: cwd, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

interface ActionRun extends Run {
  /** What the steps set, by name. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Runs the steps of the action one after the other, with some inputs, in a folder as workspace. */
async function act(folder: Folder, given: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
  const unknown = Object.keys(given).filter((name) => !(name in action.inputs));
  if (unknown.length > 0) throw new Error(`The action has no input ${unknown.join(', ')}`);
  const filled = (text: string): string =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_all, name: string) => given[name] ?? action.inputs[name]?.default ?? '');
  folder.write({ '.github-output': '', '.github-summary': '' });
  const shared = {
    GITHUB_ACTION_PATH: ROOT,
    GITHUB_OUTPUT: join(folder.path, '.github-output'),
    GITHUB_STEP_SUMMARY: join(folder.path, '.github-summary'),
  };
  let last: Run = { status: 0, stdout: '', stderr: '' };
  for (const { run, env = {} } of action.runs.steps) {
    const own = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, filled(value)]));
    last = await bash(run, folder.path, { ...shared, ...own });
    if (last.status !== 0) break;
  }
  const lines = folder
    .read('.github-output')
    .split('\n')
    .filter((line) => line !== '');
  return {
    ...last,
    outputs: Object.fromEntries(lines.map((line) => line.split('=') as [string, string])),
    summary: folder.read('.github-summary'),
  };
}

describe('the action', () => {
  it('is a composite action', () => {
    expect(jsonFaults('github-action.schema.json', 'github-action.json')(action)).toEqual([]);
  });

  it('hands every input to a step, and none to a script', () => {
    const { steps } = action.runs;
    for (const { run } of steps) expect(run).not.toContain('${{');
    const handed = steps.flatMap(({ env = {} }) => Object.values(env));
    expect(handed).toHaveLength(Object.keys(action.inputs).length);
    expect(new Set(handed)).toEqual(new Set(Object.keys(action.inputs).map((name) => `\${{ inputs.${name} }}`)));
    for (const [name, { value }] of Object.entries(action.outputs)) expect(value).toBe(`\${{ steps.check.outputs.${name} }}`);
    expect(steps.map(({ id }) => id)).toContain('check');
  });

  it('writes the report to the log, and shows no annotations unless it is told to', async () => {
    const { status, stdout, outputs, summary } = await act(folderWith(FILES), { paths: 'drafts' });
    expect(status).toBe(1);
    expect(outputs).toEqual({ status: '1' });
    expect(summary).toBe('');
    expect(stdout).toContain('misquote.number');
    // All that a draft says stands between these two, where the runner obeys nothing.
    expect(stdout).toMatch(/^::stop-commands::([\w-]+)\n[\s\S]*\n::\1::\n$/);
    expect(stdout).not.toMatch(/^::error/m);
  });

  it('shows annotations, with paths from the root of the repository, when it is told to', async () => {
    const folder = folderWith({ 'paper/corpus/ferry.md': FERRY, 'paper/drafts/a.md': WRONG_NUMBER });
    const { stdout } = await act(folder, { 'working-directory': 'paper', paths: 'drafts', format: 'github' });
    expect(stdout).toMatch(/^::error file=paper\/drafts\/a\.md,line=1,/);
  });

  it('takes several paths and folders of sources, patterns, arguments and how many warnings are allowed', async () => {
    const folder = folderWith({ 'my sources/ferry.md': FERRY, 'more/x.md': '# Nothing\n', 'b, one.md': TRUE_WORDS, 'c.md': WRONG_WORD });
    const inputs = { paths: 'b, one.md\n*.md\n', corpus: 'my sources\nmore', args: '--rule\nmisquote=warning' };
    expect((await act(folder, inputs)).status).toBe(0);
    expect((await act(folder, { ...inputs, 'max-warnings': '0' })).status).toBe(1);
    expect((await act(folder, { ...inputs, 'max-warnings': '0', paths: 'b, one.md' })).status).toBe(0);
  });

  it('writes SARIF beside the report, and says where', async () => {
    const folder = folderWith(FILES);
    const { status, outputs } = await act(folder, { paths: 'drafts', 'sarif-file': 'verbatim.sarif' });
    expect(status).toBe(1);
    expect(outputs).toEqual({ status: '1', 'sarif-file': 'verbatim.sarif' });
    expect(jsonFaults('sarif.schema.json', 'sarif-2.1.0.json')(JSON.parse(folder.read('verbatim.sarif')))).toEqual([]);
  });

  it('shows the report on the page of the run when it is told to, ticks and all', async () => {
    const folder = folderWith({ ...FILES, 'drafts/d.md': `${WRONG_WORD.trim()} \`\`\`\`x\`\`\`\`` });
    const { summary } = await act(folder, { paths: 'drafts/d.md', summary: 'true' });
    expect(summary).toMatch(/^(`{5,})text\n[\s\S]*````x````[\s\S]*\n\1\n$/);
  });

  it('does not take what an input says for a script', async () => {
    const folder = folderWith(FILES);
    const { status, stderr } = await act(folder, { paths: '$(touch owned); `touch owned`"; touch owned' });
    expect(status).toBe(2);
    expect(stderr).toContain('There is no file or folder');
    expect(() => folder.read('owned')).toThrow();
  });

  it('says that it could not run', async () => {
    expect(await act(folderWith(FILES), { paths: 'drafts', config: 'none.yaml' })).toMatchObject({ status: 2, outputs: { status: '2' } });
  });
});

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files?: string;
  readonly args?: readonly string[];
  readonly pass_filenames?: boolean;
}

describe('the hooks of pre-commit', () => {
  const hooks = yamlFile('.pre-commit-hooks.yaml') as readonly Hook[];
  const hookOf = (id: string): Hook => hooks.find((hook) => hook.id === id) as Hook;
  /** Runs a hook's entry as pre-commit does: arguments and file names behind it. */
  const runHook = ({ entry, args = [], pass_filenames = true }: Hook, folder: Folder, files: readonly string[]): Promise<Run> => {
    const [program, ...own] = entry.split(' ');
    expect(program).toBe('verbatim');
    return folder.verbatim(...own, ...args, ...(pass_filenames ? files : []));
  };

  it('are hooks', () => {
    expect(jsonFaults('pre-commit-hooks.schema.json', 'pre-commit-hooks.json')(hooks)).toEqual([]);
  });

  it('take files of every language of drafts', () => {
    const files = new RegExp(hookOf('verbatim').files ?? '');
    expect([...LANGUAGE_ENDINGS].filter((ending) => !files.test(`drafts/a.${ending}`))).toEqual([]);
    expect(['a.ts', 'md', 'a.md.bak', 'a.png'].filter((name) => files.test(name))).toEqual([]);
  });

  it('check the drafts of a commit', async () => {
    const folder = folderWith(FILES);
    expect(await runHook(hookOf('verbatim'), folder, ['drafts/a.md', 'drafts/b.md'])).toMatchObject({ status: 1 });
    expect(await runHook(hookOf('verbatim'), folder, ['drafts/b.md'])).toMatchObject({ status: 0 });
  });

  it('pass over what is no draft of the project, without a word', async () => {
    const folder = folderWith({ ...FILES, 'README.md': WRONG_NUMBER, '.verbatim.yaml': 'corpora: [corpus]\ninclude: [drafts]\n' });
    const run = await runHook(hookOf('verbatim'), folder, ['README.md', 'corpus/ferry.md', 'drafts/b.md']);
    expect(run).toEqual({ status: 0, stdout: '1 quotation: 1 verified; no findings\n', stderr: '' });
    expect(await runHook(hookOf('verbatim'), folder, ['README.md', 'corpus/ferry.md'])).toMatchObject({ status: 0, stderr: '' });
  });

  it('check all drafts, whatever the commit has', async () => {
    const run = await runHook(hookOf('verbatim-all'), folderWith(FILES), ['corpus/ferry.md']);
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('drafts/a.md');
  });
});
