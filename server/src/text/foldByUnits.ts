import { COMMA, classOf, foldOf, ODD, SEPARATOR } from './characterClasses.ts';
import { foldWord } from './wordForm.ts';

/** {@link foldWord} of one word of a text, faster: code unit by code unit, where each folds by itself. */
export function foldByUnits(word: string): string {
  let folded = '';
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    const one = classOf(unit);
    if (one === ODD || one === COMMA) return foldWord(word);
    folded += one > SEPARATOR ? String.fromCharCode(one) : foldOf(unit);
  }
  return folded;
}
