// A window of VS Code of which the keyboard alone is used, and which tells what a screen reader would read.
import assert from 'node:assert/strict';
import path from 'node:path';
import process from 'node:process';
import type { Frame, Locator, Page } from 'playwright-core';
import type { Box } from '../inPage.ts';
import { Stage } from '../stage.ts';

const MODIFIER = process.platform === 'darwin' ? 'Meta' : 'Control';
/** Milliseconds between two looks at the window, and how often it is looked at before it is given up. */
const PAUSE_MS = 150;
const LOOKS = 120;
/** So often a key is pressed at the most to reach something. */
const MOST_STEPS = 60;

const POINTER_EVENTS = ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'mouseup', 'wheel', 'touchstart', 'dragstart'];

/** What has the focus: a row of a list rather than the list. */
export interface Focused {
  /** Its accessible name, else its text. */
  readonly label: string;
  readonly tag: string;
  /** Of its parents, itself first. */
  readonly classes: string;
}

/** Counts what a pointer does in the page and all its frames. To be called before the page is gone to. */
export async function countPointer(page: Page): Promise<() => readonly string[]> {
  const seen: string[] = [];
  await page.exposeBinding('pointerWasUsed', (_, kind: string) => {
    seen.push(kind);
  });
  await page.addInitScript((kinds) => {
    const { pointerWasUsed } = globalThis as unknown as { pointerWasUsed: (kind: string) => void };
    for (const kind of kinds) {
      window.addEventListener(kind, ({ isTrusted, type }) => isTrusted && pointerWasUsed(type), { capture: true, passive: true });
    }
  }, POINTER_EVENTS);
  return () => seen;
}

export class Keys extends Stage {
  /** The folder that the window has open. */
  readonly workspace: string;

  constructor(page: Page, out: string | null, workspace: string) {
    super(page, out);
    this.workspace = workspace;
  }

  /** The key with what takes the place of Control on a Mac. */
  async pressed(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.press(key.replace('Mod', MODIFIER));
  }

  /** Waits until something is so, and gives what it is. */
  async until<Value>(what: string, look: () => Promise<Value | undefined | false | null>): Promise<Value> {
    for (let i = 0; i < LOOKS; i++) {
      const found = await look().catch(() => undefined);
      if (found !== undefined && found !== false && found !== null) return found;
      await this.pause(PAUSE_MS);
    }
    throw new Error(`It did not come to this: ${what}. The focus is on “${(await this.focused()).label}”.`);
  }

  focused(): Promise<Focused> {
    return this.page.evaluate(focusedIn);
  }

  /** Waits until what has the focus is called so. */
  async focus(label: RegExp): Promise<Focused> {
    return await this.until(`the focus on ${label}`, async () => {
      const now = await this.focused();
      return label.test(now.label) && now;
    });
  }

  /** Presses a key until what has the focus is called so, and gives what was passed on the way, that among it. */
  async reach(key: string, label: RegExp, most = MOST_STEPS): Promise<string[]> {
    const passed: string[] = [];
    for (let i = 0; i <= most; i++) {
      const { label: now } = await this.focused();
      passed.push(now);
      if (label.test(now)) return passed;
      await this.pressed(key);
      await this.pause(PAUSE_MS);
    }
    throw new Error(`${label} is not reached by ${key}: ${passed.slice(0, 12).join(' | ')}`);
  }

  override async command(title: string): Promise<void> {
    await this.pressFor('F1', '.quick-input-widget');
    await this.type(title, 4);
    // What else has the words may come first.
    const own = new RegExp(`^${title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(,|$)`);
    await this.until(`“${title}” in the palette`, async () => {
      const row = this.page.locator('.quick-input-list .monaco-list-row.focused').first();
      if (own.test((await row.getAttribute('aria-label', { timeout: 2000 })) ?? '')) return true;
      await this.press('ArrowDown');
      return false;
    });
    await this.press('Enter');
    await this.pause(300);
  }

  override async open(file: string): Promise<void> {
    await this.pressFor(`${MODIFIER}+P`, '.quick-input-widget');
    await this.type(file, 4);
    await this.see('.quick-input-list .monaco-list-row.focused', path.basename(file));
    await this.press('Enter');
    await this.see('.tab.active', path.basename(file));
    await this.see('.monaco-editor.focused');
  }

  /** Selects words by searching for them. */
  override async goTo(words: string): Promise<Box> {
    await this.pressFor(`${MODIFIER}+F`, '.find-widget.visible');
    await this.pressed('Mod+A');
    await this.type(words, 4);
    await this.see('.find-widget .matchesCount', /^\d+ of \d+/);
    await this.press('Escape');
    await this.see('.monaco-editor.focused');
    return await this.whereIs(words);
  }

  /** Opens the menu of what has the focus, and chooses from it. */
  async chooseFromMenu(label: string): Promise<void> {
    await this.press('Shift+F10');
    await this.see('.monaco-menu .action-item');
    await this.reach('ArrowDown', new RegExp(`^${label}$`), 25);
    await this.press('Enter');
  }

  /** Goes down a list until the row that has the focus has the words. */
  async downTo(list: string, words: RegExp): Promise<Locator> {
    for (let i = 0; i < MOST_STEPS; i++) {
      const row = this.page.locator(`${list} .monaco-list-row.focused`).first();
      const text = (await row.textContent({ timeout: 5000 }).catch(() => null)) ?? '';
      if (words.test(text.replaceAll('\u00a0', ' '))) return row;
      await this.press('ArrowDown');
      await this.pause(PAUSE_MS);
    }
    throw new Error(`${words} is not in the list.`);
  }

  /** The page of the fact-check report, within the frames that the editor puts round it. */
  async report(): Promise<Frame> {
    return await this.until('a report with items', async () => {
      for (const frame of this.page.frames()) {
        if ((await frame.locator('#report li[data-id]').count()) > 0) return frame;
      }
      return undefined;
    });
  }

  override hover(): Promise<Locator> {
    assert.fail('There is no pointer here.');
  }

  override click(): Promise<void> {
    assert.fail('There is no pointer here.');
  }

  override async rest(): Promise<void> {
    for (let i = 0; i < 3; i++) await this.press('Escape');
    for (let i = 0; i < 4 && (await this.page.locator('.tab.dirty').count()) > 0; i++) await this.command('View: Revert and Close Editor');
    await this.command('View: Close All Editors');
    await this.command('Notifications: Clear All Notifications');
  }
}

/** Runs in the page. */
function focusedIn(): Focused {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const rowId = element?.getAttribute('aria-activedescendant');
  const row = rowId ? document.getElementById(rowId) : null;
  const shown = row ?? element;
  const classes: string[] = [];
  for (let at: Element | null | undefined = shown; at; at = at.parentElement) classes.push(at.getAttribute('class') ?? '');
  const label = shown?.getAttribute('aria-label') ?? shown?.textContent ?? '';
  return { label: label.replaceAll('\u00a0', ' ').trim().slice(0, 400), tag: shown?.tagName ?? '', classes: classes.join(' ') };
}
