/** A character that takes two bytes, and to patterns is a sign like any other. */
export const TWO_BYTES = '\u2060';

/**
 * The same text in two bytes a character in memory. V8 keeps some texts in one byte a character, compiles a pattern once for each of the two
 * kinds, and takes several times as long for texts of one byte where a pattern has many words whose case does not matter: where texts
 * are short, compiling is most of what it takes to search them. Texts of one and two characters stay what they are.
 */
export function inTwoBytes(text: string): string {
  return (text + TWO_BYTES).slice(0, text.length);
}
