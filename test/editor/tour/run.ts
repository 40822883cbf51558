// A tour of all that the extension does in the window of a real VS Code, by keys and pointer; each scene waits for what it must show.
//   node test/editor/tour/run.ts [--only TEXT] [--pictures DIR] [--theme NAME] [--size 1280x800]
// With --pictures every scene leaves its pictures there.
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { prepareWorkbench } from '../host.ts';
import { temporaryFolder, withinTime } from '../processes.ts';
import { openBrowser, startServer, workbenchAddress, writeSettings } from '../workbench.ts';
import { SCENES } from './scenes.ts';
import { Stage } from './stage.ts';

const project = path.resolve(import.meta.dirname, '../../..');
const extension = path.resolve(process.env.VERBATIM_EXTENSION_PATH || project);
/** A scene that takes longer has failed. Milliseconds. */
const LIMIT_MS = 120_000;

const { values: given } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    pictures: { type: 'string' },
    theme: { type: 'string', default: 'Default Light Modern' },
    size: { type: 'string', default: '1280x800' },
  },
});

/** A window as a writer has it: no minimap over the prose, lines wrapped. */
const appearance = {
  'workbench.colorTheme': given.theme,
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

async function openWindow(): Promise<{ page: Page; close: () => Promise<void> }> {
  const host = await prepareWorkbench();
  const temporary = temporaryFolder();
  const profile = path.join(temporary, 'profile');
  const workspace = path.join(temporary, 'newsroom');
  cpSync(path.join(project, 'demo/draft.md'), path.join(workspace, 'draft.md'));
  cpSync(path.join(project, 'corpus'), path.join(workspace, 'corpus'), { recursive: true });
  writeSettings(profile, appearance);
  installExtension(profile);
  const server = await startServer(host, profile, { environment: { XDG_CACHE_HOME: path.join(temporary, 'cache') } });
  const browser = await openBrowser(host);
  const [width = 1280, height = 800] = given.size.split('x').map(Number);
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(workbenchAddress(server.port, workspace, { extensionDevelopmentPath: extension }));
  await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
  return { page, close: () => browser.close() };
}

const { page, close } = await openWindow();
const stage = new Stage(page, given.pictures === undefined ? null : path.resolve(given.pictures));
let passed = 0;
let failed = 0;
for (const { name, run } of SCENES.filter((scene) => scene.name.includes(given.only))) {
  try {
    await withinTime(run(stage), LIMIT_MS, 'it took too long');
    console.log(`  ✔ ${name}`);
    passed++;
  } catch (error) {
    console.error(`  ✘ ${name}: ${(error as Error).message.split('\n').slice(0, 4).join('\n    ')}`);
    await stage.picture(`failed-${name.replaceAll(' ', '-')}`);
    failed++;
  }
  await stage.rest().catch(() => undefined);
}
await close();
console.log(`tour: ${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
