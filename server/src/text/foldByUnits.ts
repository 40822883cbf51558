import { COMBINING, COMMA, classOf, DIGIT, foldOf, ODD, SEPARATOR, traitsOf } from './characterClasses.ts';
import { foldWord } from './wordForm.ts';

/** {@link foldWord} of one word of a text, faster: code unit by code unit, where each folds by itself. */
export function foldByUnits(word: string): string {
  let folded = '';
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    const one = classOf(unit);
    // In most words with a comma it stands between two plain digits, and is dropped.
    if (one === COMMA && (traitsOf(word.charCodeAt(at + 1)) & DIGIT) !== 0) continue;
    if (one === ODD || one === COMMA) return foldWord(word);
    const part = one > SEPARATOR ? String.fromCharCode(one) : foldOf(unit);
    // Behind one plain character a mark stays where it is; several may change places.
    if (part !== '' && folded.length !== 1 && (traitsOf(unit) & COMBINING) !== 0) return foldOfMarked(word);
    folded += part;
  }
  return folded;
}

/** What words with several marks fold to, as far as they were seen: there are few of them, and each stands in many places. */
const marked = new Map<string, string>();
const MOST_REMEMBERED = 10_000;
const LONGEST_REMEMBERED = 8;

function foldOfMarked(word: string): string {
  let folded = marked.get(word);
  if (folded === undefined) {
    folded = foldWord(word);
    if (marked.size > MOST_REMEMBERED) marked.clear();
    if (word.length <= LONGEST_REMEMBERED) marked.set(word, folded);
  }
  return folded;
}
