import { env, l10n, type Uri, window } from 'vscode';
import { isWebAddress } from '../../../server/src/web/fetchPage.ts';
import type { Register } from '../commands.ts';
import type { SourceAdder } from './adder.ts';
import { thingsPasted } from './things.ts';

/** The ways to add a source from the command palette, the explorer and the view of sources. */
export function addCommands(register: Register, adder: SourceAdder) {
  return [
    register('addSourceFromClipboard', () => fromClipboard(adder)),
    register('addSourceFromFile', () => fromFile(adder)),
    register('addSourceFromUrl', (address?: string) => fromUrl(adder, typeof address === 'string' ? address : undefined)),
    // The explorer hands over the file under the pointer, and all that are selected.
    register('addToSources', (uri?: Uri, all?: readonly Uri[]) => addFiles(adder, all ?? (uri ? [uri] : []))),
  ];
}

/** VS Code hands out the clipboard's text only; the page that it was copied from comes with a drag. */
async function fromClipboard(adder: SourceAdder): Promise<void> {
  const things = thingsPasted(await env.clipboard.readText());
  if (things.length > 0) await adder.add(things);
  else await window.showInformationMessage(l10n.t('There is no text on the clipboard. Copy an article or its address first.'));
}

async function fromFile(adder: SourceAdder): Promise<void> {
  const chosen = await window.showOpenDialog({ canSelectMany: true, openLabel: l10n.t('Add'), title: l10n.t('Add Sources') });
  if (chosen) await addFiles(adder, chosen);
}

async function addFiles(adder: SourceAdder, uris: readonly Uri[]): Promise<void> {
  await adder.add(uris.map((uri) => ({ kind: 'file', uri: uri.toString() })));
}

async function fromUrl(adder: SourceAdder, given: string | undefined): Promise<void> {
  const copied = given === undefined ? (await env.clipboard.readText()).trim() : '';
  const address =
    given ??
    (await window.showInputBox({
      title: l10n.t('Add Source from the Web'),
      prompt: l10n.t('The page is fetched once, and kept as it is now.'),
      placeHolder: 'https://…',
      ...(isWebAddress(copied) ? { value: copied } : {}),
      validateInput: (text) => (text.trim() === '' || isWebAddress(text) ? null : l10n.t('An address begins with https:// or http://.')),
    }));
  if (address?.trim()) await adder.add([{ kind: 'page', address: address.trim() }]);
}
