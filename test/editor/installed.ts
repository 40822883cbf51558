// The extension as its readers have it: its package, installed into the profile of the editor that runs the suite.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DesktopHost, WorkbenchHost } from './host.ts';
import { collect } from './processes.ts';

const LIMIT_MS = 120_000;

/** Installs a `.vsix` as the editor's own command does it. What fails says what the editor said. */
export async function installPackage(host: DesktopHost | WorkbenchHost, file: string, profile: string): Promise<void> {
  if (!existsSync(file)) throw new Error(`${file} does not exist; “npm run package” makes it.`);
  const extensions = path.join(profile, 'extensions');
  const folders = ['--user-data-dir', profile, '--extensions-dir', extensions];
  const env = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":"","itemUrl":""}' };
  const [command, ...args] =
    host.kind === 'desktop'
      ? [process.execPath, path.join(import.meta.dirname, 'desktop.ts'), 'install', JSON.stringify({ ...host, folders, file })]
      : [host.node, host.server, '--accept-server-license-terms', '--server-data-dir', profile, ...folders, '--install-extension', file];
  const { code, output } = await collect(command ?? '', args, { env, limit: LIMIT_MS });
  if (code !== 0 || !existsSync(path.join(extensions, 'extensions.json'))) throw new Error(`${file} could not be installed.\n${output}`);
}

/** A folder that an editor takes for the extension under development, without which it runs no suite. There is nothing in it. */
export function emptyExtension(profile: string): string {
  const folder = path.join(profile, 'harness');
  mkdirSync(folder);
  const manifest = { name: 'harness', publisher: 'verbatim-tests', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
