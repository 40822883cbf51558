import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import type { Scene } from '../scenes.ts';
import type { Keys } from './keys.ts';
import { DRAFT, openDraft } from './writing.ts';

// The fact-check report, in the frame that the editor shows it in.

const AXE = new URL('../../../../node_modules/axe-core/axe.min.js', import.meta.url);

interface Place {
  readonly label: string;
  readonly tag: string;
  /** The number of the row that it is in, from 1; 0 outside of the rows. */
  readonly row: number;
  /** Whether a ring is drawn round it. */
  readonly ringed: boolean;
  /** Whether it is in view, and not under the tools. */
  readonly inView: boolean;
}

/** Where the focus is in the report; runs in its frame. */
function placeIn(): Place {
  const element = document.activeElement as HTMLElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { top, bottom } = element.getBoundingClientRect();
  const tools = element.closest('.tools') ? undefined : document.querySelector('.tools')?.getBoundingClientRect();
  const covered = tools !== undefined && top < tools.bottom - 2 && bottom > tools.top + 2;
  const rows = [...document.querySelectorAll('li[data-id]')];
  const label = element.closest('label')?.textContent ?? element.querySelector('h3')?.textContent ?? element.textContent ?? '';
  return {
    label: label.replaceAll(/\s+/g, ' ').trim().slice(0, 80),
    tag: element.tagName,
    row: rows.findIndex((row) => row.contains(element)) + 1,
    ringed: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1,
    inView: bottom > 0 && top < innerHeight && !covered,
  };
}

async function openReport(keys: Keys): Promise<Frame> {
  await openDraft(keys);
  await keys.command('Verbatim: Fact-Check Report');
  const frame = await keys.report();
  await keys.until('the focus in the report', async () => await frame.evaluate(() => document.hasFocus()));
  return frame;
}

/** Presses a key until the focus is on something called so; each place on the way has a ring and is in view. */
async function reachIn(keys: Keys, frame: Frame, key: string, wanted: (place: Place) => boolean): Promise<Place[]> {
  const places: Place[] = [];
  for (let i = 0; i < 80; i++) {
    await keys.press(key);
    await keys.pause(60);
    const place = await frame.evaluate(placeIn);
    places.push(place);
    if (place.tag !== 'BODY') assert.ok(place.ringed && place.inView, `cannot be seen to have the focus: ${JSON.stringify(place)}`);
    if (wanted(place)) return places;
  }
  throw new Error(`It is not reached by ${key}: ${places.map(({ label }) => label).join(' | ')}`);
}

const order: Scene<Keys> = {
  name: 'through the report by Tab, and from row to row',
  run: async (keys) => {
    const frame = await openReport(keys);
    const places = await reachIn(keys, frame, 'Tab', ({ row, tag }) => row === 2 && tag === 'BUTTON');
    const labels = places.map(({ label, row }) => (row > 0 ? `${row}: ${label}` : label));
    const expected = [
      /^As a table/,
      /^Show /,
      /^Next unsigned/,
      /^Markdown/,
      /^HTML/,
      /^JSON-LD/,
      /^1: Line \d+ of the draft/,
      /^1: Sign off/,
    ];
    let at = -1;
    for (const label of expected) {
      const next = labels.findIndex((one, i) => i > at && label.test(one));
      assert.ok(next > at, `${label} comes too early or not at all: ${labels.join(' | ')}`);
      at = next;
    }
    const rows = await reachIn(keys, frame, 'ArrowDown', ({ row }) => row === 5);
    assert.deepEqual(
      [...new Set(rows.map(({ row }) => row))].filter((row) => row > 2),
      [3, 4, 5],
    );
    assert.equal(rows.at(-1)?.tag, 'ARTICLE');
    await keys.picture('row');
    await reachIn(keys, frame, 'ArrowUp', ({ row }) => row === 3);
    await reachIn(keys, frame, 'Shift+Tab', ({ row }) => row === 2);
    // And all the way up, where nothing may be hidden under the tools.
    await reachIn(keys, frame, 'Shift+Tab', ({ label }) => label.startsWith('Show '));
  },
};

const signing: Scene<Keys> = {
  name: 'signing off with initials and a note',
  run: async (keys) => {
    const checks = path.join(keys.workspace, `${DRAFT}.checks.yaml`);
    const frame = await openReport(keys);
    await reachIn(keys, frame, 'Tab', ({ row, label }) => row === 2 && label.startsWith('Sign off'));
    await keys.press('Enter');
    await keys.until('the field for initials', async () => (await frame.evaluate(placeIn)).label.startsWith('Initials'));
    await keys.type('EQ');
    await keys.press('Tab');
    await keys.type('Heard it.');
    await keys.press('Enter');
    await keys.until('the next step after signing', async () => {
      const { row, label } = await frame.evaluate(placeIn);
      return row === 2 && label === 'Next unsigned';
    });
    assert.match(readFileSync(checks, 'utf8'), /by: EQ[\s\S]*note: Heard it\./);
    await keys.until('what is said of it', async () => /Signed off by EQ/.test((await frame.locator('#status').textContent()) ?? ''));
    await keys.press('Enter');
    await keys.until('the next row', async () => (await frame.evaluate(placeIn)).row === 3);
    await reachIn(keys, frame, 'Shift+Tab', ({ row, label }) => row === 2 && label === 'Take back');
    await keys.press('Enter');
    await keys.until('the row to be signed again', async () => {
      const { row, label } = await frame.evaluate(placeIn);
      return row === 2 && label.startsWith('Sign off');
    });
    if (existsSync(checks)) rmSync(checks);
  },
};

