// The window that the tour and the pictures of the documentation are taken in: a writer's, with Verbatim installed.
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { prepareWorkbench } from '../host.ts';
import { temporaryFolder } from '../processes.ts';
import { openBrowser, startServer, workbenchAddress, writeSettings } from '../workbench.ts';

export const PROJECT = path.resolve(import.meta.dirname, '../../..');
const extension = path.resolve(process.env.VERBATIM_EXTENSION_PATH || PROJECT);

export interface WindowOptions {
  /** Fills the workspace's folder, which is empty and goes with this process. */
  readonly furnish: (workspace: string) => void;
  readonly theme: string;
  readonly width: number;
  readonly height: number;
  /** Pixels of a picture to one of the window's. */
  readonly sharpness?: number;
  /** Settings of the editor, beside those of `appearance`. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A window as a writer has it: no minimap over the prose, lines wrapped. */
const appearance = {
  'window.title': ['activeEditorShort', 'separator', 'rootName'].map((name) => `\${${name}}`).join(''),
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.fontSize': 14,
  'editor.stickyScroll.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.accessibilitySupport': 'off',
  'breadcrumbs.enabled': false,
};

/** Installed rather than under development, so that the window looks like a writer's: the server takes what its folder holds at the start. */
function installExtension(profile: string): void {
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8')) as Record<string, string>;
  mkdirSync(path.join(profile, 'extensions'));
  symlinkSync(extension, path.join(profile, 'extensions', `${publisher}.${name}-${version}`));
}

/** Opens a real VS Code in Chromium on a fresh workspace, and waits until it can be used. */
export async function openWindow(options: WindowOptions): Promise<{ page: Page; close: () => Promise<void> }> {
  const { furnish, theme, width, height, sharpness = 1, settings = {} } = options;
  const host = await prepareWorkbench();
  const temporary = temporaryFolder();
  const profile = path.join(temporary, 'profile');
  const workspace = path.join(temporary, 'newsroom');
  mkdirSync(workspace);
  furnish(workspace);
  writeSettings(profile, { ...appearance, 'workbench.colorTheme': theme, ...settings });
  installExtension(profile);
  const server = await startServer(host, profile, { environment: { XDG_CACHE_HOME: path.join(temporary, 'cache') } });
  const browser = await openBrowser(host);
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: sharpness });
  await page.goto(workbenchAddress(server.port, workspace, { extensionDevelopmentPath: extension }));
  await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
  return { page, close: () => browser.close() };
}
