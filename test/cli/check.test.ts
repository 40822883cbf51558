import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type CheckResult, checkShape } from './contract.ts';
import { FERRY, folderWith, type Run, readABit, TRUE_WORDS, WRONG_NUMBER, WRONG_WORD } from './world.ts';

const corpus = { 'corpus/ferry.md': FERRY };
const parsed = (run: Run): CheckResult => checkShape.parse(JSON.parse(run.stdout));
/** `path: code, code` of each draft. */
const codes = (result: CheckResult) => result.drafts.map(({ path, findings }) => `${path}: ${findings.map(({ code }) => code).join(', ')}`);
/** One line and nothing else. */
const ONE_LINE = /^verbatim: [^\n]+\n$/;

describe('exit status', () => {
  it('is 0 where nothing is wrong, 1 for an error, 0 for warnings unless there are too many', async () => {
    const { verbatim } = folderWith({ ...corpus, 'true.md': TRUE_WORDS, 'word.md': WRONG_WORD, 'number.md': WRONG_NUMBER });
    expect((await verbatim('check', 'true.md')).status).toBe(0);
    expect((await verbatim('check', 'number.md')).status).toBe(1);
    expect((await verbatim('check', 'word.md')).status).toBe(0);
    expect((await verbatim('check', 'word.md', '--max-warnings', '1')).status).toBe(0);
    expect((await verbatim('check', 'word.md', '--max-warnings', '0')).status).toBe(1);
    expect((await verbatim('check', 'true.md', '--max-warnings', '0')).status).toBe(0);
  });

  it.each([
    ['no command', []],
    ['an unknown command', ['chekc', 'a.md']],
    ['no draft', ['check']],
    ['only a corpus', ['check', '--corpus', 'corpus']],
    ['a draft that is not there', ['check', 'nowhere.md']],
    ['a draft without a name', ['check', '']],
    ['a corpus folder without a name', ['check', 'a.md', '--corpus', '']],
    ['a corpus folder that is not there', ['check', 'a.md', '--corpus', 'nowhere']],
    ['a corpus that is a file', ['check', 'a.md', '--corpus', 'a.md']],
    ['an unknown format', ['check', 'a.md', '--format', 'xml']],
    ['an unknown option', ['check', 'a.md', '--colour']],
    ['an option without its value', ['check', 'a.md', '--corpus']],
    ['a number that is none', ['check', 'a.md', '--max-warnings', 'few']],
    ['a negative number', ['check', 'a.md', '--max-warnings', '-1']],
    ['a configuration that is not there', ['check', 'a.md', '--config', 'nowhere.yaml']],
    ['a configuration with a fault', ['check', 'a.md', '--config', 'wrong.yaml']],
    ['no words to find', ['find']],
    ['sources of a folder that is not there', ['sources', '--corpus', 'nowhere']],
    ['a server without a channel', ['lsp']],
  ])('is 2, with one line on standard error and nothing on standard output, for %s', async (_what, args) => {
    const { verbatim } = folderWith({ ...corpus, 'a.md': TRUE_WORDS, 'wrong.yaml': 'houseStyle: baroque\n' });
    const run = await verbatim(...args);
    expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(ONE_LINE) });
  });

  it.skipIf(process.platform === 'win32')('is 2 for a pipe, which may never end', async () => {
    const { verbatim, path } = folderWith({ ...corpus, 'a.md': TRUE_WORDS });
    execFileSync('mkfifo', [`${path}/pipe.md`, `${path}/pipe.yaml`]);
    for (const args of [['pipe.md'], ['a.md', '--config', 'pipe.yaml']]) {
      expect(await verbatim('check', ...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(ONE_LINE) });
    }
  });

  it('is 2 where there is no corpus at all, and says what to do', async () => {
    const run = await folderWith({ 'a.md': TRUE_WORDS }).verbatim('check', 'a.md');
    expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(ONE_LINE) });
    expect(run.stderr).toContain('--corpus');
  });

  it('is 0 for help and version', async () => {
    const { verbatim } = folderWith({});
    expect(await verbatim('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('check'), stderr: '' });
    expect(await verbatim('check', '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--max-warnings'), stderr: '' });
    expect(await verbatim('--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: '' });
  });
});

describe('the drafts of a folder', () => {
  const STAIRS = 'Cy Fenn said: “The lamp was lit and the stairs were wet.”\n';

  it('are held beside each other, those of other folders are not', async () => {
    const steps = STAIRS.replace('stairs', 'steps');
    const { verbatim } = folderWith({ ...corpus, 'a.md': STAIRS, 'b.md': steps, 'old/c.md': steps.replace('lit', 'lost') });
    const result = parsed(await verbatim('check', '.', '--corpus', 'corpus', '--format', 'json'));
    expect(codes(result)).toEqual(['a.md: quote-not-found', 'b.md: inconsistent-quote, quote-not-found', 'old/c.md: quote-not-found']);
    expect(result.drafts[1]?.findings[0]).toMatchObject({ kind: 'drafts', severity: 'hint', message: expect.stringContaining('a.md') });
  });
});

it('says what was not made out of a source, and uses the rest of it', async () => {
  const broken = FERRY.replace(/^title: .*$/m, 'title: “Back”: the boats');
  const { verbatim } = folderWith({ 'corpus/ferry.md': broken, 'true.md': TRUE_WORDS });
  const run = await verbatim('check', 'true.md', '--format', 'json');
  expect(run.stderr).toMatch(/^verbatim: corpus\/ferry\.md: The metadata is not valid YAML \(line \d+\)/);
  expect(parsed(run).drafts[0]?.quotations[0]?.match).toMatchObject({ title: '“Back”: the boats', publisher: 'The Harbour Gazette' });
});

describe('json', () => {
  it('has the words, the place, the source and the fix', async () => {
    const { verbatim } = folderWith({ ...corpus, 'word.md': WRONG_WORD });
    const run = await verbatim('check', 'word.md', '--format', 'json');
    const [draft] = parsed(run).drafts;
    const at = WRONG_WORD.indexOf('ships');
    expect(draft).toMatchObject({
      path: 'word.md',
      quotations: [
        {
          text: 'We have waited eleven long winters to see the ships come back across this water.',
          verdict: 'misquoted',
          speaker: 'Mara Ellingham',
        },
      ],
      findings: [
        {
          code: 'misquote',
          kind: 'content',
          severity: 'warning',
          range: { start: { line: 0, character: at }, end: { line: 0, character: at + 5 } },
          match: { path: 'corpus/ferry.md', publisher: 'The Harbour Gazette', published: '2025-03-04', speaker: 'Mara Ellingham' },
        },
      ],
    });
    expect(draft?.findings[0]?.fixes.find(({ preferred }) => preferred)?.edits).toMatchObject([{ newText: 'boats' }]);
    const match = draft?.quotations[0]?.match;
    expect(FERRY.slice(match?.start, match?.end)).toContain('We have waited eleven long winters');
  });

  it('counts lines and UTF-16 characters whatever ends the lines', async () => {
    const text = `# 🐙 Draft\r\n\r\n😀 ${WRONG_WORD.trimEnd()}`;
    const { verbatim } = folderWith({ ...corpus, 'word.md': text });
    const [draft] = parsed(await verbatim('check', 'word.md', '--format', 'json')).drafts;
    const character = text.split('\r\n')[2]?.indexOf('ships');
    expect(draft?.findings).toMatchObject([{ code: 'misquote', range: { start: { line: 2, character } } }]);
  });

  it('counts without a byte-order mark, and reads UTF-16 too', async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(WRONG_WORD, 'utf16le')]);
    const { verbatim } = folderWith({ ...corpus, 'a.md': `\uFEFF${WRONG_WORD}`, 'b.md': wide });
    const character = WRONG_WORD.indexOf('ships');
    for (const draft of parsed(await verbatim('check', 'a.md', 'b.md', '--format', 'json')).drafts)
      expect(draft.findings).toMatchObject([{ code: 'misquote', range: { start: { line: 0, character } } }]);
  });

  it('is whole where it is long, and no reader that leaves makes it fail', async () => {
    const many = Array.from({ length: 400 }, (_, at) => `Paragraph ${at}. ${WRONG_WORD}`).join('\n');
    const { verbatim, path } = folderWith({ ...corpus, 'many.md': many });
    const run = await verbatim('check', 'many.md', '--format', 'json');
    expect(parsed(run).drafts).toHaveLength(1);
    expect(await readABit(['check', 'many.md', '--format', 'json'], path)).toMatchObject({ stderr: '' });
  });

  it('has an empty draft too', async () => {
    const { verbatim } = folderWith({ ...corpus, 'empty.md': '' });
    expect(parsed(await verbatim('check', 'empty.md', '--format', 'json'))).toEqual({
      version: 1,
      drafts: [{ path: 'empty.md', quotations: [], findings: [] }],
    });
  });
});

