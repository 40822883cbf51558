import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { FERRY, folderWith, startVerbatim, TRUE_WORDS, WRONG_NUMBER, WRONG_WORD } from './world.ts';

const folder = (drafts: Readonly<Record<string, string | Uint8Array>>) => folderWith({ 'corpus/ferry.md': FERRY, ...drafts });

describe('--fix', () => {
  it('puts the source’s words into the drafts, and reports what is left', async () => {
    const stray = `${WRONG_NUMBER}\nSomebody said: “Nothing of this is in any source, and no one can put it right.”\n`;
    const { verbatim, read } = folder({ 'a.md': WRONG_WORD, 'b.md': stray, 'c.md': TRUE_WORDS });
    const { status, stdout, stderr } = await verbatim('check', '.', '--fix');
    expect(read('a.md')).toBe(TRUE_WORDS);
    expect(read('b.md')).toBe(stray.replace('twelve', 'eleven'));
    expect(read('c.md')).toBe(TRUE_WORDS);
    expect(stderr).toBe('verbatim: 2 fixes made in 2 drafts.\n');
    expect(stdout).toContain('quote-not-found');
    expect(stdout).not.toContain('misquote');
    expect(status).toBe(0);
  });

  it('keeps a byte-order mark, line breaks, rights and a link', async () => {
    const { verbatim, read, path } = folder({ 'real/a.md': `\uFEFF${WRONG_WORD.replaceAll('\n', '\r\n')}` });
    chmodSync(join(path, 'real/a.md'), 0o640);
    symlinkSync('real/a.md', join(path, 'link.md'));
    expect((await verbatim('check', 'link.md', '--fix')).status).toBe(0);
    expect(read('real/a.md')).toBe(`\uFEFF${TRUE_WORDS.replaceAll('\n', '\r\n')}`);
    expect(statSync(join(path, 'real/a.md')).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(path, 'link.md')).isSymbolicLink()).toBe(true);
  });

  it('leaves a draft alone that is not UTF-8, and says so', async () => {
    const bytes = Buffer.from(`Café. ${WRONG_WORD}`.replace(/[“”]/g, '"'), 'latin1');
    const { verbatim, path } = folder({ 'a.md': bytes, 'b.md': WRONG_WORD });
    const { stdout, stderr } = await verbatim('check', '.', '--fix');
    expect(stderr).toContain('a.md was not changed: it is not UTF-8.');
    expect(stderr).toContain('made in 1 draft.');
    expect(stdout).toContain('a.md');
    expect(Buffer.compare(execFileSync('cat', [join(path, 'a.md')]), bytes)).toBe(0);
  });

  it('makes with --unsafe also what a writer should look at', async () => {
    const unsaid = '“We have waited eleven long winters to see the boats come back across this water.”\n';
    const { verbatim, read } = folder({ 'a.md': unsaid });
    await verbatim('check', 'a.md', '--fix');
    expect(read('a.md')).toBe(unsaid);
    await verbatim('check', 'a.md', '--fix', '--unsafe');
    expect(read('a.md')).toContain('Mara Ellingham');
    expect((await verbatim('check', 'a.md', '--unsafe')).stderr).toContain('give it with --fix or --diff');
  });
});

describe('--diff', () => {
  it('is a patch that Git applies, and changes nothing itself', async () => {
    const { verbatim, read, path } = folder({ 'drafts/a.md': WRONG_WORD, 'drafts/b.md': TRUE_WORDS });
    const { status, stdout } = await verbatim('check', 'drafts', '--diff');
    expect(status).toBe(1);
    expect(read('drafts/a.md')).toBe(WRONG_WORD);
    writeFileSync(join(path, 'fix.patch'), stdout);
    execFileSync('git', ['apply', 'fix.patch'], { cwd: path });
    expect(read('drafts/a.md')).toBe(TRUE_WORDS);
    const again = await verbatim('check', 'drafts', '--diff');
    expect([again.status, again.stdout]).toEqual([0, '']);
  });
});

