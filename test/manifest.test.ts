import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SETTING_NOTES as NOTES_TABLE } from '../server/src/features/l10n/settingNotes.ts';
import { VERSION } from '../server/src/node/cli/version.ts';
import { METADATA_KEYS } from '../server/src/readers/metadataKeys.ts';
import { SETTING_NOTES } from '../server/src/service/settingNotes.ts';
import { PROJECT_KEYS, SETTING_NAMES } from '../server/src/service/settingsSchema.ts';
import { STET_KEYS } from '../server/src/service/stetKeys.ts';
import { CONFIGURATION_PAGE, configurationPage } from './support/configurationPage.ts';
import { fieldComments, type Manifest, type ManifestTexts, manifestConfiguration, settingTexts } from './support/manifestSettings.ts';
import { notesTable, PROJECT_SCHEMA_FILE, PROJECT_VALIDATION, projectSchema } from './support/projectSchema.ts';
import { SCHEMA_FILE, sourceSchema, YAML_VALIDATION } from './support/sourceSchema.ts';
import { STET_SCHEMA_FILE, STET_VALIDATION, stetSchema } from './support/stetSchema.ts';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const texts = JSON.parse(read('package.nls.json')) as ManifestTexts;
const written = manifestConfiguration(manifest.contributes?.configuration);

const byText = (a: string, b: string) => (a < b ? -1 : 1);

describe('the manifest', () => {
  it('declares the settings as settings.ts has them (npm run manifest writes them)', () => {
    expect(manifest.contributes?.configuration).toEqual(written);
    expect(texts).toMatchObject(settingTexts(read('server/src/service/settings.ts')));
  });

  it('has the schema of side files as metadataKeys.ts has them (npm run manifest writes it)', () => {
    expect(JSON.parse(read(SCHEMA_FILE))).toEqual(sourceSchema());
    expect(manifest.contributes?.yamlValidation).toEqual([...YAML_VALIDATION, ...STET_VALIDATION, ...PROJECT_VALIDATION]);
  });

  it('has the schema of what is let stand as stetKeys.ts has it (npm run manifest writes it)', () => {
    expect(JSON.parse(read(STET_SCHEMA_FILE))).toEqual(JSON.parse(JSON.stringify(stetSchema())));
    const page = read('docs/letting-stand.md');
    for (const { name } of STET_KEYS) expect(page).toContain(`\`${name}\``);
  });

  it('leaves it to the client to say which languages drafts are written in', () => {
    const whens = read('package.json').match(/"when": "[^"]*editorLangId[^"]*"/g) ?? [];
    expect(whens.length).toBeGreaterThan(5);
    const key = /LANGUAGES_KEY = '([^']+)'/.exec(read('client/src/client.ts'))?.[1];
    expect(whens.filter((when) => !when.includes(`editorLangId in ${key}`))).toEqual([]);
  });

  it('has the schema, the notes and the page of project files as settings.ts has them (npm run manifest writes them)', () => {
    const source = read('server/src/service/settings.ts');
    expect(JSON.parse(read(PROJECT_SCHEMA_FILE))).toEqual(JSON.parse(JSON.stringify(projectSchema(source))));
    const comments = fieldComments(source);
    expect(SETTING_NOTES).toEqual(Object.fromEntries(SETTING_NAMES.map((name) => [name, comments.get(name)])));
    const [de, ko] = ['de', 'ko'].map((language) => JSON.parse(read(`package.nls.${language}.json`)) as ManifestTexts);
    expect(NOTES_TABLE).toEqual(notesTable(source, de!, ko!));
    const page = read(CONFIGURATION_PAGE);
    expect(configurationPage(page, source)).toBe(page);
    for (const name of PROJECT_KEYS) expect(page).toContain(`#### \`${name}\``);
  });

  it('has a page that names every key of a side file', () => {
    const page = read('docs/sources.md');
    for (const { name, aliases = [] } of METADATA_KEYS) for (const key of [name, ...aliases]) expect(page).toContain(`\`${key}\``);
  });

  it('describes every setting, with an example', () => {
    for (const name of SETTING_NAMES) {
      expect(texts[`setting.${name}`]).toMatch(new RegExp(`^[A-Z].*\\.\\n\\nIn \`.verbatim.yaml\`: \`${name}: .+\``, 's'));
    }
  });

  it('has a text for every key that it names, and names every text', () => {
    const named = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key as string);
    expect(new Set(named)).toEqual(new Set(Object.keys(texts)));
  });

  it.each(['de', 'ko'])('says all of it in another language, with the same commands and code: %s', (language) => {
    const translated = JSON.parse(read(`package.nls.${language}.json`)) as ManifestTexts;
    const fixed = (text: string) =>
      (text.match(/\(command:[^)]+\)|`[^`]*`/g) ?? []).filter((part) => !part.startsWith('`<!--')).sort(byText);
    expect(Object.keys(translated)).toEqual(Object.keys(texts));
    for (const [key, text] of Object.entries(texts)) {
      expect([key, fixed(translated[key] as string)]).toEqual([key, fixed(text)]);
      expect(translated[key]).not.toBe('');
    }
  });

  it('marks nothing up where the editor shows it as it is written', () => {
    const shown = Object.entries(texts).filter(([key]) => /^(walkthrough|welcome|view|command)\./.test(key));
    expect(shown.length).toBeGreaterThan(30);
    // Of links alone the editor makes something.
    expect(shown.filter(([, text]) => /[`_]|\*\S/.test(text.replace(/\]\([^)]*\)/g, '')))).toEqual([]);
  });

  it('has the version that the command line prints', () => {
    expect(VERSION).toBe(manifest.version);
  });
});
