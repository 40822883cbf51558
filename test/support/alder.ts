import { expect } from 'vitest';
import type { MemoryCorpus } from '../../server/src/corpus/memoryCorpus.ts';
import { analysisOf, applyFix, checkDraft, type DraftSettings, verdicts } from './checkDraft.ts';
import { takeMarksOut } from './marks.ts';

// What the tests of traps share: two invented papers of one week, and three people whom they quote.

export const article = (publisher: string, paragraphs: readonly string[]): string =>
  `---\ntitle: News of the week\npublisher: ${publisher}\npublished: 2025-03-04\n---\n\n${paragraphs.join('\n\n')}`;
export const post = (...paragraphs: string[]): string => article('The Alder Post', paragraphs);
export const herald = (...paragraphs: string[]): string => article('Hob Lane Herald', paragraphs);

/** Words with their speaker, as sources and drafts have them. */
export const quill = (words: string): string => `“${words},” said Edda Quill.`;
export const brandt = (words: string): string => `“${words},” said Jonas Brandt.`;
export const lind = (words: string): string => `“${words},” said Mara Lind.`;

/** What is marked is found and nothing else; where no words are marked as false, every quotation stands, else not all do. */
export function check(corpus: MemoryCorpus, marked: string, settings: DraftSettings = {}): void {
  checkDraft(corpus, marked, settings);
  const { text, marks } = takeMarksOut(marked);
  const stand = verdicts(corpus, text, settings).map((verdict) => /^(?:verified|altered):/.test(verdict));
  expect(stand).not.toEqual([]);
  expect(stand.every(Boolean)).toBe(!marks.some(({ rule }) => /^(?:misquote|spliced-quote|quote-not-found)/.test(rule)));
}

/** What is found in a draft: rules, with the kind of change where there is one. */
export function rules(corpus: MemoryCorpus, text: string): string[] {
  return analysisOf(corpus, text).findings.map(({ rule, kind }) => (kind ? `${rule}.${kind}` : rule));
}

/** What the preferred fix of the first misquote makes of the draft. */
export function fixed(corpus: MemoryCorpus, text: string): string | undefined {
  const fix = analysisOf(corpus, text)
    .findings.find(({ rule }) => rule === 'misquote')
    ?.fixes.find(({ preferred }) => preferred);
  return fix && applyFix(text, fix);
}
