import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { annotationTroubles } from '../support/webAnnotations.ts';
import { FERRY, folderWith, TRUE_WORDS, WRONG_NUMBER } from './world.ts';

const files = { 'corpus/ferry.md': FERRY, 'drafts/a.md': `# Letters\n\n${WRONG_NUMBER}\n${TRUE_WORDS}` };
const report = (...args: string[]) => folderWith(files).verbatim('report', 'drafts/a.md', '--corpus', 'corpus', ...args);

describe('verbatim report', () => {
  it('writes annotated copy', async () => {
    const { status, stdout, stderr } = await report();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('> - 2 quotations: 1 verified, 1 misquoted (50 % are the sources’ words)');
    expect(stdout).toContain('“We have waited twelve long winters to see the boats come back across this water.”[^check-1]');
    expect(stdout).toMatch(/\[\^check-1\]: .*“eleven”, not “twelve”.*\[Ferry line to reopen in spring\]\(\.\.\/corpus\/ferry\.md\)/);
  });

  it('writes a page and annotations', async () => {
    const page = await report('--format', 'html');
    expect(page.stdout).toMatch(/^<!DOCTYPE html>[\s\S]*<mark>eleven<\/mark>[\s\S]*<\/html>\n$/);
    const { stdout } = await report('--format', 'jsonld');
    expect(annotationTroubles(JSON.parse(stdout))).toEqual([]);
  });

  it('finds in the draft what the check finds', async () => {
    const folder = folderWith(files);
    const { stdout } = await folder.verbatim('check', 'drafts/a.md', '--corpus', 'corpus', '--format', 'json');
    const verdicts = JSON.parse(stdout).drafts[0].quotations.map(({ verdict }: { verdict: string }) => `quotation:${verdict}`);
    const annotations = JSON.parse((await folder.verbatim('report', 'drafts/a.md', '--corpus', 'corpus', '--format', 'jsonld')).stdout);
    expect(annotations.first.items.map(({ body }: { body: { value: string }[] }) => body[1]?.value)).toEqual(verdicts);
  });

  it('writes to a file, which is no draft when the folder is checked', async () => {
    const folder = folderWith(files);
    const run = await folder.verbatim('report', 'drafts/a.md', '--corpus', 'corpus', '--output', 'drafts/a.checked.md');
    expect(run).toEqual({ status: 0, stdout: 'Wrote drafts/a.checked.md\n', stderr: '' });
    expect(readFileSync(join(folder.path, 'drafts/a.checked.md'), 'utf8')).toContain('[^check-2]:');
    const { stdout } = await folder.verbatim('check', 'drafts/a.checked.md', '--corpus', 'corpus', '--format', 'json');
    expect(JSON.parse(stdout).drafts[0].findings).toEqual([]);
  });

  it('is what the ending of its file says', async () => {
    const folder = folderWith(files);
    await folder.verbatim('report', 'drafts/a.md', '--corpus', 'corpus', '--output', 'drafts/a.html');
    expect(readFileSync(join(folder.path, 'drafts/a.html'), 'utf8')).toMatch(/^<!DOCTYPE html>/);
    await folder.verbatim('report', 'drafts/a.md', '--corpus', 'corpus', '--output', 'drafts/a.txt', '--format', 'md');
    expect(readFileSync(join(folder.path, 'drafts/a.txt'), 'utf8')).toContain('[^check-2]:');
  });

  it.each(['drafts/a.md', 'drafts/../drafts/a.md', 'corpus/ferry.md', 'corpus/new.md'])(
    'takes the place of no draft or source: %s',
    async (output) => {
      const folder = folderWith(files);
      const run = await folder.verbatim('report', 'drafts/a.md', '--corpus', 'corpus', '--output', output);
      expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/the draft itself|read as a source/) });
      expect(readFileSync(join(folder.path, 'drafts/a.md'), 'utf8')).toBe(files['drafts/a.md']);
      expect(readFileSync(join(folder.path, 'corpus/ferry.md'), 'utf8')).toBe(FERRY);
    },
  );

  it('has who checked what', async () => {
    const folder = folderWith(files);
    const first = await folder.verbatim('report', 'drafts/a.md', '--corpus', 'corpus', '--format', 'html');
    const [id] = /(?<=data-id=")[^"]+/.exec(first.stdout) ?? [];
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    folder.write({ 'drafts/a.md.checks.yaml': `checks:\n  - item: "${id}"\n    by: EQ\n    at: 2024-04-02T10:15:00Z\n` });
    const { stdout } = await folder.verbatim('report', 'drafts/a.md', '--corpus', 'corpus');
    expect(stdout).toContain('*Was signed by EQ, 2 April 2024, 10:15, before the source changed.*');
  });

  it.each([
    [[], /Name the draft/],
    [['drafts/b.md'], /no file or folder/],
    [['drafts', '--format', 'pdf'], /pdf/],
    [['drafts/a.md', '--corpus', 'corpus', '--output', 'a.docx'], /cannot be written as \.docx/],
    [['drafts/a.md', '--output', 'nowhere/at/all.md'], /cannot be written to nowhere/],
    [['drafts'], /of one draft/],
  ])('says why it cannot run: %j', async (args, reason) => {
    const { status, stdout, stderr } = await folderWith({ ...files, 'drafts/c.md': TRUE_WORDS }).verbatim('report', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(reason);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