describe('--stdin', () => {
  it('checks what is piped in by the path that it is given', async () => {
    const { piped } = folder({ 'drafts/.verbatim.yaml': 'corpora: [../corpus]\nseverity: { misquote: hint }\n' });
    const { status, stdout } = await piped(WRONG_NUMBER, 'check', '--stdin', '--stdin-filename', 'drafts/new.md', '--format', 'json');
    const [draft] = (JSON.parse(stdout) as { drafts: { path: string; findings: { severity: string; kind: string }[] }[] }).drafts;
    expect(draft).toMatchObject({ path: 'drafts/new.md', findings: [{ kind: 'number', severity: 'hint' }] });
    expect(status).toBe(0);
  });

  it('writes it out mended', async () => {
    const { piped } = folder({});
    const { status, stdout, stderr } = await piped(WRONG_WORD, 'check', '--stdin', '--fix');
    expect([status, stdout, stderr]).toEqual([0, TRUE_WORDS, 'verbatim: 1 fix made, 0 findings left.\n']);
  });

  it('is neither mixed with files nor half asked for', async () => {
    const { piped } = folder({ 'a.md': WRONG_WORD });
    expect((await piped('', 'check', 'a.md', '--stdin')).stderr).toContain('leave a.md out');
    expect((await piped('', 'check', 'a.md', '--stdin-filename', 'b.md')).stderr).toContain('give --stdin as well');
    expect((await piped('', 'check', '--stdin', '--watch')).status).toBe(2);
    expect((await piped(new Uint8Array(64), 'check', '--stdin')).status).toBe(2);
  });
});

describe('which drafts, and how loudly', () => {
  it('a pattern is unfolded where no shell has done it', async () => {
    const files = { 'a/one.md': WRONG_WORD, 'a/b/two.md': WRONG_WORD, 'a/three.txt': WRONG_WORD, 'a/page.html': `<p>${WRONG_WORD}</p>` };
    const { verbatim } = folder(files);
    const paths = async (pattern: string) => {
      const { stdout } = await verbatim('check', pattern, '--format', 'json');
      return (JSON.parse(stdout) as { drafts: { path: string }[] }).drafts.map(({ path }) => path);
    };
    expect(await paths('a/**/*.md')).toEqual(['a/b/two.md', 'a/one.md']);
    expect(await paths('a/*.{md,txt}')).toEqual(['a/one.md', 'a/three.txt']);
    expect(await paths('a/*.html')).toEqual(['a/page.html']);
    expect((await verbatim('check', 'a/*.rst')).stderr).toBe('verbatim: No file is like a/*.rst.\n');
    expect((await verbatim('check', 'corpus/*.md')).stderr).toContain('No draft is like corpus/*.md');
  });

  it('--rule wins over the project', async () => {
    const { verbatim } = folder({ 'a.md': WRONG_NUMBER, '.verbatim.yaml': 'severity: { misquote.number: error }\n' });
    expect((await verbatim('check', 'a.md')).status).toBe(1);
    expect((await verbatim('check', 'a.md', '--rule', 'misquote=warning')).status).toBe(0);
    expect((await verbatim('check', 'a.md', '--rule', 'misquote=off', '--rule', 'misquote.number=hint')).stdout).toContain('hint');
    const wrong = await verbatim('check', 'a.md', '--rule', 'misqoute=error');
    expect([wrong.status, wrong.stderr]).toEqual([
      2,
      'verbatim: --rule misqoute=error: There is no rule “misqoute”. Did you mean “misquote”?\n',
    ]);
    expect((await verbatim('check', 'a.md', '--rule', 'misquote=loud')).stderr).toContain('one of off, hint, information, warning, error');
  });

  it('--quiet reports errors alone, and counts the warnings all the same', async () => {
    const { verbatim } = folder({ 'a.md': WRONG_NUMBER, 'b.md': WRONG_WORD });
    const { stdout } = await verbatim('check', 'a.md', 'b.md', '--quiet', '--format', 'github');
    expect(stdout.trimEnd().split('\n')).toEqual([expect.stringContaining('::error file=a.md')]);
    expect((await verbatim('check', 'b.md', '--quiet', '--max-warnings', '0')).status).toBe(1);
  });

  it('--output writes the report to a file', async () => {
    const { verbatim, read } = folder({ 'a.md': WRONG_NUMBER });
    const { status, stdout } = await verbatim('check', 'a.md', '--format', 'json', '--output', 'report.json');
    expect([status, stdout]).toEqual([1, '']);
    expect(JSON.parse(read('report.json'))).toMatchObject({ version: 1 });
    expect((await verbatim('check', 'a.md', '--output', 'no/such/place.txt')).status).toBe(2);
  });
});

