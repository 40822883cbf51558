import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import { HOUSE_STYLES } from '../rules/style.ts';
import { configurationFor, configurationWith } from './configuration.ts';
import { isDraft } from './drafts.ts';
import { matcherOf, seenFromAbove } from './globs.ts';
import { SEVERITIES, type Settings } from './settings.ts';
import { SEVERITY_KEYS } from './settingsSchema.ts';

const DESK = '/p/desks/north/x.md';
const of = (files: Record<string, string>, draft = DESK) => configurationFor(draft, new InMemoryHost(files), {}, null);

describe('project files in folders above each other', () => {
  it('each leave open what the next one says', async () => {
    const found = await of({
      '/p/.verbatim.yaml': 'houseStyle: legal\ncheck: on-save\ndate: 2025-10-20\n',
      '/p/desks/.verbatim.yaml': 'houseStyle: guardian\nreportingVerb: told us\ndate:\n',
      '/p/desks/north/.verbatim.yaml': 'citationStyle: link\nreportingVerb: says\n',
    });
    expect(found.settings).toMatchObject({
      houseStyle: 'guardian',
      check: 'on-save',
      date: '2025-10-20',
      citationStyle: 'link',
      reportingVerb: 'says',
    });
    expect(found.file).toBe('/p/desks/north/.verbatim.yaml');
    expect(found.files).toEqual(['/p/desks/north/.verbatim.yaml', '/p/desks/.verbatim.yaml', '/p/.verbatim.yaml']);
    expect([...(found.stated ?? [])].sort()).toEqual(['check', 'citationStyle', 'date', 'houseStyle', 'reportingVerb']);
  });

  it('put severities together rule by rule, and unite aliases', async () => {
    const { settings } = await of({
      '/p/.verbatim.yaml':
        'severity: { misquote.spelling: "off", wrong-date: error, cut-quote: hint }\naliases: [[Kyiv, Kiev], [UN, United Nations]]\n',
      '/p/desks/.verbatim.yaml': 'severity: { misquote: warning, cut-quote: "off" }\naliases: [[Kyiv, Kiev], [Gullhythe, Gull Hythe]]\n',
    });
    expect(settings.severity).toEqual({ misquote: 'warning', 'wrong-date': 'error', 'cut-quote': 'off' });
    expect(settings.aliases).toEqual([
      ['Kyiv', 'Kiev'],
      ['Gullhythe', 'Gull Hythe'],
      ['UN', 'United Nations'],
    ]);
  });

  it('replace lists, and an empty one too', async () => {
    const files = {
      '/p/.verbatim.yaml': 'corpora: [sources]\nexclude: [old]\ninclude: ["**/*.md"]\nsources: { exclude: [notes] }\n',
      '/p/desks/.verbatim.yaml': 'corpora: []\nexclude: []\nsources: { include: ["**/*.pdf"] }\n',
      '/p/desks/corpus/a.md': 'x',
    };
    const found = await of(files);
    expect(found.corpora).toEqual(['/p/desks/corpus']);
    expect(found.settings).toMatchObject({ exclude: [], include: ['**/*.md'], sources: { include: ['**/*.pdf'] } });
    expect((await of(files, '/p/x.md')).corpora).toEqual(['/p/sources']);
  });

  it('count their paths and patterns from where they lie', async () => {
    const found = await of({
      '/p/.verbatim.yaml': 'exclude: [drafts/old]\ncorpora: [sources]\n',
      '/p/desks/north/.verbatim.yaml': 'include: [drafts, "./*.txt"]\ncorpora: [own, ../shared, /archive]\nstetFile: editing/stet.yaml\n',
    });
    expect(found).toMatchObject({ base: '/p', corpora: ['/p/desks/north/own', '/p/desks/shared', '/archive'] });
    expect(found.stet).toMatchObject({ path: '/p/desks/north/editing/stet.yaml', home: '/p/desks/north' });
    const drafts = ['drafts/a.md', 'drafts/old/a.md', 'a.txt', 'a.md', 'deep/a.txt'].filter((way) =>
      isDraft(`/p/desks/north/${way}`, found),
    );
    // The folder “old” that is left out is another one.
    expect(drafts).toEqual(['drafts/a.md', 'drafts/old/a.md', 'a.txt']);
    expect(isDraft('/p/drafts/a.md', found)).toBe(false);
  });

  it('end with the one that says so', async () => {
    const files = { '/p/.verbatim.yaml': 'houseStyle: legal\nfont: x\n', '/p/desks/.verbatim.yaml': 'root: true\ncheck: on-save\n' };
    const found = await of(files);
    expect(found).toMatchObject({ base: '/p/desks', files: ['/p/desks/.verbatim.yaml'], problems: [] });
    expect(found.settings).toMatchObject({ houseStyle: 'strict', check: 'on-save' });
    expect(found.stated).toEqual(['check']);
    const open = await of({ ...files, '/p/desks/.verbatim.yaml': 'root: false\n' });
    expect(open.settings.houseStyle).toBe('legal');
  });

  it('are each told what is wrong in them', async () => {
    const { problems } = await of({ '/p/.verbatim.yaml': 'font: x\n', '/p/desks/.verbatim.yaml': 'rooot: true\nroot: yes please\n' });
    expect(problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
      '/p/desks/.verbatim.yaml:0 There is no setting “rooot”. Did you mean “root”?',
      '/p/desks/.verbatim.yaml:1 “root” must be true or false, not “yes please”.',
      expect.stringContaining('/p/.verbatim.yaml:0 There is no setting “font”.'),
    ]);
  });

  it('win over the editor, who fills in what none of them says', async () => {
    const host = new InMemoryHost({ '/p/.verbatim.yaml': 'houseStyle: legal', '/p/desks/.verbatim.yaml': 'severity: { misquote: hint }' });
    const editor = { houseStyle: 'chicago', severity: { 'misquote.name': 'off', 'wrong-date': 'error' }, reportingVerb: 'says' } as const;
    const { settings } = await configurationFor(DESK, host, editor, null);
    expect(settings).toMatchObject({ houseStyle: 'legal', reportingVerb: 'says' });
    expect(settings.severity).toEqual({ misquote: 'hint', 'wrong-date': 'error' });
  });

  it('do not count where one is named instead', async () => {
    const host = new InMemoryHost({ '/p/.verbatim.yaml': 'houseStyle: legal', '/else/own.yaml': 'corpora: [here]\nroot: false\n' });
    const found = await configurationWith('/else/own.yaml', DESK, host);
    expect(found).toMatchObject({ base: '/else', corpora: ['/else/here'], files: ['/else/own.yaml'] });
    expect(found.settings.houseStyle).toBe('strict');
  });

  it('keep the file of what is let stand beside the topmost, unless a nearer one has one', async () => {
    const files = { '/p/.verbatim.yaml': '', '/p/desks/.verbatim.yaml': '', '/p/desks/north/.verbatim-stet.yaml': '- rule: misquote\n' };
    expect((await of(files)).stet).toMatchObject({ path: '/p/.verbatim-stet.yaml', home: '/p' });
    expect((await of({ ...files, '/p/.verbatim-stet.yaml': '' })).stet.path).toBe('/p/.verbatim-stet.yaml');
    const nearer = { ...files, '/p/desks/.verbatim-stet.yaml': '', '/p/.verbatim-stet.yaml': '' };
    expect((await of(nearer)).stet).toMatchObject({ path: '/p/desks/.verbatim-stet.yaml', home: '/p/desks' });
  });

  it('hold on disks of Windows and in repositories shown from afar', async () => {
    const windows = await of(
      { 'C:/p/.verbatim.yaml': 'houseStyle: legal', 'C:/p/q/.verbatim.yaml': 'corpora: ["..\\\\s"]\ninclude: [d]' },
      'C:\\p\\q\\x.md',
    );
    expect(windows).toMatchObject({ base: 'C:/p', corpora: ['C:/p/s'], settings: { houseStyle: 'legal', include: ['q/d'] } });
    const root = 'vscode-vfs://github/own/repo';
    const remote = await of(
      { [`${root}/.verbatim.yaml`]: '', [`${root}/my%20desk/.verbatim.yaml`]: 'corpora: [a b]\n' },
      `${root}/my%20desk/x.md`,
    );
    expect(remote).toMatchObject({ base: root, corpora: [`${root}/my%20desk/a%20b`] });
  });
});

