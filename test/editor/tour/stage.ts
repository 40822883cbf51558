// What the scenes of the tour do with the window: as a writer does, by keys, the pointer and the command palette.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type Box, placeOfWords } from './inPage.ts';

/** Long enough for a language server on a busy machine; what is there in time never waits for it. Milliseconds. */
const PATIENCE = { timeout: 30_000 };
const PRESS_AGAIN = { timeout: 4_000 };
const ATTEMPTS = 6;
/** Fonts, animations and the last diagnostics settle before a picture is taken. Milliseconds. */
const SETTLING = 600;

/** The window of a real VS Code, with the words of the command palette for everything that has no key of its own. */
export class Stage {
  readonly page: Page;
  readonly #out: string | null;
  #taken = 0;

  /** `out` is where pictures go; null: none are taken. */
  constructor(page: Page, out: string | null) {
    this.page = page;
    this.#out = out;
    if (out !== null) mkdirSync(out, { recursive: true });
  }

  /** Waits until something that fits is to be seen, and gives it. */
  async see(selector: string, text?: string | RegExp): Promise<Locator> {
    const found = this.page.locator(selector, text === undefined ? {} : { hasText: text }).first();
    await found.waitFor({ state: 'visible', ...PATIENCE });
    return found;
  }

  /** Waits until nothing that fits is to be seen any more. */
  async seeNo(selector: string, text?: string | RegExp): Promise<void> {
    await this.page
      .locator(selector, text === undefined ? {} : { hasText: text })
      .first()
      .waitFor({ state: 'hidden', ...PATIENCE });
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async type(text: string, delay = 30): Promise<void> {
    await this.page.keyboard.type(text, { delay });
  }

  async pause(ms: number): Promise<void> {
    await this.page.waitForTimeout(ms);
  }

  /** Presses a key until what it opens is there: a key that comes too early is lost. */
  async pressFor(key: string, selector: string, text?: string | RegExp): Promise<Locator> {
    for (let attempt = 1; ; attempt++) {
      await this.press(key);
      const found = this.page.locator(selector, text === undefined ? {} : { hasText: text }).first();
      try {
        await found.waitFor({ state: 'visible', ...PRESS_AGAIN });
        return found;
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
        await this.press('Escape');
      }
    }
  }

  /** Runs a command by the name that it has in the palette. */
  async command(title: string): Promise<void> {
    await this.pressFor('F1', '.quick-input-widget');
    await this.page.locator('.quick-input-widget input').first().fill(`>${title}`);
    await this.see('.quick-input-list .monaco-list-row', title);
    await this.press('Enter');
    await this.pause(300);
  }

  /** Opens a file of the workspace by its name, and waits until it can be typed into. */
  async open(file: string): Promise<void> {
    await this.pressFor('Control+P', '.quick-input-widget');
    await this.page.locator('.quick-input-widget input').first().fill(file);
    await this.see('.quick-input-list .monaco-list-row', path.basename(file));
    await this.press('Enter');
    await this.see('.monaco-editor.focused');
    await this.see('.tab.active', path.basename(file));
  }

  /** Where words stand in the open file, as far as it is in view. */
  async whereIs(words: string): Promise<Box> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const box = await this.page.evaluate(placeOfWords, words);
      if (box) return box;
      await this.pause(500);
    }
    throw new Error(`“${words}” is not to be seen.`);
  }

  /** Brings words into view by searching for them, and puts the cursor behind them. */
  async goTo(words: string): Promise<Box> {
    await this.pressFor('Control+F', '.find-widget.visible');
    await this.page.locator('.find-widget textarea, .find-widget input').first().fill(words);
    await this.pause(400);
    await this.press('Enter');
    await this.pause(200);
    await this.press('Escape');
    return this.whereIs(words);
  }

  /** Rests the pointer on words until a card is shown. */
  async hover(words: string): Promise<Locator> {
    for (let attempt = 1; ; attempt++) {
      const { x, y, width, height } = await this.whereIs(words);
      await this.page.mouse.move(2, 2);
      await this.page.mouse.move(x + width / 2, y + height / 2);
      await this.page.mouse.move(x + width / 2 + 1, y + height / 2);
      try {
        const card = this.page.locator('.monaco-hover:visible').first();
        await card.waitFor({ state: 'visible', ...PRESS_AGAIN });
        return card;
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
      }
    }
  }

  async click(words: string): Promise<void> {
    const { x, y, width, height } = await this.whereIs(words);
    await this.page.mouse.click(x + width / 2, y + height / 2);
  }

  /** Takes a picture, where pictures are wanted. */
  async picture(name: string): Promise<void> {
    if (this.#out === null) return;
    await this.pause(SETTLING);
    this.#taken++;
    const file = path.join(this.#out, `${String(this.#taken).padStart(2, '0')}-${name}.png`);
    await this.page.screenshot({ path: file });
  }

  /** Puts the window back as it was: nothing open but the side bar. */
  async rest(): Promise<void> {
    await this.page.mouse.move(2, 2);
    for (let i = 0; i < 3; i++) await this.press('Escape');
    await this.command('View: Revert and Close Editor').catch(() => undefined);
    await this.command('View: Close All Editors');
    await this.command('View: Hide Panel').catch(() => undefined);
  }
}
