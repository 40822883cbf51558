import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Guide } from '../guide.ts';
import type { Scene } from '../scenes.ts';
import { PROJECT } from '../window.ts';

async function walkthrough(guide: Guide): Promise<void> {
  await guide.command('Welcome: Open Walkthrough');
  await guide.see('.quick-input-list .monaco-list-row', 'Source-Check Your Drafts');
  await guide.type('Source-Check');
  await guide.pick('Source-Check Your Drafts');
  await guide.see('.getting-started-step.expanded', 'Rest the pointer on underlined words');
  await (await guide.see('.getting-started-step', 'Put the source’s words in')).click();
  await guide.see('.getting-started-step.expanded', 'can be let stand from the same menu.');
  await guide.picture('walkthrough');
}

/** How many there are to be found. */
function settingsInManifest(): number {
  const { contributes } = JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8')) as {
    readonly contributes: { readonly configuration: readonly { readonly properties: object }[] };
  };
  return contributes.configuration.reduce((sum, { properties }) => sum + Object.keys(properties).length, 0);
}

async function settings(guide: Guide): Promise<void> {
  await guide.command('Preferences: Open Settings (UI)');
  await guide.see('.settings-editor .monaco-editor.focused');
  await guide.type('@ext:verbatim.verbatim ', 0);
  await guide.see('.settings-editor .settings-count-widget', `${settingsInManifest()} Settings Found`);
  for (const group of ['Sources', 'Checking', 'Showing', 'Writing', 'Assistants'])
    await guide.see('.settings-editor .settings-toc-wrapper', group);
  await guide.see('.settings-editor .setting-item-label', 'Corpora');
  await guide.picture('settings');
}

/** A folder with nothing in it: what is empty says what to do. */
async function emptyFolder(guide: Guide): Promise<void> {
  const folder = path.join(guide.desk.folder, '../empty');
  mkdirSync(folder, { recursive: true });
  await guide.openFolder(folder);
  await guide.command('Verbatim: Focus on Sources View');
  await guide.see('.welcome-view', 'There are no sources here yet.');
  for (const label of ['Add from File…', 'Add from Clipboard', 'Add from URL…', 'Check All Drafts'])
    await guide.see('.welcome-view .monaco-button', label);
  await guide.see('.welcome-view', 'Nothing has been checked yet.');
  await guide.picture('empty-folder');
  await (await guide.see('.welcome-view .monaco-button', 'Check All Drafts')).click();
  await guide.see('.welcome-view', 'There are no drafts in this folder.');
  await guide.picture('empty-folder-checked');
}

/** The last one: it leaves the window in another folder. */
export const STARTING: readonly Scene<Guide>[] = [
  { name: 'walkthrough', run: walkthrough },
  { name: 'settings', run: settings },
  { name: 'empty folder', run: emptyFolder },
];
