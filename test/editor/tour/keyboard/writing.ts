import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Scene } from '../scenes.ts';
import type { Keys } from './keys.ts';

// What a writer does in a draft.

const SOURCE = '2025-10-07-joongang-birthday-message.md';
export const DRAFT = 'draft.md';
export const SECOND = 'second.md';

/** Stands beside the sample in the folder: a draft of our own, and something that may become a source. */
export const FILES: Readonly<Record<string, string>> = {
  [SECOND]: `---
date: 2025-10-20
---

Kim praised the “wise guidance and patriotic devotion” of the Russian president, KCNA reported.

“We will fully support the fair struggle of the Russian people to defend their national sovereignty,” Kim wrote.

“Pyongyang and Moscow shall for ever stand together, and our friendship remains eternal,” Kim wrote (our translation).

There was more of it in [an earlier toast](corpus/2024-10-08-independent-birthday-toast.md).
`,
  'clipping.txt': `The Weir Holds

Saltmere Gazette, 14 March 2024

The weir at Saltmere held on Wednesday, the council said, after a night of rain that had the lower town awake until the morning.

“It held because we mended it,” said Edda Quill, the harbour warden, who had been out with a lamp since three.
`,
};

/** Opens a draft and waits until it has been checked. */
export async function openDraft(keys: Keys, file = DRAFT): Promise<void> {
  await keys.open(file);
  await keys.see('.statusbar-item', /Verbatim: \d+ articles, [1-9]\d* findings?/);
}

/** The menu of quick fixes at the words that were gone to. */
async function chooseFix(keys: Keys, title: RegExp): Promise<void> {
  await keys.until('the menu of quick fixes', async () => {
    await keys.pressed('Mod+.');
    await keys.page.locator('.action-widget .monaco-list-row').first().waitFor({ timeout: 4000 });
    return true;
  });
  await keys.downTo('.action-widget', title);
  await keys.press('Enter');
}

const stepping: Scene<Keys> = {
  name: 'findings one after the other',
  run: async (keys) => {
    await openDraft(keys);
    await keys.pressed('Mod+Home', 'Mod+F8');
    await keys.see('.statusbar-item', /Finding 1 of \d+: \S/);
    await keys.see('.monaco-hover:visible');
    await keys.pressed('Escape', 'Mod+F8');
    await keys.see('.statusbar-item', /Finding 2 of/);
    await keys.pressed('Escape', 'Mod+Shift+F8');
    await keys.see('.statusbar-item', /Finding 1 of/);
    await keys.pressed('Escape', 'F8');
    await keys.see('.marker-widget', /verbatim|misquote/i);
    await keys.picture('next-problem');
  },
};

const hovering: Scene<Keys> = {
  name: 'the card of a quotation, and its links',
  run: async (keys) => {
    await openDraft(keys);
    await keys.goTo('wise guidance');
    await keys.pressed('Mod+K', 'Mod+I');
    await keys.see('.monaco-hover:visible', 'JoongAng');
    await keys.pressed('Mod+K', 'Mod+I');
    await keys.until('the focus in the card', async () => (await keys.focused()).classes.includes('monaco-hover'));
    const links = await keys.reach('Tab', /^Let stand/);
    for (const link of [/^Open/, /^Peek/, /^Replace with/])
      assert.ok(
        links.some((label) => link.test(label)),
        `${link}: ${links}`,
      );
    await keys.picture('card');
    await keys.reach('Shift+Tab', /^Open/);
    await keys.press('Enter');
    await keys.see('.tab.active', SOURCE);
    await keys.see('.monaco-editor.focused');
    await keys.command('Go Back');
    await keys.see('.tab.active', DRAFT);
  },
};

const fixing: Scene<Keys> = {
  name: 'a quick fix',
  run: async (keys) => {
    await openDraft(keys);
    await keys.goTo('wise guidance');
    await chooseFix(keys, /leadership/);
    await keys.whereIs('wise leadership and');
    await keys.pressed('Mod+Z');
    await keys.whereIs('wise guidance and');
  },
};

const fixingAll: Scene<Keys> = {
  name: 'all that a rule has found',
  run: async (keys) => {
    await openDraft(keys);
    await keys.goTo('wise guidance');
    await chooseFix(keys, /Fix every misquote in this draft/);
    // Nothing is made before it has been ticked: space ticks, Ctrl+Enter has it done.
    await keys.see('.bulk-edit-panel .monaco-list-row', DRAFT);
    await keys.until('the focus in the preview', async () => (await keys.focused()).classes.includes('bulk-edit-panel'));
    await keys.press('Home');
    await keys.press('Space');
    await keys.picture('preview');
    await keys.pressed('Mod+Enter');
    await keys.seeNo('.bulk-edit-panel .monaco-list-row');
    await keys.pressed('Mod+1');
    await keys.see('.monaco-editor.focused');
    await keys.whereIs('wise leadership and');
    await keys.whereIs('We will fully support the just');
    await keys.pressed('Mod+Z');
    await keys.whereIs('wise guidance and');
  },
};

const unchecked: Scene<Keys> = {
  name: 'the next quotation that is not checked',
  run: async (keys) => {
    await openDraft(keys, SECOND);
    await keys.pressed('Mod+Home', 'Mod+K', 'Mod+F8');
    await keys.see('.statusbar-item', /Unchecked quotation 1 of 1/);
    await keys.see('.monaco-hover:visible', /translation/);
  },
};

