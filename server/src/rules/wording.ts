import type { Article, GuessedDetail } from '../corpus/article.ts';
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

/**
 * What an article is called in a message: “The Independent, 8 October 2024”, else its title, else its file's name. Behind what
 * nobody has stated stands “(guessed)”.
 */
export function sourceName(article: Article): string {
  const { published } = article;
  const name = publisherName(article);
  return published ? `${name}, ${unlessStated(longDate(published), 'published', article)}` : name;
}

/** The same without its date. */
export function publisherName(article: Article): string {
  const { publisher, title, id } = article;
  const file = id.split('/').at(-1) ?? id;
  if (publisher !== null) return unlessStated(publisher, 'publisher', article);
  return title === null ? file : unlessStated(quoted(title), 'title', article);
}

function unlessStated(text: string, detail: GuessedDetail, { guessed }: Article): string {
  return guessed.includes(detail) ? `${text} (guessed)` : text;
}
