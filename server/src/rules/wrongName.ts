import { isOneSource } from '../corpus/copies.ts';
import type { Difference } from '../match/differences.ts';
import { namesIn, sameName } from '../prose/names.ts';
import { readable } from '../prose/prose.ts';
import { isFunctionWord } from '../text/commonWords.ts';
import { say } from '../text/said.ts';
import { cover, overlaps, type Span, sliceOf } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import { type ClaimMatch, claimMatches, isOfAnotherDay } from './claimMatch.ts';
import type { RuleContext } from './context.ts';
import { matchOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { quoted, sourceAsSubject } from './wording.ts';

const LEAST_SIMILARITY = 0.75;
const LEAST_COVERAGE = 0.65;
const spanOf = (words: readonly Word[]): Span => cover((words[0] as Word).span, (words.at(-1) as Word).span);

function isCapitalised(words: readonly Word[], text: string): boolean {
  return words.every(({ span, folded }) => /^\p{Upper}/u.test(text.slice(span.start, span.end)) && !isFunctionWord(folded));
}

function nameAround(text: string, span: Span, within: Span): { text: string; span: Span } | undefined {
  const name = namesIn(text, within).find((one) => overlaps(one.span, span));
  return name && { text: readable(sliceOf(text, name.core)), span: name.span };
}

/** Whether a name stands where the source has another that cannot mean the same. */
function otherName(
  difference: Difference,
  match: ClaimMatch,
  context: RuleContext,
): { own: string; theirs: string; span: Span } | undefined {
  const { draft, source, kind } = difference;
  const texts = { draft: context.draft.outer, source: match.located.article.prose.text };
  if (kind !== 'replaced' || draft.length > 3 || source.length > 3) return undefined;
  if (!isCapitalised(draft, texts.draft) || !isCapitalised(source, texts.source)) return undefined;
  const own = nameAround(texts.draft, spanOf(draft), match.span);
  const theirs = nameAround(texts.source, spanOf(source), match.located.span);
  if (!own || !theirs || sameName(own.text, theirs.text, context.options.aliases)) return undefined;
  const elsewhere = namesIn(texts.source, match.located.span).some(({ core }) =>
    sameName(readable(sliceOf(texts.source, core)), own.text, context.options.aliases),
  );
  return elsewhere ? undefined : { own: own.text, theirs: theirs.text, span: own.span };
}

/** A claim matches a source but for the name of a person, place or organisation. */
export const wrongName: Rule = {
  name: 'wrong-name',
  summary: 'A claim matches a source but for a name.',
  *claim(claim, context): Iterable<Finding> {
    const matches = claimMatches(claim, context);
    const [best] = matches;
    if (!best || best.similarity < LEAST_SIMILARITY || best.coverage < LEAST_COVERAGE || best.differences.length > 2) return;
    if (isOfAnotherDay(claim, best, context)) return;
    const near = matches.filter(({ similarity, coverage }) => similarity >= LEAST_SIMILARITY && coverage >= LEAST_COVERAGE);
    if (near.some(({ differences }) => differences.length === 0)) return;
    for (const difference of best.differences) {
      const other = otherName(difference, best, context);
      if (!other) continue;
      const edit = {
        span: spanOf(difference.draft),
        newText: readable(sliceOf(best.located.article.prose.text, spanOf(difference.source))),
      };
      yield {
        rule: 'wrong-name',
        kind: null,
        span: other.span,
        message: say`${sourceAsSubject(best.located.article)} names ${other.theirs} here, not ${other.own}.`,
        match: matchOf(best.located),
        fixes: [
          {
            title: say`Replace by the source’s ${quoted(other.theirs)}`,
            applicability: isOneSource(near.map(({ located }) => located.article)) ? 'safe' : 'unsafe',
            preferred: true,
            edits: [edit],
          },
        ],
      };
    }
  },
};