const defining: Scene<Keys> = {
  name: 'to the source and back, and a peek at it',
  run: async (keys) => {
    await openDraft(keys);
    await keys.goTo('wise guidance');
    await keys.press('F12');
    await keys.see('.tab.active', SOURCE);
    await keys.see('.monaco-editor.focused');
    await keys.command('Go Back');
    await keys.see('.tab.active', DRAFT);
    await keys.command('Verbatim: Peek Source');
    await keys.see('.peekview-widget', SOURCE);
    await keys.press('Escape');
    await keys.seeNo('.peekview-widget');
    await keys.see('.monaco-editor.focused');
  },
};

const referring: Scene<Keys> = {
  name: 'who else quotes a passage',
  run: async (keys) => {
    await openDraft(keys);
    await keys.goTo('wise guidance');
    await keys.press('Shift+F12');
    await keys.see('.peekview-widget .ref-tree .monaco-list-row', SECOND);
    await keys.until('the focus in the list', async () => (await keys.focused()).classes.includes('ref-tree'));
    await keys.press('Home');
    await keys.reach('ArrowDown', /second\.md/);
    await keys.press('ArrowRight');
    await keys.pause(600);
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await keys.see('.tab.active', SECOND);
  },
};

const completing: Scene<Keys> = {
  name: 'the rest of a quotation',
  run: async (keys) => {
    await openDraft(keys, SECOND);
    await keys.pressed('Mod+End');
    await keys.type('\nThe post said “Undoubtedly, this ');
    await keys.see('.suggest-widget.visible .monaco-list-row.focused', /significant/);
    await keys.press('Enter');
    await keys.whereIs('a significant day for our entire');
  },
};

const quoting: Scene<Keys> = {
  name: 'quoting from a source',
  run: async (keys) => {
    await openDraft(keys, SECOND);
    await keys.pressed('Mod+End');
    await keys.open(SOURCE);
    await keys.goTo('robust national strength');
    await keys.until('the command in the palette', async () => {
      await keys.pressed('Mod+K', 'q');
      await keys.page.locator('.tab.active', { hasText: SECOND }).waitFor({ timeout: 4000 });
      return true;
    });
    await keys.whereIs('robust national strength');
    await keys.see('.monaco-editor.focused');
  },
};

const standing: Scene<Keys> = {
  name: 'letting a finding stand, with a reason',
  run: async (keys) => {
    const file = path.join(keys.workspace, '.verbatim-stet.yaml');
    await openDraft(keys);
    await keys.goTo('wise guidance');
    await chooseFix(keys, /Let this stand…/);
    await keys.see('.quick-input-widget input[placeholder^="How far"]');
    await keys.downTo('.quick-input-list', /Only here/);
    await keys.press('Enter');
    await keys.see('.quick-input-widget', /Why\?/);
    await keys.type('Heard so on the tape');
    await keys.press('Enter');
    await keys.until('the reason in the file', async () => existsSync(file) && readFileSync(file, 'utf8').includes('Heard so on the tape'));
    rmSync(file);
  },
};

const searching: Scene<Keys> = {
  name: 'searching the sources',
  run: async (keys) => {
    await openDraft(keys);
    await keys.command('Verbatim: Search Sources');
    await keys.see('.quick-input-widget', /Search sources/i);
    await keys.type('indestructible');
    await keys.see('.quick-input-list .monaco-list-row.focused', /indestructible/);
    await keys.press('Enter');
    await keys.see('.tab.active', /birthday|message/);
    await keys.see('.monaco-editor.focused');
  },
};

const following: Scene<Keys> = {
  name: 'following a citation',
  run: async (keys) => {
    await openDraft(keys, SECOND);
    await keys.goTo('an earlier toast');
    await keys.until('the source that is cited', async () => {
      await keys.command('Open Link');
      await keys.page.locator('.tab.active', { hasText: 'independent' }).waitFor({ timeout: 4000 });
      return true;
    });
  },
};

/** What each sign behind a quotation means is in the card of the quotation; the cards are in words. */
const VERDICTS = [
  [DRAFT, 'my closest comrade', /these are the source’s words/],
  [DRAFT, 'wise guidance', /Not quite the source’s words/],
  [SECOND, 'for ever stand', /Not checked|translation/],
] as const;

const verdicts: Scene<Keys> = {
  name: 'what the signs behind quotations mean, in words',
  run: async (keys) => {
    for (const [file, words, verdict] of VERDICTS) {
      await openDraft(keys, file);
      await keys.goTo(words);
      await keys.pressed('Mod+K', 'Mod+I');
      await keys.see('.monaco-hover:visible', verdict);
      await keys.press('Escape');
    }
  },
};

const outline: Scene<Keys> = {
  name: 'from quotation to quotation',
  run: async (keys) => {
    await openDraft(keys);
    await keys.pressed('Mod+Shift+O');
    await keys.see('.quick-input-list .monaco-list-row', /“wise guidance/);
    await keys.type('wise guid');
    await keys.see('.quick-input-list .monaco-list-row.focused', /wise guidance/);
    await keys.press('Enter');
    await keys.see('.monaco-editor.focused');
    await keys.whereIs('wise guidance');
    await keys.command('Explorer: Focus on Outline View');
    await keys.see('.outline-pane .monaco-list-row', /misquoted/);
  },
};

export const WRITING_SCENES: readonly Scene<Keys>[] = [
  stepping,
  hovering,
  fixing,
  fixingAll,
  unchecked,
  defining,
  referring,
  completing,
  quoting,
  standing,
  searching,
  following,
  outline,
  verdicts,
];
