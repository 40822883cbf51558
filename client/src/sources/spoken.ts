import { l10n } from 'vscode';
import type { ListedSource, SourceGroup, UnreadableFile } from '../../../server/src/lsp/sourcesProtocol.ts';
import { numeral } from '../wording.ts';

// What a screen reader says of the nodes of the tree of sources: what icons and positions show has to be in words.

export function spokenGroup(name: string, { count }: SourceGroup): string {
  return count === 1 ? l10n.t('{0}, one source', name) : l10n.t('{0}, {1} sources', name, numeral(count));
}

/** `start` is the first one's place among those of the group, from 0; `end` that behind the last. */
export function spokenPage(name: string, start: number, end: number): string {
  return l10n.t('{0}, sources {1} to {2}', name, numeral(start + 1), numeral(end));
}

export function spokenSource(name: string, { publisher, published, problems }: ListedSource): string {
  const known = [name, publisher, published].filter((part) => part !== null).join(', ');
  return problems.length === 0 ? known : l10n.t('{0}. Warning: {1}', known, problems.join(' '));
}

export function spokenUnreadableFiles(count: number): string {
  return count === 1 ? l10n.t('Not read: one file') : l10n.t('Not read: {0} files', numeral(count));
}

export function spokenUnreadable({ name, reasons }: UnreadableFile): string {
  return l10n.t('{0} was not read. {1}', name, reasons.join(' '));
}
