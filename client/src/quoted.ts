const OPENING = /^[“„«"]\s?/;
const CLOSING = /\s?[”“»"]$/;
const ANY = /[“”„«»"]/;

/** Words to be shown. */
export interface Shown {
  readonly words: string;
  /** Whether they are to have marks around them: not several quotations, or one in a sentence, of which these would make another. */
  readonly inMarks: boolean;
}

/**
 * Words of a draft that are to be shown between quotation marks, without those that they have already. `most` is how many UTF-16
 * code units are shown; then they are cut at a word.
 */
export function withoutMarks(words: string, most = Number.POSITIVE_INFINITY): Shown {
  const bare = OPENING.test(words) ? words.replace(OPENING, '').replace(CLOSING, '') : words;
  const hasOthers = bare !== words && ANY.test(bare);
  return { words: shortened(hasOthers ? words : bare, most), inMarks: !hasOthers };
}

function shortened(words: string, most: number): string {
  if (words.length <= most) return words;
  const cut = words.lastIndexOf(' ', most);
  return `${words.slice(0, cut > 0 ? cut : most).trimEnd()} …`;
}
