// A tour of all that the extension does in the window of a real VS Code, by keys and pointer; each scene waits for what it must show.
//   node test/editor/tour/run.ts [--only TEXT] [--pictures DIR] [--theme NAME] [--size 1280x800]
// With --pictures every scene leaves its pictures there.
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { play } from './play.ts';
import { SCENES } from './scenes.ts';
import { Stage } from './stage.ts';
import { openWindow } from './window.ts';

const { values: given } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    pictures: { type: 'string' },
    theme: { type: 'string', default: 'Default Light Modern' },
    size: { type: 'string', default: '1280x800' },
  },
});

const { page, close } = await openWindow({ theme: given.theme, size: given.size });
const stage = new Stage(page, given.pictures === undefined ? null : path.resolve(given.pictures));
const { passed, failed } = await play(stage, SCENES, given.only);
await close();
console.log(`tour: ${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
