import { describe, expect, it } from 'vitest';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import { DEFAULT_OPTIONS } from '../rules/style.ts';
import { checkOptionsOf, configurationFor, parseConfiguration } from './configuration.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { settingsFrom } from './settingsSchema.ts';

const problemsOf = (text: string) =>
  parseConfiguration('/p/.verbatim.yaml', text).problems.map(({ line, character, message }) => `${line}:${character} ${message}`);

describe('the project file', () => {
  it('sets what it names', () => {
    const text = [
      'corpora: [corpus, ../archive]',
      'houseStyle: guardian',
      'severity: { quote-not-found: off, misquote.number: hint }',
      'aliases: [[Kyiv, Kiev]]',
      'include: ["drafts/**"]',
      'exclude: []',
      'date: 2025-10-20',
    ].join('\n');
    expect(parseConfiguration('/p/.verbatim.yaml', text)).toEqual({
      settings: {
        corpora: ['corpus', '../archive'],
        houseStyle: 'guardian',
        severity: { 'quote-not-found': 'off', 'misquote.number': 'hint' },
        aliases: [['Kyiv', 'Kiev']],
        include: ['drafts/**'],
        exclude: [],
        date: '2025-10-20',
      },
      root: false,
      problems: [],
    });
  });

  it.each([
    ['nothing', ''],
    ['a comment', '# nothing yet\n'],
    ['a key with nothing after it', 'corpora:\nhouseStyle:\n'],
  ])('leaves all open with %s', (_what, text) => {
    expect(parseConfiguration('/p/.verbatim.yaml', text)).toEqual({ settings: {}, root: false, problems: [] });
  });

  it('points at a key that is none and says what was meant', () => {
    expect(problemsOf('houseStyle: legal\nhousestyle: strict\n')).toEqual([
      '1:0 There is no setting “housestyle”. Did you mean “houseStyle”?',
    ]);
    expect(problemsOf('fonts: serif\n')).toEqual([
      '0:0 There is no setting “fonts”. There are: corpora, sources, houseStyle, severity, aliases, include, exclude, date, check, memory, citationStyle, dateFormat, reportingVerb, stetFile, root.',
    ]);
  });

  it('points at a value that may not stand there and says what may', () => {
    expect(problemsOf('\nhouseStyle: strickt\n')).toEqual([
      '1:12 “houseStyle” must be one of strict, guardian, chicago, legal, not “strickt”.',
    ]);
    expect(problemsOf('corpora: corpus\n')).toEqual(['0:9 “corpora” must be a list of folders, such as [corpus], not “corpus”.']);
    expect(problemsOf('date: 2025-02-30\n')).toEqual(['0:6 “date” must be a day that exists, as YYYY-MM-DD, not “2025-02-30”.']);
    expect(problemsOf('corpora:\n  - corpus\n  - 7\n')).toEqual(['2:4 “corpora[2]” must be the path of a folder, not “7”.']);
  });

  it('points at rules and severities inside “severity”, and keeps the others', () => {
    const text = 'severity:\n  misqoute: error\n  wrong-date: loud\n  misquote.nubmer: hint\n  wrong-name: hint\n';
    expect(problemsOf(text)).toEqual([
      '1:2 There is no rule “misqoute”. Did you mean “misquote”?',
      '2:14 “severity.wrong-date” must be one of off, hint, information, warning, error, not “loud”.',
      '3:2 There is no rule “misquote.nubmer”. Did you mean “misquote.number”?',
    ]);
    expect(parseConfiguration('/p/.verbatim.yaml', text).settings).toEqual({ severity: { 'wrong-name': 'hint' } });
  });

  it('points at keys and patterns inside “sources”, and keeps the others', () => {
    const text = 'sources:\n  exlude: [drafts]\n  include: ["**/*.pdf", 7]\n';
    expect(problemsOf(text)).toEqual([
      '1:2 There is no setting of “sources” “exlude”. Did you mean “exclude”?',
      '2:24 “sources.include[2]” must be a glob pattern, not “7”.',
    ]);
    expect(parseConfiguration('/p/.verbatim.yaml', text).settings).toEqual({ sources: { include: ['**/*.pdf'] } });
  });

  it('leaves out what is wrong in a list and keeps the rest', () => {
    const { settings, problems } = parseConfiguration('/p/.verbatim.yaml', 'aliases: [[Kyiv, Kiev], [1, UN], Bonn]\ncorpora: [a, 1, 2, b]');
    expect(settings).toEqual({ aliases: [['Kyiv', 'Kiev'], ['UN']], corpora: ['a', 'b'] });
    expect(problems).toHaveLength(4);
  });

  it.each([
    ['a flow that never ends', 'houseStyle: legal\ncorpora: [a, b\n'],
    ['a key that stands twice', 'houseStyle: legal\nhouseStyle: strict\n'],
    ['a tab', 'severity:\n\tmisquote: off\n'],
    ['a list', '- corpus\n'],
    ['a word', 'corpus\n'],
    ['an alias without an anchor', 'houseStyle: *nothing\n'],
    ['bytes that are no text', '\u0000\u0001\uFFFD: [\n'],
  ])('reports %s and never throws', (_what, text) => {
    const { problems } = parseConfiguration('/p/.verbatim.yaml', text);
    expect(problems.length).toBeGreaterThan(0);
    for (const { message } of problems) expect(message).not.toContain('\n');
  });

  it.each([
    ['a bracket', 'corpora: [sources\nfoo: - bar\n', /^A bracket .* “\]” is missing\.$/],
    ['a quotation mark', 'houseStyle: "legal\n', /^A quotation mark .* not closed\.$/],
  ])('tells one thing of what is open: %s', (_, text, message) => {
    const { problems } = parseConfiguration('/p/.verbatim.yaml', text);
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
  });

  it('keeps what stands before broken YAML', () => {
    expect(parseConfiguration('/p/.verbatim.yaml', 'houseStyle: legal\ncorpora: [a, "b\n').settings.houseStyle).toBe('legal');
  });
});

