import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpusOf } from '../../../test/support/checkDraft.ts';
import { CLOSURE, mail } from '../../../test/support/harbour.ts';
import { MemoryCorpus } from '../corpus/memoryCorpus.ts';
import { parseDraft } from '../draft/parse.ts';
import type { Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import { draftPart, foundIn } from './draftPart.ts';
import { planCheck } from './plan.ts';
import { judge } from './run.ts';
import { DEFAULT_OPTIONS } from './style.ts';

const PARAGRAPHS = [
  '“We will close the north harbour because the sea wall cannot carry another summer,” said Ada Quill.',
  '“We will close the north harbour because the sea wall cannot carry another winter.”',
  'The gulls were loud that week, and nobody on the quay spoke of anything else than the wall and the wind.',
  '“Nobody has ever asked the gulls what they think of the wall,” Tobin Marl said on Tuesday.',
  '<!-- stet -->\n\nNothing to let stand here.',
  'Ada Quill spoke first. “We must close the north harbour,” she said.',
];
const corpus = MemoryCorpus.of([...corpusOf(CLOSURE, mail('The ferry line was sold for £3 million.')).texts.values()]);

function analysed(text: string, part?: Span): Analysis {
  const whole = parseDraft(text, 'markdown', DEFAULT_OPTIONS);
  const draft = part ? draftPart(whole, part) : whole;
  const plan = planCheck(draft, corpus);
  const analysis = judge(draft, plan, corpus, corpus.texts, DEFAULT_OPTIONS);
  return part ? foundIn(analysis, part) : analysis;
}

describe('a part of a draft', () => {
  it('has the findings that the whole draft has there', () => {
    const paragraphs = fc.array(fc.constantFrom(...PARAGRAPHS), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(paragraphs, fc.nat(4000), fc.nat(2000), (chosen, start, length) => {
        const text = chosen.join('\n\n');
        const part = { start, end: start + length };
        const expected = foundIn(analysed(text), part).findings;
        expect(analysed(text, part).findings).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('looks at nothing far away', () => {
    const text = Array.from({ length: 100 }, () => PARAGRAPHS[0]).join('\n\n');
    const { draft, findings } = analysed(text, { start: 4000, end: 4400 });
    expect(draft.quotations.length).toBeLessThan(45);
    expect(findings.every(({ span }) => span.end > 4000 && span.start < 4400)).toBe(true);
    expect(findings.length).toBeGreaterThan(2);
  });
});
