import type { Corpus } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import type { Quotation } from '../prose/quotations.ts';
import { NOTHING_SAID } from '../text/said.ts';
import { type Steps, toEnd } from '../text/steps.ts';
import type { Analysis, Articles } from './analysis.ts';
import { RuleContext } from './context.ts';
import { evidenceOf } from './evidence.ts';
import type { Finding, Verdict } from './finding.ts';
import { RULES } from './index.ts';
import { markupKeeper } from './markup.ts';
import { type CheckPlan, outermostOf } from './plan.ts';
import { byPrecedence } from './precedence.ts';
import type { Rule } from './rule.ts';
import type { CheckOptions } from './style.ts';
import { isIgnored, suppress } from './suppression.ts';

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
  if (isIgnored(quotation, context.draft, context.options.stands)) return { kind: 'ignored', match };
  if (reading.kind === 'unchecked') return { kind: 'unchecked', reason: reading.reason ?? NOTHING_SAID };
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
  const { stands } = world.options;
  const left = suppress(byPrecedence(found), draft, stands);
  const findings = left.findings.map(markupKeeper(draft));
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
  const verdicts = new Map<Quotation, Verdict>();
  for (const quotation of outermostOf(draft)) {
    verdicts.set(quotation, verdictOf(quotation, context));
    yield;
  }
  return { draft, corpus, articles, findings, verdicts, ...(stands ? { stood: { stands, served: left.entries } } : {}) };
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
