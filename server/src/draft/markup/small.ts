// What the readers of several languages need.

/** What a table has for a word of a text; undefined for any other word, “constructor” too. */
export function entryOf<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** Whether a character is a letter or a digit. */
export function isWord(char: string | undefined): boolean {
  return char !== undefined && /[\p{Alpha}\p{N}]/u.test(char);
}

/** Whether a character is white space, or none. */
export function isSpace(char: string | undefined): boolean {
  return char === undefined || /\s/.test(char);
}

/** The one address in a footnote's text; null where there is none, or several: then it cites none of them for the words alone. */
export function oneAddress(words: string): string | null {
  const [address, ...more] = words.match(/https?:\/\/[^\s<>()[\]{}`"”]+/gu) ?? [];
  return address === undefined || more.length > 0 ? null : address.replace(/[.,;]$/u, '');
}

/** An address in running text without the punctuation of its sentence. */
export function bareAddress(found: string): string {
  return found.replace(/[.,;:!?]+$/, '');
}

/** The side of several code units on which a quotation mark must stand that they are read as. */
export function sideOf(character: string): 'first' | 'last' {
  return /[”’»›]/u.test(character) ? 'last' : 'first';
}
