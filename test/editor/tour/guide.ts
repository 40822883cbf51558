// A window that is shown round in: what the scenes of the tour do with it, by keys, the pointer and the command palette.
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Desk } from './desk.ts';
import { type Box, placeOfWords, signsBehind, squigglesUnder } from './inPage.ts';
import { Stage } from './stage.ts';

/** Long enough for a language server on a busy machine; what is there in time never waits for it. Milliseconds. */
const PATIENCE = { timeout: 20_000 };
const PRESS_AGAIN = { timeout: 3_000 };
const ATTEMPTS = 6;
/** Between two looks at something that the page is asked for. Milliseconds. */
const LOOK_AGAIN = 100;
/** Takes no room: told from others by how often it stands there. */
const UNSEEN = '\u2060';

/** Closes all that is open, and asks nothing: what is not saved is saved first, and the folder laid out anew. */
const REST_KEY = 'Control+Alt+Shift+F12';
const REST = [
  'notifications.clearAll',
  'workbench.action.closeModalEditor',
  'workbench.action.files.saveFiles',
  'workbench.action.closeAllGroups',
  'workbench.action.closePanel',
  'workbench.view.explorer',
];

/** What a window for the tour has to have among its keys. */
export const REST_BINDING = { key: REST_KEY.toLowerCase().replace('control', 'ctrl'), command: 'runCommands', args: { commands: REST } };

type SquiggleKind = 'error' | 'warning' | 'info' | 'hint';

export interface GuideOptions {
  readonly page: Page;
  readonly desk: Desk;
  /** Where pictures go; null: none are taken. */
  readonly pictures: string | null;
  /** Shows another folder in the window. */
  readonly openFolder: (folder: string) => Promise<void>;
}

/** A stage with a folder of files, on which what is done and seen is waited for. */
export class Guide extends Stage {
  readonly desk: Desk;
  /** Shows another folder in the window. */
  readonly openFolder: (folder: string) => Promise<void>;
  /** How often settings were set. */
  #times = 0;

  constructor({ page, desk, pictures, openFolder }: GuideOptions) {
    super(page, pictures);
    this.desk = desk;
    this.openFolder = openFolder;
  }

  /** What fits, seen or not. */
  find(selector: string, text?: string | RegExp): Locator {
    return this.page.locator(selector, text === undefined ? {} : { hasText: text }).first();
  }

  /** Waits until something that fits is to be seen, and gives it. */
  override async see(selector: string, text?: string | RegExp): Promise<Locator> {
    const found = this.page
      .locator(selector, text === undefined ? {} : { hasText: text })
      .filter({ visible: true })
      .first();
    await found.waitFor({ state: 'visible', ...PATIENCE });
    return found;
  }

  /** Waits until something holds, and fails with what was seen last. */
  async until<Seen>(what: string, look: () => Seen | Promise<Seen>, holds: (seen: Seen) => boolean): Promise<Seen> {
    const deadline = Date.now() + PATIENCE.timeout;
    for (;;) {
      const seen = await look();
      if (holds(seen)) return seen;
      if (Date.now() > deadline) throw new Error(`${what}: not to be seen; last it was ${JSON.stringify(seen)}.`);
      await this.page.waitForTimeout(LOOK_AGAIN);
    }
  }

  override async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Presses a key until what it opens is there: a key that comes too early is lost. */
  override async pressFor(key: string, selector: string, text?: string | RegExp): Promise<Locator> {
    for (let attempt = 1; ; attempt++) {
      await this.press(key);
      const found = this.page
        .locator(selector, text === undefined ? {} : { hasText: text })
        .filter({ visible: true })
        .first();
      try {
        await found.waitFor({ state: 'visible', ...PRESS_AGAIN });
        return found;
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
        await this.press('Escape');
      }
    }
  }

  /** Opens the box at the top of the window and writes into it, in place of what it has. */
  async ask(key: string, words: string): Promise<void> {
    await this.pressFor(key, '.quick-input-widget');
    await this.page.locator('.quick-input-widget input').first().fill(words);
  }

  /** The same until the row that comes first begins with some text: what is new may not be found yet. Accepts it. */
  async askFor(key: string, words: string, text: string): Promise<Locator> {
    const row = this.find(`.quick-input-list .monaco-list-row.focused[aria-label^="${text}"]`);
    for (let attempt = 1; ; attempt++) {
      await this.ask(key, words);
      try {
        await row.waitFor({ state: 'visible', ...PRESS_AGAIN });
        await this.press('Enter');
        return row;
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
        await this.press('Escape');
      }
    }
  }

  /** Runs a command by the name that it has in the palette. */
  override async command(title: string): Promise<void> {
    const row = await this.askFor('F1', `>${title}`, title);
    await row.waitFor({ state: 'hidden', ...PATIENCE });
  }