describe('drafts', () => {
  it('are looked for in folders, and never in the corpus', async () => {
    const { verbatim } = folderWith({
      ...corpus,
      'b.md': WRONG_WORD,
      'a/c.txt': TRUE_WORDS,
      'a/d.html': TRUE_WORDS,
      'node_modules/e/README.md': WRONG_WORD,
      '.hidden/f.md': WRONG_WORD,
    });
    const run = await verbatim('check', '.', '--format', 'json');
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(codes(parsed(run))).toEqual(['a/c.txt: ', 'b.md: misquote']);
  });

  it('are checked once, under the name that was given', async () => {
    const { verbatim, path } = folderWith({ ...corpus, 'drafts/a.md': TRUE_WORDS });
    expect(codes(parsed(await verbatim('check', './drafts/', 'drafts/a.md', '--format', 'json')))).toEqual(['drafts/a.md: ']);
    expect(codes(parsed(await verbatim('check', `${path}/drafts`, '--format', 'json')))).toEqual([`${path}/drafts/a.md: `]);
  });

  it('follow include and exclude in folders; a file that is named is checked all the same', async () => {
    const { verbatim } = folderWith({
      ...corpus,
      '.verbatim.yaml': 'include: [drafts]\nexclude: [drafts/old]\n',
      'notes.md': WRONG_WORD,
      'drafts/a.md': TRUE_WORDS,
      'drafts/old/b.md': WRONG_WORD,
    });
    expect(codes(parsed(await verbatim('check', '.', '--format', 'json')))).toEqual(['drafts/a.md: ']);
    expect(codes(parsed(await verbatim('check', 'notes.md', 'drafts/old/b.md', '--format', 'json')))).toEqual([
      'notes.md: misquote',
      'drafts/old/b.md: misquote',
    ]);
  });

  it('are told apart from sources even where a source is named', async () => {
    const { verbatim } = folderWith({ ...corpus, 'a.md': TRUE_WORDS });
    const run = await verbatim('check', 'corpus/ferry.md', 'a.md', '--format', 'json');
    expect(codes(parsed(run))).toEqual(['a.md: ']);
    expect(run.stderr).toMatch(/^verbatim: corpus\/ferry\.md is a file of the corpus[^\n]*\n$/);
  });

  it('may stand behind --corpus', async () => {
    const { verbatim } = folderWith({ 'sources/ferry.md': FERRY, 'a.md': WRONG_WORD });
    expect(codes(parsed(await verbatim('check', '--format', 'json', '--corpus', 'sources', 'a.md')))).toEqual(['a.md: misquote']);
  });

  it('that are no text are said not to have been checked', async () => {
    const { verbatim } = folderWith({ ...corpus, 'a.md': new Uint8Array([0, 1, 2, 0, 255, 0, 3, 0, 0]), 'b.md': TRUE_WORDS });
    const run = await verbatim('check', 'a.md', 'b.md', '--format', 'json');
    expect(run).toMatchObject({ status: 2, stderr: expect.stringMatching(/^verbatim: a\.md was not checked[^\n]*\n$/) });
    expect(codes(parsed(run))).toEqual(['b.md: ']);
  });

  it('of one line of a megabyte take less than 20 seconds', async () => {
    const line = `${'The boats went out and the boats came back again while the bell rang. '.repeat(14_000)}${WRONG_WORD}`;
    const { verbatim } = folderWith({ ...corpus, 'long.md': line });
    const started = performance.now();
    const run = await verbatim('check', 'long.md', '--format', 'json');
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(codes(parsed(run))).toEqual(['long.md: misquote']);
  });
});

