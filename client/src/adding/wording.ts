import { l10n } from 'vscode';
import type { PreparedSource } from '../../../server/src/lsp/sourcesProtocol.ts';
import { numeral, quoted } from '../wording.ts';

/** So many names stand in one message. */
const MOST_NAMES = 3;

/** A source with fewer may be only a part of what was meant. */
const FEW_WORDS = 40;

/** `“Weir holds” (Saltmere Gazette, 12 March 2024)` */
function sourceInWords({ title, publisher, published, guessed, files }: PreparedSource): string {
  const day = published && (guessed.includes('published') ? `${published}?` : published);
  const details = [publisher, day].filter(Boolean).join(', ');
  return `${title === null ? fileName(files[0]?.uri ?? '') : quoted(title)}${details === '' ? '' : ` (${details})`}`;
}

export function addedMessage(sources: readonly PreparedSource[]): string {
  const [first] = sources;
  if (!first || sources.length > 1) {
    const troubled = sources.filter(({ problems }) => problems.length > 0).length;
    return [l10n.t('Added {0} sources.', numeral(sources.length)), ...troubledLine(troubled)].join(' ');
  }
  const twin = first.twin ? [l10n.t('A source from the same address is there already.')] : [];
  return [addedLine(first), ...shortLine(first.words), ...twin, ...first.problems.slice(0, 1)].join(' ');
}

function addedLine(source: PreparedSource): string {
  const { articles, files } = source;
  if (articles > 1) return l10n.t('Added {0} articles from {1}.', numeral(articles), fileName(files[0]?.uri ?? ''));
  return l10n.t('Added {0}.', sourceInWords(source));
}

function troubledLine(troubled: number): readonly string[] {
  if (troubled === 0) return [];
  return troubled === 1
    ? [l10n.t('One of them could not be made out wholly; the Problems view says more.')]
    : [l10n.t('{0} of them could not be made out wholly; the Problems view says more.', numeral(troubled))];
}

function shortLine(words: number): readonly string[] {
  if (words >= FEW_WORDS) return [];
  return words === 1 ? [l10n.t('It has only one word.')] : [l10n.t('It has only {0} words.', numeral(words))];
}

export function refusedMessage(refused: readonly { readonly name: string; readonly reason: string }[]): string {
  const told = refused.slice(0, MOST_NAMES).map(({ name, reason }) => l10n.t('{0} was not added: {1}', name, reason));
  const more = refused.length - told.length;
  if (more === 1) told.push(l10n.t('One other was not added either.'));
  else if (more > 1) told.push(l10n.t('{0} others were not added either.', numeral(more)));
  return told.join(' ');
}

export function twinMessage(sources: readonly PreparedSource[]): string {
  const [first] = sources;
  if (!first || sources.length > 1) {
    return l10n.t('{0} texts are in your sources already and were not added again.', numeral(sources.length));
  }
  const name = first.twin?.title ? quoted(first.twin.title) : fileName(first.twin?.uri ?? '');
  return l10n.t('This text is in your sources already, as {0}. It was not added again.', name);
}

function fileName(uri: string): string {
  const path = uri.replace(/[?#].*$/, '');
  return decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
}
