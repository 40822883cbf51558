// Writes the settings block of package.json, the tools for assistants (server/src/core/assistants.ts) and the settings' texts in package.nls.json from server/src/service/settings.ts, the schema of side files from
// server/src/readers/metadataKeys.ts and that of what is let stand from server/src/service/stetKeys.ts; the rest of the manifest stays as it is.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Manifest, type ManifestTexts, manifestConfiguration, settingTexts } from './manifestSettings.ts';
import { manifestTools } from './manifestTools.ts';
import { SCHEMA_FILE, sourceSchema, YAML_VALIDATION } from './sourceSchema.ts';
import { STET_SCHEMA_FILE, STET_VALIDATION, stetSchema } from './stetSchema.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Manifest;
const source = readFileSync(`${root}server/src/service/settings.ts`, 'utf8');
const configuration = manifestConfiguration(manifest.contributes?.configuration);
const texts = JSON.parse(readFileSync(`${root}package.nls.json`, 'utf8')) as ManifestTexts;
const written = {
  ...manifest,
  contributes: {
    ...manifest.contributes,
    configuration,
    languageModelTools: manifestTools(),
    yamlValidation: [...YAML_VALIDATION, ...STET_VALIDATION],
  },
};
writeFileSync(`${root}package.json`, `${JSON.stringify(written, null, 2)}\n`);
writeFileSync(`${root}package.nls.json`, `${JSON.stringify({ ...texts, ...settingTexts(source) }, null, 2)}\n`);
mkdirSync(`${root}schemas`, { recursive: true });
writeFileSync(root + STET_SCHEMA_FILE, `${JSON.stringify(stetSchema(), null, 2)}\n`);
writeFileSync(root + SCHEMA_FILE, `${JSON.stringify(sourceSchema(), null, 2)}\n`);
execFileSync(
  process.execPath,
  [`${root}node_modules/@biomejs/biome/bin/biome`, 'format', '--write', 'package.json', 'package.nls.json', SCHEMA_FILE, STET_SCHEMA_FILE],
  {
    cwd: root,
    stdio: 'ignore',
  },
);
console.log(`package.json has ${configuration.flatMap(({ properties }) => Object.keys(properties)).length} settings.`);
