import { l10n } from 'vscode';
import type { FindingsResult } from '../../../server/src/lsp/findingsProtocol.ts';
import { numeral } from '../wording.ts';

/** What a view of findings that shows none says, by a name that the manifest's texts go by. */
export type FindingsState = 'found' | 'reading' | 'noSources' | 'noDraft' | 'noDraftAtAll' | 'unchecked' | 'clean' | 'cleanAll';

export function stateOf({ count, drafts, left, articles, incomplete }: FindingsResult, all: boolean): FindingsState {
  if (count > 0) return 'found';
  if (left > 0) return 'unchecked';
  if (drafts === 0) return all ? 'noDraftAtAll' : 'noDraft';
  // Against nothing everything would look well.
  if (incomplete) return 'reading';
  if (articles === 0) return 'noSources';
  return all ? 'cleanAll' : 'clean';
}

/** `12 in 3 drafts` */
export function countLine({ count, drafts }: FindingsResult): string {
  if (count === 0) return '';
  const shown = numeral(count);
  return drafts === 1 ? shown : l10n.t('{0} in {1} drafts', shown, numeral(drafts));
}

/** What is to be known of a list that is not all there is, or not as things are now. */
export function viewMessage({ incomplete, left, stale, unread, more }: FindingsResult): string {
  const told = [
    incomplete ? l10n.t('Sources are still being read.') : '',
    left > 0 ? leftLine(left) : '',
    stale ? l10n.t('Drafts or sources have changed since all drafts were checked: check them again.') : '',
    unread > 0 ? unreadLine(unread) : '',
    more ? l10n.t('There are more drafts here than are checked together: open a folder with fewer.') : '',
  ];
  return told.filter((line) => line !== '').join(' ');
}

function leftLine(left: number): string {
  return left === 1 ? l10n.t('One draft has not been checked yet.') : l10n.t('{0} drafts have not been checked yet.', numeral(left));
}

function unreadLine(unread: number): string {
  return unread === 1 ? l10n.t('One draft could not be read.') : l10n.t('{0} drafts could not be read.', numeral(unread));
}
