import { articleWords } from '../corpus/articleWords.ts';
import type { Step } from '../match/align.ts';
import type { Located } from '../match/locate.ts';
import { MARKUP } from '../prose/prose.ts';
import type { QuotedToken } from '../prose/quotedWords.ts';
import type { Word } from '../text/words.ts';
import type { Change } from './changes.ts';

type WordToken = QuotedToken & { kind: 'word' };

/** A word that is kept, on both sides. */
interface Pair {
  readonly token: number;
  readonly draft: Word;
  readonly source: Word;
  /** The word's place in the article. */
  readonly at: number;
}

/** Typography says nothing: marks, dashes, spaces, soft hyphens and ligatures may be any. */
function plain(text: string): string {
  return text
    .replaceAll(MARKUP, '')
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200D\uFEFF]/gu, '')
    .replace(/[‘’‛`´]/gu, "'")
    .replace(/[‐-―−]/gu, '-')
    .replace(/\s+/gu, ' ');
}

/** The signs between two words, without spaces and quotation marks. */
function signs(between: string): string {
  return plain(between).replace(/["'“”„«»*_\s]/gu, '');
}

function pairsOf(tokens: readonly QuotedToken[], { steps, article }: Located): Pair[] {
  const words = articleWords(article);
  return steps.flatMap((step: Step): Pair[] => {
    const token = tokens[step.token];
    if (step.kind !== 'kept' || token?.kind !== 'word' || (token as WordToken).altered) return [];
    return [{ token: step.token, draft: token.word, source: words[step.from] as Word, at: step.from }];
  });
}

function changeOf(kind: Change['kind'], pairs: readonly Pair[]): Change {
  const [first, last] = [pairs[0] as Pair, pairs.at(-1) as Pair];
  return {
    kind,
    token: null,
    difference: {
      kind: 'replaced',
      draft: pairs.map(({ draft }) => draft),
      source: pairs.map(({ source }) => source),
      tokens: { start: first.token, end: last.token + 1 },
      words: { start: first.at, end: last.at + 1 },
    },
  };
}

/**
 * What house styles accept in silence, where one accepts none of it: another case, spelling or numeral of a word that is
 * the same, and other signs between two words.
 */
export function literalChanges(tokens: readonly QuotedToken[], located: Located, draftText: string): Change[] {
  const { text } = located.article.prose;
  const pairs = pairsOf(tokens, located);
  return pairs.flatMap((pair, i): Change[] => {
    const own = plain(draftText.slice(pair.draft.span.start, pair.draft.span.end));
    const theirs = plain(text.slice(pair.source.span.start, pair.source.span.end));
    if (own !== theirs) return [changeOf(own.toLowerCase() === theirs.toLowerCase() ? 'case' : 'spelling', [pair])];
    const next = pairs[i + 1];
    if (next?.token !== pair.token + 1 || next.at !== pair.at + 1) return [];
    const between = signs(draftText.slice(pair.draft.span.end, next.draft.span.start));
    return between === signs(text.slice(pair.source.span.end, next.source.span.start)) ? [] : [changeOf('punctuation', [pair, next])];
  });
}
