import type { PreparedSource } from '../../../server/src/lsp/sourcesProtocol.ts';
import { count } from '../wording.ts';

/** So many names stand in one message. */
const MOST_NAMES = 3;

/** `“Weir holds” (Saltmere Gazette, 12 March 2024)` */
export function sourceInWords({ articles, title, publisher, published, guessed, files }: PreparedSource): string {
  if (articles > 1) return `${count(articles, 'article')} from ${fileName(files[0]?.uri ?? '')}`;
  const day = published && (guessed.includes('published') ? `${published}?` : published);
  const details = [publisher, day].filter(Boolean).join(', ');
  return `${title === null ? fileName(files[0]?.uri ?? '') : `“${title}”`}${details === '' ? '' : ` (${details})`}`;
}

export function addedMessage(sources: readonly PreparedSource[]): string {
  const [first] = sources;
  if (!first || sources.length > 1) {
    const troubled = sources.filter(({ problems }) => problems.length > 0).length;
    return `Added ${count(sources.length, 'source')}.${troubled === 0 ? '' : ` ${troubled} of them could not be made out wholly; the Problems view says more.`}`;
  }
  const words = first.words < FEW_WORDS ? [`It has only ${count(first.words, 'word')}.`] : [];
  const twin = first.twin ? ['A source from the same address is there already.'] : [];
  return [`Added ${sourceInWords(first)}.`, ...words, ...twin, ...first.problems.slice(0, 1)].join(' ');
}

/** A source with fewer may be only a part of what was meant. */
const FEW_WORDS = 40;

export function refusedMessage(refused: readonly { readonly name: string; readonly reason: string }[]): string {
  const told = refused.slice(0, MOST_NAMES).map(({ name, reason }) => `${name} was not added: ${reason}`);
  const more = refused.length - told.length;
  return [...told, ...(more > 0 ? [`${count(more, 'other')} ${more === 1 ? 'was' : 'were'} not added either.`] : [])].join(' ');
}

export function twinMessage(sources: readonly PreparedSource[]): string {
  const [first] = sources;
  if (!first || sources.length > 1) return `${count(sources.length, 'text')} are in your sources already and were not added again.`;
  return `This text is in your sources already, as ${first.twin?.title ? `“${first.twin.title}”` : fileName(first.twin?.uri ?? '')}. It was not added again.`;
}

function fileName(uri: string): string {
  const path = uri.replace(/[?#].*$/, '');
  return decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
}
