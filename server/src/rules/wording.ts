import type { Article, GuessedDetail } from '../corpus/article.ts';
import { readable } from '../prose/prose.ts';
import { type Piece, type Said, say, together } from '../text/said.ts';
import { saidDate } from '../text/saidDates.ts';

/** Words shown in a message are cut to so many characters. */
const LONGEST = 90;

/** Words in marks, markup left out, cut in the middle where they are long. */
export function quoted(words: string): Said {
  const plain = readable(words);
  const shown = plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST / 2).trimEnd()} … ${plain.slice(-LONGEST / 3).trimStart()}`;
  return /[“”]/u.test(shown) ? say`‘${shown}’` : say`“${shown}”`;
}

/** The same in front of a verb: “The Independent, 8 October 2024, has …”. */
export function sourceAsSubject(article: Article): Said {
  const { published } = article;
  const name = publisherName(article);
  return published ? say`${name}, ${unlessStated(saidDate(published), 'published', article)},` : name;
}

/**
 * What an article is called in a message: “The Independent, 8 October 2024”, else its title, else its file's name. Behind what
 * nobody has stated stands “(guessed)”.
 */
export function sourceName(article: Article): Said {
  const { published } = article;
  const name = publisherName(article);
  return published ? together(name, ', ', unlessStated(saidDate(published), 'published', article)) : name;
}

/** The same without its date. */
export function publisherName(article: Article): Said {
  const { publisher, title, id } = article;
  const file = id.split('/').at(-1) ?? id;
  if (publisher !== null) return unlessStated(publisher, 'publisher', article);
  return title === null ? together(file) : unlessStated(quoted(title), 'title', article);
}

function unlessStated(said: Piece, detail: GuessedDetail, { guessed }: Article): Said {
  return guessed.includes(detail) ? say`${said} (guessed)` : together(said);
}
