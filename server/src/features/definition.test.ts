import { expect, it } from 'vitest';
import { articleOf, findingOn, matchIn, quotationOf, spanOf, viewOf } from '../../../test/support/handMade.ts';
import { definitionAt } from './definition.ts';

const DRAFT = 'Before.\n“It will outlast the storm,” said Quill.';
const lamp = articleOf('/c/lamp.md', 'Voted.\n“It will outlast the fog,” said Quill.');
const copy = articleOf('/c/copy.md', 'It will outlast the fog');
const match = matchIn(lamp, 'It will outlast the fog', { others: [matchIn(copy, 'It will outlast the fog')] });
const quotation = quotationOf(DRAFT, '“It will outlast the storm,”');
const view = viewOf(DRAFT, {
  articles: [lamp, copy],
  findings: [findingOn(spanOf(DRAFT, 'storm'), { match })],
  verdicts: [[quotation, { kind: 'misquoted', match }]],
});
const inSource = { start: { line: 1, character: 1 }, end: { line: 1, character: 24 } };
const inCopy = { start: { line: 0, character: 0 }, end: { line: 0, character: 23 } };

it('leads from a quotation to every passage with the words', () => {
  const originSelectionRange = { start: { line: 1, character: 0 }, end: { line: 1, character: 28 } };
  expect(definitionAt(view, { line: 1, character: 25 }, true)).toEqual([
    { originSelectionRange, targetUri: 'file:///c/lamp.md', targetRange: inSource, targetSelectionRange: inSource },
    { originSelectionRange, targetUri: 'file:///c/copy.md', targetRange: inCopy, targetSelectionRange: inCopy },
  ]);
});

it('gives plain locations to a client without links', () => {
  expect(definitionAt(view, { line: 1, character: 25 }, false)).toEqual([
    { uri: 'file:///c/lamp.md', range: inSource },
    { uri: 'file:///c/copy.md', range: inCopy },
  ]);
});

it('leads nowhere from prose, nor from words that no source has', () => {
  expect(definitionAt(view, { line: 0, character: 2 }, true)).toBeNull();
  const lost = viewOf(DRAFT, { verdicts: [[quotation, { kind: 'not-found' }]] });
  expect(definitionAt(lost, { line: 1, character: 5 }, true)).toBeNull();
});
