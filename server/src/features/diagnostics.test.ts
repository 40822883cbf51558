import { describe, expect, it } from 'vitest';
import { articleOf, drawn, findingOn, matchIn, spanOf, viewOf } from '../../../test/support/handMade.ts';
import { diagnosticsOf } from './diagnostics.ts';

const DRAFT = 'She wrote it down.\n“It will outlast the storm,” said Quill.';
const lamp = articleOf('/c/lamp.md', 'Front matter.\n\n“It will outlast the fog,” said Edda Quill.', {
  title: 'Saltmere keeps its lamp',
  publisher: 'Saltmere Gazette',
  published: { year: 2024, month: 3, day: 12 },
});
const match = matchIn(lamp, 'It will outlast the fog', { changed: 'fog' });
const finding = findingOn(spanOf(DRAFT, 'storm'), { kind: 'content', match });
const everything = { rulePages: 'file:///pages', relatedInformation: true, codeDescription: true, passages: true };

describe('diagnostics', () => {
  it('are drawn under what they are about', () => {
    const diagnostics = diagnosticsOf(viewOf(DRAFT, { articles: [lamp], findings: [finding] }), everything);
    expect(
      drawn(
        DRAFT,
        diagnostics.map(({ range }) => range),
      ),
    ).toMatchInlineSnapshot(`
      "She wrote it down.
      “It will outlast the storm,” said Quill.
                           ▔▔▔▔▔"
    `);
  });

  it('say what, how loudly, why and whence', () => {
    expect(diagnosticsOf(viewOf(DRAFT, { articles: [lamp], findings: [finding] }), everything)).toEqual([
      {
        range: { start: { line: 1, character: 21 }, end: { line: 1, character: 26 } },
        severity: 2,
        source: 'verbatim',
        code: 'misquote',
        codeDescription: { href: 'file:///pages/misquote.md' },
        message: 'The source has other words.',
        data: { rule: 'misquote', kind: 'content', start: finding.span.start, end: finding.span.end },
        relatedInformation: [
          {
            location: { uri: 'file:///c/lamp.md', range: { start: { line: 2, character: 1 }, end: { line: 2, character: 24 } } },
            message: '“It will outlast the fog” — Saltmere keeps its lamp, Saltmere Gazette, 12 March 2024',
          },
        ],
      },
    ]);
  });

  it('leave out what the client cannot show', () => {
    const [diagnostic] = diagnosticsOf(viewOf(DRAFT, { articles: [lamp], findings: [finding] }), {
      rulePages: 'file:///pages',
      relatedInformation: false,
      codeDescription: false,
      passages: true,
    });
    expect(diagnostic).not.toHaveProperty('codeDescription');
    expect(diagnostic).not.toHaveProperty('relatedInformation');
  });

  it('name the source alone where its passage is shown in the hover beside them', () => {
    const copy = { ...lamp, id: '/c/copy.md', title: 'Lamp stays', publisher: 'Low Coast Observer', published: null };
    const otherwise = [{ source: matchIn(copy, 'It will outlast the fog').source, exact: 'It will outlast the fog' }];
    const parts = { articles: [lamp, copy], findings: [{ ...finding, match: { ...match, otherwise } }] };
    const told = (passages: boolean) =>
      diagnosticsOf(viewOf(DRAFT, parts), { ...everything, passages })[0]?.relatedInformation?.map(({ message }) => message);
    expect(told(false)).toEqual([
      'The source: Saltmere keeps its lamp, Saltmere Gazette, 12 March 2024',
      'Printed otherwise: Lamp stays, Low Coast Observer',
    ]);
    expect(told(true)?.[0]).toContain('“It will outlast the fog”');
  });

  it('are none where the rule is off', () => {
    expect(diagnosticsOf(viewOf(DRAFT, { findings: [finding], severity: 'off' }), everything)).toEqual([]);
  });

  describe('of a source that is no text', () => {
    const pdf = { ...lamp, id: '/c/old lamp.pdf' };
    const placeIn = (opensExtracts: boolean) => {
      const parts = { articles: [pdf], findings: [{ ...finding, match: matchIn(pdf, 'It will') }], opensExtracts };
      return diagnosticsOf(viewOf(DRAFT, parts), everything)[0]?.relatedInformation?.[0]?.location;
    };

    it('lead to the text that was taken out of it', () => {
      expect(placeIn(true)).toEqual({
        uri: 'verbatim-source:/old%20lamp.pdf.txt?%2Fc%2Fold%20lamp.pdf',
        range: { start: { line: 2, character: 1 }, end: { line: 2, character: 8 } },
      });
    });

    it('lead to the start of the file where the client cannot show that', () => {
      expect(placeIn(false)).toEqual({
        uri: 'file:///c/old%20lamp.pdf',
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      });
    });
  });
});
