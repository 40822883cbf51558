import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { folderOf, serverFor } from '../protocol/fixture.ts';
import { ALL_RULES, PROJECTS } from './drafts.ts';
import { asEditorsAreTold, byAssistant, byCommandLine, byEditor, byLibrary, type Reports } from './ways.ts';

// One folder, asked about by the command line, an editor, an assistant and a program: the same findings, one by one.

const FILES = Object.fromEntries(
  PROJECTS.flatMap(({ folder, sources, drafts, settings, stet }) => [
    ...Object.entries(sources),
    ...Object.entries(drafts),
    [`${folder}/.verbatim.yaml`, stringify(settings)],
    ...(stet === null ? [] : [[`${folder}/.verbatim-stet.yaml`, stet]]),
  ]),
) as Record<string, string>;
const PATHS = PROJECTS.flatMap(({ drafts }) => Object.keys(drafts));

describe('wherever a draft goes, it has the same findings', () => {
  let expected: Reports;

  beforeAll(async () => {
    expected = await byCommandLine(folderOf({ ...FILES, '.verbatim.yaml': 'assistants: true\n' }).path);
  });

  it('on the command line: something of every rule', () => {
    expect([...expected.keys()].sort()).toEqual([...PATHS].sort());
    const found = new Set([...expected.values()].flatMap(({ findings }) => findings.map(({ code }) => code)));
    expect(ALL_RULES.filter((rule) => !found.has(rule))).toEqual([]);
    const verdicts = new Set([...expected.values()].flatMap(({ quotations }) => quotations.map(({ verdict }) => verdict)));
    expect([...verdicts].sort()).toEqual(['altered', 'ignored', 'misquoted', 'not-found', 'unchecked', 'verified']);
  });

  it('of each project by its own settings, and not of what is let stand', () => {
    const codes = (path: string) => expected.get(path)?.findings.map(({ code, severity }) => `${code} ${severity}`) ?? [];
    expect(codes('paper/a/faults.md')).toHaveLength(codes('paper/b/plain.txt').length - 1);
    expect(codes('paper/c/windows.md')).toEqual(codes('paper/b/plain.txt'));
    expect(codes('paper/d/chapter.tex')).toContain('misquote error');
    expect(codes('paper/e/한국어.md')).not.toEqual([]);
    expect(codes('paper/f/clean.md')).toEqual([]);
  });

  it('for an assistant', async () => {
    const { path } = folderOf({ ...FILES, '.verbatim.yaml': 'assistants: true\n' });
    const found = await byAssistant(path, PATHS);
    for (const draft of PATHS) expect(found.get(draft), draft).toEqual(expected.get(draft));
  });

  it('for a program', async () => {
    const found = await byLibrary(PROJECTS);
    for (const draft of PATHS) expect(found.get(draft), draft).toEqual(expected.get(draft));
  });

  it('in an editor', async () => {
    const folder = folderOf({ ...FILES, '.verbatim.yaml': 'assistants: true\n' });
    const server = await serverFor(folder, { initializationOptions: { commands: { letStand: 'client.letStand' } } });
    const found = await byEditor(folder.path, PATHS, server);
    for (const draft of PATHS) {
      const report = expected.get(draft);
      expect(found.get(draft), draft).toEqual(report && asEditorsAreTold(report));
    }
  });
});
