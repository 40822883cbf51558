/** A number that words or numerals state. */
export interface StatedNumber {
  readonly value: number;
  /** Whether it gives a place in an order (third, 3rd) rather than a quantity. */
  readonly ordinal: boolean;
  /** How many words state it. */
  readonly length: number;
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINAL_UNITS = (
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
  'sixteenth seventeenth eighteenth nineteenth'
).split(' ');
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const SMALL: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, ten) => [word, ten * 10] as const).slice(2),
]);
const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...ORDINAL_UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, ten) => [word.replace(/y$/, 'ieth'), ten * 10] as const).slice(2),
]);

function numeral(word: string): StatedNumber | undefined {
  const found = /^(\d+(?:\.\d+)?)(st|nd|rd|th)?$/.exec(word);
  if (!found) return undefined;
  return { value: Number(found[1]), ordinal: found[2] !== undefined, length: 1 };
}

/** Adds scales (“million”) that follow a numeral at `at`. */
function scaled(words: readonly string[], at: number, number: StatedNumber): StatedNumber {
  let { value, length } = number;
  for (
    let scale = SCALES.get(words[at + length] ?? '');
    scale !== undefined && !number.ordinal;
    scale = SCALES.get(words[at + length] ?? '')
  ) {
    value *= scale;
    length++;
  }
  return { value, ordinal: number.ordinal, length };
}

/** A number written in words from `at`: “two hundred and forty-one thousand”, “twenty-first”. */
function numberInWords(words: readonly string[], at: number): StatedNumber | undefined {
  let total = 0;
  let group = -1;
  let i = at;
  let lastSmall = Number.POSITIVE_INFINITY;
  for (; i < words.length; i++) {
    const word = words[i] as string;
    const small = SMALL.get(word);
    const scale = SCALES.get(word);
    const ordinal = ORDINALS.get(word);
    if (small !== undefined && (lastSmall === Number.POSITIVE_INFINITY || (lastSmall >= 20 && small < 10))) {
      group = Math.max(group, 0) + small;
      lastSmall = small;
    } else if (ordinal !== undefined && (group < 0 || (lastSmall >= 20 && ordinal < 10))) {
      return { value: total + Math.max(group, 0) + ordinal, ordinal: true, length: i + 1 - at };
    } else if (scale !== undefined && group >= 0) {
      if (scale === 100) group *= 100;
      else {
        total += group * scale;
        group = 0;
      }
      lastSmall = Number.POSITIVE_INFINITY;
    } else if (!(word === 'and' && group >= 100 && SMALL.has(words[i + 1] ?? ''))) break;
  }
  if (group < 0) return undefined;
  return { value: total + group, ordinal: false, length: i - at };
}

/** The number that begins at word `at` of `words` (folded), if one does. “$3 million”, “3m” and dozens are not read here. */
export function numberAt(words: readonly string[], at: number): StatedNumber | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  const digits = numeral(word);
  return digits ? scaled(words, at, digits) : numberInWords(words, at);
}
