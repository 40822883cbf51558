import {
  ALONE,
  APOSTROPHE,
  BRACKET,
  CLASSES,
  COMBINING,
  COMMA,
  classOf,
  DIGIT,
  foldOf,
  HYPHEN,
  INVISIBLE,
  LETTER,
  MARK,
  ODD,
  POINT,
  readPage,
  SEPARATOR,
  SEVERAL,
  SIGN,
  SILENT,
  traitsOf,
  UNREAD,
} from './characterClasses.ts';
import { CodeUnits } from './codeUnits.ts';
import { foldByUnits } from './foldByUnits.ts';
import { late } from './late.ts';
import { WORD_PATTERN } from './wordForm.ts';
import { type FNV_PRIME, finishHash, mixWord } from './wordHash.ts';

const wordHere = late(() => new RegExp(WORD_PATTERN, 'uy'));

/** Code units that are scanned between two looks at how much room is left. Few, so that what is scanned stays in the processor's cache. */
const RUN = 2048;
/** The code units that are being scanned. */
const run = new CodeUnits(RUN);
/** Held here too: what another module or an object holds the compiler would look up again for every letter. */
const runUnits = run.units;
const classes = CLASSES;
/** Of the scan under way, where words begin and end by turns: an odd number of edges is a word that is still open. */
const edges = new Int32Array(2 * RUN + 8);
/** The hash at every edge, not finished, of what folded text of a word is before it. */
const mixes = new Int32Array(2 * RUN + 8);

/**
 * The words of texts as numbers: the same words in the same places as {@link WORD_PATTERN} and `foldWord` give, but
 * many times faster. What is usual is scanned one code unit after the other without a branch on what it is; what is not
 * is looked at by itself, and what is rare is left to the pattern. The arrays are replaced by longer ones as they fill.
 */
export class WordScanner {
  /** Words scanned since the last {@link clear}. */
  count = 0;
  /** `hashWord` of what each word folds to; the first {@link count} are valid. */
  hashes = new Uint32Array(256);
  /** Where each word begins, in UTF-16 code units of its text. */
  starts = new Uint32Array(256);
  /** Where each word ends, in UTF-16 code units of its text. */
  ends = new Uint32Array(256);
  /** How many of {@link edges} are there. */
  #edges = 0;
  /** The hash so far of the word that is open, otherwise 0. */
  #mixed = 0;

  /** Forgets all words. The arrays keep their size. */
  clear(): void {
    this.count = 0;
  }

  /** Adds the words of the stretch of `text` from `start` to `end`, as if the text were only that. */
  scan(text: string, start: number, end: number): void {
    const last = Math.min(end, text.length);
    let at = Math.max(start, 0);
    // Nothing is left of the scan before, unless an error ended it.
    this.#edges = 0;
    this.#mixed = 0;
    while (at < last) {
      const first = at;
      const stop = Math.min(first + RUN, last);
      run.copy(text, first, stop);
      while (at < stop) {
        at = first + this.#run(at - first, stop - first, first);
        if (at < stop) at = this.#unusual(text, at, last);
        if (this.#edges > RUN) this.#take();
      }
    }
    this.#close(last);
    this.#take();
  }

  /**
   * Scans the units at hand up to what is neither a separator nor a letter or digit that folds to one code unit, and
   * returns where that is. `first`: where in the text they begin. Whether a unit is part of a word is a mask here, all
   * ones or 0, and no branch: no processor can guess where a word ends, and every wrong guess costs as much as several
   * letters.
   */
  #run(start: number, stop: number, first: number): number {
    // Numbers of other modules would be looked up for every letter; that these are the same ones is a matter of their types.
    const separator: typeof SEPARATOR = 31;
    const prime: typeof FNV_PRIME = 0x01000193;
    let count = this.#edges | 0;
    let mixed = this.#mixed | 0;
    let at = start | 0;
    for (;;) {
      for (; at < stop; at = (at + 1) | 0) {
        const unit = classes[runUnits[at] as number] as number;
        if (unit < separator) break;
        const inWord = (separator - unit) >> 31;
        edges[count] = first + at;
        mixes[count] = mixed;
        // One edge more where a word begins or ends: the count's last bit says whether one was open.
        count = (count + ((inWord ^ count) & 1)) | 0;
        mixed = Math.imul(mixed ^ unit, prime) & inWord;
      }
      // Punctuation, outside of the loop above, which has registers for what is in it and no more.
      if (at + 1 >= stop) break;
      const effect = effectOf(runUnits[at] as number, runUnits[at + 1] as number, count & 1);
      if (effect === UNSURE) break;
      if (effect === ENDS) {
        edges[count] = first + at;
        mixes[count] = mixed;
        count = (count + 1) | 0;
        mixed = 0;
      }
      at = (at + 1) | 0;
    }
    this.#edges = count;
    this.#mixed = mixed;
    return at;
  }

