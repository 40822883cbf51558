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

/** A number in words as it is read word by word. */
class SpelledNumber {
  #total = 0;
  /** What is below the last thousand or million; -1 where nothing is read yet. */
  #group = -1;
  #lastSmall = Number.POSITIVE_INFINITY;

  get begun(): boolean {
    return this.#group >= 0;
  }

  get value(): number {
    return this.#total + Math.max(this.#group, 0);
  }

  /** “and” goes on only what ends with a scale: two hundred and …, one thousand and …. */
  get takesAnd(): boolean {
    return this.begun && this.#lastSmall === Number.POSITIVE_INFINITY;
  }

  /** Whether a number below a hundred can follow: after nothing, a scale, or tens where it is below ten. */
  #takesSmall(value: number): boolean {
    return this.#lastSmall === Number.POSITIVE_INFINITY || (this.#lastSmall >= 20 && value < 10);
  }

  add(value: number | undefined): boolean {
    if (value === undefined || !this.#takesSmall(value)) return false;
    this.#group = Math.max(this.#group, 0) + value;
    this.#lastSmall = value;
    return true;
  }

  scale(by: number | undefined): boolean {
    if (by === undefined || !this.begun) return false;
    if (by === 100) this.#group *= 100;
    else {
      this.#total += this.#group * by;
      this.#group = 0;
    }
    this.#lastSmall = Number.POSITIVE_INFINITY;
    return true;
  }

  /** “twenty-first”: an ordinal ends the number. */
  takesOrdinal(value: number): boolean {
    return !this.begun || (this.#lastSmall >= 20 && this.#lastSmall < 100 && value < 10);
  }
}

/** A number written in words from `at`: “two hundred and forty-one thousand”, “twenty-first”. */
function numberInWords(words: readonly string[], at: number): StatedNumber | undefined {
  const number = new SpelledNumber();
  let i = at;
  for (; i < words.length; i++) {
    const word = words[i] as string;
    const ordinal = ORDINALS.get(word);
    if (number.add(SMALL.get(word)) || number.scale(SCALES.get(word))) continue;
    if (ordinal !== undefined && number.takesOrdinal(ordinal)) return { value: number.value + ordinal, ordinal: true, length: i + 1 - at };
    if (!(word === 'and' && number.takesAnd && SMALL.has(words[i + 1] ?? ''))) break;
  }
  return number.begun ? { value: number.value, ordinal: false, length: i - at } : undefined;
}

/** The number that begins at word `at` of `words` (folded), if one does. “$3 million”, “3m” and dozens are not read here. */
export function numberAt(words: readonly string[], at: number): StatedNumber | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  const digits = numeral(word);
  return digits ? scaled(words, at, digits) : numberInWords(words, at);
}
