import { describe, expect, it } from 'vitest';
import { findingOn, spanOf, viewOf } from '../../../test/support/handMade.ts';
import { parseDraft } from '../draft/parse.ts';
import type { Finding } from '../rules/finding.ts';
import { DEFAULT_OPTIONS } from '../rules/style.ts';
import { parseStetFile } from '../service/stetFile.ts';
import type { CodeActionQuery } from './codeActions.ts';
import { LET_STAND_SCOPES, type LetStandScope, letStandActions, type StetTarget, scopesOf, standableAt, standingEdit } from './letStand.ts';

const DRAFT = '# A light\n\n“It will outlast the storm,” said Edda Quill in March 2021.\n\nThe bell is late.';
const STORM = findingOn(spanOf(DRAFT, 'storm'));
const YEAR = findingOn(spanOf(DRAFT, '2021'), { rule: 'wrong-date' });
const VIEW = viewOf(DRAFT, { findings: [STORM, YEAR] });

const targetOf = (text: string | null, details: Partial<StetTarget> = {}): StetTarget => ({
  file: parseStetFile('/w/.verbatim-stet.yaml', '/w', text),
  version: null,
  draft: '/w/columns/lamp.md',
  languageId: 'markdown',
  ...details,
});
const NOTES = { reason: null, date: '2026-03-14' };
const written = (finding: Finding, scope: LetStandScope, target = targetOf('- rule: cut-quote\n'), notes = NOTES, view = VIEW) =>
  standingEdit(view, finding, scope, { target, notes })?.newText;
const query: CodeActionQuery = {
  range: { start: { line: 2, character: 0 }, end: { line: 2, character: 60 } },
  only: undefined,
  diagnostics: [],
  versionedEdits: true,
};
const OPTIONS = { date: '2026-03-14', command: null, creates: true };

describe('what is written', () => {
  it.each([
    ['place', '\n- rule: misquote\n  words: storm\n  before: It will outlast the\n  after: said Edda Quill in March\n  date: 2026-03-14\n'],
    ['quotation', '\n- quotation: It will outlast the storm,\n  date: 2026-03-14\n'],
    ['draft', '\n- rule: misquote\n  draft: columns/lamp.md\n  date: 2026-03-14\n'],
    ['rule', '\n- rule: misquote\n  date: 2026-03-14\n'],
    ['comment', '<!-- stet misquote -->\n'],
  ] as const)('for the scope %s', (scope, text) => {
    expect(written(STORM, scope)).toBe(text);
  });

  it('holds the reason in one line', () => {
    const notes = { reason: 'on -- the\ntape -->', date: null };
    expect(written(STORM, 'rule', targetOf('- rule: cut-quote\n'), notes as never)).toBe(
      '\n- rule: misquote\n  reason: on -- the tape -->\n',
    );
    expect(written(STORM, 'comment', targetOf(null), notes as never)).toBe('<!-- stet misquote: on – the tape –> -->\n');
  });

  it('is for the document that is open', () => {
    const edit = standingEdit(VIEW, STORM, 'rule', { target: targetOf('- rule: cut-quote\n', { version: 7 }), notes: NOTES });
    expect(edit).toMatchObject({
      uri: 'file:///w/.verbatim-stet.yaml',
      version: 7,
      create: false,
      range: { start: { line: 1, character: 0 } },
    });
    expect(standingEdit(VIEW, STORM, 'comment', { target: targetOf(null), notes: NOTES })).toMatchObject({
      uri: VIEW.uri,
      version: VIEW.version,
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
    });
  });

  it('stands over a whole list', () => {
    const list = 'The bell:\n\n- one\n- “It will outlast the storm,” said Quill.\n';
    const view = viewOf(list, {});
    const draft = parseDraft(list, 'markdown', DEFAULT_OPTIONS);
    const asMarkdown = { ...view, analysis: { ...view.analysis, draft } };
    const edit = standingEdit(asMarkdown, findingOn(spanOf(list, 'storm')), 'comment', { target: targetOf(null), notes: NOTES });
    expect(edit?.range).toEqual({ start: { line: 2, character: 0 }, end: { line: 2, character: 0 } });
  });
});