  /** Takes what stands at `at`, which is neither an ordinary letter nor a separator, and returns where to go on. */
  #unusual(text: string, at: number, end: number): number {
    const unit = text.charCodeAt(at);
    switch (CLASSES[unit]) {
      case COMMA:
      case POINT:
        return this.#betweenDigits(text, at, end);
      case APOSTROPHE:
        return this.#apostrophe(text, at, end);
      case HYPHEN:
        return this.#hyphen(text, at, end);
      case INVISIBLE:
        return this.#invisible(text, at, end);
      case MARK:
        return this.#isOpen ? this.#mixIn(unit, at) : at + 1;
      case SILENT:
        return this.#isOpen ? at + 1 : this.#leaveToPattern(text, at, end);
      case SEVERAL:
        return this.#mixIn(unit, at);
      case SIGN:
        return this.#alone(foldOf(unit), at, at + 1);
      case ALONE:
        return this.#unspaced(text, at, end);
      case UNREAD:
        readPage(unit);
        return at;
      default:
        return this.#leaveToPattern(text, at, end);
    }
  }

  get #isOpen(): boolean {
    return (this.#edges & 1) === 1;
  }

  /** A comma or point. */
  #betweenDigits(text: string, at: number, end: number): number {
    if (!this.#isOpen || at + 1 >= end || (traitsOf(text.charCodeAt(at - 1)) & DIGIT) === 0) return this.#close(at);
    const next = text.charCodeAt(at + 1);
    const after = classOf(next);
    // A digit of an unspaced script is a word by itself, yet the comma before it is of the word that it ends.
    if (after === ODD || after === ALONE) return this.#leaveToPattern(text, at, end);
    if ((traitsOf(next) & DIGIT) === 0) return this.#close(at);
    return this.#mixIn(text.charCodeAt(at), at);
  }

  #apostrophe(text: string, at: number, end: number): number {
    if (!this.#isOpen) return at + 1;
    const next = afterInvisible(text, at + 1, end);
    if (next >= end) return this.#close(at);
    const unit = text.charCodeAt(next);
    if (classOf(unit) === ODD) return this.#leaveToPattern(text, at, end);
    return (traitsOf(unit) & LETTER) === 0 ? this.#close(at) : at + 1;
  }

  /** What is closed up over a line's end is rare enough for the pattern. */
  #hyphen(text: string, at: number, end: number): number {
    const mayCloseUp = this.#isOpen && at + 1 < end && /[ \t\r\n]/.test(text[at + 1] as string);
    return mayCloseUp ? this.#leaveToPattern(text, at, end) : this.#close(at);
  }

  #invisible(text: string, at: number, end: number): number {
    const next = afterInvisible(text, at, end);
    if (!this.#isOpen) return next;
    const unit = next < end ? classOf(text.charCodeAt(next)) : SEPARATOR;
    if (unit > SEPARATOR || unit === SEVERAL || unit === SILENT || unit === MARK) return next;
    if (unit === ODD || unit === APOSTROPHE || unit === BRACKET) return this.#leaveToPattern(text, at, end);
    this.#close(at);
    return next;
  }

  /** Adds what a code unit folds to to the word that is open, or that it begins. */
  #mixIn(unit: number, at: number): number {
    if (!this.#isOpen) edges[this.#edges++] = at;
    this.#mixed = mixWord(this.#mixed, foldOf(unit));
    return at + 1;
  }

  /** A character of an unspaced script, and its marks. */
  #unspaced(text: string, at: number, end: number): number {
    let to = at + 1;
    let next = afterInvisible(text, to, end);
    while (next < end && (traitsOf(text.charCodeAt(next)) & COMBINING) !== 0) {
      to = next + 1;
      next = afterInvisible(text, to, end);
    }
    if (next < end && classOf(text.charCodeAt(next)) === ODD) return this.#leaveToPattern(text, at, end);
    const folded = to === at + 1 ? foldOf(text.charCodeAt(at)) : foldByUnits(text.slice(at, to));
    return this.#alone(folded, at, to);
  }

  /** Adds a word that is one character and its marks. */
  #alone(folded: string, at: number, to: number): number {
    this.#close(at);
    this.#add(folded, at, to);
    return to;
  }

  /** Lets the pattern find all of the word that is open, or else one that begins at `at`. */
  #leaveToPattern(text: string, at: number, end: number): number {
    const start = this.#isOpen ? (edges[this.#edges - 1] as number) : at;
    const stretch = text.slice(start, end);
    const word = wordHere();
    word.lastIndex = 0;
    const to = word.test(stretch) ? start + word.lastIndex : at;
    if (to > at) {
      this.#edges &= ~1;
      this.#mixed = 0;
      this.#add(foldByUnits(text.slice(start, to)), start, to);
      return to;
    }
    // The open word ends here, and what ended it may yet begin another.
    if (start < at) return this.#close(at) - 1;
    return at + ((stretch.codePointAt(0) as number) > 0xffff ? 2 : 1);
  }

  /** Adds a word, where none is open. */
  #add(folded: string, start: number, end: number): void {
    if (folded === '') return;
    const count = this.#edges;
    edges[count] = start;
    edges[count + 1] = end;
    mixes[count + 1] = mixWord(0, folded);
    this.#edges = count + 2;
  }

  /** Ends the word that is open, if one is, before `at`; returns where to go on behind what ended it. */
  #close(at: number): number {
    if (this.#isOpen) {
      edges[this.#edges] = at;
      mixes[this.#edges++] = this.#mixed;
      this.#mixed = 0;
    }
    return at + 1;
  }

  /** Moves the words that are closed to where the caller finds them. */
  #take(): void {
    const found = this.#edges >> 1;
    this.#reserve(this.count + found);
    const { count, hashes, starts, ends } = this;
    for (let word = 0; word < found; word++) {
      hashes[count + word] = finishHash(mixes[2 * word + 1] as number);
      starts[count + word] = edges[2 * word] as number;
      ends[count + word] = edges[2 * word + 1] as number;
    }
    this.count = count + found;
    if (this.#isOpen) edges[0] = edges[this.#edges - 1] as number;
    this.#edges &= 1;
  }

  /** Makes room for that many words in all. */
  #reserve(words: number): void {
    if (words <= this.hashes.length) return;
    const length = Math.max(words, 2 * this.hashes.length);
    this.hashes = enlarged(this.hashes, length);
    this.starts = enlarged(this.starts, length);
    this.ends = enlarged(this.ends, length);
  }
}

