/** Marks of quotation, and a block quote's, at the edges of some words. */
const OWN_MARKS = /^[“”„«»‹›‘’"'`]+|[“”„«»‹›‘’"'`]+$/gu;

/** Words of a draft as they are shown in a list: in one pair of marks, where they have their own, too. */
export function inMarks(words: string): string {
  const bare = words.replace(OWN_MARKS, '').trim();
  return `“${bare === '' ? words : bare}”`;
}
