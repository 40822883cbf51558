import type { Guide } from '../guide.ts';
import type { Scene } from '../scenes.ts';

const SECOND_DRAFT = 'Kim praised the “wise guidance and patriotic devotion” of the president, KCNA reported.\n';

async function quickFix(guide: Guide): Promise<void> {
  await guide.openDraft();
  await guide.squiggleUnder('guidance');
  await guide.goTo('wise guidance');
  await guide.pressFor('Control+.', '.action-widget', 'leadership');
  await guide.see('.action-widget', 'Let this stand…');
  await guide.picture('quick-fix');
  await guide.press('Enter');
  await guide.whereIs('wise leadership and');
  await guide.signs('wise leadership and', '✓');
}

/** Ticks all that is to be changed in a draft: beforehand nothing is. */
async function tick(guide: Guide, draft: string): Promise<void> {
  const box = (await guide.see('.part.panel .monaco-list-row', draft)).locator('.edit-checkbox');
  await guide.until(
    `${draft} ticked`,
    async () => {
      if ((await box.getAttribute('aria-checked')) !== 'true') await box.click();
      await guide.pause(200);
      return await box.getAttribute('aria-checked');
    },
    (checked) => checked === 'true',
  );
}

async function fixInFolder(guide: Guide): Promise<void> {
  guide.desk.write('second.md', SECOND_DRAFT);
  await guide.openDraft();
  await guide.squiggleUnder('guidance');
  await guide.goTo('wise guidance');
  await guide.pressFor('Control+.', '.action-widget', 'Fix every misquote in this folder');
  await (await guide.see('.action-widget .monaco-list-row', 'Fix every misquote in this folder')).click();
  await guide.see('.part.panel', 'Refactor Preview');
  await guide.see('.part.panel .monaco-list-row', 'second.md');
  await guide.picture('fix-in-folder');
  for (const draft of ['draft.md', 'second.md']) await tick(guide, draft);
  await (await guide.see('.part.panel .monaco-button', 'Apply')).click();
  await guide.whereIs('wise leadership and');
  await guide.open('second.md');
  await guide.whereIs('wise leadership and');
}

async function letStand(guide: Guide): Promise<void> {
  await guide.openDraft();
  await guide.squiggleUnder('guidance');
  await guide.goTo('guidance');
  await guide.command('Verbatim: Let This Stand…');
  await guide.see('.quick-input-list .monaco-list-row', 'Only here');
  await guide.picture('let-stand');
  await guide.pick('Only here');
  await guide.see('.quick-input-widget', 'Why? It is written down for whoever asks later; it may be left empty.');
  await guide.type('The interpreter said so');
  await guide.picture('let-stand-reason');
  await guide.press('Enter');
  await guide.noSquiggleUnder('guidance');
  await guide.open('.verbatim-stet.yaml');
  for (const words of ['rule: misquote', 'words: guidance', 'reason: The interpreter said so']) await guide.whereIs(words);
  await guide.picture('let-stand-file');
}

export const FIXING: readonly Scene<Guide>[] = [
  { name: 'quick fix', run: quickFix },
  { name: 'fix all of a rule in the folder', run: fixInFolder },
  { name: 'let stand', run: letStand },
];