/** What punctuation does to the word before it: nothing, nothing but end it, or something that is to be looked at by itself. */
const NOTHING = 0;
const ENDS = 1;
const UNSURE = 2;

type Effect = typeof NOTHING | typeof ENDS | typeof UNSURE;

/** What a code unit that is neither a letter nor a separator does, where that is soon told, as of nearly all. `isOpen`: whether a word is, 1 or 0. */
function effectOf(unit: number, next: number, isOpen: number): Effect {
  const mark = classes[unit] as number;
  if (mark < APOSTROPHE || mark > HYPHEN) return UNSURE;
  return isOpen === 0 ? NOTHING : effectInWord(mark, next);
}

function effectInWord(mark: number, next: number): Effect {
  const after = classes[next] as number;
  if (mark === APOSTROPHE && isPlainLetter(next)) return NOTHING;
  if (after === SEPARATOR) return mark === HYPHEN ? UNSURE : ENDS;
  if (mark === HYPHEN) return after > HYPHEN ? ENDS : UNSURE;
  return mark !== APOSTROPHE && (isPlainLetter(next) || (after >= MARK && after < SEPARATOR)) ? ENDS : UNSURE;
}

/** Whether a code unit is a letter from a to z, small or capital. */
function isPlainLetter(unit: number): boolean {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

function afterInvisible(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && classOf(text.charCodeAt(next)) === INVISIBLE) next++;
  return next;
}

function enlarged(numbers: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(numbers);
  return larger;
}
