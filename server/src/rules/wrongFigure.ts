import { articleWords } from '../corpus/articleWords.ts';
import type { Difference } from '../match/differences.ts';
import { readable } from '../prose/prose.ts';
import { cover, type Span, sliceOf } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import type { ClaimMatch } from './claimMatch.ts';
import { numeralAround, plainNumeral } from './figureGroups.ts';
import type { Edit } from './finding.ts';
import { hasOtherMagnitude, hasOtherUnit, mayBeConverted, type Quantity, quantityAt } from './quantities.ts';

/** A figure of a claim that its source has otherwise. */
export interface Wrong {
  readonly span: Span;
  readonly edit: Edit;
  readonly own: string;
  readonly theirs: string;
}

/** A text's words, as figures are read from them. */
interface Side {
  readonly text: string;
  readonly words: readonly Word[];
  readonly folded: readonly string[];
}

/** A claim and the passage that it is like, beside each other. */
export interface Sides {
  readonly match: ClaimMatch;
  readonly own: Side;
  readonly theirs: Side;
}

/** The folded words of an article, which outlives the keystrokes by which it is looked at. */
const foldedWords = new WeakMap<readonly Word[], readonly string[]>();

function foldedOf(words: readonly Word[]): readonly string[] {
  const known = foldedWords.get(words) ?? words.map(({ folded }) => folded);
  foldedWords.set(words, known);
  return known;
}

export function sidesOf(match: ClaimMatch, draft: string): Sides {
  const { article } = match.located;
  const own = match.tokens().flatMap((token) => (token.kind === 'word' ? [token.word] : []));
  const theirs = articleWords(article);
  return {
    match,
    own: { text: draft, words: own, folded: own.map(({ folded }) => folded) },
    theirs: { text: article.prose.text, words: theirs, folded: foldedOf(theirs) },
  };
}

const spanOf = ({ words }: Side, { start, end }: Span): Span => cover((words[start] as Word).span, (words[end - 1] as Word).span);

/** The words at these places as they are written. */
const written = (side: Side, at: Span) => readable(sliceOf(side.text, spanOf(side, at)));

/** A stretch of the claim that should be a stretch of the source. */
export function exchanged({ own, theirs }: Sides, from: Span, to: Span): Wrong {
  const span = spanOf(own, from);
  const newText = written(theirs, to);
  return { span, edit: { span, newText }, own: sliceOf(own.text, span), theirs: newText };
}

/** A quantity of the claim and the one that stands in its place in the source. */
interface Pair {
  readonly own: Quantity;
  readonly theirs: Quantity;
}

function pairAt({ own, theirs }: Sides, token: number, word: number): Pair | undefined {
  const mine = quantityAt(own.folded, token);
  const source = mine && quantityAt(theirs.folded, word);
  return source && { own: mine, theirs: source };
}

/** The quantities that begin with a word in common. */
function pairsOf(sides: Sides): Pair[] {
  const { core, located } = sides.match;
  const pairs: Pair[] = [];
  let behind = core.start;
  for (const { kind, token, from } of located.steps) {
    if (kind !== 'kept' || token < behind || token >= core.end) continue;
    const pair = pairAt(sides, token, from);
    if (!pair || pair.own.mantissa !== pair.theirs.mantissa) continue;
    pairs.push(pair);
    behind = pair.own.number.end;
  }
  return pairs;
}

/** “£40 billion” or “$40 million” for “£40 million”, “3 per cent” for “3 percentage points”. */
function otherUnit(sides: Sides, { own, theirs }: Pair): Wrong | undefined {
  if (hasOtherUnit(own, theirs)) return exchanged(sides, own.whole, theirs.whole);
  return hasOtherMagnitude(own, theirs) ? exchanged(sides, own.number, theirs.number) : undefined;
}

/** Whether all words at these places are missing on the other side, or put in there. */
function isOneSided(match: ClaimMatch, places: Span, side: 'own' | 'theirs'): boolean {
  const kind = side === 'own' ? 'added' : 'omitted';
  const at = new Set(match.located.steps.flatMap((step) => (step.kind === kind ? [side === 'own' ? step.token : step.from] : [])));
  for (let i = places.start; i < places.end; i++) if (!at.has(i)) return false;
  return true;
}