const name = fc.constantFrom('north', 'desks', 'a b', 'été', 'x.y');
const strings = (...values: string[]) => fc.array(fc.constantFrom(...values), { maxLength: 3 });
const severity = fc.dictionary(fc.constantFrom(...SEVERITY_KEYS), fc.constantFrom(...SEVERITIES), { maxKeys: 4 });
const globs = strings('drafts', '*.md', '**/*.txt', './notes/', 'north/**', '{a,b}/*.md', '.', '!(a)/*.md', '!drafts/**');
const said = fc.record(
  {
    corpora: strings('corpus', '../archive', '/abs', './x/../y'),
    houseStyle: fc.constantFrom(...HOUSE_STYLES),
    severity,
    aliases: fc.array(strings('Kyiv', 'Kiev', 'UN'), { maxLength: 2 }),
    include: globs,
    exclude: globs,
    date: fc.constant('2025-10-20'),
    stetFile: fc.constantFrom('stet.yaml', '../stet.yaml'),
    reportingVerb: fc.constantFrom('says', 'told us'),
  },
  { requiredKeys: [] },
);

/** What a file says, as one would write it some folders above. For folders whose names mean nothing in a pattern. */
function fromAbove(own: Partial<Settings>, way: string): Partial<Settings> {
  const at = (path: string) => (path.startsWith('/') || way === '' ? path : `${way}/${path.replace(/^\.\//, '')}`);
  const glob = (pattern: string) =>
    pattern.startsWith('!') && pattern[1] !== '(' ? `!${at(pattern.slice(1))}` : at(pattern).replace(/(?<=.)\/\.$/, '');
  const { corpora, stetFile, include, exclude } = own;
  return {
    ...own,
    ...(corpora ? { corpora: corpora.map(at) } : {}),
    ...(stetFile ? { stetFile: at(stetFile) } : {}),
    ...(include ? { include: include.map(glob) } : {}),
    ...(exclude ? { exclude: exclude.map(glob) } : {}),
  };
}