const leaving: Scene<Keys> = {
  name: 'from the report to draft and source and back',
  run: async (keys) => {
    const frame = await openReport(keys);
    await reachIn(keys, frame, 'Tab', ({ row, label }) => row === 1 && label.startsWith('Line '));
    await keys.press('Enter');
    await keys.see('.monaco-editor.focused');
    await keys.see('.tab.active', DRAFT);
    await keys.command('Verbatim: Fact-Check Report');
    let place: Place | undefined;
    await keys
      .until('the same place in the report', async () => {
        place = await (await keys.report()).evaluate(placeIn);
        return place.row === 1 && place.label.startsWith('Line ') && place.ringed;
      })
      .catch((error: Error) => assert.fail(`${error.message} In the report it is on ${JSON.stringify(place)}.`));
    const again = await keys.report();
    await keys.until('the focus in the report', async () => await again.evaluate(() => document.hasFocus()));
    await keys.press('Tab');
    await keys.press('Enter');
    await keys.see('.tab.active', /joongang|econotimes|independent|message/);
    await keys.see('.monaco-editor.focused');
  },
};

const filtering: Scene<Keys> = {
  name: 'filtering the report',
  run: async (keys) => {
    const frame = await openReport(keys);
    await reachIn(keys, frame, 'Tab', ({ tag }) => tag === 'SELECT');
    await keys.press('ArrowDown');
    const said = await keys.until('how many are shown', async () =>
      /^(\d+) of (\d+) shown/.exec((await frame.locator('#status').textContent()) ?? ''),
    );
    assert.equal(await frame.locator('li[data-id]:visible').count(), Number(said[1]));
    assert.ok(Number(said[1]) < Number(said[2]));
    assert.equal((await frame.evaluate(placeIn)).tag, 'SELECT');
    await keys.press('ArrowUp');
  },
};

const exporting: Scene<Keys> = {
  name: 'exporting the report',
  run: async (keys) => {
    const frame = await openReport(keys);
    await reachIn(keys, frame, 'Tab', ({ label }) => label === 'HTML');
    await keys.press('Enter');
    await keys.see('.quick-input-widget', /Export the fact-check report/);
    const name = await keys.until('a name for the file', async () => {
      const value = await keys.page.locator('.quick-input-widget input').first().inputValue();
      return value.endsWith('.html') && path.basename(value);
    });
    await keys.press('Enter');
    const file = path.join(keys.workspace, name);
    await keys.until('the file', async () => existsSync(file));
    assert.match(readFileSync(file, 'utf8'), /<h1>Fact-check report/);
    rmSync(file);
  },
};

/** What axe-core complains of in the report, with all that can be opened open. */
async function complaints(frame: Frame): Promise<string[]> {
  await frame.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await frame.evaluate(readFileSync(AXE, 'utf8'));
  return await frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ passes: unknown[]; violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
    };
    const { passes, violations } = await axe.run();
    if (passes.length < 10) return ['axe-core has hardly looked at anything.'];
    return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary}`);
  });
}

/** By what they are called in the editor, and what it tells pages. */
const THEMES = [
  ['Light Modern', 'vscode-light'],
  ['Dark Modern', 'vscode-dark'],
  ['Dark High Contrast', 'vscode-high-contrast'],
  ['Light High Contrast', 'vscode-high-contrast-light'],
] as const;

async function changeTheme(keys: Keys, name: string): Promise<void> {
  await keys.pressed('Mod+K', 'Mod+T');
  await keys.see('.quick-input-list .monaco-list-row');
  await keys.type(name, 10);
  await keys.see('.quick-input-list .monaco-list-row.focused', name);
  await keys.press('Enter');
}

const themes = THEMES.map(
  ([name, kind]): Scene<Keys> => ({
    name: `nothing that axe-core complains of in ${name}`,
    run: async (keys) => {
      await changeTheme(keys, name);
      const frame = await openReport(keys);
      await keys.until(
        `a page in ${kind}`,
        async () => await frame.evaluate((wanted) => document.body.dataset.vscodeThemeKind === wanted, kind),
      );
      await keys.picture(`report-${kind}`);
      assert.deepEqual(await complaints(frame), []);
      await reachIn(keys, frame, 'Tab', ({ row }) => row === 2);
      await keys.picture(`report-focus-${kind}`);
      await keys.command('View: Close All Editors');
      await changeTheme(keys, 'Light Modern');
    },
  }),
);

export const REPORT_SCENES: readonly Scene<Keys>[] = [order, signing, leaving, filtering, exporting, ...themes];
