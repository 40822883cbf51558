import { describe, expect, it } from 'vitest';
import { findingOn, spanOf } from '../../../test/support/handMade.ts';
import type { Fix } from '../rules/finding.ts';
import { together } from '../text/said.ts';
import type { Span } from '../text/span.ts';
import { fixesTogether, safeFixes, withFixes } from './fixing.ts';

const DRAFT = '“It will outlast the storm,” said Quill in March 2021.';
const fix = (span: Span, newText: string, details: Partial<Fix> = {}): Fix => ({
  title: together(`Put in “${newText}”`),
  applicability: 'safe',
  preferred: true,
  edits: [{ span, newText }],
  ...details,
});
const storm = spanOf(DRAFT, 'storm');
const year = spanOf(DRAFT, '2021');
const bracket = fix(storm, '[storm]', { title: together('Bracket it'), applicability: 'unsafe', preferred: false });
const findings = [
  findingOn(storm, { fixes: [fix(storm, 'fog'), bracket] }),
  findingOn(year, { rule: 'wrong-date', fixes: [fix(year, '2024')] }),
];
describe('fixes that are made together', () => {
  const newTexts = (fixes: readonly Fix[]) => fixes.flatMap(({ edits }) => edits.map(({ newText }) => newText));

  it('takes the preferred safe fix of each finding', () => {
    expect(newTexts(safeFixes(findings))).toEqual(['fog', '2024']);
  });

  it('takes no unsafe one', () => {
    expect(safeFixes([findingOn(storm, { fixes: [bracket] })])).toEqual([]);
  });

  it('takes only the first of two that meet', () => {
    const wide = findingOn({ start: 0, end: 30 }, { fixes: [fix({ start: 5, end: 30 }, 'wide')] });
    expect(newTexts(safeFixes([findings[0]!, wide, findings[1]!]))).toEqual(['fog', '2024']);
    const before = findingOn(storm, { fixes: [fix({ start: storm.start, end: storm.start }, 'before')] });
    expect(newTexts(safeFixes([findings[0]!, before]))).toEqual(['fog']);
  });

  it('takes neighbours that only touch', () => {
    const after = findingOn(storm, { fixes: [fix({ start: storm.end, end: storm.end + 1 }, '!')] });
    expect(newTexts(safeFixes([findings[0]!, after]))).toEqual(['fog', '!']);
  });

  it('take what a finding prefers where unsafe ones are wanted as well, and never one of several that it does not', () => {
    const rephrase = fix(storm, 'gale', { applicability: 'unsafe' });
    expect(newTexts(fixesTogether([findingOn(storm, { fixes: [rephrase] })], 'unsafe'))).toEqual(['gale']);
    expect(newTexts(fixesTogether([findingOn(storm, { fixes: [rephrase] })], 'safe'))).toEqual([]);
    expect(newTexts(fixesTogether([findingOn(storm, { fixes: [bracket] })], 'unsafe'))).toEqual([]);
    expect(newTexts(fixesTogether(findings, 'unsafe'))).toEqual(['fog', '2024']);
  });

  it('leave the rest of the text as it is', () => {
    expect(withFixes(DRAFT, safeFixes(findings))).toBe('“It will outlast the fog,” said Quill in March 2024.');
    expect(withFixes(DRAFT, [])).toBe(DRAFT);
  });
});