describe('the configuration of a draft', () => {
  it('is the default where nothing is set', async () => {
    expect(await configurationFor('/p/a/x.md', new InMemoryHost({ '/p/a/x.md': '' }), {}, null)).toEqual({
      settings: DEFAULT_SETTINGS,
      base: '/p/a',
      corpora: [],
      file: null,
      problems: [],
      stet: { path: '/p/a/.verbatim-stet.yaml', home: '/p/a', text: null, entries: [], problems: [] },
    });
  });

  it('comes from the project files above, the nearest first', async () => {
    const host = new InMemoryHost({ '/p/.verbatim.yaml': 'houseStyle: legal', '/p/a/.verbatim.yaml': 'corpora: [../sources]' });
    const near = await configurationFor('/p/a/b/x.md', host, {}, null);
    expect(near).toMatchObject({ base: '/p', corpora: ['/p/sources'], file: '/p/a/.verbatim.yaml' });
    expect(near.settings.houseStyle).toBe('legal');
    expect((await configurationFor('/p/c/x.md', host, {}, null)).settings.houseStyle).toBe('legal');
  });

  it('lets the editor fill in what the project leaves open', async () => {
    const host = new InMemoryHost({ '/p/.verbatim.yaml': 'houseStyle: legal\nseverity: { misquote: hint }' });
    const { settings } = await configurationFor(
      '/p/x.md',
      host,
      { houseStyle: 'chicago', date: '2025-10-20', severity: { 'misquote.number': 'off', 'wrong-date': 'error' } },
      null,
    );
    expect(settings).toMatchObject({ houseStyle: 'legal', date: '2025-10-20', severity: { misquote: 'hint', 'wrong-date': 'error' } });
    expect(settings.severity).not.toHaveProperty('misquote.number');
  });

  it('counts the editor’s folders from the workspace folder, the project’s from its file', async () => {
    const host = new InMemoryHost({ '/w/p/.verbatim.yaml': 'houseStyle: legal' });
    expect((await configurationFor('/w/p/x.md', host, { corpora: ['sources'] }, '/w')).corpora).toEqual(['/w/sources']);
    expect((await configurationFor('/w/x.md', host, { corpora: ['./a/../b', '/elsewhere'] }, '/w')).corpora).toEqual([
      '/w/b',
      '/elsewhere',
    ]);
  });

  it('takes the nearest folder “corpus” beside or above the draft', async () => {
    const host = new InMemoryHost({ '/w/corpus/a.md': '', '/w/p/corpus/a.md': '' });
    expect((await configurationFor('/w/p/q/x.md', host, {}, null)).corpora).toEqual(['/w/p/corpus']);
    expect((await configurationFor('/w/r/x.md', host, {}, null)).corpora).toEqual(['/w/corpus']);
    expect((await configurationFor('/w/r/x.md', host, {}, '/w/r')).corpora).toEqual([]);
    expect((await configurationFor('/w/p/corpus/a.md', host, {}, null)).corpora).toEqual(['/w/p/corpus']);
  });

  it('keeps Windows paths and URIs whole', async () => {
    const windows = new InMemoryHost({ 'C:/p/corpus/a.md': '', 'C:/p/q/.verbatim.yaml': 'corpora: ["..\\\\sources", "D:\\\\archive"]' });
    expect((await configurationFor('C:\\p\\x.md', windows, {}, null)).corpora).toEqual(['C:/p/corpus']);
    expect((await configurationFor('C:/p/q/x.md', windows, {}, null)).corpora).toEqual(['C:/p/sources', 'D:/archive']);
    const remote = new InMemoryHost({ 'vscode-vfs://github/own/repo/corpus/a.md': '' });
    const found = await configurationFor('vscode-vfs://github/own/repo/drafts/x.md', remote, {}, null);
    expect(found).toMatchObject({ base: 'vscode-vfs://github/own/repo/drafts', corpora: ['vscode-vfs://github/own/repo/corpus'] });
  });

  it('reports a project file that cannot be read', async () => {
    const host = new InMemoryHost({ '/p/.verbatim.yaml': '' });
    host.readFile = () => Promise.reject(new Error('It may not be read.'));
    const { problems, settings } = await configurationFor('/p/x.md', host, {}, null);
    expect(problems.map(({ message }) => message)).toEqual([
      'The project file cannot be read, so nothing of it holds. It may not be read.',
    ]);
    expect(settings).toEqual(DEFAULT_SETTINGS);
  });
});

describe('what an editor says', () => {
  it('is read like a project file, without minding settings that are not ours', () => {
    const { settings, problems } = settingsFrom({
      houseStyle: 'legal',
      date: null,
      severity: { misquote: 'loud' },
      trace: { server: 'off' },
    });
    expect(settings).toEqual({ houseStyle: 'legal', severity: {} });
    expect(problems).toEqual(['“severity.misquote” must be one of off, hint, information, warning, error, not “loud”.']);
    expect(settingsFrom('nonsense')).toEqual({ settings: {}, problems: [] });
  });
});

describe('what checking needs', () => {
  it('is taken from the settings', () => {
    expect(checkOptionsOf(DEFAULT_SETTINGS)).toEqual(DEFAULT_OPTIONS);
    expect(checkOptionsOf({ ...DEFAULT_SETTINGS, date: '2025-10-20' }).anchor).toEqual({ year: 2025, month: 10, day: 20 });
  });
});