describe('.verbatim.yaml', () => {
  it('says how loudly', async () => {
    const { verbatim, write } = folderWith({ ...corpus, 'a.md': WRONG_NUMBER, '.verbatim.yaml': 'severity: { misquote.number: hint }\n' });
    expect(parsed(await verbatim('check', 'a.md', '--format', 'json')).drafts[0]?.findings).toMatchObject([{ severity: 'hint' }]);
    write({ '.verbatim.yaml': 'severity: { misquote: off }\n' });
    const off = await verbatim('check', 'a.md', '--format', 'json');
    expect(off.status).toBe(0);
    expect(parsed(off).drafts[0]).toMatchObject({ findings: [], quotations: [{ verdict: 'misquoted' }] });
  });

  it('names the corpus, from where it lies', async () => {
    const { verbatim } = folderWith({ 'p/.verbatim.yaml': 'corpora: [../library]\n', 'p/q/a.md': WRONG_WORD, 'library/ferry.md': FERRY });
    const [draft] = parsed(await verbatim('check', 'p/q/a.md', '--format', 'json')).drafts;
    expect(draft?.findings).toMatchObject([{ code: 'misquote', match: { path: 'library/ferry.md' } }]);
  });

  it('is overruled by --corpus and by --config', async () => {
    const { verbatim } = folderWith({
      '.verbatim.yaml': 'corpora: [nowhere]\n',
      'other.yaml': 'corpora: [library]\nseverity: { misquote: error }\n',
      'a.md': WRONG_WORD,
      'library/ferry.md': FERRY,
    });
    expect((await verbatim('check', 'a.md')).status).toBe(2);
    expect((await verbatim('check', 'a.md', '--corpus', 'library')).status).toBe(0);
    expect((await verbatim('check', 'a.md', '--config', 'other.yaml')).status).toBe(1);
  });

  it('with a mistake in it is pointed at, and the rest holds', async () => {
    const { verbatim } = folderWith({
      ...corpus,
      'a.md': WRONG_WORD,
      '.verbatim.yaml': 'housestyle: legal\nseverity:\n  misquote: error\n',
    });
    const run = await verbatim('check', 'a.md', '--format', 'json');
    expect(run).toMatchObject({
      status: 1,
      stderr: 'verbatim: .verbatim.yaml:1:1: There is no setting “housestyle”. Did you mean “houseStyle”?\n',
    });
    expect(parsed(run).drafts[0]?.findings).toMatchObject([{ severity: 'error' }]);
  });
});
