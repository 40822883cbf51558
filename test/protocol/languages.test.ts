import { describe, expect, it } from 'vitest';
import type { Diagnostic, MarkupContent } from 'vscode-languageserver';
import { CAPABILITIES, type OpenText, type ServerProcess } from '../support/serverProcess.ts';
import { DRAFT, folderOf, openDraft, SOURCES, serverFor } from './fixture.ts';

/** What one language shows of the one finding in the draft. */
interface Shown {
  readonly message: string;
  readonly related: string;
  readonly card: readonly string[];
  readonly fixes: readonly string[];
  readonly symbols: string;
}

async function diagnosticsOf(server: ServerProcess, { uri }: OpenText): Promise<readonly Diagnostic[]> {
  return (await server.request('textDocument/diagnostic', { textDocument: { uri } })).items;
}

async function cardAt(draft: OpenText): Promise<string> {
  const hover = await draft.hover(draft.at('storm'));
  return hover ? (hover.contents as MarkupContent).value : '';
}

async function shown(draft: OpenText, server: ServerProcess): Promise<Shown> {
  const [finding] = await diagnosticsOf(server, draft);
  const actions = (await draft.codeActions(draft.rangeOf('storm'), ['quickfix'])) ?? [];
  return {
    message: String(finding?.message),
    related: finding?.relatedInformation?.[0]?.message ?? '',
    card: (await cardAt(draft)).split(/\s*\n+/u),
    fixes: actions.map(({ title }) => title),
    symbols: (server.result.capabilities.documentSymbolProvider as { label: string }).label,
  };
}

describe.each([
  [
    'de-AT',
    {
      message: 'In der Quelle steht „fog“, nicht „storm“ (Saltmere Gazette, 12. März 2024).',
      related: /^„The lamp has outlasted .*“ — Saltmere keeps its lamp, Saltmere Gazette, 12\. März 2024$/,
      verdict: '**Nicht ganz der Wortlaut der Quelle.**',
      credit: / · Saltmere Gazette, 12\\?\. März 2024 · gesagt von Edda Quill$/,
      fixes: ['„storm“ durch „fog“ aus der Quelle ersetzen', 'Die Anführungszeichen entfernen', '„storm“ hier stehen lassen'],
      symbols: 'Zitate',
    },
  ],
  [
    'ko',
    {
      message: '출처에는 “fog”, 초고에는 “storm”(으)로 되어 있습니다(Saltmere Gazette, 2024년 3월 12일).',
      related: /^“The lamp has outlasted .*” — Saltmere keeps its lamp, Saltmere Gazette, 2024년 3월 12일$/,
      verdict: '**출처의 표현과 조금 다릅니다.**',
      credit: / · Saltmere Gazette, 2024년 3월 12일 · 말한 사람: Edda Quill$/,
      fixes: ['“storm”을(를) 출처의 “fog”(으)로 바꾸기', '따옴표 없애기', '여기서는 “storm” 그대로 두기'],
      symbols: '인용문',
    },
  ],
  [
    'fr',
    {
      message: 'The source has “fog”, not “storm” (Saltmere Gazette, 12 March 2024).',
      related: /^“The lamp has outlasted .*” — Saltmere keeps its lamp, Saltmere Gazette, 12 March 2024$/,
      verdict: '**Not quite the source’s words.**',
      credit: / · Saltmere Gazette, 12 March 2024 · said by Edda Quill$/,
      fixes: ['Replace “storm” by the source’s “fog”', 'Drop the quotation marks', 'Let “storm” stand here'],
      symbols: 'Quotations',
    },
  ],
] as const)('a client whose locale is %s', (locale, expected) => {
  it('is told in its language what is found, and how to mend it', async () => {
    const { draft, server } = await openDraft(DRAFT, { locale });
    const { message, related, card, fixes, symbols } = await shown(draft, server);
    expect(message).toBe(expected.message);
    expect(related).toMatch(expected.related);
    expect(card[0]).toBe(expected.verdict);
    expect(
      card.some((line) => expected.credit.test(line)),
      card.join('\n'),
    ).toBe(true);
    expect(fixes).toEqual(expect.arrayContaining([...expected.fixes]));
    expect(symbols).toBe(expected.symbols);
  });
});

