import type { Stage } from '../tour/stage.ts';

/** One picture of the documentation. */
export interface Shot {
  readonly name: string;
  /** Of the window, in its own pixels. */
  readonly width: number;
  readonly height: number;
  /** Brings about what is to be seen. */
  readonly show: (stage: Stage) => Promise<void>;
}

export const SHOT_SETTINGS = {
  'editor.lineHeight': 19,
  'editor.lineNumbers': 'off',
  'editor.glyphMargin': false,
  'editor.folding': false,
  'editor.renderLineHighlight': 'none',
  'editor.cursorBlinking': 'solid',
  'editor.padding.top': 10,
  'editor.hover.delay': 100,
  'workbench.layoutControl.enabled': false,
  'workbench.reduceMotion': 'on',
  'window.commandCenter': false,
};

/** The sample draft without its remarks, and a short one with every mark. */
export const DRAFTS = { whole: 'draft.md', marks: 'letters.md' };
export const MARKED_PARAGRAPHS = [
  '# Letters',
  'In October 2024, when',
  'Kim pledged to support',
  'Kim called Putin',
  '“The letters grow',
  '“Our friendship will',
];

async function openDraft(stage: Stage): Promise<void> {
  await stage.open(DRAFTS.whole);
  await stage.see('.statusbar-item', /Verbatim: 5 articles, [1-9]\d* findings/);
  // What is pointed at or selected by what was before would be in the picture.
  await stage.press('Control+Home');
}

/** Leaves the column to itself. */
export async function closeSideBar(stage: Stage): Promise<void> {
  const sideBar = stage.page.locator('.part.sidebar');
  if (await sideBar.isVisible()) await stage.press('Control+B');
  await sideBar.waitFor({ state: 'hidden', timeout: 5_000 });
}

/** Drags the side bar's edge, so that what stands in its lines can be read. Pixels from the left of the window. */
async function widenSideBar(stage: Stage, to: number): Promise<void> {
  const bar = await stage.page.locator('.part.sidebar').boundingBox();
  const edges = await Promise.all((await stage.page.locator('.monaco-sash.vertical').all()).map((sash) => sash.boundingBox()));
  const right = bar === null ? 0 : bar.x + bar.width;
  const [edge] = edges.filter((box) => box !== null).sort((one, other) => Math.abs(one.x - right) - Math.abs(other.x - right));
  if (edge === undefined) throw new Error('The side bar has no edge.');
  const y = edge.y + edge.height / 2;
  await stage.page.mouse.move(edge.x + edge.width / 2, y);
  await stage.page.mouse.down();
  await stage.page.mouse.move(to, y, { steps: 5 });
  await stage.page.mouse.up();
  await stage.page.mouse.move(2, 2);
}

async function withoutSideBar(stage: Stage): Promise<void> {
  await openDraft(stage);
  await closeSideBar(stage);
}

/** One view of the side bar alone. */
async function view(stage: Stage, name: string, other: string, width: number): Promise<void> {
  await openDraft(stage);
  await stage.command(`Verbatim: Focus on ${name} View`);
  await widenSideBar(stage, width);
  const pane = await stage.see('.pane-header', new RegExp(other));
  if ((await pane.getAttribute('aria-expanded')) === 'true') await pane.click();
  await stage.page.mouse.move(2, 2);
}

export const SHOTS: readonly Shot[] = [
  {
    name: 'hover',
    width: 880,
    height: 520,
    show: async (stage) => {
      await withoutSideBar(stage);
      const card = await stage.hover('guidance');
      await card.getByText('JoongAng').first().waitFor();
    },
  },
  {
    name: 'quick-fix',
    width: 880,
    height: 520,
    show: async (stage) => {
      await withoutSideBar(stage);
      await stage.goTo('wise guidance');
      await stage.press('ArrowRight');
      await stage.pressFor('Control+.', '.action-widget', 'leadership');
    },
  },
  {
    name: 'completion',
    width: 880,
    height: 400,
    show: async (stage) => {
      await closeSideBar(stage);
      await stage.open(DRAFTS.marks);
      await stage.see('.statusbar-item', /Verbatim: 5 articles/);
      await stage.press('Control+Home');
      await stage.press('ArrowDown');
      await stage.type('\n\n');
      await stage.press('ArrowUp');
      await stage.type('Kim ended: “Pyongyang and Moscow ');
      await stage.see('.suggest-widget.visible .monaco-list-row', 'will always stand');
    },
  },
  {
    name: 'marks',
    width: 880,
    height: 400,
    show: async (stage) => {
      await closeSideBar(stage);
      await stage.open(DRAFTS.marks);
      await stage.see('.statusbar-item', /Verbatim: 5 articles/);
      await stage.see('.squiggly-warning');
      await stage.press('Control+Home');
    },
  },
  {
    name: 'problems',
    width: 880,
    height: 560,
    show: async (stage) => {
      await withoutSideBar(stage);
      await stage.goTo('Kim called Putin');
      await stage.press('ArrowRight');
      await stage.pressFor('Control+Shift+M', '.markers-panel .monaco-list-row', 'misquote');
    },
  },
  {
    name: 'report',
    width: 1060,
    height: 640,
    show: async (stage) => {
      await withoutSideBar(stage);
      await stage.command('Verbatim: Fact-Check Report');
      const page = stage.page.frameLocator('iframe.webview').frameLocator('#active-frame');
      const differing = page.locator('#report').getByText('guidance').first();
      await differing.waitFor({ timeout: 30_000 });
      await differing.evaluate((found) => found.scrollIntoView({ block: 'center' }));
    },
  },
  {
    name: 'findings',
    width: 880,
    height: 520,
    show: async (stage) => {
      await view(stage, 'Findings', 'Sources', 470);
      await stage.see('.monaco-list-row', /draft\.md/);
    },
  },
  {
    name: 'sources',
    width: 880,
    height: 360,
    show: async (stage) => {
      await view(stage, 'Sources', 'Findings', 470);
      await stage.see('.monaco-list-row', /corpus/);
    },
  },
];
