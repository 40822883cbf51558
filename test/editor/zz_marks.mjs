import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { prepareWorkbench } from './host.ts';
import { temporaryFolder, withinTime } from './processes.ts';
import { openBrowser, startServer, workbenchAddress, writeSettings } from './workbench.ts';
const project = path.resolve(import.meta.dirname, '../..');
async function main() {
  const host = await prepareWorkbench();
  for (const [name, theme] of [['light', 'Default Light Modern'], ['dark', 'Default Dark Modern'], ['hc', 'Default High Contrast'], ['hclight', 'Default High Contrast Light']]) {
    const temporary = temporaryFolder();
    const profile = path.join(temporary, 'profile');
    const workspace = path.join(temporary, 'newsroom');
    cpSync('/tmp/h62scratch/ws', workspace, { recursive: true });
    writeSettings(profile, { 'workbench.colorTheme': theme, 'editor.minimap.enabled': false, 'editor.wordWrap': 'on', 'editor.fontSize': 15, 'editor.accessibilitySupport': 'off', 'window.autoDetectColorScheme': false, 'window.autoDetectHighContrast': false });
    mkdirSync(path.join(profile, 'extensions'));
    const { publisher, name: n, version } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8'));
    symlinkSync(project, path.join(profile, 'extensions', `${publisher}.${n}-${version}`));
    const server = await startServer(host, profile);
    const browser = await openBrowser(host);
    const page = await browser.newPage({ viewport: { width: 1000, height: 640 } });
    await page.goto(workbenchAddress(server.port, workspace, { extensionDevelopmentPath: project, openFile: path.join(workspace, 'draft.md') }));
    await page.locator('.squiggly-warning, .squiggly-error').first().waitFor({ state: 'attached', timeout: 60000 });
    await page.waitForTimeout(3500);
    await page.keyboard.press('Escape');
    if (name === 'light') { await page.mouse.click(500, 420); await page.waitForTimeout(300); await page.keyboard.press('Control+F8'); await page.waitForTimeout(2500); }
    await page.screenshot({ path: `/tmp/h62scratch/${name}.png` });
    await browser.close();
    server.process.kill();
  }
}
try { await withinTime(main(), 280_000, 'no pictures'); process.exit(0); } catch (error) { console.error(error); process.exit(1); }
