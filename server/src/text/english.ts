import { byContent } from './byContent.ts';

/** Words that make up a third of English running text, and are rare in any other language. */
const SMALL_WORDS = new Set(
  'the of and to in a that is was for it with as his her he she be by on not are this had at from but they you were have which one all would there their been has when who will more if said we our my your its or an so what about up out them into than can could do did'.split(
    ' ',
  ),
);
/** Shorter texts say too little. */
const FEWEST_WORDS = 12;
const LEAST_SHARE = 0.12;

/** Whether a text is written in Latin letters alone. */
export function isLatin(text: string): boolean {
  return !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
}

/**
 * Whether a text is English, as far as it can be told by its small words; a short one is taken for it. Who is named for
 * words is read by English verbs, and must not be missed where there can be none.
 */
export const isEnglish: (text: string) => boolean = byContent((text) => {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  if (words.length < FEWEST_WORDS) return isLatin(text);
  return words.filter((word) => SMALL_WORDS.has(word)).length >= LEAST_SHARE * words.length;
});
