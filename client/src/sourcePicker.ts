import { commands, type QuickPick, type QuickPickItem, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type SourcesResult, sourcesRequest } from '../../server/src/lsp/protocol.ts';
import { ask } from './client.ts';
import { type Row, SourceSearch } from './sourceSearch.ts';
import { imprint, titleOf } from './wording.ts';

interface Item extends QuickPickItem {
  readonly row: Row;
}

/** Finds a source as one types, by title, publisher, speaker or quoted words, and opens it at the place. */
export async function searchSources(client: LanguageClient): Promise<void> {
  const picker = window.createQuickPick<Item>();
  picker.title = 'Search sources';
  picker.placeholder = 'Title, publisher, speaker or words of a quotation';
  picker.busy = true;
  picker.show();
  const picked = choice(picker);
  try {
    fill(picker, await ask(client, sourcesRequest, null));
    const row = (await picked)?.row;
    if (row) await commands.executeCommand('verbatim.openSource', row.source.uri, row.quotation?.range);
  } finally {
    picker.dispose();
  }
}

function fill(picker: QuickPick<Item>, { sources, incomplete }: SourcesResult): void {
  const search = new SourceSearch(sources);
  const show = () => {
    picker.items = search.find(picker.value).map(itemOf);
  };
  picker.busy = incomplete;
  picker.onDidChangeValue(show);
  show();
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
    return { row, alwaysShow, label: `“${quotation.text}”`, detail: said };
  }
  return { row, alwaysShow, label: titleOf(source), description: imprint(source), detail: source.speakers.join(', ') };
}
