import { describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver';
import { articleOf, findingOn, matchIn, type Parts, quotationOf, spanOf, viewOf } from '../../../test/support/handMade.ts';
import type { Finding } from '../rules/finding.ts';
import { together } from '../text/said.ts';
import { hoverAt } from './hover.ts';

const DRAFT = '“It will outlast the storm and hail,” said Quill in March 2021.';
const lamp = articleOf('/c/lamp.md', '“It will outlast the fog and rain,” said Quill.');
const match = matchIn(lamp, 'It will outlast the fog and rain');
const quotation = quotationOf(DRAFT, '“It will outlast the storm and hail,”');
const COMMANDS = { open: 'v.open', peek: 'v.peek', replace: 'v.replace', letStand: 'v.stand' };

function misquote(words: string, newText: string, details: Partial<Finding> = {}): Finding {
  const edits = [{ span: spanOf(DRAFT, words), newText }];
  const fixes = [{ title: together(`Replace “${words}”`), applicability: 'safe', preferred: true, edits } as const];
  return findingOn(spanOf(DRAFT, words), { match, fixes, ...details });
}

/** The links under the card of some words: label, command and the words that its arguments name. */
function actionsAt(words: string, parts: Parts, markdown = true): string[] {
  const view = viewOf(DRAFT, { articles: [lamp], commands: COMMANDS, ...parts });
  const hover = hoverAt(view, { line: 0, character: spanOf(DRAFT, words).start + 1 }, markdown);
  const card = hover?.contents as MarkupContent | undefined;
  const last = card?.value.split('\n').at(-1) ?? '';
  return [...last.matchAll(/\[([^\]]*)\]\(command:([\w.]+)\?([^)]*)\)/g)].map(([, label, command, json = '']) => {
    const [uri, { start, end }] = JSON.parse(decodeURIComponent(json)) as [
      string,
      { start: { character: number }; end: { character: number } },
    ];
    const text = uri === 'file:///draft.md' ? DRAFT : lamp.prose.text;
    return `${label}: ${command} ${text.slice(start.character, end.character)}`;
  });
}

const misquoted = [[quotation, { kind: 'misquoted', match }]] as const;

describe('the links of a card', () => {
  it('are about the finding that is pointed at', () => {
    const findings = [misquote('storm', 'fog'), misquote('hail', 'rain')];
    expect(actionsAt('storm', { findings, verdicts: misquoted })).toEqual([
      'Open: v.open It will outlast the fog and rain',
      'Peek: v.peek storm',
      'Replace with the source’s words: v.replace storm',
      'Let stand: v.stand storm',
    ]);
  });

  it('are about all that is in the quotation where none of it is pointed at', () => {
    const findings = [misquote('storm', 'fog'), misquote('hail', 'rain')];
    expect(actionsAt('It will', { findings, verdicts: misquoted })).toEqual([
      'Open: v.open It will outlast the fog and rain',
      'Peek: v.peek “It will outlast the storm and hail,”',
      'Replace with the source’s words: v.replace storm and hail',
      'Let stand: v.stand “It will outlast the storm and hail,”',
    ]);
  });

  it('call another fix by its name', () => {
    const finding = misquote('March 2021', 'March 2024', { rule: 'wrong-date' });
    expect(actionsAt('March 2021', { findings: [finding], verdicts: misquoted })).toContain('Replace “March 2021”: v.replace March 2021');
  });

  it('are few where nothing is wrong', () => {
    expect(actionsAt('storm', { verdicts: [[quotation, { kind: 'verified', match }]] })).toEqual([
      'Open: v.open It will outlast the fog and rain',
      'Peek: v.peek “It will outlast the storm and hail,”',
    ]);
  });

  it('let words stand that no source has', () => {
    const finding = findingOn(quotation.span, { rule: 'quote-not-found' });
    expect(actionsAt('storm', { findings: [finding], verdicts: [[quotation, { kind: 'not-found' }]] })).toEqual([
      'Let stand: v.stand “It will outlast the storm and hail,”',
    ]);
  });

  it('are those alone that the client has commands for', () => {
    const findings = [misquote('storm', 'fog')];
    expect(actionsAt('storm', { findings, verdicts: misquoted, commands: {} })).toEqual([]);
    expect(actionsAt('storm', { findings, verdicts: misquoted, commands: { peek: 'v.peek' } })).toEqual(['Peek: v.peek storm']);
    expect(actionsAt('storm', { findings, verdicts: misquoted }, false)).toEqual([]);
  });
});
