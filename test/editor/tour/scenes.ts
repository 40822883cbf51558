import type { Stage } from './stage.ts';

/** One thing that a writer does or sees; it fails where what it waits for does not come. */
export interface Scene<Own extends Stage = Stage> {
  readonly name: string;
  readonly run: (stage: Own) => Promise<void>;
}

const DRAFT = 'draft.md';

/** Opens the sample draft and waits until it has been checked. */
async function openDraft(stage: Stage): Promise<void> {
  await stage.open(DRAFT);
  await stage.see('.statusbar-item', /Verbatim: 5 articles, [1-9]\d* findings/);
}

export const SCENES: readonly Scene[] = [
  {
    name: 'squiggles',
    run: async (stage) => {
      await openDraft(stage);
      await stage.goTo('closet comrade');
      await stage.see('.statusbar', /Verbatim: 5 articles/);
      await stage.picture('squiggles');
    },
  },
  {
    name: 'hover',
    run: async (stage) => {
      await openDraft(stage);
      await stage.goTo('wise guidance');
      const card = await stage.hover('guidance and');
      await card.getByText('JoongAng').first().waitFor();
      await stage.picture('hover');
    },
  },
  {
    name: 'quick fix',
    run: async (stage) => {
      await openDraft(stage);
      await stage.goTo('wise guidance');
      await stage.pressFor('Control+.', '.action-widget', 'leadership');
      await stage.picture('quick-fix');
      await stage.press('Enter');
      await stage.whereIs('wise leadership and');
    },
  },
  {
    name: 'problems',
    run: async (stage) => {
      await openDraft(stage);
      await stage.pressFor('Control+Shift+M', '.markers-panel .monaco-list-row', 'misquote');
      await stage.picture('problems');
    },
  },
  {
    name: 'definition',
    run: async (stage) => {
      await openDraft(stage);
      await stage.goTo('wise guidance');
      await stage.press('F12');
      await stage.see('.tab.active', 'joongang');
      await stage.picture('definition');
    },
  },
  {
    name: 'search sources',
    run: async (stage) => {
      await openDraft(stage);
      await stage.command('Verbatim: Search Sources');
      await stage.see('.quick-input-widget');
      await stage.type('indestructible');
      await stage.see('.quick-input-list .monaco-list-row', /indestructible/);
      await stage.picture('search-sources');
    },
  },
  {
    name: 'status menu',
    run: async (stage) => {
      await openDraft(stage);
      await (await stage.see('.statusbar-item', /Verbatim: \d+ articles/)).click();
      await stage.see('.quick-input-list .monaco-list-row', 'Check this draft now');
      await stage.picture('status-menu');
    },
  },
  {
    name: 'sources view',
    run: async (stage) => {
      await openDraft(stage);
      await stage.command('Verbatim: Focus on Sources View');
      await stage.see('.pane-header', /Sources/);
      await stage.see('.monaco-list-row', /corpus/);
      await stage.picture('sources-view');
    },
  },
  {
    name: 'next finding',
    run: async (stage) => {
      await openDraft(stage);
      await stage.press('Control+Home');
      await stage.press('Control+F8');
      await stage.seeNo('.statusbar-item', /Ln 1, Col 1$/);
      await stage.picture('next-finding');
    },
  },
];