describe('in German', () => {
  it('the same fix is made as in English', async () => {
    const { draft } = await openDraft(DRAFT, { locale: 'de' });
    const actions = (await draft.codeActions(draft.rangeOf('storm'), ['quickfix'])) ?? [];
    const [fix] = actions.filter(({ isPreferred }) => isPreferred);
    if (!fix) throw new Error('no fix');
    await draft.apply(fix);
    expect(draft.text).toBe(DRAFT.replace('storm', 'fog'));
  });

  it('words that go into a draft are the draft’s, not the editor’s', async () => {
    const text = '# Bells\n\n“People set their kettles by that bell, and they have missed it more than they missed the boat.”\n';
    const english = await openDraft(text);
    const german = await openDraft(text, { locale: 'de' });
    const editsIn = async ({ draft }: { draft: OpenText }) =>
      ((await draft.codeActions(draft.rangeOf('People set'), ['quickfix'])) ?? []).map(({ edit }) =>
        JSON.stringify(edit).match(/"newText":"[^"]*"/g),
      );
    const edits = await editsIn(english);
    expect(JSON.stringify(edits)).toContain('Tobin Marl said');
    expect(await editsIn(german)).toEqual(edits);
  });

  it('so are the status, problems of files and of settings, and the list of findings', async () => {
    const files = { ...SOURCES, 'draft.md': DRAFT, 'corpus/empty.md': '', '.verbatim.yaml': 'houseStile: strict\n' };
    const folder = folderOf(files);
    const server = await serverFor(folder, { locale: 'de' });
    await server.open(folder.uriOf('draft.md'), DRAFT);
    const { params } = await server.message(({ method, params: told }) => method === 'verbatim/status' && told.kind === 'trouble');
    expect(params.messages).toEqual([
      '.verbatim.yaml, Zeile 1: Eine Einstellung „houseStile“ gibt es nicht. Meinten Sie „houseStyle“?',
      'empty.md: Die Datei ist leer.',
    ]);
    const sent = await server.message(
      ({ method, params: told }) => method === 'textDocument/publishDiagnostics' && told.uri === folder.uriOf('corpus/empty.md'),
    );
    expect(sent.params.diagnostics[0]?.message).toBe('Die Datei ist leer.');
    const { groups } = await server.request('verbatim/findings', { by: 'rule', all: false });
    expect(groups.map(({ key, name }: { key: string; name: string }) => [key, name])).toEqual([['misquote', 'Falsch zitiert']]);
    const page = await server.request('verbatim/findingPage', { by: 'rule', all: false, key: 'misquote', start: 0 });
    expect(page.findings[0]).toMatchObject({
      rule: 'misquote',
      message: 'In der Quelle steht „fog“, nicht „storm“ (Saltmere Gazette, 12. März 2024).',
      fix: '„storm“ durch „fog“ aus der Quelle ersetzen',
    });
  });

  it('so is the fact-check report, and what is exported for people; what programs read is English', async () => {
    const { draft, server } = await openDraft(DRAFT, { locale: 'de' });
    const { uri } = draft;
    const { html, coverage, items } = await server.request('verbatim/factCheck', { uri });
    expect(coverage[0]).toBe('2 Zitate: 1 bestätigt, 1 falsch zitiert (50 % im Wortlaut der Quellen)');
    expect(html).toContain('Faktenprüfbericht: <cite>');
    expect(html).not.toMatch(/>(?:Draft|Source|Passage|Sign off|Initials|Coverage)</);
    expect(items[0].messages[0]).toMatch(/^In der Quelle steht/);
    const exported = async (format: string) => (await server.request('verbatim/exportReport', { uri, format })).text as string;
    expect(await exported('html')).toContain('<html lang="de">');
    expect(await exported('markdown')).toContain(
      '(misquote) [Saltmere keeps its lamp](corpus/harbour-lamp.md) · Saltmere Gazette, 12. März 2024 · Zeile 10',
    );
    expect(await exported('jsonld')).toContain('The source has “fog”, not “storm” (Saltmere Gazette, 12 March 2024).');
  });
});

it('cards have their links in the client’s language', async () => {
  const commands = { open: 'v.open', replace: 'v.replace', letStand: 'v.stand' };
  const { draft } = await openDraft(DRAFT, { locale: 'ko-KR', capabilities: CAPABILITIES, initializationOptions: { commands } });
  const links = (await cardAt(draft)).split('\n').at(-1) ?? '';
  expect([...links.matchAll(/\[([^\]]+)\]/g)].map(([, label]) => label)).toEqual(['열기', '출처의 표현으로 바꾸기', '그대로 두기']);
});