/** “20,000”, “almost 20,000” or “up to 20,000” for “more than 20,000”. */
function otherPrecision(sides: Sides, { own, theirs }: Pair): Wrong | undefined {
  const { match } = sides;
  const [mine, source] = [own.hedge, theirs.hedge];
  if (mine && source) {
    const contrary = mine.bound !== source.bound && mine.bound !== 'near' && source.bound !== 'near';
    const from = { start: mine.words.start, end: own.number.end };
    return contrary ? exchanged(sides, from, { start: source.words.start, end: theirs.number.end }) : undefined;
  }
  const hedge = mine ?? source;
  if (!hedge || !(own.inNumerals || hedge.plain) || !isOneSided(match, hedge.words, mine ? 'own' : 'theirs')) return undefined;
  if (source)
    return exchanged(sides, { start: own.whole.start, end: own.number.end }, { start: source.words.start, end: theirs.number.end });
  const whole = exchanged(sides, { start: hedge.words.start, end: own.number.end }, theirs.number);
  const figure = spanOf(sides.own, { start: own.whole.start, end: own.number.end });
  const bare = sliceOf(sides.own.text, figure);
  return { ...whole, edit: { span: { start: whole.span.start, end: figure.start }, newText: '' }, theirs: bare };
}

/** A figure that the source has in another unit, of another magnitude or with another hedge. */
export function otherQuantities(sides: Sides): Wrong[] {
  return pairsOf(sides).flatMap((pair) => otherUnit(sides, pair) ?? otherPrecision(sides, pair) ?? []);
}

/** “£40bn” for “£40m”: figures that are written in one word with what they count. */
export function otherSuffixed(difference: Difference, sides: Sides): Wrong | undefined {
  const { kind, draft, source, tokens, words } = difference;
  if (kind !== 'replaced' || ![...draft, ...source].some(({ folded }) => /^\d[\d.]*[a-z]+$/u.test(folded))) return undefined;
  const pair = pairAt(sides, tokens.start, words.start);
  if (!pair || pair.own.number.end < tokens.end || pair.theirs.number.end < words.end) return undefined;
  const value = ({ mantissa, magnitude }: Quantity) => mantissa * magnitude;
  if (value(pair.own) === value(pair.theirs)) return otherUnit(sides, pair);
  if (mayBeConverted(pair.own, pair.theirs)) return undefined;
  const other = hasOtherUnit(pair.own, pair.theirs) ? 'whole' : 'number';
  return exchanged(sides, pair.own[other], pair.theirs[other]);
}

/** Whether the figures that differ are one in different units, as far as can be told. */
export function isConversion({ tokens, words }: Difference, sides: Sides): boolean {
  const first = ({ folded }: Side, from: number, to: number) => {
    for (let at = from; at < to; at++) {
      const quantity = quantityAt(folded, at);
      if (quantity) return quantity;
    }
    return undefined;
  };
  const [own, theirs] = [first(sides.own, tokens.start, tokens.end), first(sides.theirs, words.start, words.end)];
  return own !== undefined && theirs !== undefined && mayBeConverted(own, theirs);
}

/** Whether a difference is one of how digits are grouped: “240 000” for “240,000”, “12.500” for “12,500” where not all is English. */
export function isSameNumeral({ tokens, words }: Difference, { own, theirs }: Sides, english: boolean): boolean {
  if (tokens.end <= tokens.start || words.end <= words.start) return false;
  const numeral = (side: Side, at: Span) => {
    const stretch = spanOf(side, at);
    const span = numeralAround(side.text, stretch);
    const beside = span && side.text.slice(stretch.start, span.start) + side.text.slice(span.end, Math.max(span.end, stretch.end));
    if (beside === undefined || OF_FIGURE.test(beside.replaceAll(RAISED, ''))) return undefined;
    return { plain: plainNumeral(sliceOf(side.text, span as Span), english), raised: beside.match(RAISED)?.join('') ?? '' };
  };
  const [mine, other] = [numeral(own, tokens), numeral(theirs, words)];
  return mine !== undefined && mine.plain === other?.plain && isSamePower(mine, other);
}

/** What makes another figure of one that it stands beside. */
const OF_FIGURE = /[\p{Alpha}\p{N}]/u;
const RAISED = /[²³¹⁰⁴-⁹]/g;

/** A raised figure is a power, or the number of a note, which the other need not have. Powers are mostly of ten. */
function isSamePower(own: { readonly plain: string; readonly raised: string }, theirs: { readonly raised: string }): boolean {
  if (own.raised === theirs.raised) return true;
  return own.plain !== '10' && (own.raised === '' || theirs.raised === '');
}

/** The places of the numeral with all groups of its digits, of which some differ; of another figure the places given. */
export function wholeNumeral(side: 'own' | 'theirs', at: Span, sides: Sides): Span {
  const { text, words } = sides[side];
  const numeral = numeralAround(text, spanOf(sides[side], at));
  if (!numeral) return at;
  let { start, end } = at;
  while (start > 0 && (words[start - 1] as Word).span.start >= numeral.start) start--;
  while (end < words.length && (words[end] as Word).span.end <= numeral.end) end++;
  return { start, end };
}
