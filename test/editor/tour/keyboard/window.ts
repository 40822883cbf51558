import assert from 'node:assert/strict';
import type { Scene } from '../scenes.ts';
import type { Keys } from './keys.ts';
import { openDraft } from './writing.ts';

// What stands round the drafts: the status, the introduction, the settings.

const status: Scene<Keys> = {
  name: 'the status and its menu',
  run: async (keys) => {
    await openDraft(keys);
    const item = await keys.see('.statusbar-item', /Verbatim: 5 articles/);
    const label = await item.evaluate(
      (element) => element.querySelector('[aria-label]')?.getAttribute('aria-label') ?? element.getAttribute('aria-label'),
    );
    assert.match(label ?? '', /^Verbatim: 5 articles, \d+ findings?\. Open drafts are checked against these articles\./);
    await keys.until('the focus in the status bar', async () => {
      await keys.press('F6');
      await keys.pause(200);
      return (await keys.focused()).classes.includes('statusbar');
    });
    await keys.reach('ArrowRight', /^Verbatim: 5 articles/);
    await keys.press('Enter');
    await keys.downTo('.quick-input-list', /Check this draft now/i);
    await keys.press('Enter');
    await keys.see('.notification-toast', /Checked against 5 articles/);
  },
};

const menu: Scene<Keys> = {
  name: 'the menu without the status bar',
  run: async (keys) => {
    await openDraft(keys);
    await keys.command('Verbatim: Show Menu');
    await keys.downTo('.quick-input-list', /Search sources/i);
    await keys.press('Enter');
    await keys.see('.quick-input-widget', /Search sources/i);
  },
};

const walkthrough: Scene<Keys> = {
  name: 'the introduction',
  run: async (keys) => {
    await openDraft(keys);
    await keys.command('Welcome: Open Walkthrough...');
    await keys.see('.quick-input-list .monaco-list-row');
    await keys.type('Source-Check', 10);
    await keys.see('.quick-input-list .monaco-list-row.focused', /Source-Check Your Drafts/);
    await keys.press('Enter');
    await keys.see('.gettingStartedContainer', /Put the source’s words in/);
    await keys.reach('Tab', /Keep your sources beside the draft/);
    await keys.press('Enter');
    await keys.reach('Tab', /^Show the Sources/);
    await keys.picture('introduction');
    await keys.press('Enter');
    await keys.until('the focus in the view of sources', async () => (await keys.focused()).classes.includes('pane-body'));
  },
};

const settings: Scene<Keys> = {
  name: 'the settings',
  run: async (keys) => {
    await openDraft(keys);
    await keys.pressed('Mod+,');
    await keys.see('.settings-editor .monaco-editor.focused');
    await keys.type('verbatim.citationStyle', 10);
    await keys.see('.setting-item-contents', /Citation Style/);
    await keys.until('the focus on the setting', async () => {
      await keys.press('ArrowDown');
      await keys.pause(200);
      return (await keys.focused()).classes.includes('settings-tree');
    });
    await keys.reach('Tab', /text|Citation/i, 10);
    await keys.picture('settings');
  },
};

export const WINDOW_SCENES: readonly Scene<Keys>[] = [status, menu, walkthrough, settings];
