import type { Locator } from 'playwright-core';
import type { Box } from '../tour/inPage.ts';
import type { Stage } from '../tour/stage.ts';
import { Camera } from './camera.ts';
import type { Frame } from './png.ts';
import { closeSideBar } from './shots.ts';

/** The draft that is written in the film. */
export const FILM_DRAFT = 'column.md';
export const FILM_SIZE = { width: 880, height: 540 };
/** Calm enough to be read at half the size: no side bar, no numbers, nothing but the column. */
export const FILM_SETTINGS = {
  'editor.lineHeight': 19,
  'editor.lineNumbers': 'off',
  'editor.glyphMargin': false,
  'editor.folding': false,
  'editor.renderLineHighlight': 'none',
  'editor.cursorBlinking': 'solid',
  'editor.smoothScrolling': false,
  'editor.hover.delay': 100,
  'editor.scrollbar.vertical': 'hidden',
  'editor.padding.top': 14,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.reduceMotion': 'on',
  'window.commandCenter': false,
};

const MISQUOTED = 'Kim praised his “wise guidance and patriotic devotion”, KCNA reported.';
/** Milliseconds, none of them in the film, in which marks and cards come to rest. */
const SETTLING = 1500;
const BEGUN = 'He ended: “Pyongyang and Moscow ';

/** A writer misquotes a source, sees it, puts it right, has the next quotation completed, and looks at the report. */
export async function film(stage: Stage): Promise<readonly Frame[]> {
  await stage.open(FILM_DRAFT);
  await closeSideBar(stage);
  await stage.see('.statusbar-item', /Verbatim: 5 articles/);
  await stage.press('Control+End');
  const camera = new Camera(stage, { x: FILM_SIZE.width * 0.62, y: FILM_SIZE.height * 0.62 });
  await stage.page.mouse.move(FILM_SIZE.width * 0.62, FILM_SIZE.height * 0.62);
  await misquote(stage, camera);
  await mend(stage, camera);
  await complete(stage, camera);
  await report(stage, camera);
  return camera.frames;
}

async function misquote(stage: Stage, camera: Camera): Promise<void> {
  await camera.caption('Write, and quote');
  await camera.hold(500);
  await camera.type(MISQUOTED);
  await stage.see('.squiggly-warning');
  await stage.pause(SETTLING);
  await camera.caption('A word is not the source’s');
  await camera.hold(1100);
}

async function mend(stage: Stage, camera: Camera): Promise<void> {
  await camera.caption('Rest on it: what the source has');
  await camera.showPointer(false);
  await camera.moveTo(await stage.whereIs('guidance'));
  await stage.see('.monaco-hover:visible', 'leadership');
  await stage.pause(SETTLING);
  await camera.hold(2200);
  await camera.click();
  // With the pointer still there the card would stay under the menu, and the key would make the words a link.
  await camera.hidePointer();
  await stage.page.mouse.move(FILM_SIZE.width / 2, FILM_SIZE.height * 0.8);
  await stage.seeNo('.monaco-hover:visible');
  await camera.caption('Ctrl + . puts the source’s words in');
  await stage.pressFor('Control+.', '.action-widget', 'leadership');
  await stage.pause(SETTLING);
  await camera.hold(1300);
  await stage.press('Enter');
  await stage.whereIs('wise leadership and');
  await stage.seeNo('.squiggly-warning');
  await stage.press('Control+End');
  await stage.pause(SETTLING);
  await camera.caption('✓ behind a quotation: word for word');
  await camera.hold(1300);
}

async function complete(stage: Stage, camera: Camera): Promise<void> {
  await camera.caption('Begin a quotation, and its rest is offered');
  await stage.type('\n\n', 0);
  await camera.type(BEGUN);
  await stage.see('.suggest-widget.visible .monaco-list-row', 'will always stand');
  await camera.hold(1400);
  await stage.press('Enter');
  await stage.whereIs('will always stand together');
  await stage.pause(SETTLING);
  await camera.hold(1100);
}

async function report(stage: Stage, camera: Camera): Promise<void> {
  await camera.caption('The fact-check report: what rests on what');
  await camera.showPointer(false);
  await camera.moveTo(await boxOf(stage.page.locator('a.action-label[aria-label*="Fact-Check Report"]:visible').first()));
  await camera.click();
  const page = stage.page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await page.locator('#report').getByText('Korea JoongAng Daily').first().waitFor({ timeout: 30_000 });
  await stage.pause(SETTLING);
  await camera.hold(2600);
}

async function boxOf(shown: Locator): Promise<Box> {
  const box = await shown.boundingBox();
  if (box === null) throw new Error('What is to be pointed at is not to be seen.');
  return box;
}
