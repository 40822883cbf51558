// A tour of all that the extension does in the window of a real VS Code, by keys and pointer; each scene waits for what it must show.
//   node test/editor/tour/run.ts [--only TEXT] [--pictures DIR] [--theme NAME] [--size 1280x800]
// With --pictures every scene leaves its pictures there.
import { cpSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { withinTime } from '../processes.ts';
import { SCENES } from './scenes.ts';
import { Stage } from './stage.ts';
import { openWindow, PROJECT } from './window.ts';

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

function furnish(workspace: string): void {
  cpSync(path.join(PROJECT, 'demo/draft.md'), path.join(workspace, 'draft.md'));
  cpSync(path.join(PROJECT, 'corpus'), path.join(workspace, 'corpus'), { recursive: true });
}

const [width = 1280, height = 800] = given.size.split('x').map(Number);
const { page, close } = await openWindow({ furnish, theme: given.theme, width, height });
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
