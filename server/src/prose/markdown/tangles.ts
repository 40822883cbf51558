/** More brackets than these nobody writes into one paragraph: so many closing ones are read as such. */
export const MOST_BRACKETS = 1_000;

/** What stands for a bracket that is not read: punctuation, too, but of no markup. */
const NO_BRACKET = '}';

/** Where a paragraph ends or another begins, within quotes and lists as well: a run of brackets does not go on there. */
const NEW_RUN = /^[ \t>]*(?:$|[-+*|#]|\d{1,9}[.)](?:[ \t]|$)|\[[^\]]*\]:)/;

/**
 * The same text, as long as before, without the brackets that are too many in one paragraph to be anybody's: the parser looks
 * back from each closing one over all that stands before it, so that its time would grow with the square of their number.
 */
export function untangled(text: string): string {
  if (!hasMany(text)) return text;
  let left = MOST_BRACKETS;
  return text
    .split('\n')
    .map((line) => {
      if (NEW_RUN.test(line.trimEnd())) left = MOST_BRACKETS;
      return line.replace(/[[\]]/g, (bracket) => {
        if (bracket === ']') left--;
        return left < 0 ? NO_BRACKET : bracket;
      });
    })
    .join('\n');
}

function hasMany(text: string): boolean {
  let count = 0;
  for (let at = text.indexOf(']'); at >= 0; at = text.indexOf(']', at + 1)) if (++count > MOST_BRACKETS) return true;
  return false;
}
