// Writes the settings block of package.json and its texts in package.nls.json from server/src/service/settings.ts, the schema of side files from
// server/src/readers/metadataKeys.ts and that of what is let stand from server/src/service/stetKeys.ts. The schema of project files, the notes on settings that the server has and the
// table of docs/configuration.md come from settings.ts, too. The rest of the manifest stays as it is.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CONFIGURATION_PAGE, configurationPage } from './configurationPage.ts';
import { type Manifest, type ManifestTexts, manifestConfiguration, settingTexts } from './manifestSettings.ts';
import {
  NOTES_FILE,
  NOTES_TABLE_FILE,
  notesModule,
  notesTable,
  notesTableModule,
  PROJECT_SCHEMA_FILE,
  PROJECT_VALIDATION,
  projectSchema,
} from './projectSchema.ts';
import { SCHEMA_FILE, sourceSchema, YAML_VALIDATION } from './sourceSchema.ts';
import { STET_SCHEMA_FILE, STET_VALIDATION, stetSchema } from './stetSchema.ts';

const GENERATED = [SCHEMA_FILE, STET_SCHEMA_FILE, PROJECT_SCHEMA_FILE, NOTES_FILE, NOTES_TABLE_FILE];

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Manifest;
const source = readFileSync(`${root}server/src/service/settings.ts`, 'utf8');
const configuration = manifestConfiguration(manifest.contributes?.configuration);
const texts = JSON.parse(readFileSync(`${root}package.nls.json`, 'utf8')) as ManifestTexts;
const written = {
  ...manifest,
  contributes: { ...manifest.contributes, configuration, yamlValidation: [...YAML_VALIDATION, ...STET_VALIDATION, ...PROJECT_VALIDATION] },
};
writeFileSync(`${root}package.json`, `${JSON.stringify(written, null, 2)}\n`);
writeFileSync(`${root}package.nls.json`, `${JSON.stringify({ ...texts, ...settingTexts(source) }, null, 2)}\n`);
mkdirSync(`${root}schemas`, { recursive: true });
writeFileSync(root + STET_SCHEMA_FILE, `${JSON.stringify(stetSchema(), null, 2)}\n`);
writeFileSync(root + PROJECT_SCHEMA_FILE, `${JSON.stringify(projectSchema(source), null, 2)}\n`);
writeFileSync(root + NOTES_FILE, notesModule(source));
const [de, ko] = ['de', 'ko'].map((language) => JSON.parse(readFileSync(`${root}package.nls.${language}.json`, 'utf8')) as ManifestTexts);
writeFileSync(root + NOTES_TABLE_FILE, notesTableModule(notesTable(source, de ?? {}, ko ?? {})));
writeFileSync(root + CONFIGURATION_PAGE, configurationPage(readFileSync(root + CONFIGURATION_PAGE, 'utf8'), source));
writeFileSync(root + SCHEMA_FILE, `${JSON.stringify(sourceSchema(), null, 2)}\n`);
execFileSync(
  process.execPath,
  [`${root}node_modules/@biomejs/biome/bin/biome`, 'format', '--write', 'package.json', 'package.nls.json', ...GENERATED],
  {
    cwd: root,
    stdio: 'ignore',
  },
);
console.log(`package.json has ${configuration.flatMap(({ properties }) => Object.keys(properties)).length} settings.`);
