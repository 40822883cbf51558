// The workbench in a browser: a VS Code server on a free port of this machine, and a Chromium that opens it.
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import type { WorkbenchHost } from './host.ts';
import { start, withinTime } from './processes.ts';

export interface WorkbenchServer {
  port: number;
  process: ChildProcess;
  /** What the server has said so far: printed when something goes wrong. */
  output(): string;
}

/** Settings that keep the editor still: nothing pops up, moves or saves by itself. */
const stillness = {
  'workbench.startupEditor': 'none',
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
};

export function writeSettings(profile: string, settings: Record<string, unknown> = {}): void {
  mkdirSync(path.join(profile, 'User'), { recursive: true });
  writeFileSync(path.join(profile, 'User/settings.json'), JSON.stringify({ ...stillness, ...settings }, undefined, 2));
}

/** Only with this is the page given a suite to run; the window's title then says that it is under development. */
export const suiteFlag = '--enable-smoke-test-driver';

// These are for the server's own entry, not for the code-server command, which knows no suites.
const serverFlags = [
  ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
  ['--telemetry-level', 'off', '--disable-telemetry', '--disable-experiments', '--disable-workspace-trust'],
  ['--disable-getting-started-override'],
  // Should this program be killed outright, the server ends itself some minutes later.
  ['--enable-remote-auto-shutdown', '--reconnection-grace-time', '60'],
].flat();

export interface ServerOptions {
  flags?: string[];
  environment?: Record<string, string>;
}

export async function startServer(host: WorkbenchHost, profile: string, options: ServerOptions = {}): Promise<WorkbenchServer> {
  const folders = ['--server-data-dir', profile, '--user-data-dir', profile, '--extensions-dir', path.join(profile, 'extensions')];
  const child = start(host.node, [host.server, ...serverFlags, ...folders, ...(options.flags ?? [])], {
    env: { ...process.env, ...options.environment, EXTENSIONS_GALLERY: '{"serviceUrl":"","itemUrl":""}' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const announced = new Promise<number>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const port = /listening on (\d+)/.exec(output)?.[1];
      if (port) resolve(Number(port));
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`it ended with ${code}`)));
  });
  try {
    const port = await withinTime(announced, 60_000, 'it did not start');
    return { port, process: child, output: () => output };
  } catch (error) {
    throw new Error(`The VS Code server did not come up: ${(error as Error).message}.\n${output}`);
  }
}

export function openBrowser(host: WorkbenchHost): Promise<Browser> {
  return chromium.launch({
    executablePath: host.chromium,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The page's address; `paths` in the payload are turned into what the workbench calls them. */
export function workbenchAddress(port: number, workspace: string, paths: Record<string, string>): string {
  const remote = (file: string) => `vscode-remote://127.0.0.1:${port}${encodeURI(file)}`;
  const payload = [
    ...Object.entries(paths).map(([key, file]) => [key, remote(file)]),
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  return `http://127.0.0.1:${port}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
