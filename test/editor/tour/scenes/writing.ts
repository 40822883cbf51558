import type { Guide } from '../guide.ts';
import type { Scene } from '../scenes.ts';

async function completion(guide: Guide): Promise<void> {
  await guide.openOwn('closing.md', 'The letter ends well.\n\n');
  await guide.press('Control+End');
  await guide.type('Kim wrote: “Pyongyang and Moscow ', 40);
  await guide.see('.suggest-widget.visible .monaco-list-row', 'will always stand … indestructible.');
  await guide.picture('completion');
  await guide.press('Enter');
  await guide.whereIs('“Pyongyang and Moscow will always stand together');
  await guide.seeNo('.suggest-widget.visible');
}

async function quoteThis(guide: Guide): Promise<void> {
  await guide.openOwn('closing.md', 'The letter ends well. ');
  await guide.press('Control+End');
  await guide.open('2025-10-07-joongang-birthday-message.md');
  await guide.goTo('Pyongyang and Moscow will always stand together');
  await guide.command('Verbatim: Quote This');
  await guide.see('.tab.active', 'closing.md');
  await guide.whereIs('The letter ends well. “Pyongyang and Moscow will always stand together');
  await guide.whereIs('7 October 2025');
  await guide.picture('quote-this');
}

export const WRITING: readonly Scene<Guide>[] = [
  { name: 'completion', run: completion },
  { name: 'quote this', run: quoteThis },
];
