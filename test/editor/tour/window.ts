// The window that the tours go through and that the pictures of the documentation are taken in: a writer's, with Verbatim installed.
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { prepareWorkbench } from '../host.ts';
import { temporaryFolder } from '../processes.ts';
import { openBrowser, startServer, workbenchAddress, writeSettings } from '../workbench.ts';

export const PROJECT = path.resolve(import.meta.dirname, '../../..');
const extension = path.resolve(process.env.VERBATIM_EXTENSION_PATH || PROJECT);

export interface WindowOptions {
  readonly theme: string;
  /** `1280x800`, in pixels. */
  readonly size: string;
  /** Settings beside those that every tour has. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Pixels of a picture to one of the window's. */
  readonly sharpness?: number;
  /** Fills the folder, which is empty and goes with this process, otherwise than with the sample. */
  readonly furnish?: (workspace: string) => void;
  /** Files to be in the folder beside the sample, by their paths in it. */
  readonly files?: Readonly<Record<string, string>>;
  /** Key bindings of the user, as the editor keeps them. */
  readonly keys?: readonly object[];
  /** Is called with the page before it is gone to. */
  readonly prepare?: (page: Page) => Promise<void>;
}

export interface OpenWindow {
  readonly page: Page;
  /** The folder that the window has open. */
  readonly workspace: string;
  /** Shows another folder in the same window. */
  openFolder(folder: string): Promise<void>;
  close(): Promise<void>;
}

/** A window as a writer has it: no minimap over the prose, lines wrapped. */
const appearance = (theme: string) => ({
  'workbench.colorTheme': theme,
  'window.title': ['activeEditorShort', 'separator', 'rootName'].map((name) => `\${${name}}`).join(''),
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.fontSize': 14,
  'editor.stickyScroll.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.accessibilitySupport': 'off',
  'breadcrumbs.enabled': false,
});

/** Installed rather than under development, so that the window looks like a writer's: the server takes what its folder holds at the start. */
function installExtension(profile: string): void {
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8')) as Record<string, string>;
  mkdirSync(path.join(profile, 'extensions'));
  symlinkSync(extension, path.join(profile, 'extensions', `${publisher}.${name}-${version}`));
}

function furnishSample(workspace: string): void {
  cpSync(path.join(PROJECT, 'demo/draft.md'), path.join(workspace, 'draft.md'));
  cpSync(path.join(PROJECT, 'corpus'), path.join(workspace, 'corpus'), { recursive: true });
}

/** Opens a real VS Code in Chromium on a fresh folder, and waits until it can be used. */
export async function openWindow(options: WindowOptions): Promise<OpenWindow> {
  const { theme, size, sharpness = 1, settings = {}, furnish = furnishSample, files = {}, keys = [], prepare } = options;
  const host = await prepareWorkbench();
  const temporary = temporaryFolder();
  const profile = path.join(temporary, 'profile');
  const workspace = path.join(temporary, 'newsroom');
  mkdirSync(workspace);
  furnish(workspace);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true });
    writeFileSync(path.join(workspace, name), text);
  }
  writeSettings(profile, { ...appearance(theme), ...settings });
  writeFileSync(path.join(profile, 'User/keybindings.json'), JSON.stringify(keys));
  installExtension(profile);
  const server = await startServer(host, profile, { environment: { XDG_CACHE_HOME: path.join(temporary, 'cache') } });
  const browser = await openBrowser(host);
  const [width = 1280, height = 800] = size.split('x').map(Number);
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: sharpness });
  await prepare?.(page);
  const openFolder = async (folder: string) => {
    await page.goto(workbenchAddress(server.port, folder, { extensionDevelopmentPath: extension }));
    await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
  };
  await openFolder(workspace);
  return { page, workspace, openFolder, close: () => browser.close() };
}
