// The panel of the fact-check report in a real browser: its own script and policy, with a stand-in for the editor round it.
// Left out where there is no Chromium; the check by axe-core also where that is not installed.
import { existsSync, readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageFor } from '../../client/src/report/pageHtml.ts';
import { reportPage, reportPanel } from '../../server/src/features/report/html.ts';
import type { SignOff } from '../../server/src/features/report/signOffs.ts';
import { REPORT_STYLE } from '../../server/src/features/report/style.ts';
import { findChromium } from '../editor/host.ts';
import { DRAFT, factCheckFor } from '../support/factChecks.ts';

const executablePath = process.env.VERBATIM_TEST_CHROMIUM ?? (await findChromium());
const SCRIPT = new URL('../../dist/report.js', import.meta.url);
const AXE = new URL('../../node_modules/axe-core/axe.min.js', import.meta.url);
const NONCE = 'bm9uY2U=';
/** Where the page is served from: nowhere but this test. */
const PLACE = 'http://panel.example/';
const WORDS = { shown: '{0} of {1} shown.', allSigned: 'All are signed.', updated: 'Updated.' };

/** The colours that an editor's own themes give a page; the tour in `test/editor` looks at it in the editor itself. */
const THEMES = {
  'vscode-light': {
    foreground: '#3b3b3b',
    'editor-background': '#ffffff',
    descriptionForeground: '#3b3b3b',
    'textLink-foreground': '#005fb8',
    'editorError-foreground': '#e51400',
    'button-secondaryForeground': '#3b3b3b',
    'button-secondaryBackground': '#e5e5e5',
  },
  'vscode-dark': {
    foreground: '#cccccc',
    'editor-background': '#1f1f1f',
    descriptionForeground: '#9d9d9d',
    'textLink-foreground': '#4daafc',
    'editorError-foreground': '#f14c4c',
    'button-secondaryForeground': '#cccccc',
    'button-secondaryBackground': '#313131',
    'input-foreground': '#cccccc',
    'input-background': '#313131',
  },
  'vscode-high-contrast': {
    foreground: '#ffffff',
    'editor-background': '#000000',
    contrastBorder: '#6fc3df',
    'textLink-foreground': '#21a6ff',
    'editorError-foreground': '#f48771',
    'input-foreground': '#ffffff',
    'input-background': '#000000',
    'button-secondaryForeground': '#ffffff',
    'button-secondaryBackground': '#000000',
  },
  'vscode-high-contrast-light': {
    foreground: '#292929',
    'editor-background': '#ffffff',
    contrastBorder: '#0f4a85',
    'textLink-foreground': '#0f4a85',
    'editorError-foreground': '#b5200d',
    'input-foreground': '#292929',
    'input-background': '#ffffff',
  },
} as const;

interface Sent {
  readonly kind: string;
  readonly [key: string]: unknown;
}

