import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisOf, applyFix, corpusOf } from '../../../test/support/checkDraft.ts';
import { courier } from '../../../test/support/harbour.ts';
import type { Finding } from './finding.ts';

const SENTENCES = [
  'We will close the north harbour because the sea wall cannot carry another winter',
  'Nobody who has stood on that pier in a gale believes the old piles will hold for three more years',
  'The ferry may run from Gull Point once the county has paid for a second landing stage',
];
const [FIRST, SECOND, THIRD] = SENTENCES as [string, string, string];
const CORPUS = corpusOf(
  courier(`
    “${FIRST},” said Ada Quill, the harbour master.

    “${SECOND},” said Tobias Marl, a carpenter of Dunmere.

    “${THIRD},” Ada Quill told the council.

    The council of Dunmere counted 412 rotten planks on the west pier and 9 broken lamps along the quay last autumn.
  `),
);

/** What a writer may do to words: put another in the place of one, leave one out, bring one in, swap two. */
const slip = fc.oneof(
  fc.record({
    kind: fc.constant('replace' as const),
    at: fc.nat(30),
    word: fc.constantFrom('storm', 'not', 'gently', 'four', 'may', 'a', 'Boothby'),
  }),
  fc.record({ kind: fc.constant('omit' as const), at: fc.nat(30) }),
  fc.record({ kind: fc.constant('add' as const), at: fc.nat(30), word: fc.constantFrom('never', 'very', 'wooden') }),
);

function slipped(sentence: string, slips: readonly (typeof slip extends fc.Arbitrary<infer T> ? T : never)[]): string {
  const words = sentence.split(' ');
  for (const one of slips) {
    const at = one.at % words.length;
    if (one.kind === 'replace') words.splice(at, 1, one.word);
    else if (one.kind === 'omit') words.splice(at, 1);
    else words.splice(at, 0, one.word);
  }
  return words.join(' ');
}

/** How words stand in a draft: quoted with a speaker, with another, with none, as a block, or without marks. */
const FORMS: readonly ((words: string) => string)[] = [
  (words) => `“${words},” said Ada Quill.`,
  (words) => `Ada Quill told the council: “${words}.”`,
  (words) => `“${words},” said Tobias Marl.`,
  (words) => `“${words}.”`,
  (words) => `> ${words}.`,
  (words) => `${words}.`,
  (words) => `“${words},” said Ada Quill on 9 May 2025.`,
];

const nameOf = ({ rule, kind }: Finding) => (kind === null ? rule : `${rule}.${kind}`);

/** What a draft has after a fix that it had not before, the finding that was to be settled included. */
function brought(text: string, finding: Finding, edits: Finding['fixes'][number]): string[] {
  const left = analysisOf(CORPUS, text)
    .findings.filter(({ rule, span }) => !(rule === finding.rule && span.start === finding.span.start && span.end === finding.span.end))
    .map(nameOf);
  const after = analysisOf(CORPUS, applyFix(text, edits)).findings.map(nameOf);
  return after.filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const draft = fc
  .record({ sentence: fc.constantFrom(...SENTENCES), slips: fc.array(slip, { maxLength: 1 }), form: fc.constantFrom(...FORMS) })
  // Where the words and their speaker are wrong, only the words are spoken of, and the speaker when they are mended.
  .filter(({ sentence, slips, form }) => slips.length === 0 || form('').includes('Marl') === (sentence === SECOND) || form('').length < 8)
  .map(({ sentence, slips, form }) => `The harbour of Dunmere was quiet on the day.\n\n${form(slipped(sentence, slips))}\n`);

describe('every fix', () => {
  it('settles its finding and brings up no other', () => {
    fc.assert(
      fc.property(draft, (text) => {
        for (const finding of analysisOf(CORPUS, text).findings) {
          for (const fix of finding.fixes) {
            expect({ [`${nameOf(finding)}: ${fix.title}`]: brought(text, finding, fix), after: applyFix(text, fix) }).toEqual({
              [`${nameOf(finding)}: ${fix.title}`]: [],
              after: expect.any(String),
            });
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** The titles of the fixes for the findings of a rule, words in marks left out. */
function titles(text: string, rule: string): string[] {
  const own = analysisOf(CORPUS, text).findings.filter((finding) => finding.rule === rule);
  return own.flatMap(({ fixes }) => fixes.map(({ title }) => title.text.replace(/“[^”]*”/g, '“…”')));
}

describe('the fixes that a writer is offered', () => {
  it.each([
    [
      'for another word',
      'misquote',
      `“${FIRST.replace('winter', 'storm')},” said Ada Quill.`,
      ['Replace “…” by the source’s “…”', 'Bracket the change', 'Drop the quotation marks'],
    ],
    [
      'for words left out',
      'misquote',
      `“${FIRST.replace('north ', '')},” said Ada Quill.`,
      ['Put back “…”', 'Mark the omission with an ellipsis', 'Drop the quotation marks'],
    ],
    [
      'for words brought in',
      'misquote',
      `“${FIRST.replace('sea', 'tall sea')},” said Ada Quill.`,
      ['Take out “…”', 'Bracket the change', 'Drop the quotation marks'],
    ],
    [
      'for another figure, which is wrong without marks, too',
      'misquote',
      `“${SECOND.replace('three', 'four')},” said Tobias Marl.`,
      ['Replace “…” by the source’s “…”'],
    ],
    ['for another speaker', 'wrong-speaker', `“${FIRST},” said Tobias Marl.`, ['Name Ada Quill instead']],
    ['for nobody named', 'unattributed-quote', `“${FIRST}.”`, ['Name the speaker: Ada Quill']],
    ['for nobody named under a block quote', 'unattributed-quote', `> ${FIRST}.`, ['Name the speaker: Ada Quill']],
    [
      'for a copied sentence',
      'unattributed-claim',
      'The council of Dunmere counted 412 rotten planks on the west pier and 9 broken lamps along the quay last autumn.',
      ['Name the source: “…”', 'Put the copied words in quotation marks: “…” The Saltmarsh Courier reported'],
    ],
    [
      'for another figure in a copied sentence',
      'wrong-number',
      'The council of Dunmere counted 421 rotten planks on the west pier and 9 broken lamps along the quay last autumn.',
      ['Replace by the source’s “…”'],
    ],
    ['for another day', 'wrong-date', `“${THIRD},” said Ada Quill on 9 May 2025.`, ['Change to “…”']],
  ])('%s', (_, rule, text, expected) => {
    expect(titles(text, rule)).toEqual(expected);
  });
});
