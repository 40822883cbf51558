import { describe, expect, it } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver';
import { articleOf, drawn, matchIn, viewOf } from '../../../test/support/handMade.ts';
import type { Verdict } from '../rules/finding.ts';
import { flatSymbols, quotationSymbols } from './symbols.ts';
import type { View } from './view.ts';

const DRAFT = [
  '“The lamp has outlasted three mayors and it will outlast the storm,” said Edda Quill.',
  'Tobin Marl said: “We heard ‘a bell in the fog’ and nothing more.”',
].join('\n\n');
const lamp = articleOf('/c/lamp.md', 'The lamp has outlasted three mayors');
const match = matchIn(lamp, lamp.prose.text);

function viewWith(...kinds: readonly Verdict[]): View {
  const view = viewOf(DRAFT, { articles: [lamp] });
  const outer = view.analysis.draft.quotations.filter(({ depth }) => depth === 0);
  const verdicts = new Map(outer.map((quotation, i) => [quotation, kinds[i] as Verdict]));
  return { ...view, analysis: { ...view.analysis, verdicts } };
}

const tree = ({ name, detail, children = [] }: DocumentSymbol): unknown => [name, detail, ...children.map(tree)];

describe('the symbols of a draft', () => {
  const view = viewWith({ kind: 'misquoted', match }, { kind: 'not-found' });

  it('are its quotations by their first words, with what became of them and whose they are', () => {
    expect(quotationSymbols(view).map(tree)).toEqual([
      ['“The lamp has outlasted …”', 'misquoted · Edda Quill'],
      ['“We heard ‘a bell in the …”', 'not found · Tobin Marl', ['“a bell in the fog”', '']],
    ]);
  });

  it('stand where the quotations do', () => {
    const ranges = quotationSymbols(view).flatMap((symbol) => [symbol.range, ...(symbol.children ?? []).map(({ range }) => range)]);
    expect(drawn(DRAFT, ranges)).toMatchInlineSnapshot(`
      "“The lamp has outlasted three mayors and it will outlast the storm,” said Edda Quill.
      ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔

      Tobin Marl said: “We heard ‘a bell in the fog’ and nothing more.”
                       ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔
                                 ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔"
    `);
  });

  it('are a list for clients that take no tree', () => {
    expect(flatSymbols(view).map(({ name, containerName }) => [name, containerName])).toEqual([
      ['“The lamp has outlasted …” (misquoted · Edda Quill)', undefined],
      ['“We heard ‘a bell in the …” (not found · Tobin Marl)', undefined],
      ['“a bell in the fog”', '“We heard ‘a bell in the …”'],
    ]);
    expect(flatSymbols(view)[0]?.location.uri).toBe('file:///draft.md');
  });
});