/** What two files amount to, said in the upper one; `way` leads to the lower one. */
function asOne(upper: Partial<Settings>, own: Partial<Settings>, way: string): Partial<Settings> {
  const rules = Object.keys(own.severity ?? {});
  const kept = Object.entries(upper.severity ?? {}).filter(([key]) => !rules.some((rule) => key.startsWith(`${rule}.`)));
  const lists = [...(own.aliases ?? []), ...(upper.aliases ?? [])];
  const aliases = lists.filter((list, i) => lists.findIndex((other) => String(other) === String(list)) === i);
  return { ...upper, ...fromAbove(own, way), aliases, severity: { ...Object.fromEntries(kept), ...own.severity } };
}

/** Files in folders one in the other, the deepest folder's way, and what they amount to as one file. */
function written(top: Partial<Settings>, below: readonly { readonly step: string; readonly own: Partial<Settings> | null }[]) {
  const files: Record<string, string> = { '/p/.verbatim.yaml': stringify(top) };
  let way = '';
  let one = top;
  for (const { step, own } of below) {
    way = way === '' ? step : `${way}/${step}`;
    if (own === null) continue;
    files[`/p/${way}/.verbatim.yaml`] = stringify(own);
    one = asOne(one, own, way);
  }
  return { files, way, one };
}

const FILES = ['x.md', 'y.txt', 'drafts/x.md', 'notes/z.md', 'a/b.md', 'b/c.md', 'north/q.md', 'drafts/deep/x.txt'];

describe('a cascade', () => {
  it('equals the one file that it amounts to', async () => {
    const below = fc.array(fc.record({ step: name, own: fc.option(said) }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(said, below, async (top, levels) => {
        const { files, way, one } = written(top, levels);
        const draft = `/p/${way}/x.md`;
        const many = await of(files, draft);
        const single = await of({ '/p/.verbatim.yaml': stringify(one) }, draft);
        expect([many.problems, single.problems]).toEqual([[], []]);
        const { include: _i, exclude: _e, corpora: _c, stetFile: _s, ...rest } = many.settings;
        expect(single.settings).toMatchObject(rest);
        const places = [many, single].map(({ base, corpora, stet }) => ({ base, corpora, stet: stet.path }));
        expect(places[0]).toEqual(places[1]);
        const drafts = [many, single].map((found) => FILES.filter((file) => isDraft(`/p/${way}/${file}`, found)));
        expect(drafts[0]).toEqual(drafts[1]);
      }),
      { numRuns: 40 },
    );
  });

  it('matches the same files whatever its folders are called', () => {
    const folder = fc.array(
      fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(...'ab.[]{}()!+@|^$,"*?~- é\'#') }).filter((one) => !/^\.+$/.test(one)),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    const pattern = fc.oneof(
      fc.constantFrom(
        'drafts',
        './drafts/',
        '.',
        '**/*.md',
        'a|b',
        'a|b/c.md',
        '!a|b',
        '!a/**',
        '!(a)/*.md',
        '{a,b}/**',
        '[ab].md',
        '@(a|b)/c.md',
        'é/**',
        '../x',
        '/**',
      ),
      fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(...'ab*?/.') }).filter((one) => one.trim() !== ''),
    );
    const path = fc.constantFrom('a', 'b', 'a/b', 'a/c.md', 'b/c.md', 'drafts/x.md', 'a.md', 'x.md', 'b.md', 'é/x', '.h/a.md');
    fc.assert(
      fc.property(folder, pattern, path, (steps, one, file) => {
        const way = steps.join('/');
        expect(matcherOf(seenFromAbove([one], way))(`${way}/${file}`)).toBe(matcherOf([one])(file));
      }),
      { numRuns: 500 },
    );
  });
});
