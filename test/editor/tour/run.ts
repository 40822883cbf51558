// A tour of all that the extension does in the window of a real VS Code, by keys and pointer; each scene waits for what it must show.
//   node test/editor/tour/run.ts [--only 'NAME|NAME'] [--pictures DIR] [--theme NAME] [--size 1280x800]
// With --pictures every scene leaves its pictures there.
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Desk } from './desk.ts';
import { Guide, REST_BINDING } from './guide.ts';
import { play } from './play.ts';
import { FIXING } from './scenes/fixing.ts';
import { GOING } from './scenes/going.ts';
import { SEEING } from './scenes/seeing.ts';
import { STARTING } from './scenes/starting.ts';
import { VIEWS } from './scenes/views.ts';
import { WRITING } from './scenes/writing.ts';
import { openWindow, PROJECT } from './window.ts';

const { values: given } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    pictures: { type: 'string' },
    theme: { type: 'string', default: 'Default Light Modern' },
    size: { type: 'string', default: '1280x800' },
  },
});

/** Dialogs that are the window's own can be used by keys; the folder's settings are not for the tree of files. */
const settings = { 'files.simpleDialog.enable': true, 'files.exclude': { '**/.vscode': true } };

const { page, workspace, openFolder, close } = await openWindow({ theme: given.theme, size: given.size, settings, keys: [REST_BINDING] });
const desk = new Desk(workspace, PROJECT);
const guide = new Guide({ page, desk, openFolder, pictures: given.pictures === undefined ? null : path.resolve(given.pictures) });
// In this order: the last scene leaves the folder.
const scenes = [...SEEING, ...GOING, ...WRITING, ...FIXING, ...VIEWS, ...STARTING];
const { passed, failed } = await play(guide, scenes, given.only);
await close();
console.log(`tour: ${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
