const OPENING = /^[“„«"]\s?/;
const CLOSING = /\s?[”“»"]$/;
const ANY = /[“”„«»"]/;

/**
 * Words of a draft between quotation marks, which they may have already. `most` is how many UTF-16 code units are shown; then
 * they are cut at a word.
 */
export function quoted(words: string, most = Number.POSITIVE_INFINITY): string {
  const bare = OPENING.test(words) ? words.replace(OPENING, '').replace(CLOSING, '') : words;
  const shown = shortened(bare, most);
  // Several quotations, or one in a sentence: marks around the whole would tell of another quotation.
  return bare !== words && ANY.test(bare) ? shortened(words, most) : `“${shown}”`;
}

function shortened(words: string, most: number): string {
  if (words.length <= most) return words;
  const cut = words.lastIndexOf(' ', most);
  return `${words.slice(0, cut > 0 ? cut : most).trimEnd()} …`;
}
