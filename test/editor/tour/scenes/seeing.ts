import type { Guide } from '../guide.ts';
import type { Scene } from '../scenes.ts';

/** A quotation for each verdict that there is. */
const EVERY_VERDICT = `Kim called Putin “my closest comrade”, KCNA reported.

He said that “[t]he alliance between our two nations … will continue unwaveringly”.

Kim praised the “wise guidance and patriotic devotion” of the president, KCNA reported.

“The letters grow longer every year, and nobody here reads them to the end,” a diplomat said.

“Notre amitié restera éternelle et indestructible” (translated from Korean), Kim wrote.
`;

const IN_LATEX = `\\documentclass{article}
\\begin{document}
Kim called Putin \`\`my closet comrade'', \\emph{KCNA} reported.

He praised the \`\`wise leadership and patriotic devotion'' of the president.
\\end{document}
`;

async function squiggles(guide: Guide): Promise<void> {
  await guide.openDraft();
  await guide.squiggleUnder('my closet comrade');
  await guide.squiggleUnder('our three nations', 'error');
  await guide.noSquiggleUnder('comradely');
  await guide.picture('squiggles');
}

async function verdictSigns(guide: Guide): Promise<void> {
  await guide.openOwn('verdicts.md', EVERY_VERDICT);
  await guide.signs('Kim called', '✓');
  await guide.signs('He said', '≈');
  await guide.signs('Kim praised', '≠');
  await guide.signs('letters grow', '∅');
  await guide.signs('Notre amitié', '◌');
  await guide.picture('verdict-signs');
}

async function card(guide: Guide): Promise<void> {
  await guide.openDraft();
  await guide.squiggleUnder('guidance');
  const shown = await guide.card('patriotic', 'JoongAng');
  for (const link of ['Open', 'Peek', 'Let stand']) await shown.getByRole('link', { name: link, exact: true }).waitFor();
  await guide.picture('card');
  await shown.getByRole('link', { name: 'Replace with the source’s words' }).click();
  await guide.whereIs('wise leadership and');
  await guide.signs('wise leadership and', '✓');
}

async function problems(guide: Guide): Promise<void> {
  await guide.openDraft();
  await guide.pressFor('Control+Shift+M', '.markers-panel .monaco-list-row', 'misquote');
  await guide.see('.markers-panel .monaco-list-row', 'The source has “leadership”, not “guidance”');
  await guide.picture('problems');
}

async function outline(guide: Guide): Promise<void> {
  await guide.openDraft();
  await guide.command('Explorer: Focus on Outline View');
  await guide.see('.outline-pane .monaco-list-row', /“wise guidance .*misquoted/);
  await guide.see('.outline-pane .monaco-list-row', /verified/);
  await guide.picture('outline');
  await guide.press('Control+Shift+E');
}

async function inlayHints(guide: Guide): Promise<void> {
  await guide.set({ 'verbatim.sourceHints': 'inlay' });
  await guide.openDraft();
  await guide.whereIs('Korea JoongAng Daily, 7 October');
  await guide.picture('inlay-hints');
}

async function lenses(guide: Guide): Promise<void> {
  await guide.set({ 'verbatim.sourceHints': 'lens' });
  await guide.openDraft();
  await (await guide.see('.codelens-decoration a', 'Korea JoongAng Daily, 7 October')).hover();
  await guide.picture('code-lens');
  await (await guide.see('.codelens-decoration a', 'Korea JoongAng Daily, 7 October')).click();
  await guide.see('.tab.active', 'joongang');
}

async function onSave(guide: Guide): Promise<void> {
  await guide.set({ 'verbatim.check': 'on-save' });
  await guide.openOwn('saved.md', 'Kim called Putin “my closest comrade”, KCNA reported.\n');
  await guide.signs('Kim called', '✓');
  await guide.goTo('closest');
  await guide.type('closet');
  // As long as a check while typing takes, and more.
  await guide.pause(1500);
  await guide.noSquiggleUnder('closet comrade', 'warning');
  // Nothing vouches for words that have not been checked.
  await guide.signs('Kim called', '');
  await guide.press('Control+S');
  await guide.squiggleUnder('closet comrade');
  await guide.signs('Kim called', '≠');
}

async function onDemand(guide: Guide): Promise<void> {
  await guide.set({ 'verbatim.check': 'on-demand' });
  await guide.openOwn('asked.md', 'Kim called Putin “my closet comrade”, KCNA reported.\n');
  await guide.command('Explorer: Focus on Outline View');
  await guide.pause(1500);
  await guide.noSquiggleUnder('closet');
  await guide.command('Verbatim: Check This Draft Now');
  await guide.squiggleUnder('closet');
  await guide.see('.outline-pane .monaco-list-row', /“my closet comrade.*misquoted/);
  await guide.see('.notification-toast', 'There is one finding. The only quotation is not verified. Checked against 5 articles.');
  await guide.picture('on-demand');
}

async function latex(guide: Guide): Promise<void> {
  await guide.openOwn('letters.tex', IN_LATEX);
  await guide.squiggleUnder('closet');
  await guide.noSquiggleUnder('leadership');
  await guide.signs('He praised', '✓');
  await guide.picture('latex');
}

export const SEEING: readonly Scene<Guide>[] = [
  { name: 'squiggles', run: squiggles },
  { name: 'verdict signs', run: verdictSigns },
  { name: 'card of a source', run: card },
  { name: 'problems', run: problems },
  { name: 'outline', run: outline },
  { name: 'inlay hints', run: inlayHints },
  { name: 'code lens', run: lenses },
  { name: 'check on save', run: onSave },
  { name: 'check on demand', run: onDemand },
  { name: 'latex', run: latex },
];
