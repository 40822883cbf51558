import { describe, expect, it } from 'vitest';
import { findingOn, spanOf, viewOf } from '../../../test/support/handMade.ts';
import type { Fix } from '../rules/finding.ts';
import { together } from '../text/said.ts';
import type { Span } from '../text/span.ts';
import type { CodeActionQuery } from './codeActions.ts';
import { fixRuleActions } from './fixRule.ts';

const DRAFT = '“It will outlast the storm and the gale,” said Quill in March 2021.';
const fix = (span: Span, newText: string, applicability: Fix['applicability'] = 'safe'): Fix => ({
  title: together(newText),
  applicability,
  preferred: true,
  edits: [{ span, newText }],
});
const [storm, gale, year] = ['storm', 'gale', '2021'].map((words) => spanOf(DRAFT, words)) as [Span, Span, Span];
const findings = [
  findingOn(storm, { fixes: [fix(storm, 'fog')] }),
  findingOn(gale, { fixes: [fix(gale, 'rain')] }),
  findingOn(spanOf(DRAFT, 'outlast'), { fixes: [fix(spanOf(DRAFT, 'outlast'), 'outlive', 'unsafe')] }),
  findingOn(year, { rule: 'wrong-date', fixes: [fix(year, '2024')] }),
];
const view = viewOf(DRAFT, { findings });
const OPTIONS = { confirms: true, resolves: true };
const at = ({ start, end }: Span): CodeActionQuery => ({
  range: { start: { line: 0, character: start }, end: { line: 0, character: end } },
  only: undefined,
  diagnostics: [],
  versionedEdits: true,
});
const titles = (span: Span, options = OPTIONS) => fixRuleActions(view, at(span), options).map(({ title }) => title);

describe('fixing all that a rule has found', () => {
  it('is offered where a safe fix is, in the draft from two places on', () => {
    expect(titles(storm)).toEqual([
      'Fix every misquote in this draft that is safe to fix (2 places)',
      'Fix every misquote in this folder’s drafts that is safe to fix…',
    ]);
    expect(titles(year)).toEqual(['Fix every wrong-date in this folder’s drafts that is safe to fix…']);
    expect(titles(spanOf(DRAFT, 'outlast'))).toEqual([]);
    expect(titles(spanOf(DRAFT, 'said'))).toEqual([]);
  });

  it('makes the safe fixes of that rule only', () => {
    const [action] = fixRuleActions(view, at(storm), OPTIONS);
    expect(action?.edit).toMatchObject({
      documentChanges: [{ textDocument: { version: 3 }, edits: [{ newText: 'fog' }, { newText: 'rain' }] }],
      changeAnnotations: { verbatim: { needsConfirmation: true } },
    });
  });

  it('says nothing of looking first to a client that cannot', () => {
    const [action] = fixRuleActions(view, at(storm), { confirms: false, resolves: false });
    expect(JSON.stringify(action?.edit)).not.toContain('nnotation');
    const [old] = fixRuleActions(view, { ...at(storm), versionedEdits: false }, OPTIONS);
    expect(Object.values(old?.edit?.changes ?? {})[0]).toHaveLength(2);
    expect(JSON.stringify(old?.edit)).not.toContain('nnotation');
    expect(titles(year, { confirms: true, resolves: false })).toEqual([]);
  });

  it('is no part of what is fixed on save', () => {
    expect(fixRuleActions(view, { ...at(storm), only: ['source.fixAll'] }, OPTIONS)).toEqual([]);
  });
});
