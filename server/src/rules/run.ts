import type { Candidate, Corpus } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import type { Quotation } from '../prose/quotations.ts';
import type { QuotedToken } from '../prose/quotedWords.ts';
import type { Analysis, Articles } from './analysis.ts';
import { claimTokens, type Retrieved, RuleContext, tokensOf } from './context.ts';
import { evidenceOf } from './evidence.ts';
import type { Finding, Verdict } from './finding.ts';
import { RULES } from './index.ts';
import { keepingMarkup } from './markup.ts';
import { byPrecedence } from './precedence.ts';
import type { CheckOptions } from './style.ts';
import { isIgnored, suppress } from './suppression.ts';

/** What retrieval named for a draft: judging needs these articles' texts at hand. */
export interface CheckPlan {
  readonly articleIds: readonly string[];
  readonly retrieved: Retrieved;
}

/** So many places are aligned for a quotation; for each half of a longer one, which may be from elsewhere; for a claim. */
const PLACES = 12;
const PLACES_OF_HALF = 4;
const PLACES_OF_CLAIM = 6;
const WORTH_HALVING = 8;

function wordsIn(tokens: readonly QuotedToken[]): string[] {
  return tokens.flatMap((token) => (token.kind === 'word' ? [token.word.folded] : []));
}

/** First step of a check: asks the index for candidate passages of every quotation and claim. */
export function planCheck(draft: Draft, corpus: Corpus): CheckPlan {
  const ids = new Set<string>();
  const ask = (words: readonly string[], limit: number): readonly Candidate[] => {
    const candidates = corpus.retrieve(words, limit);
    for (const { articleId } of candidates) ids.add(articleId);
    return candidates;
  };
  const quotations = new Map<Quotation, readonly Candidate[]>();
  for (const quotation of draft.off ? [] : draft.quotations) {
    if (quotation.depth > 0) continue;
    const words = wordsIn(tokensOf(draft, quotation));
    quotations.set(quotation, ask(words, PLACES));
    if (words.length < WORTH_HALVING) continue;
    ask(words.slice(0, words.length >> 1), PLACES_OF_HALF);
    ask(words.slice(words.length >> 1), PLACES_OF_HALF);
  }
  const claims = new Map(
    (draft.off ? [] : draft.claims).map((claim) => [claim, ask(wordsIn(claimTokens(draft, claim)), PLACES_OF_CLAIM)] as const),
  );
  return { articleIds: [...ids], retrieved: { quotations, claims } };
}

function findingsOf(context: RuleContext): Finding[] {
  const { draft } = context;
  const outermost = draft.quotations.filter(({ depth }) => depth === 0);
  return RULES.flatMap((rule) => [
    ...outermost.flatMap((quotation) => [...(rule.quotation?.(quotation, context) ?? [])]),
    ...draft.claims.flatMap((claim) => [...(rule.claim?.(claim, context) ?? [])]),
    ...(rule.draft?.(context) ?? []),
  ]);
}

function verdictOf(quotation: Quotation, context: RuleContext): Verdict {
  const reading = context.readingOf(quotation);
  const match = evidenceOf(reading);
  if (isIgnored(quotation, context.draft)) return { kind: 'ignored', match };
  if (reading.kind === 'unchecked') return { kind: 'unchecked', reason: 'There are no words between the marks.' };
  if (!match) return { kind: 'not-found' };
  if (reading.kind === 'verified' || reading.kind === 'altered') return { kind: reading.kind, match };
  return { kind: 'misquoted', match };
}

/** Last step of a check: aligns, decides and reports. Pure: the same input gives the same findings in the same order. */
export function judge(draft: Draft, plan: CheckPlan, corpus: Corpus, articles: Articles, options: CheckOptions): Analysis {
  const context = new RuleContext(draft, plan.retrieved, { corpus, articles, options });
  const findings = draft.off ? [] : suppress(byPrecedence(findingsOf(context)), draft).map((finding) => keepingMarkup(finding, draft));
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
  const outermost = draft.quotations.filter(({ depth }) => depth === 0);
  const verdicts = new Map(outermost.map((quotation) => [quotation, verdictOf(quotation, context)] as const));
  return { draft, corpus, articles, findings, verdicts };
}
