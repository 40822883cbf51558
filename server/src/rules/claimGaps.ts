import { articleWords } from '../corpus/articleWords.ts';
import type { Step } from '../match/align.ts';
import type { Located } from '../match/locate.ts';
import type { QuotedToken } from '../prose/quotedWords.ts';
import { isFunctionWord } from '../text/commonWords.ts';
import type { Word } from '../text/words.ts';
import {
  addedAfter,
  CLAUSE_ENDS,
  type Closed,
  endsClauseAt,
  isHeldInFront,
  isWord,
  pairedSteps,
  relocated,
  SENTENCE_BEGINS,
} from './claimEdges.ts';

/** So many words of either side may differ between what alignment kept and what it dropped beyond. */
const LONGEST_GAP = 3;
/** So many words in a row beyond tell that both go on alike. */
const RESUMED = 4;
/** So many are enough where claim and source begin or end there, or a figure that both end with. */
const RESUMED_AT_EDGE = 2;

/** How many words of claim and of source differ. */
interface Gap {
  readonly own: number;
  readonly theirs: number;
}

/** The narrowest gaps first. */
const GAPS: readonly Gap[] = Array.from({ length: LONGEST_GAP + 1 }, (_, own) =>
  Array.from({ length: LONGEST_GAP + 1 }, (_unused, theirs): Gap => ({ own, theirs })),
)
  .flat()
  .filter(({ own, theirs }) => own + theirs > 0)
  .sort((a, b) => a.own + a.theirs - b.own - b.theirs);

/** How many words of a claim from `token` on, forwards or backwards, are the source's from `at` on. */
function sameFrom(tokens: readonly QuotedToken[], token: number, words: readonly Word[], at: number, by: 1 | -1 = 1): number {
  let length = 0;
  for (let own = tokens[token]; isWord(own) && own.word.folded === words[at + by * length]?.folded; own = tokens[token + by * length])
    length++;
  return length;
}

const tellsSomething = (words: readonly Word[]) => words.filter(({ folded }) => !isFunctionWord(folded)).length > 1;

const kept = (token: number, at: number, length: number) =>
  Array.from({ length }, (_, i): Step => ({ kind: 'kept', token: token + i, from: at + i, to: at + i + 1 }));

/** Whether a row of words beyond a gap is enough to tell that claim and source go on alike, be it because both end there. */
function goesOn(
  row: { token: number; at: number; length: number },
  words: readonly Word[],
  { text, shape }: { text: string; shape: string },
) {
  if (row.length >= RESUMED && tellsSomething(words.slice(row.at, row.at + row.length))) return true;
  const [last, next] = [words[row.at + row.length - 1], words[row.at + row.length]];
  const ends = !next || (last !== undefined && CLAUSE_ENDS.test(text.slice(last.span.end, next.span.start)));
  const enough = row.length >= RESUMED_AT_EDGE || (row.length === 1 && /^\d{2}/u.test(last?.folded ?? ''));
  if (enough && ends && endsClauseAt(shape, row.token + row.length - 1)) return 'end';
  return row.length >= RESUMED && tellsSomething(words.slice(row.at, row.at + row.length));
}

/**
 * Goes on where alignment dropped the claim's end for a few words that differ: “by 3 per cent over the previous ballot” for
 * “by 3 percentage points over the previous ballot”.
 */
export function withRest(tokens: readonly QuotedToken[], located: Located, shape: string): Closed {
  const last = located.steps.findLastIndex(({ kind }) => kind === 'kept');
  const end = located.steps[last];
  const dropped = located.steps.length - 1 - last;
  if (!end || dropped === 0 || located.steps.some(({ kind }) => kind === 'skipped')) return { located };
  const words = articleWords(located.article);
  for (const gap of GAPS) {
    const [token, at] = [end.token + 1 + gap.own, end.to + gap.theirs];
    const length = sameFrom(tokens, token, words, at);
    const goes = goesOn({ token, at, length }, words, { text: located.article.prose.text, shape });
    if (!goes || (length < RESUMED && !isHeldInFront(located, last))) continue;
    const rest = kept(token, at, length);
    const behind = rest.at(-1) as Step;
    const steps = [...located.steps.slice(0, last + 1), ...pairedSteps(end, gap, tokens, words), ...rest];
    const all = [...steps, ...addedAfter(tokens, behind, { own: 0, theirs: 0 })];
    const resumed = relocated(located, all, { from: located.from, to: behind.to });
    return goes === 'end' ? { located: resumed, closing: { start: end.token + 1, end: token + length } } : { located: resumed };
  }
  return { located };
}

/** The same at its beginning, where the source's sentence begins there: “Volunteers counted almost 1,460 …” for “Volunteers counted 1,460 …”. */
export function withHead(tokens: readonly QuotedToken[], located: Located): Located {
  const first = located.steps.findIndex(({ kind }) => kind === 'kept');
  const start = located.steps[first];
  if (!start || start.token < RESUMED_AT_EDGE || located.steps.slice(0, first).some(({ kind }) => kind !== 'added')) return located;
  const words = articleWords(located.article);
  const { text } = located.article.prose;
  for (const gap of GAPS) {
    const [token, at] = [start.token - 1 - gap.own, start.from - 1 - gap.theirs];
    const length = sameFrom(tokens, token, words, at, -1);
    const [before, opening] = [words[at - length], words[at - length + 1]];
    const opens = opening !== undefined && (!before || SENTENCE_BEGINS.test(text.slice(before.span.end, opening.span.start)));
    if (length < RESUMED_AT_EDGE || !opens) continue;
    const from = at - length + 1;
    const head = kept(token - length + 1, from, length);
    const added = located.steps.slice(0, token - length + 1).map(({ token: own }): Step => ({ kind: 'added', token: own, from, to: from }));
    const paired = pairedSteps(head.at(-1) as Step, gap, tokens, words);
    return relocated(located, [...added, ...head, ...paired, ...located.steps.slice(first)], { from, to: located.to });
  }
  return located;
}
