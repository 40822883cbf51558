import type { Span } from '../../server/src/text/span.ts';
import { foldWord, WORD_PATTERN } from '../../server/src/text/wordForm.ts';
import type { Word } from '../../server/src/text/words.ts';

const WORD = new RegExp(WORD_PATTERN, 'gu');

/** The words of `text`, or of the stretch `within` it: the slow and obvious way, which the scanner is held against. */
export function slowWords(text: string, within?: Span): Word[] {
  const start = within?.start ?? 0;
  const stretch = within === undefined ? text : text.slice(within.start, within.end);
  const words: Word[] = [];
  for (const found of stretch.matchAll(WORD)) {
    const folded = foldWord(found[0]);
    const from = start + found.index;
    if (folded !== '') words.push({ folded, span: { start: from, end: from + found[0].length } });
  }
  return words;
}
