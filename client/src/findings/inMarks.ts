import { quoted } from '../wording.ts';

/** Words that bring their marks, and have none within. */
const QUOTATION = /^[“"„«‘]([^“”"„«»]*)[”"“»’]$/u;
const OPENING = /^[“"„«‘]/u;

/**
 * A finding's words between quotation marks, cut to at most so many UTF-16 code units. What is a whole quotation already is
 * not put between marks twice.
 */
export function inMarks(words: string, most = Number.POSITIVE_INFINITY): string {
  const within = QUOTATION.exec(words)?.[1];
  if (within === undefined && OPENING.test(words)) return briefly(words, most);
  return quoted(briefly(within ?? words, most));
}

/** The same without marks, to be spoken: words that are a whole quotation bring theirs. */
export function bare(words: string): string {
  return QUOTATION.exec(words)?.[1] ?? words.replace(OPENING, '');
}

/** As many of the words as leave room for what is wrong with them. */
function briefly(words: string, most: number): string {
  if (words.length <= most) return words;
  const cut = words.lastIndexOf(' ', most);
  return `${words.slice(0, cut > 0 ? cut : most)} …`;
}
