import { describe, expect, test } from 'vitest';
import { quotedTokens } from './quotedWords.ts';

/** Words as compared (`~` after one that a bracket altered), `…` for a gap, `[words]` for a bracket, `/` for a break; pieces parted by `|`. */
function drawn(text: string): string {
  const pieces: { start: number; end: number }[] = [];
  let start = 0;
  for (const piece of text.split('|')) {
    pieces.push({ start, end: start + piece.length });
    start += piece.length + 1;
  }
  return quotedTokens(text, pieces)
    .map((token) => {
      if (token.kind === 'word') return token.word.folded + (token.altered ? '~' : '');
      if (token.kind === 'bracket') return token.sic ? '[SIC]' : `[${token.words.map(({ folded }) => folded).join(' ')}]`;
      return token.kind === 'gap' ? '…' : '/';
    })
    .join(' ');
}

describe('what stands between the marks', () => {
  test.each([
    ['ellipses of every form', 'a … b ... c . . . d .... e […] f [...] g (…) h', 'a … b … c … d … e … f … g … h'],
    ['an ellipsis without spaces', 'a…b...c', 'a … b … c'],
    ['a bracketed ellipsis with markup in it', 'a [\u2060…\u2060] b', 'a … b'],
    ['ellipses at the edges say nothing', '… a b ...', 'a b'],
    ['a bracket', 'a [of the town] b', 'a [of the town] b'],
    ['wire-style parentheses', 'a (of the town) b', 'a [of the town] b'],
    ['[sic]', 'a harbor [sic] b (sic)', 'a harbor [SIC] b [SIC]'],
    ['a bracketed first letter', '[t]he tide', 'the~ tide'],
    ['a bracketed ending', 'the boat[s] sail[ed]', 'the boats~ sailed~'],
    ['a bracketed word', '[The] tide', '[the] tide'],
    ['an empty bracket', 'a [] b', 'a [] b'],
    ['a break between pieces', 'the tide,|is late', 'the tide / is late'],
    ['sentences', 'The tide. It is late.', 'the tide it is late'],
    ['digits and dashes', '1-2 months', '1 2 months'],
    ['nothing', '', ''],
    ['only an ellipsis', '…', ''],
  ])('%s', (_, text, expected) => expect(drawn(text)).toBe(expected));
});
