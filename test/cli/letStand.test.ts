import { describe, expect, it } from 'vitest';
import { type CheckResult, checkShape } from './contract.ts';
import { FERRY, folderWith, type Run, TRUE_WORDS, WRONG_NUMBER, WRONG_WORD } from './world.ts';

const FILE = '.verbatim-stet.yaml';
const corpus = { 'corpus/ferry.md': FERRY };
const parsed = (run: Run): CheckResult => checkShape.parse(JSON.parse(run.stdout));
const codes = (run: Run) => parsed(run).drafts.map(({ path, findings }) => `${path}: ${findings.map(({ code }) => code).join(', ')}`);
const IDLE = '- rule: misquote\n  words: nowhere to be found\n';

describe('what is let stand by the file of the folder', () => {
  it('is not reported, wherever the command is run from', async () => {
    const { verbatim } = folderWith({ ...corpus, 'number.md': WRONG_NUMBER, 'word.md': WRONG_WORD, [FILE]: '- rule: misquote\n' });
    const run = await verbatim('check', '.', '--format', 'json');
    expect(codes(run)).toEqual(['number.md: ', 'word.md: ']);
    expect(run.status).toBe(0);
    expect(codes(await verbatim('check', 'number.md', '--format', 'json'))).toEqual(['number.md: ']);
  });

  it('holds for drafts below it, and by their paths', async () => {
    const { verbatim } = folderWith({ ...corpus, 'a/word.md': WRONG_WORD, 'b/word.md': WRONG_WORD, [FILE]: '- draft: a/*.md\n' });
    const run = await verbatim('check', '.', '--format', 'json');
    expect(codes(run)).toEqual(['a/word.md: ', 'b/word.md: misquote']);
    expect(parsed(run).drafts[0]?.quotations.map(({ verdict }) => verdict)).toEqual(['ignored']);
  });

  it('lies beside the project file, or where this says', async () => {
    const files = { ...corpus, 'drafts/word.md': WRONG_WORD, [FILE]: IDLE, 'editing/ours.yaml': '- rule: misquote\n' };
    const { verbatim, write } = folderWith({ ...files, '.verbatim.yaml': 'stetFile: editing/ours.yaml\n' });
    expect(codes(await verbatim('check', 'drafts', '--format', 'json'))).toEqual(['drafts/word.md: ']);
    write({ '.verbatim.yaml': 'corpora: [corpus]\n', 'drafts/.verbatim-stet.yaml': '- rule: misquote\n' });
    expect(codes(await verbatim('check', 'drafts', '--format', 'json'))).toEqual(['drafts/word.md: misquote']);
  });

  it('is told of with its place where it is wrong, and all else of it holds', async () => {
    const { verbatim } = folderWith({ ...corpus, 'word.md': WRONG_WORD, [FILE]: '- rule: misquote\n- rool: x\n- rule: nothing\n' });
    const run = await verbatim('check', '.', '--format', 'json');
    expect(codes(run)[0]).toBe('word.md: ');
    expect(run.stderr).toMatch(/\.verbatim-stet\.yaml:2:3: There is no key “rool”/);
    expect(run.stderr).toMatch(/\.verbatim-stet\.yaml:3:9: There is no rule “nothing”/);
    expect(run.status).toBe(0);
  });
});

describe('an entry that lets nothing stand', () => {
  const files = { ...corpus, 'true.md': TRUE_WORDS, 'word.md': WRONG_WORD, [FILE]: `- rule: misquote\n  draft: word.md\n\n${IDLE}` };

  it('is reported where all drafts were checked, at its place', async () => {
    const { verbatim } = folderWith(files);
    const run = await verbatim('check', '.', '--format', 'json');
    expect(codes(run)).toEqual(['true.md: ', 'word.md: ', `${FILE}: unused-stet`]);
    const [found] = parsed(run).drafts[2]?.findings ?? [];
    expect(found).toMatchObject({ severity: 'hint', range: { start: { line: 3, character: 2 }, end: { line: 3, character: 16 } } });
    expect(found?.fixes[0]).toMatchObject({
      title: 'Remove the entry',
      edits: [{ range: { start: { line: 2, character: 0 }, end: { line: 5, character: 0 } }, newText: '' }],
    });
    const pretty = await verbatim('check', '.');
    expect(pretty.stdout).toContain('- rule: misquote');
    expect(pretty.stdout).toMatch(/1 hint\n$/);
  });

  it('is not reported where it may serve a draft that was not checked', async () => {
    const { verbatim } = folderWith(files);
    expect(codes(await verbatim('check', 'true.md', '--format', 'json'))).toEqual(['true.md: ']);
  });

  it('is reported where the one draft that it is for was checked', async () => {
    const { verbatim } = folderWith({ ...files, [FILE]: '- rule: misquote\n  draft: true.md\n' });
    expect(codes(await verbatim('check', 'true.md', '--format', 'json'))).toEqual(['true.md: ', `${FILE}: unused-stet`]);
    expect(codes(await verbatim('check', 'word.md', '--format', 'json'))).toEqual(['word.md: misquote']);
  });

  it('is not reported where the rule is off', async () => {
    const { verbatim } = folderWith({ ...files, '.verbatim.yaml': 'severity: { unused-stet: off }\n' });
    expect(codes(await verbatim('check', '.', '--format', 'json'))).toEqual(['true.md: ', 'word.md: ']);
  });

  it.each(['sarif', 'github'])('stands in the report as %s, too', async (format) => {
    const { stdout } = await folderWith(files).verbatim('check', '.', '--format', format);
    expect(stdout).toContain('.verbatim-stet.yaml');
    expect(stdout).toContain('unused-stet');
  });
});
