import { expect } from 'vitest';
import type { Article } from '../../server/src/corpus/article.ts';
import { MemoryCorpus } from '../../server/src/corpus/memoryCorpus.ts';
import { parseDraft } from '../../server/src/draft/parse.ts';
import { readable } from '../../server/src/prose/prose.ts';
import { readMarkdown } from '../../server/src/readers/markdown.ts';
import type { Analysis } from '../../server/src/rules/analysis.ts';
import type { Finding, Fix } from '../../server/src/rules/finding.ts';
import { planCheck } from '../../server/src/rules/plan.ts';
import { judge } from '../../server/src/rules/run.ts';
import { type CheckOptions, DEFAULT_OPTIONS } from '../../server/src/rules/style.ts';
import { sliceOf } from '../../server/src/text/span.ts';
import { type Mark, takeMarksOut, writeMarksIn } from './marks.ts';

/** What a test may want otherwise than a Markdown draft without settings. */
export interface DraftSettings extends Partial<CheckOptions> {
  /** An editor's id of the language. */
  readonly languageId?: string;
}

/** Takes the indentation that all lines share off a template literal, and the lines round it. */
export function dedent(text: string): string {
  const lines = text.replace(/^\n|\n[ \t]*$/g, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}

/** Articles from Markdown with or without front matter; the first is `1.md`. */
export function articlesOf(...sources: readonly string[]): Article[] {
  return sources.flatMap((source, i) => readMarkdown(`${i + 1}.md`, dedent(source)).articles);
}

/** A corpus of articles written as Markdown with or without front matter; the first is `1.md`. */
export function corpusOf(...sources: readonly string[]): MemoryCorpus {
  return MemoryCorpus.of(articlesOf(...sources));
}

/** Reads a draft and runs every rule over it, with only the articles at hand that the plan asks for. */
export function analysisOf(corpus: MemoryCorpus, text: string, { languageId = 'markdown', ...options }: DraftSettings = {}): Analysis {
  const settings = { ...DEFAULT_OPTIONS, ...options };
  const draft = parseDraft(text, languageId, settings);
  const plan = planCheck(draft, corpus);
  const articles = new Map(plan.articleIds.map((id) => [id, corpus.texts.get(id) as Article]));
  return judge(draft, plan, corpus, articles, settings);
}

/** `text` with a fix's edits made. */
export function applyFix(text: string, { edits }: Fix): string {
  const backwards = [...edits].sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
  return backwards.reduce((so, { span, newText }) => so.slice(0, span.start) + newText + so.slice(span.end), text);
}

function preferredFix({ fixes }: Finding): Fix | undefined {
  return fixes.find(({ preferred }) => preferred);
}

/** What the preferred fix makes of the words that a finding covers; undefined where it has none. */
function replacementFor(text: string, finding: Finding): string | undefined {
  const fix = preferredFix(finding);
  if (!fix) return undefined;
  const start = Math.min(finding.span.start, ...fix.edits.map(({ span }) => span.start));
  const rest = text.length - Math.max(finding.span.end, ...fix.edits.map(({ span }) => span.end));
  const fixed = applyFix(text, fix);
  return fixed.slice(start, fixed.length - rest).trim();
}

/** The mark that says of a finding what `expected` says of it, or all there is to say. */
function markFor(finding: Finding, text: string, expected: Mark | undefined): Mark {
  const { span, kind } = finding;
  const message = finding.message.text;
  const rule = kind === null || (expected && !expected.rule.includes('.')) ? finding.rule : `${finding.rule}.${kind}`;
  const says = expected?.says;
  return {
    span,
    rule,
    says: expected ? (says !== undefined && !message.includes(says) ? message : says) : message,
    becomes: expected?.becomes === undefined && expected ? undefined : (replacementFor(text, finding) ?? (expected ? 'no fix' : undefined)),
  };
}

function marksFor({ findings }: Analysis, text: string, expected: readonly Mark[]): Mark[] {
  return findings.map((finding) => {
    const { span } = finding;
    const same = expected.find(
      (mark) => mark.span.start === span.start && mark.span.end === span.end && mark.rule.split('.')[0] === finding.rule,
    );
    return markFor(finding, text, same);
  });
}

const nameOf = ({ rule, kind }: Finding) => (kind === null ? rule : `${rule}.${kind}`);

/** Drafts in which a preferred fix has not settled its finding, or has brought up another. */
function* badFixes(analysis: Analysis, text: string, again: (text: string) => Analysis): Generator<string> {
  for (const finding of analysis.findings) {
    const fix = preferredFix(finding);
    if (!fix) continue;
    const left = analysis.findings.filter((one) => one !== finding).map(nameOf);
    const fixed = applyFix(text, fix);
    const after = again(fixed);
    const unexpected = after.findings.map(nameOf).filter((name) => {
      const at = left.indexOf(name);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    if (unexpected.length > 0) yield `\nAfter “${fix.title}”: ${writeMarksIn(fixed, marksFor(after, fixed, []))}`;
  }
}

/**
 * Checks a draft that has its findings written in, against what all rules find. Words that a finding covers stand in
 * brackets that a rule's name in braces closes; any other bracket is the draft's own:
 *
 *     [covered]{wrong-date}                        found, and that is all
 *     [covered]{misquote.number}                   of this kind
 *     [covered]{misquote: “good” for “well”}       with these words in its message
 *     [covered]{misquote.content → well}           what its preferred fix makes of the covered words; `→}`: nothing
 *
 * Marks may nest; two on the same words stand in the order of the rules' names, the first innermost. What is found is
 * written into the draft the same way and the two drafts are compared, so that a failure can be pasted back. Every
 * preferred fix is tried, too: it must settle its finding and bring up no other.
 */
export function checkDraft(corpus: MemoryCorpus, marked: string, settings: DraftSettings = {}): void {
  const { text, marks } = takeMarksOut(marked);
  const again = (draft: string) => analysisOf(corpus, draft, settings);
  const analysis = again(text);
  const troubles = [...badFixes(analysis, text, again)];
  expect(writeMarksIn(text, marksFor(analysis, text, marks)) + troubles.join('')).toBe(marked);
}

/** Each outermost quotation of a draft with its verdict: `verified: the tide is late`. */
export function verdicts(corpus: MemoryCorpus, text: string, settings: DraftSettings = {}): string[] {
  const { draft, verdicts: found } = analysisOf(corpus, text, settings);
  return [...found].map(
    ([{ pieces }, { kind }]) => `${kind}: ${pieces.map((piece) => readable(sliceOf(draft.prose.text, piece))).join(' | ')}`,
  );
}
