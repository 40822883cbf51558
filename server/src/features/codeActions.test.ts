import { describe, expect, it } from 'vitest';
import { findingOn, spanOf, viewOf } from '../../../test/support/handMade.ts';
import type { Fix } from '../rules/finding.ts';
import { together } from '../text/said.ts';
import type { Span } from '../text/span.ts';
import { type CodeActionQuery, codeActionsFor } from './codeActions.ts';

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
const view = viewOf(DRAFT, { findings });
const rangeOf = ({ start, end }: Span) => ({ start: { line: 0, character: start }, end: { line: 0, character: end } });

function titles(span: Span, query: Partial<CodeActionQuery> = {}): string[] {
  return codeActionsFor(view, { range: rangeOf(span), only: undefined, diagnostics: [], versionedEdits: true, ...query }).map(
    ({ title }) => title,
  );
}

describe('code actions', () => {
  it('are the fixes of the finding at the place, and the one for all', () => {
    expect(titles(storm)).toEqual(['Put in “fog”', 'Bracket it', 'Fix everything that is safe to fix (2 places)']);
  });

  it('are there at the edges of a finding, and not beyond them', () => {
    const quick = { only: ['quickfix'] };
    expect(titles({ start: storm.end, end: storm.end }, quick)).toHaveLength(2);
    expect(titles({ start: storm.end + 1, end: storm.end + 2 }, quick)).toEqual([]);
    expect(titles({ start: 0, end: DRAFT.length }, quick)).toHaveLength(3);
  });

  it.each([
    [['quickfix'], 2],
    [['source'], 1],
    [['source.fixAll'], 1],
    [['source.fixAll.verbatim'], 1],
    [['source.fixAll.other'], 0],
    [['refactor', 'quick'], 0],
    [[''], 3],
  ])('of the kinds %j are %i', (only, count) => {
    expect(titles(storm, { only })).toHaveLength(count);
  });

  it('carry their edit, for the version where the client can tell', () => {
    const range = rangeOf(storm);
    const query = { range, only: ['quickfix'], diagnostics: [], versionedEdits: true };
    expect(codeActionsFor(view, query)[0]).toEqual({
      title: 'Put in “fog”',
      kind: 'quickfix',
      isPreferred: true,
      edit: { documentChanges: [{ textDocument: { uri: 'file:///draft.md', version: 3 }, edits: [{ range, newText: 'fog' }] }] },
    });
    expect(codeActionsFor(view, { ...query, versionedEdits: false })[0]?.edit).toEqual({
      changes: { 'file:///draft.md': [{ range, newText: 'fog' }] },
    });
  });

  it('name the diagnostic that they settle', () => {
    const diagnostic = { range: rangeOf(storm), code: 'misquote', message: 'x' };
    const others = [
      { ...diagnostic, code: 'other' },
      { ...diagnostic, range: rangeOf(year) },
    ];
    const [action] = codeActionsFor(view, {
      range: rangeOf(storm),
      only: undefined,
      diagnostics: [...others, diagnostic],
      versionedEdits: true,
    });
    expect(action?.diagnostics).toEqual([diagnostic]);
  });

  it('are none for a rule that is off', () => {
    const off = viewOf(DRAFT, { findings, severity: 'off' });
    expect(codeActionsFor(off, { range: rangeOf(storm), only: undefined, diagnostics: [], versionedEdits: true })).toEqual([]);
  });
});
