import type { Candidate, Corpus } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import { partOf, type WantedWords, wantedWords } from '../match/wantedWords.ts';
import type { Claim } from '../prose/claims.ts';
import type { Quotation } from '../prose/quotations.ts';
import { type Steps, toEnd } from '../text/steps.ts';
import type { Analysis, Articles } from './analysis.ts';
import { claimTokens, type Retrieved, RuleContext, tokensOf } from './context.ts';
import { evidenceOf } from './evidence.ts';
import type { Finding, Verdict } from './finding.ts';
import { RULES } from './index.ts';
import { keepingMarkup } from './markup.ts';
import { byPrecedence } from './precedence.ts';
import type { Rule } from './rule.ts';
import { mayBeSpliced } from './splice.ts';
import type { CheckOptions } from './style.ts';
import { isIgnored, suppress } from './suppression.ts';

/** What retrieval named for a draft: judging needs these articles' texts at hand. */
export interface CheckPlan {
  readonly articleIds: readonly string[];
  readonly retrieved: Retrieved;
}

/** So many places are aligned for a quotation; for each half of one that may be spliced from two; for a claim. */
const PLACES = 12;
const PLACES_OF_HALF = 4;
const PLACES_OF_CLAIM = 6;
/** A passage so similar has both halves. */
const WHOLE = 0.9;

/** First step of a check: asks the index for candidate passages of every quotation and claim. */
export function* planSteps(draft: Draft, corpus: Corpus): Steps<CheckPlan> {
  const ids = new Set<string>();
  const ask = ({ words, gaps }: WantedWords, limit: number): readonly Candidate[] => {
    const candidates = corpus.retrieve(words, limit, { gaps });
    for (const { articleId } of candidates) ids.add(articleId);
    return candidates;
  };
  const quotations = new Map<Quotation, readonly Candidate[]>();
  for (const quotation of draft.off ? [] : outermostOf(draft)) {
    const tokens = tokensOf(draft, quotation);
    const all = wantedWords(tokens);
    const { length } = all.words;
    const candidates = ask(all, PLACES);
    quotations.set(quotation, candidates);
    if (mayBeSpliced(tokens) && (candidates[0]?.similarity ?? 0) < WHOLE) {
      yield;
      ask(partOf(all, 0, length >> 1), PLACES_OF_HALF);
      yield;
      ask(partOf(all, length >> 1, length), PLACES_OF_HALF);
    }
    yield;
  }
  const claims = new Map<Claim, readonly Candidate[]>();
  for (const claim of draft.off ? [] : draft.claims) {
    claims.set(claim, ask(wantedWords(claimTokens(draft, claim)), PLACES_OF_CLAIM));
    yield;
  }
  return { articleIds: [...ids], retrieved: { quotations, claims } };
}

/** {@link planSteps} at once. */
export function planCheck(draft: Draft, corpus: Corpus): CheckPlan {
  return toEnd(planSteps(draft, corpus));
}

function outermostOf({ quotations }: Draft): Quotation[] {
  return quotations.filter(({ depth }) => depth === 0);
}

/** What one rule finds, element by element. */
function* findingsOf(rule: Rule, context: RuleContext): Steps<Finding[]> {
  const { draft } = context;
  const findings: Finding[] = [];
  for (const quotation of rule.quotation ? outermostOf(draft) : []) {
    for (const finding of rule.quotation?.(quotation, context) ?? []) findings.push(finding);
    yield;
  }
  for (const claim of rule.claim ? draft.claims : []) {
    for (const finding of rule.claim?.(claim, context) ?? []) findings.push(finding);
    yield;
  }
  for (const finding of rule.draft?.(context) ?? []) findings.push(finding);
  return findings;
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
export function* judgeSteps(draft: Draft, plan: CheckPlan, world: JudgeWorld): Steps<Analysis> {
  const { corpus, articles } = world;
  const context = new RuleContext(draft, plan.retrieved, world);
  const found: Finding[] = [];
  for (const rule of draft.off ? [] : RULES) found.push(...(yield* findingsOf(rule, context)));
  const findings = suppress(byPrecedence(found), draft).map((finding) => keepingMarkup(finding, draft));
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
  const verdicts = new Map<Quotation, Verdict>();
  for (const quotation of outermostOf(draft)) {
    verdicts.set(quotation, verdictOf(quotation, context));
    yield;
  }
  return { draft, corpus, articles, findings, verdicts };
}

/** What a draft is judged by. `articles` are the texts that the plan named. */
export interface JudgeWorld {
  readonly corpus: Corpus;
  readonly articles: Articles;
  readonly options: CheckOptions;
}

/** {@link judgeSteps} at once. */
export function judge(draft: Draft, plan: CheckPlan, corpus: Corpus, articles: Articles, options: CheckOptions): Analysis {
  return toEnd(judgeSteps(draft, plan, { corpus, articles, options }));
}
