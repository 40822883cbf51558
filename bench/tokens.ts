import { foldedWords, IS_FUNCTION_WORD, wordHashes } from './words.ts';

/** Stands among a query’s word hashes for an ellipsis or a bracket: any words, or none. */
export const WILD = -1;

/** A query as hashes of its folded words, ellipses and brackets as {@link WILD}. */
export function queryTokens(text: string): number[] {
  return text.split(/(\s*(?:…|\[[^\]]*\])\s*)/).flatMap((part, i) => (i % 2 === 1 ? [WILD] : [...wordHashes(part)]));
}

/** The words that an index is asked for where frequent words cost much and tell little: the others, if two are left. */
export function tellingWords(query: string): string[] {
  const words = [...new Set(foldedWords(query.replace(/\[[^\]]*\]/g, ' ')))];
  const telling = words.filter((word) => !IS_FUNCTION_WORD.has(word));
  return telling.length >= 2 ? telling : words;
}
