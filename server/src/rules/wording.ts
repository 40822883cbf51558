import type { Article } from '../corpus/article.ts';
import { readable } from '../prose/prose.ts';
import { longDate } from '../text/calendarDate.ts';

/** Words shown in a message are cut to so many characters. */
const LONGEST = 90;

/** Words in marks, markup left out, cut in the middle where they are long. */
export function quoted(words: string): string {
  const plain = readable(words);
  const shown = plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST / 2).trimEnd()} … ${plain.slice(-LONGEST / 3).trimStart()}`;
  return /[“”]/u.test(shown) ? `‘${shown}’` : `“${shown}”`;
}

/** The same in front of a verb: “The Independent, 8 October 2024, has …”. */
export function sourceAsSubject(article: Article): string {
  return article.published ? `${sourceName(article)},` : sourceName(article);
}

/** What an article is called in a message: “The Independent, 8 October 2024”, else its title, else its file's name. */
export function sourceName(article: Article): string {
  const { publisher, published, title, id } = article;
  const file = id.split('/').at(-1) ?? id;
  const name = publisher ?? (title === null ? file : quoted(title));
  return published ? `${name}, ${longDate(published)}` : name;
}
