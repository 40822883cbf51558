import { type CancellationToken, CancellationTokenSource, commands, l10n, type QuickPick, type QuickPickItem, window } from 'vscode';
import { type SourcesResult, sourcesRequest } from '../../server/src/lsp/protocol.ts';
import { ask } from './client.ts';
import type { LateClient } from './lateClient.ts';
import { MOST_ROWS, type Row, SourceSearch } from './sourceSearch.ts';
import { imprint, quoted, titleOf } from './wording.ts';

interface Item extends QuickPickItem {
  readonly row: Row;
}

/** How long the picker waits for another letter before it asks for what was typed, in milliseconds. */
const PAUSE_MS = 150;

/** Finds a source as one types, by title, publisher, speaker or quoted words, and opens it at the place. */
export async function searchSources(client: LateClient): Promise<void> {
  const picker = window.createQuickPick<Item>();
  picker.title = l10n.t('Search Sources');
  picker.placeholder = l10n.t('Title, publisher, speaker or words of a quotation');
  picker.busy = true;
  picker.show();
  const picked = choice(picker);
  const typing = new Typing();
  try {
    const first = await ask(client, sourcesRequest, {});
    fill(picker, first, typing, (words, token) => ask(client, sourcesRequest, { words, limit: MOST_ROWS }, token));
    const row = (await picked)?.row;
    if (row) await commands.executeCommand('verbatim.openSource', row.source.uri, row.quotation?.range);
  } finally {
    typing.stop();
    picker.dispose();
  }
}

type Ask = (words: string, token: CancellationToken) => Promise<SourcesResult>;

/** Sources that all are at hand are searched here; of more, the server is asked for those that have the words. */
function fill(picker: QuickPick<Item>, { sources, more, incomplete }: SourcesResult, typing: Typing, ask: Ask): void {
  const search = new SourceSearch(sources);
  const show = (rows: readonly Row[]) => {
    picker.items = rows.map(itemOf);
    picker.busy = incomplete;
  };
  const follow = (words: string) => {
    typing.stop();
    if (!more || words.trim() === '') return show(search.find(words).slice(0, more ? MOST_ROWS : undefined));
    picker.busy = true;
    typing.pause(async (token) => {
      const found = await ask(words, token);
      if (!token.isCancellationRequested) show(new SourceSearch(found.sources).among(words));
    });
  };
  picker.onDidChangeValue(follow);
  follow(picker.value);
}

/** One question at a time, asked when the typing pauses; the one before is taken back. */
class Typing {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #source: CancellationTokenSource | undefined;

  pause(ask: (token: CancellationToken) => Promise<void>): void {
    const source = new CancellationTokenSource();
    this.#source = source;
    // One that was taken back is answered with an error, which nobody waits for.
    this.#timer = setTimeout(() => void ask(source.token).catch(() => undefined), PAUSE_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#source?.cancel();
  }
}

/** What is picked; undefined where the picker is closed without. */
function choice(picker: QuickPick<Item>): Promise<Item | undefined> {
  return new Promise((resolve) => {
    picker.onDidAccept(() => resolve(picker.selectedItems[0]));
    picker.onDidHide(() => resolve(undefined));
  });
}

/** The search has chosen and ordered already, so that the editor's own filter must let everything through. */
function itemOf(row: Row): Item {
  const { source, quotation } = row;
  const alwaysShow = true;
  if (quotation) {
    const said = [quotation.speaker, titleOf(source)].filter((part) => part !== null).join(' · ');
    return { row, alwaysShow, label: quoted(quotation.text), detail: said };
  }
  return { row, alwaysShow, label: titleOf(source), description: imprint(source), detail: source.speakers.join(', ') };
}
