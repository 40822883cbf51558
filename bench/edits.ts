import { otherNumber } from './alter.ts';
import type { Random } from './random.ts';
import { FUNCTION_WORDS, IS_FUNCTION_WORD, wordBuffer, wordsOf } from './words.ts';

/** A word of a text, and what stands between it and the next one. */
interface Piece {
  readonly word: string;
  readonly after: string;
}

const buffer = wordBuffer();

function piecesOf(text: string): Piece[] {
  const words = wordsOf(text, buffer);
  return Array.from({ length: words.count }, (_, i) => ({
    word: text.slice(words.starts[i], words.ends[i]),
    after: text.slice(words.ends[i], i + 1 < words.count ? words.starts[i + 1] : words.ends[i]),
  }));
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ word, after }, i) => (i + 1 < pieces.length ? word + (after || ' ') : word)).join('');
}

/** How many of `count` there are at a rate; a fraction is left to chance, so that the rate is met on average. */
function countAt(rate: number, count: number, chance: Random): number {
  const exact = rate * count;
  return Math.floor(exact) + (chance.chance(exact - Math.floor(exact)) ? 1 : 0);
}

function placesOf(count: number, chance: Random): number[] {
  return chance.shuffle(Array.from({ length: count }, (_, i) => i));
}

/** A word of the list, but not the one it stands for. */
function otherWord(than: string, list: readonly string[], chance: Random): string {
  const folded = than.toLowerCase();
  for (let tries = 0; tries < 20; tries++) {
    const word = chance.pick(list);
    if (word !== folded) return word;
  }
  return `${folded}x`;
}

type Kind = 'replace' | 'delete' | 'insert' | 'swap' | 'function';
const KINDS: readonly Kind[] = ['replace', 'delete', 'insert', 'swap', 'function'];
/** Fewer words are no quotation. */
const FEWEST_WORDS = 2;

/** Which words are edited, and how; a swap takes its neighbour too, and counts as two. */
function planEdits(pieces: readonly Piece[], budget: number, chance: Random): Map<number, Kind> {
  const plan = new Map<number, Kind>();
  const taken = new Set<number>();
  let left = budget;
  let deleted = 0;
  for (const at of placesOf(pieces.length, chance)) {
    if (left === 0) break;
    if (taken.has(at)) continue;
    taken.add(at);
    const word = (pieces[at] as Piece).word.toLowerCase();
    const next = pieces[at + 1]?.word.toLowerCase();
    const canSwap = left >= 2 && next !== undefined && next !== word && !taken.has(at + 1);
    const can = {
      replace: true,
      delete: pieces.length - deleted > FEWEST_WORDS,
      insert: true,
      swap: canSwap,
      function: IS_FUNCTION_WORD.has(word),
    };
    const wanted = chance.pick(KINDS);
    const kind = can[wanted] ? wanted : 'replace';
    if (kind === 'delete') deleted++;
    if (kind === 'swap') taken.add(at + 1);
    plan.set(at, kind);
    left -= kind === 'swap' ? 2 : 1;
  }
  return plan;
}

/** Where other words come from, and chance. */
export interface EditOptions {
  /** Each word as often as it occurs. */
  readonly vocabulary: readonly string[];
  readonly chance: Random;
}

/**
 * Edits a share of a text’s words: replaced by another of the vocabulary, deleted, followed by one put in, swapped with
 * the neighbour, or a function word exchanged for another. Punctuation stays where it is.
 */
export function editWords(text: string, rate: number, { vocabulary, chance }: EditOptions): string {
  const pieces = piecesOf(text);
  const plan = planEdits(pieces, countAt(rate, pieces.length, chance), chance);
  const edited: Piece[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] as Piece;
    const kind = plan.get(at);
    if (kind === 'delete') continue;
    if (kind === 'replace') edited.push({ ...piece, word: otherWord(piece.word, vocabulary, chance) });
    else if (kind === 'function') edited.push({ ...piece, word: otherWord(piece.word, FUNCTION_WORDS, chance) });
    else if (kind === 'insert') edited.push({ ...piece, after: ' ' }, { word: chance.pick(vocabulary), after: piece.after });
    else if (kind === 'swap') {
      const next = pieces[++at] as Piece;
      edited.push({ ...piece, word: next.word }, { ...next, word: piece.word });
    } else edited.push(piece);
  }
  return textOf(edited);
}

/** One slip of the fingers: a letter exchanged, left out, put in, or two of them swapped. */
function slip(word: string, chance: Random): string {
  const letter = String.fromCharCode(97 + chance.below(26));
  const at = chance.below(word.length);
  const kind = chance.below(4);
  const own = word.charAt(at);
  const next = word.charAt(at + 1);
  if (kind === 0 && word.length > 1) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + letter + word.slice(at);
  if (kind === 2 && next !== '' && next.toLowerCase() !== own.toLowerCase()) return word.slice(0, at) + next + own + word.slice(at + 2);
  return word.slice(0, at) + (letter === own.toLowerCase() ? (letter === 'e' ? 'a' : 'e') : letter) + word.slice(at + 1);
}

/** Mistypes a share of the words, one letter each. */
export function mistype(text: string, rate: number, chance: Random): string {
  const pieces = piecesOf(text);
  const places = new Set(placesOf(pieces.length, chance).slice(0, countAt(rate, pieces.length, chance)));
  return textOf(pieces.map((piece, at) => (places.has(at) ? { ...piece, word: slip(piece.word, chance) } : piece)));
}

/** Changes one of a text’s numbers, and each other one with a chance of a third. */
export function changeNumbers(text: string, chance: Random): string {
  const count = [...text.matchAll(/\d+/g)].length;
  const sure = chance.below(count);
  let at = 0;
  return text.replace(/\d+/g, (number) => (at++ === sure || chance.chance(1 / 3) ? otherNumber(number, chance) : number));
}

const KEPT_AT_ENDS = 3;

/** Cuts a stretch out of the middle of a text of eight words and more, and puts an ellipsis there. */
export function cutOut(text: string, chance: Random): string {
  const pieces = piecesOf(text);
  const from = chance.between(KEPT_AT_ENDS, pieces.length - KEPT_AT_ENDS - 2);
  const to = chance.between(from + 2, pieces.length - KEPT_AT_ENDS);
  return `${textOf(pieces.slice(0, from))} … ${textOf(pieces.slice(to))}`;
}

/** Puts an editor’s brackets with other words in the place of a word or two. */
export function bracketed(text: string, vocabulary: readonly string[], chance: Random): string {
  const pieces = piecesOf(text);
  const count = pieces.length > 3 ? chance.between(1, 2) : 1;
  const from = chance.below(pieces.length - count + 1);
  const words = Array.from({ length: chance.between(1, 2) }, () => chance.pick(vocabulary)).join(' ');
  const after = pieces[from + count - 1]?.after ?? '';
  return textOf([...pieces.slice(0, from), { word: `[${words}]`, after }, ...pieces.slice(from + count)]);
}

/** A claim as a writer rewords a sentence: some function words dropped, a quarter of the words edited, its halves swapped. */
export function reword(sentence: string, vocabulary: readonly string[], chance: Random): string {
  const halves = sentence.split(/,\s+/);
  const turned = halves.length > 1 && chance.chance(0.5) ? [...halves.slice(1), halves[0]].join(', ') : sentence;
  const kept = piecesOf(turned).filter(({ word }) => !(IS_FUNCTION_WORD.has(word.toLowerCase()) && chance.chance(0.4)));
  return editWords(textOf(kept), 0.25, { vocabulary, chance });
}
