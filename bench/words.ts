/** The words of a text, hashed: entries beyond `count` are left over from a longer text. */
export interface Words {
  count: number;
  /** FNV-1a of the folded form, 32 bits. */
  hashes: Uint32Array;
  /** UTF-16 offsets, half-open. */
  starts: Uint32Array;
  ends: Uint32Array;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** What a code unit folds to: letters and digits, nothing at all (marks, joiners), or an end of the word. */
const SEPARATES = null;
const folds: (string | null | undefined)[] = [];
/** The same for code units below 128: the folded one, or 0 for what separates. */
const ASCII = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const letter = String.fromCharCode(code).toLowerCase();
  ASCII[code] = /[a-z0-9]/.test(letter) ? letter.charCodeAt(0) : 0;
}
const DOT = 46;
const COMMA = 44;

function foldUnit(code: number): string | null {
  let folded = folds[code];
  if (folded === undefined) {
    const character = String.fromCharCode(code);
    const unseen = /[\p{M}\u2060\u00AD\u200B-\u200D\uFEFF]/u.test(character);
    const plain = character.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
    folded = unseen ? '' : /^[\p{L}\p{N}]+$/u.test(plain) ? plain : SEPARATES;
    folds[code] = folded;
  }
  return folded;
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 0x2018 || code === 0x60;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a word may begin with it: what folds to nothing may stand in a word only. */
function beginsWord(code: number): boolean {
  return code < 128 ? (ASCII[code] as number) > 0 : (foldUnit(code) ?? '') !== '';
}

/** Whether a code unit that separates words as a rule joins what is on its sides: don’t, 20,000, 3.5. */
function joins(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const after = text.charCodeAt(at + 1);
  if (isApostrophe(code)) return at + 1 < text.length && !isDigit(after) && beginsWord(after);
  return (code === COMMA || code === DOT) && isDigit(after) && isDigit(text.charCodeAt(at - 1));
}

/** An empty buffer for {@link wordsOf}; it grows with what is put in. */
export function wordBuffer(capacity = 1024): Words {
  return { count: 0, hashes: new Uint32Array(capacity), starts: new Uint32Array(capacity), ends: new Uint32Array(capacity) };
}

function grow(words: Words): void {
  for (const key of ['hashes', 'starts', 'ends'] as const) {
    const larger = new Uint32Array(2 * words[key].length);
    larger.set(words[key]);
    words[key] = larger;
  }
}

/** What the code unit at `at`, which is no plain letter, gives to the word it stands in; {@link SEPARATES} ends the word. */
function foldedAt(text: string, at: number): string | null {
  const code = text.charCodeAt(at);
  const folded = code < 128 ? SEPARATES : foldUnit(code);
  if (folded !== SEPARATES || !joins(text, at)) return folded;
  return code === DOT ? '.' : '';
}

/** Hashes the folded form of the word that starts at `at`; returns its end and leaves the hash in `words`. */
function readWord(text: string, at: number, words: Words): number {
  let hash = FNV_OFFSET;
  let i = at;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const plain = code < 128 ? (ASCII[code] as number) : 0;
    if (plain > 0) hash = Math.imul(hash ^ plain, FNV_PRIME);
    else {
      const folded = foldedAt(text, i);
      if (folded === SEPARATES) break;
      for (let k = 0; k < folded.length; k++) hash = Math.imul(hash ^ folded.charCodeAt(k), FNV_PRIME);
    }
  }
  words.hashes[words.count] = hash >>> 0;
  return i;
}

/**
 * The words of a text: runs of letters and digits, folded to lower case without diacritics, apostrophes and commas
 * inside numbers dropped, hashed. The bench’s own, so that no engine is judged by its own idea of a word.
 */
export function wordsOf(text: string, into: Words = wordBuffer()): Words {
  into.count = 0;
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (!beginsWord(code)) {
      i++;
      continue;
    }
    if (into.count === into.hashes.length) grow(into);
    const end = readWord(text, i, into);
    into.starts[into.count] = i;
    into.ends[into.count] = end;
    into.count++;
    i = end;
  }
  return into;
}

/** The hashes alone, of a buffer's own length: what comparing needs. */
export function wordHashes(text: string): Uint32Array {
  const words = wordsOf(text);
  return words.hashes.slice(0, words.count);
}

/** The folded words as strings, for engines that index terms. Splits as {@link wordsOf} does. */
export function foldedWords(text: string): string[] {
  const folded = text.toLowerCase().normalize('NFKD');
  // Plain ASCII without apostrophes is most of it; the rest is worth the detour only where it occurs.
  const plain = /[^\n -~]|'|`|\d[,.]\d/.test(folded)
    ? folded.replace(/[\p{M}\u2060\u00AD\u200B-\u200D\uFEFF]|['’‘`](?=\p{L})|(?<=\d),(?=\d)/gu, '')
    : folded;
  const words = plain.match(/[\p{L}\p{N}]+(?:(?<=\d)\.(?=\d)[\p{L}\p{N}]+)*/gu) ?? [];
  return words.map((word) => (word.length < LONG_SLICE ? word : Buffer.from(word).toString()));
}

/** V8 keeps a slice of so many characters as a view of the whole text, which an index of terms would then keep alive. */
const LONG_SLICE = 13;

/** Short words that carry little: articles, pronouns, auxiliaries, prepositions, conjunctions. */
export const FUNCTION_WORDS: readonly string[] = (
  'the a an this that these those my your his her its our their and or but nor so yet if because while although though ' +
  'when where who whom whose which what how than then of in on at by for with from to into onto over under about after ' +
  'before between through during without within against among is are was were be been being am do does did have has had ' +
  'will would shall should can could may might must not no i you he she it we they me him us them there here as also more ' +
  'most some any all each every both either neither such only just very too up down out off again once'
).split(' ');
export const IS_FUNCTION_WORD: ReadonlySet<string> = new Set(FUNCTION_WORDS);
