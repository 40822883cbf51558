import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Scene } from '../scenes.ts';
import type { Keys } from './keys.ts';
import { DRAFT, openDraft, SECOND } from './writing.ts';

// The views of sources and findings.

const SIDE = '.sidebar .monaco-list';

async function focusOn(keys: Keys, view: 'Sources' | 'Findings'): Promise<void> {
  await keys.until(`the focus in the view ${view}`, async () => {
    await keys.command(`Verbatim: Focus on ${view} View`);
    await keys.see(`${SIDE}-row`);
    return (await keys.focused()).classes.includes('pane-body');
  });
  await keys.press('Home');
}

/** What a screen reader has to say of a row: words, and nothing for an icon alone. */
function assertSpoken(labels: readonly string[], wanted: readonly RegExp[]): void {
  for (const label of wanted)
    assert.ok(
      labels.some((one) => label.test(one)),
      `${label} is none of: ${labels.join(' | ')}`,
    );
  for (const label of labels) {
    assert.doesNotMatch(label, /[✓≈≠∅◌]|\$\(|undefined|null/);
    assert.match(label, /\p{L}{3}/u);
  }
}

/** Goes down a tree to its end and gives what is read on the way. */
async function rowsOf(keys: Keys): Promise<string[]> {
  await keys.press('Home');
  const rows: string[] = [];
  for (let i = 0; i < 40; i++) {
    const { label } = await keys.focused();
    if (label === rows.at(-1)) break;
    rows.push(label);
    await keys.press('ArrowDown');
    await keys.pause(120);
  }
  return rows;
}

const sources: Scene<Keys> = {
  name: 'the sources',
  run: async (keys) => {
    await openDraft(keys);
    await focusOn(keys, 'Sources');
    await keys.reach('ArrowUp', /^corpus, 5 sources/);
    assertSpoken(await rowsOf(keys), [/^corpus, 5 sources/, /Korea JoongAng Daily, 2025-10-07/, /EconoTimes/]);
    // The arrows close and open a folder.
    await keys.press('Home');
    await keys.press('ArrowLeft');
    await keys.seeNo(`${SIDE}-row`, /EconoTimes/);
    await keys.press('ArrowRight');
    await keys.see(`${SIDE}-row`, /EconoTimes/);
    // What is typed is gone to.
    await keys.type('undated', 40);
    await keys.focus(/^undated/);
    await keys.picture('typed');
    await keys.press('Enter');
    await keys.see('.tab.active', /undated/);
    await keys.see('.monaco-editor.focused');
  },
};

const grouping: Scene<Keys> = {
  name: 'the sources by publisher',
  run: async (keys) => {
    await openDraft(keys);
    await focusOn(keys, 'Sources');
    await keys.command('Verbatim: Group Sources by Publisher');
    await keys.see(`${SIDE}-row`, /The Independent/);
    await focusOn(keys, 'Sources');
    assertSpoken(await rowsOf(keys), [/^EconoTimes, one source/]);
    await keys.command('Verbatim: Group Sources by Folder');
    await keys.see(`${SIDE}-row`, /corpus/);
  },
};

const menu: Scene<Keys> = {
  name: 'the menu of a source',
  run: async (keys) => {
    await openDraft(keys);
    await focusOn(keys, 'Sources');
    await keys.reach('ArrowDown', /JoongAng/);
    await keys.chooseFromMenu('Edit Source Details');
    await keys.see('.tab.active', /joongang.*\.yaml/);
    await keys.see('.monaco-editor.focused');
    for (const name of readdirSync(path.join(keys.workspace, 'corpus'))) {
      if (name.endsWith('.yaml')) rmSync(path.join(keys.workspace, 'corpus', name));
    }
  },
};

/** What was put into the corpus beside the sample's own sources. */
const added = (keys: Keys) => readdirSync(path.join(keys.workspace, 'corpus')).filter((name) => /weir|clipping/.test(name));

async function removeAdded(keys: Keys): Promise<void> {
  for (const name of added(keys)) rmSync(path.join(keys.workspace, 'corpus', name));
  await keys.see('.statusbar-item', /Verbatim: 5 articles/);
}

const pasting: Scene<Keys> = {
  name: 'a source from the clipboard',
  run: async (keys) => {
    await keys.open('clipping.txt');
    await keys.pressed('Mod+A', 'Mod+C');
    await focusOn(keys, 'Sources');
    await keys.pressed('Mod+V');
    await keys.see('.notification-toast', /Weir/);
    await keys.see(`${SIDE}-row`, /The Weir Holds/);
    assert.equal(added(keys).length, 1);
    // What is offered there is reached as well.
    await keys.command('Notifications: Focus Notification Toast');
    await keys.reach('Tab', /^Open/);
    await keys.press('Enter');
    await keys.see('.tab.active', /weir/);
    await removeAdded(keys);
  },
};

const fromExplorer: Scene<Keys> = {
  name: 'a source from the list of files',
  run: async (keys) => {
    await keys.command('File: Focus on Files Explorer');
    await keys.until('the focus in the list of files', async () => (await keys.focused()).classes.includes('explorer'));
    await keys.press('Home');
    await keys.reach('ArrowDown', /clipping\.txt/);
    await keys.chooseFromMenu('Add to Sources');
    await keys.see('.notification-toast', /Weir/);
    assert.deepEqual(added(keys), ['clipping.txt']);
    await removeAdded(keys);
  },
};

/** Puts drafts back as they were: fixes in several drafts are saved by the editor. */
async function keeping(keys: Keys, files: readonly string[], task: () => Promise<void>): Promise<void> {
  const before = files.map((file) => [path.join(keys.workspace, file), readFileSync(path.join(keys.workspace, file))] as const);
  try {
    await task();
  } finally {
    for (const file of files) {
      await keys.open(file);
      await keys.command('File: Revert File');
    }
    for (const [file, bytes] of before) writeFileSync(file, bytes);
  }
}

const findings: Scene<Keys> = {
  name: 'the findings',
  run: async (keys) => {
    await openDraft(keys);
    await openDraft(keys, SECOND);
    await focusOn(keys, 'Findings');
    const rows = await rowsOf(keys);
    assertSpoken(rows, [/^draft\.md, \d+ findings, the gravest: Error\. Safe fixes: \d+/, /^Warning: “guidance”\. .*draft\.md, line \d+/]);
    await keys.press('Home');
    await keys.reach('ArrowDown', /“guidance”.*draft\.md/);
    await keys.press('Enter');
    await keys.see('.tab.active', DRAFT);
    await keys.see('.monaco-editor.focused');
    await keys.see('.statusbar-item', /\(8 selected\)/);
    // What was opened is what is selected.
    await keys.command('Verbatim: Focus on Findings View');
    await keys.pressed('Mod+C');
    await keys.see('.statusbar-item', /Copied: “guidance”/);
  },
};

const findingMenu: Scene<Keys> = {
  name: 'the source and the fix of a finding',
  run: async (keys) => {
    await openDraft(keys, SECOND);
    await focusOn(keys, 'Findings');
    await keys.reach('ArrowDown', /“guidance”.*second\.md/);
    await keys.chooseFromMenu('Open Source');
    await keys.see('.tab.active', /joongang/);
    await focusOn(keys, 'Findings');
    await keys.reach('ArrowDown', /“guidance”.*second\.md/);
    await keeping(keys, [SECOND], async () => {
      await keys.chooseFromMenu('Apply Safe Fix');
      await keys.open(SECOND);
      await keys.whereIs('wise leadership and');
    });
  },
};

const bulk: Scene<Keys> = {
  name: 'all findings of a rule, in all drafts',
  run: async (keys) => {
    await openDraft(keys);
    await openDraft(keys, SECOND);
    await focusOn(keys, 'Findings');
    await keys.command('Verbatim: Group Findings by Rule');
    await keys.see(`${SIDE}-row`, /Misquote/);
    await focusOn(keys, 'Findings');
    await keys.reach('ArrowDown', /^Misquote, \d+ findings/);
    await keys.chooseFromMenu('Apply All Safe Fixes');
    await keys.see('.monaco-dialog-box', /safe fixes in 2 drafts/);
    await keeping(keys, [DRAFT, SECOND], async () => {
      await keys.reach('Tab', /^Apply All/, 6);
      await keys.picture('dialog');
      await keys.press('Enter');
      await keys.seeNo('.monaco-dialog-box');
      await keys.open(SECOND);
      await keys.whereIs('just struggle of the Russian people');
    });
    await keys.command('Verbatim: Group Findings by Draft');
  },
};

const allDrafts: Scene<Keys> = {
  name: 'the findings of drafts that are not open',
  run: async (keys) => {
    await keys.command('Verbatim: Check All Drafts');
    // Rows further down are made when they come into view.
    await keys.see(`${SIDE}-row`, 'clipping.txt');
    await focusOn(keys, 'Findings');
    await keys.reach('ArrowDown', /^second\.md, \d+ findings/);
    await keys.command('Verbatim: Show Open Drafts Only');
    await keys.seeNo(`${SIDE}-row`, 'clipping.txt');
  },
};

export const TREE_SCENES: readonly Scene<Keys>[] = [sources, grouping, menu, pasting, fromExplorer, findings, findingMenu, bulk, allDrafts];
