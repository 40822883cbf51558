// Every task of the product by the keyboard alone, in the window of a real VS Code; what a screen reader reads of it; and what
// axe-core complains of. A single event of a pointer is a failure.
//   node test/editor/tour/keyboard/run.ts [--only TEXT] [--pictures DIR] [--theme NAME] [--size 1280x800]
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { play } from '../play.ts';
import { openWindow } from '../window.ts';
import { countPointer, Keys } from './keys.ts';
import { REPORT_SCENES } from './report.ts';
import { TREE_SCENES } from './trees.ts';
import { WINDOW_SCENES } from './window.ts';
import { FILES, WRITING_SCENES } from './writing.ts';

const { values: given } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    pictures: { type: 'string' },
    theme: { type: 'string', default: 'Default Light Modern' },
    size: { type: 'string', default: '1280x800' },
  },
});

let pointer: () => readonly string[] = () => [];
const opened = await openWindow({
  theme: given.theme,
  size: given.size,
  files: FILES,
  prepare: async (page) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    pointer = await countPointer(page);
  },
});
const keys = new Keys(opened.page, given.pictures === undefined ? null : path.resolve(given.pictures), opened.workspace);
const scenes = [...WRITING_SCENES, ...TREE_SCENES, ...REPORT_SCENES, ...WINDOW_SCENES].map(({ name, run }) => ({
  name,
  run: async (stage: Keys) => {
    const before = pointer().length;
    await run(stage);
    const used = pointer().slice(before);
    if (used.length > 0) throw new Error(`A pointer was used: ${used.join(', ')}`);
  },
}));
const counts = await play(keys, scenes, given.only);
let { passed, failed } = counts;
// What counts nothing might not count at all.
await opened.page.mouse.move(300, 300);
await keys.pause(300);
if (pointer().includes('mousemove')) passed++;
else failed++;
console.log(`  ${pointer().length > 0 ? '✔' : '✘'} a pointer would have been noticed`);
await opened.close();
console.log(`keyboard: ${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed > 0 || counts.passed === 0 ? 1 : 0);
