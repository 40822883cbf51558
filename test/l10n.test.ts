import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { addedMessage } from '../client/src/adding/wording.ts';
import { viewMessage } from '../client/src/findings/findingWording.ts';
import { checkOutcome, language, numeral, quoted, rereadOutcome, statusText, told } from '../client/src/wording.ts';
import { joined, say } from '../server/src/text/said.ts';
import { CannotFetch, fetchPage } from '../server/src/web/fetchPage.ts';
import { textsOf, untranslatedIn } from './support/clientTexts.ts';
import { webTemplates } from './support/saidTemplates.ts';
import { isThere, type RepositoryFile, repositoryFiles } from './support/tidyFiles.ts';
import { speak } from './support/vscodeTexts.ts';

type Texts = Readonly<Record<string, string>>;

const LANGUAGES = ['de', 'ko'] as const;
/** How each language marks what somebody said, and what it does not use. */
const MARKS = { de: { paired: '„“', foreign: /[”‘’"]/ }, ko: { paired: '“”', foreign: /[„"]/ } };

const textsIn = (path: string) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')) as Texts;
const bundle = (code: string) => textsIn(`l10n/bundle.l10n.${code}.json`);
const files = repositoryFiles();
const client = files.filter(({ path }) => /^client\/src\/.*(?<!\.test)\.ts$/.test(path));
const texts = client.flatMap(textsOf);
const byText = (a: string, b: string) => (a < b ? -1 : 1);
const placeholders = (text: string) => (text.match(/\{\d+\}/g) ?? []).sort(byText);

describe('the texts of the client', () => {
  it('are each written out, with as many values as they have places for', () => {
    expect(texts.length).toBeGreaterThan(100);
    const wrong = texts.filter(({ text, values }) => text === null || new Set(placeholders(text)).size !== values);
    expect(wrong.map(({ place, text }) => `${place}: ${text}`)).toEqual([]);
  });

  it('are all made by the editor’s translation', () => {
    expect(client.flatMap(untranslatedIn)).toEqual([]);
  });

  it.each([
    ["window.showInformationMessage('Done.');", 'Done.'],
    ["window.showWarningMessage(l10n.t('Sure?'), 'Yes');", 'Yes'],
    ["pick({ placeHolder: some ? 'Which?' : l10n.t('What?') });", 'Which?'],
    ["item.tooltip = count + ' are left over';", 'are left over'],
    ["new TreeItem('Drafts')", 'Drafts'],
  ])('are looked for well: %s', (text, words) => {
    expect(untranslatedIn({ path: 'a.ts', text })).toEqual([`a.ts:1: ${words}`]);
  });

  it.each([
    "client.error('The command has failed.', error);",
    "throw new Error('The edit was not made.');",
    "register('openSource', () => open(l10n.t('Open it {0}', name)));",
    "const label = '$(add) ' + l10n.t('Add');",
    "const FIELDS = 'select, input, textarea';",
  ])('are not looked for where nobody sees them: %s', (text) => {
    expect(untranslatedIn({ path: 'a.ts', text })).toEqual([]);
  });
});

describe.each(LANGUAGES)('in another language (%s)', (code) => {
  const translated = bundle(code);
  const known = new Set([...texts.flatMap(({ text }) => text ?? []), ...webTemplates()]);

  it('every text is there, and no other', () => {
    expect(Object.keys(translated)).toEqual([...known].sort(byText));
  });

  it('every text has the same places for values and ends as in English', () => {
    for (const [text, translation] of Object.entries(translated)) {
      expect([text, placeholders(translation)]).toEqual([text, placeholders(text)]);
      expect([text, /[.?]?$/.exec(translation)?.[0]]).toEqual([text, /[.?]?$/.exec(text)?.[0]]);
    }
  });

  it('quotation marks are its own', () => {
    const { paired, foreign } = MARKS[code];
    for (const translation of Object.values(translated)) {
      const bare = code === 'ko' ? translation.replace(/‘[^’]*’/g, '') : translation;
      expect(bare).not.toMatch(foreign);
      expect(bare.split(paired.charAt(0)).length, translation).toBe(bare.split(paired.charAt(1)).length);
    }
  });

  it('the same thing is called the same in menus and in messages', () => {
    const [english, manifest] = [textsIn('package.nls.json'), textsIn(`package.nls.${code}.json`)];
    const shared = Object.entries(english).filter(([, text]) => text in translated);
    expect(shared.length).toBeGreaterThan(3);
    for (const [key, text] of shared) expect([key, translated[text]]).toEqual([key, manifest[key]]);
  });

  it('every page of the walkthrough is there, with the same code', () => {
    const pages = files.filter(({ path }) => /^media\/walkthrough\/\w+\.md$/.test(path));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      const path = page.path.replace(/\.md$/, `.nls.${code}.md`);
      expect([path, isThere(path)]).toEqual([path, true]);
      expect(codeIn(files.find((file) => file.path === path))).toEqual(codeIn(page));
    }
  });
});

/** The lines of code of a page without their comments. */
function codeIn(page: RepositoryFile | undefined): readonly string[] {
  return (page?.text.match(/^ {4}.*$/gm) ?? []).map((line) => line.replace(/ *#.*$/, ''));
}

describe('what is said', () => {
  afterEach(() => speak('en'));

  const checked = { unchecked: null, findings: 2, quotations: 1200, verified: 1, articles: 2000 };

  it('is said in German', () => {
    speak('de', bundle('de'));
    expect(language()).toBe('de');
    expect(statusText({ kind: 'ready', articles: 2000, findings: 1 })).toBe('Verbatim: 2.000 Artikel, 1 Befund');
    expect(checkOutcome(checked)).toBe('Es gibt 2 Befunde. 1 von 1.200 Zitaten sind bestätigt. An 2.000 Artikeln geprüft.');
    expect(quoted('Nobody steers')).toBe('„Nobody steers“');
  });

  it('is said in German why a page of the web was not fetched', async () => {
    speak('de', bundle('de'));
    const refusal = await fetchPage('ftp://example.org/a', { agent: 'test' }).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(CannotFetch);
    const { said, message } = refusal as CannotFetch;
    expect(message).toBe('Only addresses that begin with https:// or http:// can be fetched, not ftp:');
    expect(told(said)).toBe('Nur Adressen, die mit https:// oder http:// beginnen, können geholt werden, nicht ftp:');
    const both = joined(
      [say`The server gave no page (it says ${418}).`, say`Open it in a browser, and save the page or copy its text.`],
      ' ',
    );
    expect(told(both)).toBe(
      'Der Server hat keine Seite herausgegeben (er meldet 418). Öffnen Sie sie in einem Browser und speichern Sie die Seite, oder kopieren Sie ihren Text.',
    );
  });

  it('is said in Korean', () => {
    speak('ko', bundle('ko'));
    expect(statusText({ kind: 'indexing', done: 12, total: 2000 })).toBe('$(sync~spin) Verbatim: 출처 2,000건 중 12건');
    expect(rereadOutcome({ articles: 5, troubled: 1 })).toBe(
      '기사 5건을 읽었습니다. 파일 1개에 문제가 있습니다. ‘문제’ 보기에서 확인하세요.',
    );
    const view = { groups: [], count: 0, drafts: 1, left: 3, articles: 5, incomplete: false, stale: false, unread: 0, more: false };
    expect(viewMessage(view)).toBe('초고 3개를 아직 검사하지 않았습니다.');
  });

  it('is said in English, numbers too, where there are no texts in the editor’s language', () => {
    speak('fr');
    expect(numeral(2000)).toBe('2,000');
    expect(addedMessage([])).toBe('Added 0 sources.');
  });
});