describe.skipIf(executablePath === undefined)('the panel', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath as string, headless: true, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(() => browser.close());

  /** A panel with a report in it. */
  async function open(html = reportPanel(factCheckFor())): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 700, height: 500 } });
    await page.addInitScript(() => {
      const sent: unknown[] = [];
      Object.assign(globalThis, {
        sent,
        acquireVsCodeApi: () => ({
          postMessage: (message: unknown) => sent.push(message),
          getState: () => undefined,
          setState: () => undefined,
        }),
      });
    });
    const parts = { title: 'A light', language: 'en', style: REPORT_STYLE, script: 'report.js', nonce: NONCE };
    await page.route(`${PLACE}**`, (route) => {
      const isScript = route.request().url().endsWith('.js');
      return route.fulfill(
        isScript
          ? { contentType: 'text/javascript', body: readFileSync(SCRIPT, 'utf8') }
          : { contentType: 'text/html; charset=utf-8', body: pageFor(parts) },
      );
    });
    await page.goto(PLACE);
    page.setDefaultTimeout(10_000);
    await send(page, html);
    return page;
  }
  async function send(page: Page, html: string, initials = 'EQ'): Promise<void> {
    await page.evaluate((data) => window.dispatchEvent(new MessageEvent('message', { data })), {
      kind: 'report',
      html,
      initials,
      words: WORDS,
    });
  }
  const sentBy = (page: Page): Promise<Sent[]> => page.evaluate(() => (globalThis as unknown as { sent: Sent[] }).sent);
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.closest('li[data-id]')?.querySelector('h3')?.textContent ?? null);
  const said = (page: Page) => page.locator('#status').textContent();

  it('runs under its own policy, and nothing else does', async () => {
    const page = await open();
    expect((await sentBy(page)).map(({ kind }) => kind)).toContain('ready');
    expect(await page.locator('h1').evaluate((title) => getComputedStyle(title).lineHeight)).not.toBe('normal');
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.foreign = true';
      document.body.append(script);
      return 'foreign' in globalThis;
    });
    expect(ran).toBe(false);
  });

  it('shows what is asked for and says how many', async () => {
    const page = await open();
    await page.getByLabel('Show').selectOption('quotation:misquoted');
    expect(await page.locator('li[data-id]:visible').count()).toBe(1);
    expect(await said(page)).toBe('1 of 4 shown.');
    await send(page, reportPanel(factCheckFor(DRAFT.replace('kettles', 'clocks'))));
    expect(await page.getByLabel('Show').inputValue()).toBe('quotation:misquoted');
    expect(await page.locator('li[data-id]:visible').count()).toBe(2);
  });

  it('goes from one unsigned item to the next, by the keyboard alone', async () => {
    const page = await open();
    const next = page.locator('.tools').getByRole('button', { name: 'Next unsigned' });
    await next.focus();
    const seen: (string | null)[] = [];
    for (let i = 0; i < 3; i++) {
      await next.focus();
      await page.keyboard.press('Enter');
      seen.push((await focused(page))?.slice(0, 2) ?? null);
    }
    expect(seen).toEqual(['1.', '2.', '3.']);
  });

  it('goes from row to row by the arrow keys, which stay a field’s own in a field', async () => {
    const page = await open();
    const go = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
      return (await focused(page))?.slice(0, 2) ?? null;
    };
    await page.getByRole('button', { name: 'Line 8 of the draft' }).focus();
    expect(await go('ArrowDown')).toBe('2.');
    expect(await go('ArrowDown', 'ArrowDown')).toBe('4.');
    expect(await go('ArrowDown')).toBe('4.');
    expect(await go('ArrowUp')).toBe('3.');
    await page.locator('summary', { hasText: 'Sign off' }).nth(2).focus();
    await page.keyboard.press('Enter');
    expect(await go('ArrowDown')).toBe('3.');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    // What the filter leaves out is passed over.
    await page.getByLabel('Show').focus();
    await page.getByLabel('Show').selectOption('quotation:misquoted');
    await page.locator('li[data-id]:visible button').first().focus();
    const only = await go();
    expect(await go('ArrowDown')).toBe(only);
  });

  it('keeps what has the focus clear of the tools, however narrow it is', async () => {
    const page = await open();
    await page.setViewportSize({ width: 420, height: 420 });
    await page.locator('li[data-id]').last().getByRole('button').last().focus();
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Shift+Tab');
      const place = await page.evaluate(() => {
        const [element, tools] = [document.activeElement, document.querySelector('.tools')];
        const [own, over] = [element?.getBoundingClientRect(), tools?.getBoundingClientRect()];
        if (!own || !over || element === document.body || tools?.contains(element)) return null;
        return own.top < over.bottom - 2 && own.bottom > over.top + 2 ? element?.textContent : null;
      });
      expect(place).toBeNull();
    }
  });

  it('stays where it is while somebody goes through the tools', async () => {
    const page = await open();
    await page.setViewportSize({ width: 400, height: 500 });
    await page.evaluate(() => document.scrollingElement?.scrollTo({ top: 900 }));
    const top = () => page.evaluate(() => document.scrollingElement?.scrollTop);
    const before = await top();
    await page.locator('select').focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.format)).toBe('jsonld');
    expect(await top()).toBe(before);
  });

  it('sends a signature with the initials that are remembered', async () => {
    const page = await open();
    await page.locator('summary', { hasText: 'Sign off' }).nth(1).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Heard it.');
    await page.keyboard.press('Enter');
    const [item] = factCheckFor().items.slice(1);
    expect((await sentBy(page)).filter(({ kind }) => kind === 'sign')).toEqual([
      { kind: 'sign', item: item?.id, initials: 'EQ', note: 'Heard it.' },
    ]);
  });

  it('leads to draft and source, and exports', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Line 8 of the draft' }).click();
    await page.getByRole('button', { name: 'A bell for the ferry' }).click();
    await page.getByRole('button', { name: 'JSON-LD' }).click();
    const { items } = factCheckFor();
    expect((await sentBy(page)).filter(({ kind }) => kind === 'go' || kind === 'export')).toEqual([
      { kind: 'go', to: 'draft', item: items[0]?.id },
      { kind: 'go', to: 'source', item: items[1]?.id },
      { kind: 'export', format: 'jsonld' },
    ]);
  });

  it('keeps focus, scroll position and what is being typed when another report comes', async () => {
    const page = await open();
    await page.locator('summary', { hasText: 'Sign off' }).nth(3).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('half a no');
    const top = () => page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? 0);
    const before = await top();
    // What stands above grows by a paragraph; the item itself stays.
    const longer = DRAFT.replace('# A light\n', `# A light\n\n${'The quay was full of people who had come to see it. '.repeat(6)}\n`);
    await send(page, reportPanel(factCheckFor(longer)));
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('half a no');
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
    expect(await said(page)).toBe('Updated.');
    await page.keyboard.type('te');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('half a note');
  });

  it('keeps the focus on an item whose sentence was changed', async () => {
    const page = await open();
    await page.locator('article').nth(1).focus();
    await send(page, reportPanel(factCheckFor(DRAFT.replace('kettles', 'clocks'))));
    expect(await focused(page)).toMatch(/^2\. .*Not quite/);
  });

  it('gives the focus back to who returns from the draft', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'A bell for the ferry' }).focus();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    expect(await focused(page)).toBeNull();
    await page.evaluate(() => window.dispatchEvent(new FocusEvent('focus')));
    expect(await focused(page)).toMatch(/^2\./);
  });

  it('leaves what did not change as it is, and is silent then', async () => {
    const page = await open();
    const first = await page.locator('li[data-id]').first().elementHandle();
    await send(page, reportPanel(factCheckFor()));
    expect(await first?.evaluate((item) => item.isConnected)).toBe(true);
    expect(await said(page)).toBe('');
  });

  it('after signing goes on from there', async () => {
    const page = await open();
    await page.locator('summary', { hasText: 'Sign off' }).nth(1).focus();
    const { items } = factCheckFor();
    const item = items[1];
    const signOffs: SignOff[] = [
      {
        item: item?.key ?? '',
        initials: 'EQ',
        time: '2024-04-03T10:15:00Z',
        note: null,
        text: '',
        source: null,
        passage: item?.passageHash ?? null,
      },
    ];
    await send(page, reportPanel(factCheckFor(DRAFT, { signOffs })));
    await page.evaluate((data) => window.dispatchEvent(new MessageEvent('message', { data })), { kind: 'signed', item: item?.id });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Next unsigned');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toMatch(/^3\./);
  });

  const axe = existsSync(AXE) ? readFileSync(AXE, 'utf8') : null;
  const troublesOn = async (page: Page) => {
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await page.evaluate(axe as string);
    return await page.evaluate(async () => {
      const { axe: check } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await check.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
  };

  it.skipIf(axe === null)('has nothing that axe-core complains of', async () => {
    expect(await troublesOn(await open())).toEqual([]);
  });

  it.skipIf(axe === null).each(Object.keys(THEMES) as (keyof typeof THEMES)[])('nor in an editor that is %s', async (kind) => {
    const page = await open();
    await page.evaluate(
      ([name, colours]) => {
        document.body.className = name === 'vscode-high-contrast-light' ? `${name} vscode-high-contrast` : name;
        for (const [key, value] of Object.entries(colours)) document.documentElement.style.setProperty(`--vscode-${key}`, value);
      },
      [kind, THEMES[kind]] as const,
    );
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe('rgba(0, 0, 0, 0)');
    expect(await troublesOn(page)).toEqual([]);
  });

  it.skipIf(axe === null).each(['light', 'dark'] as const)('nor has the page that is exported, in %s colours', async (colorScheme) => {
    const page = await browser.newPage({ colorScheme });
    await page.setContent(reportPage(factCheckFor()));
    expect(await troublesOn(page)).toEqual([]);
  });

  it.skipIf(axe === null)('would be complained of if a field had no name', async () => {
    const page = await open(reportPanel(factCheckFor()).replace('<label>Show <select', '<label><select'));
    expect(await troublesOn(page)).toEqual([expect.stringContaining('select-name')]);
  });
});
