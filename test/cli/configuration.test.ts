import { describe, expect, it, vi } from 'vitest';
import { type CheckResult, checkShape } from './contract.ts';
import { FERRY, folderWith, startVerbatim, WRONG_WORD } from './world.ts';

const parsed = (stdout: string): CheckResult => checkShape.parse(JSON.parse(stdout));
const severities = (stdout: string) =>
  parsed(stdout).drafts.map(({ path, findings }) => `${path}: ${findings.map(({ severity }) => severity).join()}`);

const NEWSROOM = {
  'wire/ferry.md': FERRY,
  '.verbatim.yaml': 'root: true\ncorpora: [wire]\nseverity: { misquote: hint }\n',
  'desks/north/.verbatim.yaml': 'include: [drafts]\n',
  'desks/south/.verbatim.yaml': 'severity: { misquote: error }\n',
  'desks/own/.verbatim.yaml': 'root: true\ncorpora: [../../wire]\n',
  'desks/north/drafts/a.md': WRONG_WORD,
  'desks/north/notes/a.md': WRONG_WORD,
  'desks/south/a.md': WRONG_WORD,
  'desks/own/a.md': WRONG_WORD,
};

describe('project files of several folders', () => {
  it('hold together, the nearest first, wherever the command is run from', async () => {
    const { verbatim } = folderWith(NEWSROOM);
    const { status, stdout, stderr } = await verbatim('check', '.', '--format', 'json');
    expect([status, stderr]).toEqual([1, '']);
    expect(severities(stdout)).toEqual(['desks/north/drafts/a.md: hint', 'desks/own/a.md: warning', 'desks/south/a.md: error']);
    const one = await verbatim('check', 'desks/south', '--format', 'json');
    expect(severities(one.stdout)).toEqual(['desks/south/a.md: error']);
  });

  it('give way to --rule, and to the one file of --config', async () => {
    const { verbatim, write } = folderWith(NEWSROOM);
    const ruled = await verbatim('check', 'desks/south', '--rule', 'misquote=information', '--format', 'json');
    expect(severities(ruled.stdout)).toEqual(['desks/south/a.md: information']);
    write({ 'own.yaml': 'corpora: [wire]\n' });
    const given = await verbatim('check', 'desks/south', '--config', 'own.yaml', '--format', 'json');
    expect(severities(given.stdout)).toEqual(['desks/south/a.md: warning']);
  });

  it('are each told what is wrong in them', async () => {
    const { verbatim, write } = folderWith(NEWSROOM);
    write({ '.verbatim.yaml': 'corpora: [wire]\nfont: x\n', 'desks/south/.verbatim.yaml': 'roott: true\n' });
    const { stderr } = await verbatim('check', 'desks/south');
    expect(stderr).toMatch(/^verbatim: desks\/south\/\.verbatim\.yaml:1:1: .*Did you mean “root”\?$/m);
    expect(stderr).toMatch(/^verbatim: \.verbatim\.yaml:2:1: There is no setting “font”/m);
  });

  it('are all watched', { timeout: 60_000 }, async () => {
    const { path, write } = folderWith(NEWSROOM);
    const watching = startVerbatim(['check', 'desks/north', '--watch'], path);
    const sees = (text: string, times: number) =>
      vi.waitFor(() => expect(watching.output().split(text).length - 1, watching.output()).toBe(times), { timeout: 15_000, interval: 100 });
    try {
      await sees('Watching for changes', 1);
      write({ '.verbatim.yaml': 'root: true\ncorpora: [wire]\nseverity: { misquote: error }\n' });
      await sees('.verbatim.yaml has changed', 1);
      await sees('Watching for changes', 2);
      expect(watching.output()).toMatch(/error +The source has/);
      write({ 'desks/north/.verbatim.yaml': 'include: [drafts]\nseverity: { misquote: information }\n' });
      await sees('.verbatim.yaml has changed', 2);
      await sees('Watching for changes', 3);
      expect(watching.output()).toMatch(/information +The source has/);
    } finally {
      await watching.stop();
    }
  });
});
