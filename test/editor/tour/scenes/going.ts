import type { Guide } from '../guide.ts';
import type { Scene } from '../scenes.ts';

const CITING = `Kim called Putin “my closest comrade”.[^1]

[^1]: Korea JoongAng Daily, 7 October 2025.
`;

/** A saved page, which is a source: the editor shows it as it is. */
const PAGE = `<!doctype html><html lang="en"><head><title>Ferry bell rings again</title></head><body><article>
<h1>Ferry bell rings again</h1>
<p>The bell on the north quay is back in its frame after two winters in a shed.</p>
<p>“We missed it more than we missed the boat,” said Tobin Marl, who keeps the quay.</p>
<p>The council paid for the new rope, and the harbour office for the frame.</p>
</article></body></html>
`;

async function definition(guide: Guide): Promise<void> {
  await guide.openDraft();
  await guide.goTo('wise guidance');
  await guide.press('F12');
  await guide.see('.tab.active', 'joongang');
  await guide.whereIs('wise leadership and');
  await guide.picture('definition');
}

async function peek(guide: Guide): Promise<void> {
  await guide.openDraft();
  await guide.goTo('wise guidance');
  await guide.command('Peek Definition');
  await guide.see('.peekview-widget .view-line', 'wise leadership');
  await guide.picture('peek');
}

async function peekIntoPage(guide: Guide): Promise<void> {
  guide.desk.write('corpus/bell.html', PAGE);
  await guide.openOwn('bell.md', '“We missed it more than we missed the ship,” said Tobin Marl.\n');
  await guide.squiggleUnder('ship');
  await guide.goTo('missed it');
  await guide.command('Peek Definition');
  await guide.see('.peekview-widget .view-line', 'than we missed the boat');
  await guide.picture('peek-page');
}

async function references(guide: Guide): Promise<void> {
  await guide.openDraft();
  await guide.open('2025-10-07-joongang-birthday-message.md');
  await guide.goTo('my closest comrade');
  await guide.pressFor('Shift+F12', '.peekview-widget .monaco-list-row', 'Putin');
  await guide.see('.peekview-widget', 'draft.md');
  await guide.picture('references');
}

async function citation(guide: Guide): Promise<void> {
  await guide.openOwn('cited.md', CITING);
  await guide.see('.detected-link', '^1');
  await guide.card('[^1]', 'Open in the corpus');
  await guide.picture('citation');
  await guide.page.keyboard.down('Control');
  await guide.click('[^1]');
  await guide.page.keyboard.up('Control');
  await guide.see('.tab.active', 'joongang');
}

async function symbols(guide: Guide): Promise<void> {
  await guide.openDraft();
  await guide.ask('Control+T', '#kadyrov');
  await guide.see('.quick-input-list .monaco-list-row', 'Ramzan Kadyrov');
  await guide.picture('workspace-symbols');
  await guide.press('Enter');
  await guide.see('.tab.active', 'independent');
}

async function nextFinding(guide: Guide): Promise<void> {
  await guide.openDraft();
  await guide.squiggleUnder('guidance');
  await guide.press('Control+Home', 'Control+F8');
  await guide.see('.statusbar-item', /Finding 1 of 23: /);
  await guide.see('.monaco-hover', 'JoongAng');
  await guide.press('Control+F8');
  await guide.see('.statusbar-item', /Finding 2 of 23: .*“leadership”/);
  await guide.see('.monaco-hover', 'leadership');
  await guide.picture('next-finding');
}

async function nextUnchecked(guide: Guide): Promise<void> {
  await guide.openOwn('unchecked.md', 'The letter closes.\n\n“Notre amitié restera éternelle” (translated from Korean), Kim wrote.\n');
  await guide.signs('Notre amitié', '◌');
  await guide.press('Control+Home');
  await guide.command('Verbatim: Next Unchecked Quotation');
  await guide.see('.statusbar-item', 'Unchecked quotation 1 of 1');
  await guide.see('.statusbar-item', /Ln 3, Col [12]\b/);
  await guide.picture('next-unchecked');
}

export const GOING: readonly Scene<Guide>[] = [
  { name: 'definition', run: definition },
  { name: 'peek', run: peek },
  { name: 'peek into a saved page', run: peekIntoPage },
  { name: 'references', run: references },
  { name: 'citation', run: citation },
  { name: 'workspace symbols', run: symbols },
  { name: 'next finding', run: nextFinding },
  { name: 'next unchecked quotation', run: nextUnchecked },
];
