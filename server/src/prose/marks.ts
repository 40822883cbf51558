import { MARKUP } from './prose.ts';

/** Quotation marks that belong together: any opening of a family may be closed by any closing of it. */
export type MarkFamily =
  | 'double'
  | 'single'
  | 'guillemet'
  | 'single-guillemet'
  | 'low-high'
  | 'low-high-single'
  | 'corner'
  | 'double-corner';

/** A character that may be a quotation mark, and what its surroundings allow it to be. */
export interface Mark {
  readonly at: number;
  readonly char: string;
  /** Stands where a quotation can begin. A straight mark between two spaces can neither begin nor end one by itself. */
  readonly opens: boolean;
  /** Stands where a quotation can end. */
  readonly closes: boolean;
  /** More likely a sign of feet, inches, minutes or seconds, or an apostrophe. */
  readonly doubtful: boolean;
  /** The visible characters on its sides; empty at the block's edge. */
  readonly before: string;
  readonly after: string;
}

const MARKS = /["“”„‟＂'‘’‚‛«»‹›「」『』]/gu;
const OPENING_SIDE = /^$|[\s([{<—–\-/:,;=|“„‘‚«‹「『"'¡¿…*_]/u;
/** Words that begin with an apostrophe: an opening single mark before one of them is most likely none. */
const ELIDED = /^(?:tis|twas|twere|twill|em|til|cause|cuz|bout|round|neath|gainst|n|s|t|d|ll|re|ve|m|\d\ds?)\b/iu;

function visibleBefore(text: string, at: number): string {
  for (let i = at - 1; i >= 0; i--) if (text[i] !== MARKUP) return text[i] as string;
  return '';
}

function visibleAfter(text: string, at: number): string {
  for (let i = at + 1; i < text.length; i++) if (text[i] !== MARKUP) return text[i] as string;
  return '';
}

/** Letters of scripts in which marks stand between words without a space, and which have no apostrophes. */
const isEastAsian = (char: string) =>
  char > '\u10ff' && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(char);
const opensBehind = (char: string) => isEastAsian(char) || /[。，、；：！？」』）》]/u.test(char);
const isSpace = (char: string) => char === '' || /\s/u.test(char);
const isWordChar = (char: string) => /\p{Alpha}|\p{N}/u.test(char);

/** What a straight or curly single mark can be: an apostrophe inside a word is neither opening nor closing. */
function singleMark(text: string, at: number, sides: { before: string; after: string }): Pick<Mark, 'opens' | 'closes' | 'doubtful'> {
  const { before, after } = sides;
  const char = text[at] as string;
  // “don’t”, “rock ’n’ roll”
  const shortened = /[’'‘]n[’']/iu.test(text.slice(at, at + 3)) || /[’'‘]n[’']/iu.test(text.slice(Math.max(0, at - 2), at + 1));
  const isInWord = isWordChar(before) && isWordChar(after) && !isEastAsian(before) && !isEastAsian(after);
  if (shortened || isInWord) return { opens: false, closes: false, doubtful: true };
  const opens = char !== '’' && !isSpace(after) && (OPENING_SIDE.test(before) || opensBehind(before));
  const elided = opens && ELIDED.test(text.slice(at + 1, at + 8).replaceAll(MARKUP, ''));
  // German closes with ‘ what ‚ has opened.
  const closes = !isSpace(before) && (!isWordChar(after) || isEastAsian(after)) && !(char === '‘' && isEastAsian(after));
  const possessive = closes && before.toLowerCase() === 's' && isSpace(after);
  const feet = closes && /\p{N}/u.test(before);
  return { opens: opens && !(elided && char !== '‘'), closes, doubtful: elided || possessive || feet };
}

/** 6'3": the mark behind feet and inches is none of a quotation. */
function isInches(before: string, char: string): boolean {
  return '"”'.includes(char) && /\d\s?['’′]\s?\d{1,2}$/u.test(before.slice(-8));
}

function doubleMark(char: string, before: string, after: string): Pick<Mark, 'opens' | 'closes' | 'doubtful'> {
  const openSide = OPENING_SIDE.test(before) || opensBehind(before);
  const opens = openSide && !isSpace(after) && !/[,.;:!?)\]]/u.test(after);
  // A space may part two closing marks: ‘…’ ”
  const closes = !isSpace(before) || (char !== '“' && /^$|[,.;:!?)\]]/u.test(after));
  const inches = closes && /\p{N}/u.test(before);
  if (char === '“' || char === '‟') return { opens: !isSpace(after), closes: closes && !opens, doubtful: false };
  if (char === '”') return { opens: opens && isSpace(before), closes, doubtful: inches };
  return { opens, closes, doubtful: inches };
}

/** Every possible quotation mark of a block's text, in order; apostrophes inside words left out. */
export function marksIn(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const found of text.matchAll(MARKS)) {
    const at = found.index;
    const char = found[0];
    const before = visibleBefore(text, at);
    const after = text.startsWith('...', at + 1) ? '…' : visibleAfter(text, at);
    let ways: Pick<Mark, 'opens' | 'closes' | 'doubtful'>;
    if ("'‘’‛".includes(char)) ways = singleMark(text, at, { before, after });
    else if ('"“”‟＂'.includes(char)) ways = doubleMark(char, before, after);
    else if ('«»‹›'.includes(char)) ways = guillemet(char, before, after);
    else ways = { opens: '„‚「『'.includes(char), closes: '」』'.includes(char), doubtful: false };
    const loose = char === '"' && isSpace(before) && isSpace(after);
    if ((ways.opens || ways.closes || loose) && !isInches(text.slice(0, at), char)) marks.push({ at, char, before, after, ...ways });
  }
  return marks;
}

/** French «…» points outwards, German »…« inwards; French puts a space inside. */
function guillemet(char: string, before: string, after: string): Pick<Mark, 'opens' | 'closes' | 'doubtful'> {
  const outward = char === '«' || char === '‹';
  // French has a space before its closing mark too: « … », — an opening one stands before a word.
  const inward = !outward && isSpace(before) && !isSpace(after) && !/[,.;:!?)\]…—–-]/u.test(after);
  return { opens: outward || inward, closes: !outward || (!isSpace(before) && !isWordChar(after)), doubtful: false };
}

export function familyOf(char: string): MarkFamily {
  if ('"“”‟＂'.includes(char)) return 'double';
  if ("'‘’‛".includes(char)) return 'single';
  if ('«»'.includes(char)) return 'guillemet';
  if ('‹›'.includes(char)) return 'single-guillemet';
  if (char === '„') return 'low-high';
  if (char === '‚') return 'low-high-single';
  return '「」'.includes(char) ? 'corner' : 'double-corner';
}

/** Whether a mark can close a quotation that was opened by `opening`. */
export function canClose(mark: Mark, opening: Mark): boolean {
  const family = familyOf(opening.char);
  if (family === 'low-high') return '“”"＂'.includes(mark.char);
  if (family === 'low-high-single') return "‘’'".includes(mark.char);
  if (!mark.closes || familyOf(mark.char) !== family || (family === 'single' && mark.char === '‘')) return false;
  if (family === 'guillemet' || family === 'single-guillemet') return mark.char !== opening.char;
  return true;
}
