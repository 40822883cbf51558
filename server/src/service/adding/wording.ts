import { longDate } from '../../text/calendarDate.ts';
import type { Addition, Twin } from './offer.ts';

/** What a source was read as, to stand behind its name: `“Weir holds”, Saltmere Gazette, 12 March 2024, 512 words`. */
export function readAs({ articles, title, publisher, published, guessed, words }: Addition): string {
  const wordCount = `${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}`;
  if (articles > 1) return `${articles.toLocaleString('en')} articles, ${wordCount}`;
  const day = published === null ? 'no date' : longDate(published) + (guessed.includes('published') ? ' (a guess)' : '');
  return [title === null ? 'no title' : `“${title}”`, publisher ?? 'no publisher', day, wordCount].join(', ');
}

/** What there is to say of a source that the corpus has already; `path`: how the user knows it. */
export function sameAs({ same }: Twin, path: string): string {
  return same === 'text' ? `The same text is in ${path} already.` : `A source from the same address is in ${path} already.`;
}
