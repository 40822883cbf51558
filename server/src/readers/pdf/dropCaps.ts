import type { Piece } from './pieces.ts';
import type { WordCounts } from './words.ts';

/** A large first letter is at least this many times as large as the text that goes on beside it. */
const LARGER = 1.7;

/** Puts large initials that stand beside several lines into the first of these, so that they begin their words. */
export function withInitials(pieces: readonly Piece[], words: WordCounts): readonly Piece[] {
  const initials = pieces.filter(({ text }) => /^["“‘'«]?\p{Lu}$/u.test(text.trim()));
  // A page of single letters is a page of letters, not of initials.
  if (initials.length === 0 || initials.length > 20) return pieces;
  const changed = new Map<Piece, Piece | null>();
  for (const initial of initials) {
    const beside = pieces.filter((piece) => isBeside(piece, initial));
    const lines = new Set(beside.map(({ baseline }) => Math.round(baseline)));
    const first = beside.sort((a, b) => a.baseline - b.baseline || a.left - b.left)[0];
    if (!first || lines.size < 2) continue;
    changed.set(initial, null);
    changed.set(first, { ...first, text: begun(initial.text.trim(), first.text.trimStart(), words), left: initial.left });
  }
  return pieces.flatMap((piece) => {
    const now = changed.get(piece);
    return now === null ? [] : [now ?? piece];
  });
}

function isBeside(piece: Piece, initial: Piece): boolean {
  return (
    initial.size >= piece.size * LARGER &&
    piece.left >= initial.right - piece.size * 0.5 &&
    piece.left - initial.right < piece.size * 1.2 &&
    piece.baseline <= initial.baseline + piece.size * 0.4 &&
    piece.baseline > initial.baseline - initial.size * 1.1
  );
}

/** `T` and `he lamp` are a word; `A` and `lamp` are two, unless the document knows `alamp`. */
function begun(initial: string, text: string, words: WordCounts): string {
  if (!/[AIO]$/.test(initial)) return initial + text;
  const word = /^\p{L}+/u.exec(text)?.[0].toLowerCase() ?? '';
  const letter = initial.slice(-1).toLowerCase();
  return words.has(word) && !words.has(letter + word) ? `${initial} ${text}` : initial + text;
}
