import type { GapKind } from '../corpus/index/query.ts';
import type { QuotedToken } from '../prose/quotedWords.ts';

/** The words that an index is asked for. */
export interface WantedWords {
  /** Folded. */
  readonly words: readonly string[];
  /** Before which of them, by place, something may stand that is not looked for. */
  readonly gaps: ReadonlyMap<number, GapKind>;
}

/** The words of some tokens, and before which of them others may stand. */
export function wantedWords(tokens: readonly QuotedToken[]): WantedWords {
  const words: string[] = [];
  const gaps = new Map<number, GapKind>();
  for (const token of tokens) {
    if (token.kind === 'word') words.push(token.word.folded);
    else if (words.length > 0 && gaps.get(words.length) !== 'gap') gaps.set(words.length, token.kind);
  }
  gaps.delete(words.length);
  return { words, gaps };
}

/** The words from one place to another. */
export function partOf({ words, gaps }: WantedWords, from: number, to: number): WantedWords {
  const inside = [...gaps].filter(([place]) => place > from && place < to);
  return { words: words.slice(from, to), gaps: new Map(inside.map(([place, kind]) => [place - from, kind])) };
}
