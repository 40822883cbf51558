// Takes pictures of the extension at work in the real workbench: the hover on a marked word, its quick-fix menu, the Problems panel.
//   node test/editor/screenshots.mjs [--folder DIR] [--file NAME] [--word TEXT] [--out DIR] [--size 1280x800] [--theme NAME] [--prefix TEXT]
// Without --folder the demonstration is shown. Without --word the first warning of the file is pointed at. Folders are copied first,
// and the copy is what is opened.
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { prepareWorkbench } from './host.ts';
import { temporaryFolder, withinTime } from './processes.ts';
import { openBrowser, startServer, workbenchAddress, writeSettings } from './workbench.ts';

const project = path.resolve(import.meta.dirname, '../..');
const anySquiggle = '.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint';
const patience = { timeout: 30_000 };

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string' },
    file: { type: 'string', default: 'demo/draft.md' },
    word: { type: 'string' },
    out: { type: 'string', default: path.join(project, 'docs/images') },
    size: { type: 'string', default: '1280x800' },
    theme: { type: 'string', default: 'Default Light Modern' },
    prefix: { type: 'string', default: '' },
  },
});

/** The pictures show a window as a writer has it: no minimap over the prose, lines wrapped. */
const appearance = {
  'workbench.colorTheme': options.theme,
  'window.title': ['activeEditorShort', 'separator', 'rootName'].map((name) => `\${${name}}`).join(''),
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.fontSize': 15,
  'editor.stickyScroll.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.accessibilitySupport': 'off',
  'breadcrumbs.enabled': false,
};

/** Where the first warning, or the first occurrence of the word in view, stands on the page. */
async function findTarget(page) {
  if (!options.word) {
    const squiggle = page.locator('.squiggly-warning').first();
    await squiggle.waitFor({ state: 'attached', ...patience });
    return squiggle.boundingBox();
  }
  await page
    .locator(anySquiggle)
    .first()
    .waitFor({ state: 'attached', ...patience });
  const box = await page.evaluate((word) => {
    for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.replaceAll('\u00a0', ' ').indexOf(word);
        if (at === -1) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      }
    }
    return null;
  }, options.word);
  if (!box) throw new Error(`“${options.word}” is not to be seen in ${options.file}.`);
  return box;
}

async function take(page, name) {
  // Fonts, animations and the last diagnostics settle.
  await page.waitForTimeout(700);
  const file = path.join(path.resolve(options.out), `${options.prefix}${name}.png`);
  await page.screenshot({ path: file });
  console.log(file);
}

async function takePictures(page) {
  await page.locator('.monaco-editor.focused').first().waitFor(patience);
  const box = await findTarget(page);
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await page.mouse.click(x, y);
  await page.mouse.move(x + 1, y);
  await page.locator('.monaco-hover:visible').first().waitFor(patience);
  await take(page, 'hover');

  await page.mouse.move(2, 2);
  await pressFor(page, 'Control+.', '.action-widget');
  await take(page, 'quick-fix');

  await pressFor(page, 'Control+Shift+M', '.markers-panel .monaco-list-row');
  await take(page, 'problems');
}

/** Closes what is open and presses a key for what it opens; a key that comes too early is lost, so it is pressed again. */
async function pressFor(page, key, opened) {
  for (let attempt = 1; ; attempt += 1) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(500);
    await page.keyboard.press(key);
    try {
      return await page.locator(opened).first().waitFor({ timeout: 5_000 });
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}

/** Installed rather than under development, so that the window looks like a writer's: the server takes what its folder holds at the start. */
function installExtension(profile) {
  const extension = path.resolve(process.env.VERBATIM_EXTENSION_PATH || project);
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8'));
  mkdirSync(path.join(profile, 'extensions'));
  symlinkSync(extension, path.join(profile, 'extensions', `${publisher}.${name}-${version}`));
}

async function main() {
  const host = await prepareWorkbench();
  const temporary = temporaryFolder();
  const profile = path.join(temporary, 'profile');
  const workspace = path.join(temporary, path.basename(options.folder ?? 'newsroom'));
  if (options.folder) cpSync(path.resolve(options.folder), workspace, { recursive: true });
  else for (const folder of ['demo', 'corpus']) cpSync(path.join(project, folder), path.join(workspace, folder), { recursive: true });
  if (!existsSync(path.join(workspace, options.file))) throw new Error(`${options.folder ?? project} has no ${options.file}.`);
  mkdirSync(options.out, { recursive: true });
  writeSettings(profile, appearance);
  installExtension(profile);
  const server = await startServer(host, profile);
  const browser = await openBrowser(host);
  const [width, height] = options.size.split('x').map(Number);
  const page = await browser.newPage({ viewport: { width, height } });
  const extension = path.resolve(process.env.VERBATIM_EXTENSION_PATH || project);
  await page.goto(
    workbenchAddress(server.port, workspace, { extensionDevelopmentPath: extension, openFile: path.join(workspace, options.file) }),
  );
  await takePictures(page);
  await browser.close();
}

try {
  await withinTime(main(), 180_000, 'the pictures were not taken');
  process.exit(0);
} catch (error) {
  console.error(`No pictures: ${error.message}`);
  process.exit(1);
}