describe('--baseline', () => {
  it('leaves out what it knows, though lines have moved, and tells what is gone', async () => {
    const { verbatim, write, read } = folder({ 'drafts/a.md': WRONG_NUMBER, 'drafts/b.md': WRONG_WORD });
    const first = await verbatim('check', 'drafts', '--baseline', 'ci/known.json');
    expect([first.status, first.stderr]).toEqual([2, 'verbatim: There is no baseline ci/known.json; --update-baseline writes it.\n']);
    write({ 'ci/.keep': '' });
    const written = await verbatim('check', 'drafts', '--baseline', 'ci/known.json', '--update-baseline');
    expect([written.status, written.stderr]).toEqual([0, expect.stringContaining('2 findings written to ci/known.json')]);
    expect(JSON.parse(read('ci/known.json'))).toMatchObject({
      version: 1,
      findings: [
        { draft: '../drafts/a.md', rule: 'misquote.number', words: 'twelve', count: 1 },
        { draft: '../drafts/b.md', words: 'ships', count: 1 },
      ],
    });

    write({ 'drafts/a.md': `Some lines.\n\nMore.\n\n${WRONG_NUMBER}`, 'drafts/b.md': WRONG_WORD });
    expect(await verbatim('check', 'drafts', '--baseline', 'ci/known.json')).toMatchObject({ status: 0, stderr: '' });
    write({ 'drafts/a.md': `${WRONG_NUMBER}\n\n${WRONG_NUMBER}` });
    expect((await verbatim('check', 'drafts', '--baseline', 'ci/known.json')).status).toBe(1);
    write({ 'drafts/a.md': TRUE_WORDS });
    const { stderr } = await verbatim('check', 'drafts/a.md', '--baseline', 'ci/known.json');
    expect(stderr).toBe(
      'verbatim: One finding of ci/known.json is no longer found: misquote.number on “twelve” in ../drafts/a.md. --update-baseline takes it out.\n',
    );
    // The other draft was not checked: what is known of it stays.
    await verbatim('check', 'drafts/a.md', '--baseline', 'ci/known.json', '--update-baseline');
    expect(JSON.parse(read('ci/known.json'))).toMatchObject({ findings: [{ draft: '../drafts/b.md' }] });
  });

  it('is none that is something else', async () => {
    const { verbatim } = folder({ 'a.md': WRONG_WORD, 'known.json': '{"version": 7}' });
    expect((await verbatim('check', 'a.md', '--baseline', 'known.json')).stderr).toContain('known.json is no baseline of Verbatim');
    expect((await verbatim('check', 'a.md', '--update-baseline')).stderr).toContain('--baseline FILE --update-baseline');
  });
});

describe('--watch', () => {
  it('checks again when a draft, a source or a setting has changed', { timeout: 60_000 }, async () => {
    const { path, write } = folder({ 'drafts/a.md': WRONG_WORD });
    mkdirSync(join(path, 'drafts/later'));
    const watching = startVerbatim(['check', 'drafts', '--watch'], path);
    const sees = (text: string, times: number) =>
      vi.waitFor(() => expect(watching.output().split(text).length - 1, watching.output()).toBe(times), { timeout: 15_000, interval: 100 });
    try {
      await sees('Watching for changes', 1);
      expect(watching.output()).toContain('ships');
      write({ 'drafts/a.md': TRUE_WORDS });
      await sees('a.md has changed', 1);
      await sees('Watching for changes', 2);
      write({ 'corpus/ferry.md': FERRY.replace('eleven', 'thirteen') });
      await sees('misquote.number', 1);
      await sees('Watching for changes', 3);
      write({ 'drafts/later/b.md': 'Somebody said: “Nothing of this is in any source at all.”\n' });
      await sees('b.md has changed', 1);
      await sees('Watching for changes', 4);
    } finally {
      await watching.stop();
    }
  });
});
