import { expect, it } from 'vitest';
import { articleOf, findingOn, matchIn, quotationOf, spanOf, viewOf } from '../../../test/support/handMade.ts';
import { together } from '../text/said.ts';
import { digestOf } from './digest.ts';
import { placesIn, wantedFromDraft, wantedFromSource } from './references.ts';

const DRAFT = 'Before.\n“It will outlast the storm,” said Quill. Seven voted.';
const lamp = articleOf('/c/lamp.md', 'Eight voted. “It will outlast the fog,” said Quill.', {
  title: 'The lamp',
  publisher: 'Gazette',
});
const copy = articleOf('/c/copy.md', 'It will outlast the fog');
const match = matchIn(lamp, 'It will outlast the fog', { others: [matchIn(copy, 'It will outlast the fog')] });
const voted = matchIn(lamp, 'Eight voted.');
const fix = {
  title: together('Put “fog”'),
  applicability: 'safe',
  preferred: true,
  edits: [{ span: spanOf(DRAFT, 'storm'), newText: 'fog' }],
} as const;
const view = viewOf(DRAFT, {
  articles: [lamp, copy],
  findings: [
    findingOn(spanOf(DRAFT, 'storm'), { match, fixes: [fix] }),
    findingOn(spanOf(DRAFT, 'Seven'), { rule: 'wrong-number', match: voted }),
  ],
  verdicts: [[quotationOf(DRAFT, '“It will outlast the storm,”'), { kind: 'misquoted', match }]],
});
const digest = digestOf(view);
const quoted = { uri: view.uri, range: { start: { line: 1, character: 0 }, end: { line: 1, character: 28 } } };
const counted = { uri: view.uri, range: { start: { line: 1, character: 41 }, end: { line: 1, character: 46 } } };

it('lead from a sentence of a source to what rests on it', () => {
  expect(placesIn(view.uri, digest, wantedFromSource(lamp, { line: 0, character: 20 }, 'utf-16'))).toEqual([quoted]);
  expect(placesIn(view.uri, digest, wantedFromSource(lamp, { line: 0, character: 2 }, 'utf-16'))).toEqual([counted]);
  expect(placesIn(view.uri, digest, wantedFromSource(copy, { line: 0, character: 2 }, 'utf-16'))).toEqual([quoted]);
});

it('lead from a heading to all that rests on the source', () => {
  const { text } = lamp.prose;
  const titled = { ...lamp, prose: { text, blocks: [{ span: { start: 0, end: text.length }, kind: 'heading' as const, group: -1 }] } };
  expect(placesIn(view.uri, digest, wantedFromSource(titled, { line: 0, character: 2 }, 'utf-16'))).toEqual([quoted, counted]);
});

it('lead from a quotation to every passage that has the words', () => {
  const wanted = wantedFromDraft(view, { line: 1, character: 5 });
  expect(wanted?.sources.map(({ uri }) => uri)).toEqual(['file:///c/lamp.md', 'file:///c/copy.md']);
  expect(wanted && placesIn(view.uri, digest, wanted)).toEqual([quoted]);
  expect(wantedFromDraft(view, { line: 0, character: 2 })).toBeNull();
});

it('are kept with the findings, as plain data', () => {
  expect(digest.findings[0]).toMatchObject({
    rule: 'misquote',
    severity: 'warning',
    words: 'storm',
    source: { id: '/c/lamp.md', name: 'The lamp', imprint: 'Gazette', uri: 'file:///c/lamp.md' },
    fix: { title: 'Put “fog”', edits: [{ newText: 'fog' }] },
  });
  expect(digest.findings[1]?.fix).toBeNull();
  expect(JSON.parse(JSON.stringify(digest))).toEqual(digest);
});
