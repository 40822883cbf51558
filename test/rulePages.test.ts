import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { MemoryCorpus } from '../server/src/corpus/memoryCorpus.ts';
import { readSource } from '../server/src/readers/index.ts';
import type { Edit, Finding } from '../server/src/rules/finding.ts';
import { RULE_NAMES } from '../server/src/rules/finding.ts';
import { isSettingName, readSetting } from '../server/src/service/settingsSchema.ts';
import { DEFAULT_SEVERITIES } from '../server/src/service/severity.ts';
import { together } from '../server/src/text/said.ts';
import { contains } from '../server/src/text/span.ts';
import { analysisOf, applyFix, checkDraft } from './support/checkDraft.ts';
import { takeMarksOut } from './support/marks.ts';
import { readSampleDraft, rulePages, rulesMarkedIn } from './support/rulePages.ts';

/** What every page says, in this order. */
const SECTIONS = ['Why it matters', 'Examples', 'What is no finding', 'When to overrule it', 'Related rules'];

/** Sources read as the files of a corpus folder are, and what was wrong with them. */
async function corpusOf({ articles }: { readonly articles: readonly string[] }): Promise<{ corpus: MemoryCorpus; problems: string[] }> {
  const read = articles.map((text, i) => readSource(`sources/${i + 1}.md`, new TextEncoder().encode(`${text}\n`)));
  const readings = await Promise.all(read);
  return {
    corpus: MemoryCorpus.of(readings.flatMap((reading) => reading.articles)),
    problems: readings.flatMap((reading) => reading.problems.map(({ message }) => message)),
  };
}

/** A draft after every preferred fix of its findings. */
function fixAll(corpus: MemoryCorpus, text: string): string {
  const edits = analysisOf(corpus, text).findings.flatMap(
    ({ fixes }): readonly Edit[] => fixes.find(({ preferred }) => preferred)?.edits ?? [],
  );
  return applyFix(text, { title: together('all'), applicability: 'unsafe', preferred: false, edits });
}

/** What is wrong with a `.verbatim.yaml` that a page shows. */
function settingProblems(yaml: string): string[] {
  return Object.entries(parse(yaml) as Record<string, unknown>).flatMap(([name, value]) =>
    isSettingName(name) ? readSetting(name, value).problems.map(({ message }) => message) : [`There is no setting “${name}”.`],
  );
}

const pages = rulePages();

it('there is a page for every rule', () => {
  expect(pages.map(({ rule }) => rule)).toEqual(RULE_NAMES);
});

describe.each(pages)('the page of $rule', (page) => {
  const { rule, headings, severity, examples, settings } = page;

  it('says what every page says', () => {
    expect(headings).toEqual([rule, ...SECTIONS]);
    expect(severity).toBe(DEFAULT_SEVERITIES[rule]);
  });

  it('has sources that can be read', async () => {
    const { corpus, problems } = await corpusOf(page);
    expect(problems).toEqual([]);
    expect(corpus.size).toBe(page.articles.length);
  });

  it('shows a draft with the finding and one without', () => {
    const clean = examples.filter(({ heading }) => heading === 'What is no finding');
    expect(examples.some(({ heading, draft }) => heading === 'Examples' && rulesMarkedIn(draft).includes(rule))).toBe(true);
    expect(clean.length).toBeGreaterThan(0);
    expect(clean.flatMap(({ draft }) => rulesMarkedIn(draft))).not.toContain(rule);
  });

  it('has settings that hold', () => {
    expect(settings.length).toBeGreaterThan(0);
    expect(settings.flatMap(settingProblems)).toEqual([]);
  });

  it.each(examples)('line $line: what is found is what is marked', async ({ draft }) => {
    const { corpus } = await corpusOf(page);
    checkDraft(corpus, draft);
  });

  it.each(examples.filter(({ fixed }) => fixed !== null))('line $line: the fixes make of it what is shown', async ({ draft, fixed }) => {
    const { corpus } = await corpusOf(page);
    expect(fixAll(corpus, takeMarksOut(draft).text)).toBe(fixed);
  });
});

describe('the sample draft', () => {
  const sample = readSampleDraft();

  it('has a fault for every rule that its sources give occasion for', () => {
    expect(RULE_NAMES.filter((rule) => !sample.faults.some((fault) => fault.rule === rule))).toEqual([
      'cut-quote',
      'secondhand-quote',
      'superseded-source',
    ]);
  });

  it('has the findings that its comments announce, each once, and no others', async () => {
    const { corpus, problems } = await corpusOf(sample);
    const { findings } = analysisOf(corpus, sample.text);
    const announced = sample.faults.map(({ rule, paragraph }) => `${rule}: ${paragraph}`);
    const found = findings.map(({ rule, span }) => `${rule}: ${sample.faults.find((fault) => contains(fault.span, span))?.paragraph}`);
    expect(problems).toEqual([]);
    expect(found).toEqual(announced);
  });

  it('is mended by the preferred fixes, where there can be one', async () => {
    const { corpus } = await corpusOf(sample);
    const unfixable = analysisOf(corpus, sample.text).findings.filter(({ fixes }) => fixes.length === 0);
    const left = analysisOf(corpus, fixAll(corpus, sample.text)).findings;
    // A word that was put right may be one that the sources themselves print in two ways.
    const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule).filter((rule) => rule !== 'sources-disagree');
    expect(rulesOf(left)).toEqual(rulesOf(unfixable));
  });

  it('quotes its sources rightly everywhere else', async () => {
    const { corpus } = await corpusOf(sample);
    const { verdicts } = analysisOf(corpus, sample.text);
    const others = [...verdicts].filter(([{ span }]) => !sample.faults.some((fault) => contains(fault.span, span)));
    const kinds = new Set(others.map(([, { kind }]) => kind));
    expect(kinds).toEqual(new Set(['verified', 'altered', 'ignored']));
  });
});
