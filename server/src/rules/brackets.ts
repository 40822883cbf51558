import type { Article } from '../corpus/article.ts';
import { articleWords } from '../corpus/articleWords.ts';
import type { Skip } from '../match/differences.ts';
import { isFunctionWord } from '../text/commonWords.ts';
import type { Word } from '../text/words.ts';

/** Words behind which stands a verb, or an adverb of one: “we …”, “will …”, “did not …”. */
const BEFORE_VERB = new Set(
  'i we you he she they will would can could may might shall should must do does did dont doesnt didnt wont wouldnt cannot cant couldnt never'.split(
    ' ',
  ),
);
/** Words behind which stands an adjective. */
const BEFORE_ADJECTIVE = new Set('very so too more most less rather quite extremely'.split(' '));
/** What a writer may name otherwise: days and places by their name, and who is spoken to. */
const NAMED_OTHERWISE =
  /^(?:today|yesterday|tomorrow|tonight|now|then|here|there|(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|night|guys|people|folks|men|women|ladies|gentlemen|all|both|one|ones|kids)$/u;
/** Words that share so many first letters are forms of one word. */
const STEM = 4;

function isFormOf(word: string, other: string): boolean {
  const length = Math.min(STEM, word.length, other.length);
  return word.slice(0, length) === other.slice(0, length);
}

function isCapitalised({ span }: Word, text: string): boolean {
  return /^\p{Upper}/u.test(text.slice(span.start, span.end));
}

/** Whether the word at a place of an article is a verb, an adverb or an adjective by what stands beside it. */
function isNoNoun(words: readonly Word[], at: number, text: string): boolean {
  const [before, own, after] = [words[at - 1], words[at], words[at + 1]];
  if (!before || !own || isCapitalised(own, text)) return false;
  if (BEFORE_VERB.has(before.folded)) return true;
  return BEFORE_ADJECTIVE.has(before.folded) && after !== undefined && !isFunctionWord(after.folded);
}

/**
 * Whether a bracket puts another word of substance in a verb's or adjective's place. A bracket that names whom a pronoun or
 * a noun phrase means, adds, or fits a word's form to the sentence is the writer's right; a noun for a noun may name the
 * same, which nobody can tell by the words.
 */
export function replacesContentWord({ token, source, words }: Skip, article: Article): boolean {
  if (token.kind !== 'bracket' || token.sic) return false;
  const [hidden, ...more] = source;
  if (!hidden || more.length > 0 || isFunctionWord(hidden.folded) || NAMED_OTHERWISE.test(hidden.folded)) return false;
  const stated = token.words.map(({ folded }) => folded).filter((word) => !isFunctionWord(word));
  if (stated.length === 0 || stated.some((word) => isFormOf(word, hidden.folded))) return false;
  return isNoNoun(articleWords(article), words.start, article.prose.text);
}
