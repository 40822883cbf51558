import type { Guide } from '../guide.ts';
import type { Scene } from '../scenes.ts';

const SOURCES = '.pane:has(> .pane-header[aria-label^="Sources"])';
const FINDINGS = '.pane:has(> .pane-header[aria-label^="Findings"])';

/** Chooses an entry of the menu behind the dots of a view; a click that comes too early is lost. */
async function fromMenu(guide: Guide, view: string, entry: string): Promise<void> {
  const item = guide.find('.monaco-menu .action-item', entry);
  await guide.until(
    `“${entry}” chosen`,
    async () => {
      if (!(await item.isVisible())) {
        await (await guide.see(`${view} .pane-header`)).hover();
        await (await guide.see(`${view} .pane-header .action-label[aria-label^="More Actions"]`)).click();
      }
      await item.hover();
      await guide.pause(200);
      await item.click();
      await guide.pause(300);
      return await item.isVisible();
    },
    (open) => !open,
  );
}

async function sources(guide: Guide): Promise<void> {
  await guide.openDraft();
  await guide.command('Verbatim: Focus on Sources View');
  await guide.see(`${SOURCES} .monaco-list-row`, /^corpus/);
  await fromMenu(guide, SOURCES, 'Group Sources by Publisher');
  const publisher = await guide.see(`${SOURCES} .monaco-list-row`, 'EconoTimes');
  await guide.see(`${SOURCES} .monaco-list-row`, 'No publisher');
  await publisher.click();
  await guide.see(`${SOURCES} .monaco-list-row`, 'Kim Jong Un Reaffirms');
  await guide.picture('sources-by-publisher');
  await fromMenu(guide, SOURCES, 'Group Sources by Folder');
  await guide.see(`${SOURCES} .monaco-list-row`, /^corpus/);
}

async function searchSources(guide: Guide): Promise<void> {
  await guide.openDraft();
  await guide.command('Verbatim: Search Sources');
  await guide.see('.quick-input-widget', /Search sources/i);
  await guide.type('indestructible');
  await guide.see('.quick-input-list .monaco-list-row', /friendship will remain eternal/);
  await guide.picture('search-sources');
  await guide.pick(/friendship will remain eternal/);
  await guide.see('.tab.active', 'joongang');
}

async function findings(guide: Guide): Promise<void> {
  await guide.openDraft();
  await guide.command('Verbatim: Focus on Findings View');
  await guide.see(`${FINDINGS} .monaco-list-row`, /^draft\.md/);
  await guide.see(`${FINDINGS} .monaco-list-row`, 'guidance');
  await fromMenu(guide, FINDINGS, 'Group Findings by Rule');
  const rule = await guide.see(`${FINDINGS} .monaco-list-row`, /^Misquote/);
  await guide.picture('findings-by-rule');
  await rule.hover();
  await rule.getByRole('button', { name: 'Apply All Safe Fixes' }).click();
  await guide.isGone('wise guidance');
  await guide.whereIs('wise leadership and');
  await fromMenu(guide, FINDINGS, 'Group Findings by Draft');
  await guide.see(`${FINDINGS} .monaco-list-row`, /^draft\.md/);
}

async function checkAll(guide: Guide): Promise<void> {
  for (let number = 1; number <= 60; number++) guide.desk.write(`drafts/${number}.md`, guide.desk.read('draft.md'));
  await guide.openDraft();
  const progress = guide.see(`${FINDINGS} .monaco-progress-container.active, .pane-composite-part .monaco-progress-container.active`);
  await guide.command('Verbatim: Check All Drafts');
  await progress;
  await guide.see(`${FINDINGS} .pane-header`, /1,\d{3} in 61 drafts/);
  await guide.see(`${FINDINGS} .monaco-list-row`, /^draft\.md23$/);
  await guide.picture('check-all-drafts');
  await guide.command('Verbatim: Focus on Findings View');
  await (await guide.see(`${FINDINGS} .pane-header .action-label[aria-label="Show Open Drafts Only"]`)).click();
  await guide.seeNo(`${FINDINGS} .pane-header`, 'in 61 drafts');
}

async function statusMenu(guide: Guide): Promise<void> {
  await guide.openDraft();
  await (await guide.see('.statusbar-item', /Verbatim: \d+ articles/)).click();
  await guide.see('.quick-input-widget input[placeholder^="Verbatim: 5 articles, 23 findings."]');
  await guide.see('.quick-input-list .monaco-list-row', 'Check This Draft Now');
  await guide.picture('status-menu');
  await guide.pick('Show All Sources');
  await guide.see(`${SOURCES} .monaco-list-row`, /^corpus/);
}

async function report(guide: Guide): Promise<void> {
  await guide.openDraft();
  await guide.command('Verbatim: Fact-Check Report');
  await guide.see('.tab', 'Fact Check: draft.md');
  const page = guide.webview();
  const row = page.locator('li[data-id]', { hasText: 'wise guidance' }).first();
  await row.waitFor();
  await guide.picture('report');
  await row.locator('summary').click();
  await row.locator('input[name=initials]').fill('EQ');
  await row.locator('input[name=note]').fill('Heard the tape');
  await row.scrollIntoViewIfNeeded();
  await guide.picture('report-sign-off');
  await row.locator('button[data-f=sign]').click();
  await row.getByText('EQ').first().waitFor();
  await guide.until(
    'the file of sign-offs',
    () => guide.desk.read('draft.md.checks.yaml'),
    (text) => /by: EQ[\s\S]*note: Heard the tape/.test(text),
  );
  await page.locator('button[data-format=markdown]').click();
  await guide.see('.quick-input-widget', 'Export the fact-check report');
  await guide.press('Enter');
  await guide.see('.notification-toast', 'The report was written to');
  await guide.until(
    'the report on the disk',
    () => guide.desk.read('draft.checked.md'),
    (text) => text.includes('wise guidance'),
  );
  await guide.picture('report-exported');
}

export const VIEWS: readonly Scene<Guide>[] = [
  { name: 'sources view', run: sources },
  { name: 'search sources', run: searchSources },
  { name: 'findings view', run: findings },
  { name: 'check all drafts', run: checkAll },
  { name: 'status menu', run: statusMenu },
  { name: 'fact-check report', run: report },
];
