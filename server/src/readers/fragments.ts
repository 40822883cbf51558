/** Characters that are told apart; any other counts as the first. */
const CHARACTERS = 128;
const START = 0;
const FOUND = 1;

/**
 * Some stretches of ASCII in small letters, to be looked for anywhere in a text whatever the case, as `/…/iu` does: one
 * look-up a character, however many they are (Aho and Corasick 1975). Says whether a costly pattern is worth trying.
 */
export class Fragments {
  /** By state and character the state that follows. */
  readonly #next: Uint16Array;

  constructor(fragments: readonly string[]) {
    this.#next = linked(trieOf(fragments));
  }

  /** Whether one of them is in the text. */
  areIn(text: string): boolean {
    const next = this.#next;
    let state = START;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      state = next[state * CHARACTERS + (unit < CHARACTERS ? unit : asciiOf(unit))]!;
      if (state === FOUND) return true;
    }
    return false;
  }
}

/** The two characters beyond ASCII that a pattern without regard to case takes for ASCII: ſ and the Kelvin sign. */
function asciiOf(unit: number): number {
  if (unit === 0x017f) return 0x73;
  return unit === 0x212a ? 0x6b : 0;
}

/** A state for each beginning of a fragment; by character the state that follows, {@link START} where none goes on so. */
function trieOf(fragments: readonly string[]): number[][] {
  const trie: number[][] = [noneFollows(), noneFollows()];
  for (const fragment of fragments) {
    let state = START;
    for (let i = 0; i < fragment.length && state !== FOUND; i++) {
      const row = trie[state]!;
      const unit = fragment.charCodeAt(i);
      if (i === fragment.length - 1) row[unit] = FOUND;
      else if (row[unit] === START) row[unit] = trie.push(noneFollows()) - 1;
      state = row[unit]!;
    }
  }
  return trie;
}

function noneFollows(): number[] {
  return new Array<number>(CHARACTERS).fill(START);
}

/** Where no fragment goes on, the longest end of what was read does that is a beginning, too: breadth first. */
function linked(trie: readonly (readonly number[])[]): Uint16Array {
  const next = new Uint16Array(trie.length * CHARACTERS);
  const queue = [{ state: START, fallback: START }];
  for (const { state, fallback } of queue) {
    for (let unit = 0; unit < CHARACTERS; unit++) {
      const small = String.fromCharCode(unit).toLowerCase().charCodeAt(0);
      const otherwise = state === START ? START : next[fallback * CHARACTERS + unit]!;
      const following = trie[state]![small]!;
      const target = otherwise === FOUND || following === START ? otherwise : following;
      next[state * CHARACTERS + unit] = target;
      if (following > FOUND && small === unit) queue.push({ state: following, fallback: otherwise });
    }
  }
  return next;
}
