import { expect, it } from 'vitest';
import { checkOutcome, rereadOutcome, statusHint, statusText } from './wording.ts';

it.each([
  [{ kind: 'indexing', done: 0, total: 0 }, '$(sync~spin) Verbatim'],
  [{ kind: 'indexing', done: 12, total: 2000 }, '$(sync~spin) Verbatim: 12 of 2,000 sources'],
  [{ kind: 'ready', articles: 1, findings: 0 }, 'Verbatim: 1 article, 0 findings'],
  [{ kind: 'trouble', articles: 5, findings: 1, messages: ['one', 'two'] }, '$(warning) Verbatim: 5 articles, 1 finding'],
] as const)('the status %j reads “%s”', (status, text) => {
  expect(statusText(status)).toBe(text);
});

it('trouble is told in full', () => {
  expect(statusHint({ kind: 'trouble', articles: 5, findings: 1, messages: ['one', 'two'] })).toBe('one\ntwo');
  expect(statusHint({ kind: 'trouble', articles: 5, findings: 1, messages: ['one'], notes: ['two'] })).toBe('one\ntwo');
  expect(statusHint({ kind: 'ready', articles: 5, findings: 1, notes: ['It is large.'] })).toMatch(/articles\.\nIt is large\.$/);
});

const checked = { unchecked: null, findings: 0, quotations: 3, verified: 2, articles: 5 };

it.each([
  [{ ...checked, findings: 1 }, 'There is one finding. 2 of 3 quotations are verified. Checked against 5 articles.'],
  [
    { ...checked, articles: 1, quotations: 1, verified: 0 },
    'There is nothing to report. The only quotation is not verified. Checked against one article.',
  ],
  [{ ...checked, quotations: 0, verified: 0 }, 'There is nothing to report. There are no quotations. Checked against 5 articles.'],
  [{ ...checked, articles: 0 }, 'There is nothing to check against: no sources were found.'],
  [{ ...checked, unchecked: 'source' }, 'This file is a source. Sources are not checked.'],
] as const)('the outcome of a check says what was done', (result, text) => {
  expect(checkOutcome(result)).toBe(text);
});

it('the outcome of reading again counts what went wrong', () => {
  expect(rereadOutcome({ articles: 5, troubled: 0 })).toBe('5 articles were read.');
  expect(rereadOutcome({ articles: 5, troubled: 1 })).toBe('5 articles were read. One file has problems; the Problems view names them.');
});