describe('how far a finding can be let stand', () => {
  it('is all the ways there are, the narrowest first', () => {
    expect(scopesOf(VIEW, STORM, targetOf(null))).toEqual(LET_STAND_SCOPES);
  });

  it.each([
    ['no quotation', YEAR, targetOf(null), ['place', 'draft', 'rule', 'comment']],
    ['a draft that lies elsewhere', STORM, targetOf(null, { draft: '/elsewhere/lamp.md' }), ['place', 'quotation', 'rule', 'comment']],
    ['a file that must be mended', STORM, targetOf('rule: misquote\n'), ['comment']],
  ])('without what is not there: %s', (_, finding, target, scopes) => {
    expect(scopesOf(VIEW, finding, target)).toEqual(scopes);
  });

  it('is nothing for a draft that is not saved', () => {
    const untitled = { ...VIEW, uri: 'untitled:Untitled-1' };
    expect(scopesOf(untitled, YEAR, targetOf(null))).toEqual(['place', 'rule', 'comment']);
  });

  it('is asked of the findings at a range, but those about letting stand', () => {
    const idle = findingOn(spanOf(DRAFT, 'storm'), { rule: 'unused-stet' });
    const view = viewOf(DRAFT, { findings: [STORM, idle, YEAR] });
    expect(standableAt(view, query.range, null)).toEqual([STORM, YEAR]);
    expect(standableAt(view, query.range, 'wrong-date')).toEqual([YEAR]);
    expect(standableAt(view, { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } }, null)).toEqual([]);
  });
});

describe('the actions', () => {
  it('are one for each way, or one that asks', () => {
    const titles = letStandActions(VIEW, query, targetOf(null), OPTIONS).map(({ title }) => title);
    expect(titles).toEqual([
      'Let “storm” stand here',
      'Let this quotation stand in every draft',
      'Let every misquote stand in this draft',
      'Let every misquote stand in this folder',
      'Let it stand by a comment in the draft',
      'Let “2021” stand here',
      'Let every wrong-date stand in this draft',
      'Let every wrong-date stand in this folder',
      'Let it stand by a comment in the draft',
    ]);
    const asking = letStandActions(VIEW, query, targetOf(null), { ...OPTIONS, command: 'x.letStand' });
    expect(asking.map(({ title, command }) => [title, command?.command, command?.arguments?.[2]])).toEqual([
      ['Let this stand…', 'x.letStand', 'misquote'],
      ['Let this stand…', 'x.letStand', 'wrong-date'],
    ]);
  });

  it('are quick fixes, and never among what is done on save', () => {
    expect(letStandActions(VIEW, { ...query, only: ['source.fixAll'] }, targetOf(null), OPTIONS)).toEqual([]);
    expect(new Set(letStandActions(VIEW, query, targetOf(null), OPTIONS).map(({ kind }) => kind))).toEqual(new Set(['quickfix']));
  });

  it('make the file where the client can, and only write it where it cannot', () => {
    const changesOf = (creates: boolean, versionedEdits: boolean) =>
      letStandActions(VIEW, { ...query, versionedEdits }, targetOf(null), { ...OPTIONS, creates })[0]?.edit;
    expect(changesOf(true, true)?.documentChanges).toHaveLength(2);
    expect(changesOf(false, true)?.documentChanges).toHaveLength(1);
    expect(Object.keys(changesOf(true, false)?.changes ?? {})).toEqual(['file:///w/.verbatim-stet.yaml']);
  });
});

it('the quotation is the one that the finding lies in', () => {
  const text = '“One bell,” said Quill. “Two lamps and a storm,” said Marl.';
  const view = viewOf(text, { findings: [findingOn(spanOf(text, 'storm'))] });
  expect(written(findingOn(spanOf(text, 'storm')), 'quotation', targetOf(''), NOTES, view)).toContain('quotation: Two lamps and a storm,');
});
