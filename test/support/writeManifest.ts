// Writes the settings block of package.json from server/src/service/settings.ts; the rest of the manifest stays as it is.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Manifest, manifestConfiguration } from './manifestSettings.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Manifest;
const source = readFileSync(`${root}server/src/service/settings.ts`, 'utf8');
const configuration = manifestConfiguration(source, manifest.contributes?.configuration);
const written = { ...manifest, contributes: { ...manifest.contributes, configuration } };
writeFileSync(`${root}package.json`, `${JSON.stringify(written, null, 2)}\n`);
execFileSync(process.execPath, [`${root}node_modules/@biomejs/biome/bin/biome`, 'format', '--write', 'package.json'], {
  cwd: root,
  stdio: 'ignore',
});
console.log(`package.json has ${Object.keys(configuration.properties).length} settings.`);
