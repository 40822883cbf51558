// Makes all of docs/images: the animation and the pictures of the README and of the pages in docs, in a real VS Code.
//   node test/editor/pictures/take.ts [--only TEXT,TEXT] [--out DIR] [--theme NAME] [--frames DIR]
// With --frames the single pictures of the animation are left there to be looked at.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { withinTime } from '../processes.ts';
import { Stage } from '../tour/stage.ts';
import { openWindow, PROJECT } from '../tour/window.ts';
import { begun, selected, withoutRemarks } from './drafts.ts';
import { FILM_DRAFT, FILM_SETTINGS, FILM_SIZE, film } from './film.ts';
import { FILM, SHARPNESS } from './names.ts';
import { animatedPng, smallerPng } from './png.ts';
import { DRAFTS, MARKED_PARAGRAPHS, SHOT_SETTINGS, SHOTS, type Shot } from './shots.ts';

/** A shot that takes longer has failed. Milliseconds. */
const LIMIT_MS = 90_000;
/** Milliseconds in which the last marks and animations come to rest. */
const SETTLING = 800;
const LARGEST = { width: 1120, height: 700 };

const { values: given } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    out: { type: 'string', default: path.join(PROJECT, 'docs/images') },
    theme: { type: 'string', default: 'Default Light Modern' },
    frames: { type: 'string' },
  },
});
const wanted = (name: string) => given.only.split(',').some((part) => name.includes(part));
const sample = readFileSync(path.join(PROJECT, 'demo/draft.md'), 'utf8');

function furnish(workspace: string, draft: string, text: string): void {
  writeFileSync(path.join(workspace, draft), text);
  cpSync(path.join(PROJECT, 'corpus'), path.join(workspace, 'corpus'), { recursive: true });
}

/** The window is one in a browser; what only such a one has in its status bar would puzzle readers. */
async function hideForeignParts(page: Page): Promise<void> {
  const parts = ['keyboardLayout', 'forwardedPorts', 'status.host'].map((name) => `.statusbar-item[id*="${name}"]`);
  await page.addStyleTag({ content: `${parts.join(', ')} { display: none !important; }` });
}

function keep(name: string, png: Buffer): void {
  writeFileSync(path.join(given.out, `${name}.png`), png);
  console.log(`  ${name}.png: ${(png.length / 1000).toFixed(0)} kB`);
}

/** Puts away what a picture has shown. What was typed for it is given up. */
async function clear(stage: Stage): Promise<void> {
  await stage.page.mouse.move(2, 2);
  for (let i = 0; i < 3; i++) await stage.press('Escape');
  if (await stage.page.locator('.part.panel').isVisible()) await stage.press('Control+J');
  if (await stage.page.locator('.tab.dirty').first().isVisible()) await stage.command('File: Revert File');
  await stage.command('View: Close All Editors');
}

/** Takes all that can be taken; returns how many could not. */
async function takeShots(shots: readonly Shot[]): Promise<number> {
  const { page, close } = await openWindow({
    furnish: (workspace) => {
      furnish(workspace, DRAFTS.whole, withoutRemarks(sample));
      furnish(workspace, DRAFTS.marks, selected(sample, MARKED_PARAGRAPHS));
    },
    theme: given.theme,
    size: `${LARGEST.width}x${LARGEST.height}`,
    sharpness: SHARPNESS,
    settings: SHOT_SETTINGS,
  });
  await hideForeignParts(page);
  const stage = new Stage(page, null);
  let failed = 0;
  for (const { name, width, height, show } of shots) {
    try {
      await page.setViewportSize({ width, height });
      await withinTime(show(stage), LIMIT_MS, `${name} was not taken`);
      await stage.pause(SETTLING);
      keep(name, smallerPng(await page.screenshot()));
    } catch (error) {
      console.error(`  ${name}: ${(error as Error).message}`);
      if (given.frames !== undefined) await page.screenshot({ path: path.join(given.frames, `failed-${name}.png`) });
      failed++;
    }
    await clear(stage);
  }
  await close();
  return failed;
}

async function takeFilm(): Promise<void> {
  const { page, close } = await openWindow({
    furnish: (workspace) => furnish(workspace, FILM_DRAFT, begun(sample, 'This October')),
    theme: given.theme,
    size: `${FILM_SIZE.width}x${FILM_SIZE.height}`,
    sharpness: SHARPNESS,
    settings: FILM_SETTINGS,
  });
  await hideForeignParts(page);
  try {
    const frames = await withinTime(film(new Stage(page, null)), LIMIT_MS, 'the animation was not taken');
    if (given.frames !== undefined) {
      mkdirSync(given.frames, { recursive: true });
      for (const [at, { png, ms }] of frames.entries()) {
        writeFileSync(path.join(given.frames, `${String(at).padStart(3, '0')}-${ms}.png`), png);
      }
    }
    const seconds = frames.reduce((sum, { ms }) => sum + ms, 0) / 1000;
    console.log(`  ${frames.length} frames, ${seconds.toFixed(1)} s`);
    keep(FILM, animatedPng(frames));
  } catch (error) {
    if (given.frames !== undefined) await page.screenshot({ path: path.join(given.frames, 'failed.png') });
    throw error;
  }
  await close();
}

mkdirSync(given.out, { recursive: true });
if (given.frames !== undefined) mkdirSync(given.frames, { recursive: true });
const shots = SHOTS.filter(({ name }) => wanted(name));
try {
  const failed = shots.length > 0 ? await takeShots(shots) : 0;
  if (wanted(FILM)) await takeFilm();
  process.exit(failed > 0 ? 1 : 0);
} catch (error) {
  console.error(`No pictures: ${(error as Error).message}`);
  process.exit(1);
}