  /** Picks a row of the box at the top of the window. */
  async pick(text: string | RegExp): Promise<void> {
    await (await this.see('.quick-input-list .monaco-list-row', text)).click();
  }

  /** Opens a file of the folder by its name, and waits until it can be typed into. */
  override async open(file: string): Promise<void> {
    await this.askFor('Control+P', file, path.basename(file));
    await this.see('.monaco-editor.focused');
    await this.see('.tab.active', path.basename(file));
  }

  /** Sets what holds for the folder, and waits until the window has it: its title says so. */
  async set(settings: Readonly<Record<string, unknown>>): Promise<void> {
    const sign = UNSEEN.repeat(++this.#times);
    const title = ['activeEditorShort', 'separator', 'rootName'].map((name) => `\${${name}}`).join('') + sign;
    this.desk.write('.vscode/settings.json', JSON.stringify({ ...settings, 'window.title': title }, undefined, 2));
    await this.until(
      'the settings',
      () => this.page.title(),
      (seen) => seen.split(UNSEEN).length === sign.length + 1,
    );
  }

  /** Opens the sample draft and waits until it has been checked. */
  async openDraft(): Promise<void> {
    await this.open('draft.md');
    await this.see('.statusbar-item', /Verbatim: 5 articles, 2\d findings/);
  }

  /** Writes a draft of one’s own beside the sample and opens it. */
  async openOwn(name: string, text: string): Promise<void> {
    this.desk.write(name, text);
    await this.open(name);
    await this.whereIs(text.trim().split('\n').at(0)?.slice(0, 20) ?? '');
  }

  /** Where words stand in the open file, as far as it is in view. */
  override async whereIs(words: string): Promise<Box> {
    const box = await this.until(`“${words}”`, () => this.page.evaluate(placeOfWords, words), Boolean);
    return box as Box;
  }

  /** Waits until words are no longer in view. */
  async isGone(words: string): Promise<void> {
    await this.until(
      `no “${words}”`,
      () => this.page.evaluate(placeOfWords, words),
      (box) => box === null,
    );
  }

  /** Waits until words have a squiggle under them, of the kind that is named. */
  async squiggleUnder(words: string, kind: SquiggleKind = 'warning'): Promise<void> {
    const look = async () => this.page.evaluate(squigglesUnder, await this.whereIs(words));
    await this.until(`a squiggle under “${words}”`, look, (kinds) => kinds.includes(kind));
  }

  /** Waits until words have no squiggle under them, or none of the kind that is named. */
  async noSquiggleUnder(words: string, kind?: SquiggleKind): Promise<void> {
    const look = async () => this.page.evaluate(squigglesUnder, await this.whereIs(words));
    await this.until(`no squiggle under “${words}”`, look, (kinds) => (kind ? !kinds.includes(kind) : kinds.length === 0));
  }

  /** Waits until the line of some words has these signs of verdicts in it. */
  async signs(words: string, signs: string): Promise<void> {
    await this.until(
      `${signs} behind “${words}”`,
      () => this.page.evaluate(signsBehind, words),
      (seen) => seen === signs,
    );
  }

  /** Brings words into view by searching for them, and leaves them selected. */
  override async goTo(words: string): Promise<Box> {
    await this.pressFor('Control+F', '.find-widget.visible');
    await this.page.locator('.find-widget textarea, .find-widget input').first().fill(words);
    await this.see('.find-widget .matchesCount', /^[1-9?]\d* of [1-9]/);
    await this.press('Enter', 'Escape');
    await this.seeNo('.find-widget.visible');
    return this.whereIs(words);
  }

  /** Rests the pointer on words until a card is shown that has some text. */
  async card(words: string, text: string | RegExp): Promise<Locator> {
    for (let attempt = 1; ; attempt++) {
      const { x, y, width, height } = await this.whereIs(words);
      await this.page.mouse.move(2, 2);
      await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
      try {
        const card = this.page.locator('.monaco-hover:visible', { hasText: text }).first();
        await card.waitFor({ state: 'visible', ...PRESS_AGAIN });
        return card;
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
      }
    }
  }

  /** What is inside of a page of an extension, which the window keeps two frames deep. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** Puts the window and the folder back as they were: nothing is open but the side bar. */
  override async rest(): Promise<void> {
    await this.page.mouse.move(2, 2);
    const left = this.page
      .locator('.tab, .monaco-dialog-box, .modal-editor-part, .quick-input-widget, .part.panel')
      .filter({ visible: true });
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      await this.press('Escape', 'Escape', REST_KEY);
      try {
        await left.first().waitFor({ state: 'hidden', ...PRESS_AGAIN });
        break;
      } catch {
        // It is pressed again.
      }
    }
    this.desk.tidy();
    await this.until(
      'the settings of every tour',
      () => this.page.title(),
      (seen) => !seen.includes(UNSEEN),
    );
  }
}
