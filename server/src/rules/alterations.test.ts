import { describe, expect, test } from 'vitest';
import { checkDraft, corpusOf, verdicts } from '../../../test/support/checkDraft.ts';
import { courier } from '../../../test/support/harbour.ts';

// What a writer may do to a source's words without a finding, numbered as users are told.

const CORPUS = corpusOf(
  courier(`
  The harbour board met in Pellworth on Monday. “We will close the north harbour for 12 months because the sea wall
  can't carry another winter – not one,” said Ada Quill, the harbour master. “The ferry may run from Dunmere, but only
  if the county pays for the pier. That is our offer. It will not get better by waiting.”

  Bo Tarn, who owns nine boats, was not persuaded. “She asked nobody what a shut harbour would cost us,” he said. “The
  board’s own figures call it ‘a minor nuisance’ and that is an insult to every crew in the harbor.”

  “Our neighbours in Dunmere have organised twenty-one boats and 1,500 crates in a fortnight,” Tarn said. “Kim Do-yun
  of the Dunmere cooperative [the oldest in the county] did that without any grant.”
  `),
);

const ADA = 'said Ada Quill on Monday.';
const BO = 'said Bo Tarn on Monday.';
type Case = readonly [what: string, draft: string, verdict: string];

/** Nothing is found, and the first quotation has this verdict. */
function accepted(draft: string, verdict: string): void {
  checkDraft(CORPUS, draft);
  expect(verdicts(CORPUS, draft)[0]).toMatch(new RegExp(`^${verdict}:`));
}

describe('1. typography', () => {
  test.each<Case>([
    [
      'straight marks and apostrophe',
      `"We will close the north harbour for 12 months because the sea wall can't carry another winter," ${ADA}`,
      'verified',
    ],
    [
      'curly apostrophe for a straight one',
      `“We will close the north harbour for 12 months because the sea wall can’t carry another winter,” ${ADA}`,
      'verified',
    ],
    ['single marks', `‘She asked nobody what a shut harbour would cost us,’ ${BO}`, 'verified'],
    ['guillemets', `«She asked nobody what a shut harbour would cost us», ${BO}`, 'verified'],
    ['another dash', `“The sea wall can’t carry another winter—not one,” ${ADA}`, 'altered'],
    ['a hyphen with spaces', `“the sea wall can’t carry another winter - not one,” ${ADA}`, 'verified'],
    [
      'double marks inside single ones',
      `‘The board’s own figures call it “a minor nuisance” and that is an insult to every crew,’ ${BO}`,
      'verified',
    ],
    [
      'straight marks inside straight ones',
      `"The board's own figures call it 'a minor nuisance' and that is an insult to every crew," ${BO}`,
      'verified',
    ],
    ['no-break spaces', `“She asked\u00A0nobody what\u202Fa shut harbour would cost us,” ${BO}`, 'verified'],
    ['a soft hyphen', `“She asked no\u00ADbody what a shut harbour would cost us,” ${BO}`, 'verified'],
    ['a hyphen at a line’s end', `“She asked nobody what a shut har-\nbour would cost us,” ${BO}`, 'verified'],
    ['a ligature', `“The board’s own ﬁgures call it ‘a minor nuisance’,” ${BO}`, 'verified'],
    [
      'another Unicode normal form',
      `“Our neighbours in Du\u0301nmere have organised twenty-one boats and 1,500 crates,” ${BO}`,
      'verified|altered',
    ],
  ])('%s', (_, draft, verdict) => accepted(draft, verdict));
});

describe('2. the ends, other punctuation and the first letter’s case', () => {
  test.each<Case>([
    ['comma for full stop', `“It will not get better by waiting,” ${ADA}`, 'verified'],
    ['full stop outside', 'Ada Quill said that the offer would “not get better by waiting”.', 'verified'],
    ['full stop inside', 'Ada Quill said that the offer would “not get better by waiting.”', 'verified'],
    [
      'other punctuation between the words',
      `“We will close the north harbour for 12 months, because the sea wall can’t carry another winter,” ${ADA}`,
      'verified',
    ],
    ['a capital at the start', 'Ada Quill said: “The sea wall can’t carry another winter.”', 'altered'],
    ['a small letter at the start', 'Ada Quill said that “we will close the north harbour for 12 months”.', 'altered'],
    ['a bracketed capital', 'Ada Quill said: “[T]he sea wall can’t carry another winter.”', 'altered'],
    [
      'a bracketed small letter',
      'Ada Quill said that “[t]he ferry may run from Dunmere, but only if the county pays for the pier”.',
      'altered',
    ],
  ])('%s', (_, draft, verdict) => accepted(draft, verdict));
});

describe('3. an ellipsis for words left out', () => {
  test.each<Case>([
    ['…', `“We will close the north harbour … because the sea wall can’t carry another winter,” ${ADA}`, 'altered'],
    ['...', `“We will close the north harbour ... because the sea wall can’t carry another winter,” ${ADA}`, 'altered'],
    ['. . .', `“We will close the north harbour . . . because the sea wall can’t carry another winter,” ${ADA}`, 'altered'],
    [
      '....',
      `“The ferry may run from Dunmere, but only if the county pays for the pier.... It will not get better by waiting,” ${ADA}`,
      'altered',
    ],
    ['[…]', `“We will close the north harbour […] because the sea wall can’t carry another winter,” ${ADA}`, 'altered'],
    ['(...)', `“We will close the north harbour (...) because the sea wall can’t carry another winter,” ${ADA}`, 'altered'],
    ['[. . .]', `“We will close the north harbour [. . .] because the sea wall can’t carry another winter,” ${ADA}`, 'altered'],
    ['without spaces', `“We will close the north harbour…because the sea wall can’t carry another winter,” ${ADA}`, 'altered'],
    ['at the end', `“We will close the north harbour for 12 months …” ${ADA}`, 'verified|altered'],
    ['at the start', 'Ada Quill said on Monday: “… the sea wall can’t carry another winter.”', 'verified|altered'],
    [
      'over a whole sentence',
      `“The ferry may run from Dunmere, but only if the county pays for the pier. … It will not get better by waiting,” ${ADA}`,
      'altered',
    ],
  ])('%s', (_, draft, verdict) => accepted(draft, verdict));
});

describe('4. square brackets and wire-style parentheses', () => {
  test.each<Case>([
    [
      'an insertion',
      `“We will close the north harbour [in Pellworth] for 12 months because the sea wall can’t carry another winter,” ${ADA}`,
      'altered',
    ],
    [
      'an insertion in parentheses',
      `“We will close the north harbour (in Pellworth) for 12 months because the sea wall can’t carry another winter,” ${ADA}`,
      'altered',
    ],
    ['a pronoun replaced', `“[Quill] asked nobody what a shut harbour would cost us,” ${BO}`, 'altered'],
    ['a pronoun replaced in parentheses', `“(Quill) asked nobody what a shut harbour would cost us,” ${BO}`, 'altered'],
    ['a short noun phrase replaced', `“The ferry may run from Dunmere, but only if [the council] pays for the pier,” ${ADA}`, 'altered'],
    [
      'brackets that are in the source',
      `“Kim Do-yun of the Dunmere cooperative [the oldest in the county] did that without any grant,” ${BO}`,
      'verified|altered',
    ],
    ['brackets of the source left out', `“Kim Do-yun of the Dunmere cooperative … did that without any grant,” ${BO}`, 'altered'],
    ['[sic]', `“an insult to every crew in the harbor [sic],” ${BO}`, 'altered'],
    ['a mended ending', `“Our neighbour[s] in Dunmere have organised twenty-one boats and 1,500 crates,” ${BO}`, 'altered'],
  ])('%s', (_, draft, verdict) => accepted(draft, verdict));
});

describe('5. markup within the marks, and running over paragraphs', () => {
  test.each<Case>([
    ['emphasis', `“She asked *nobody* what a **shut** harbour would cost us,” ${BO}`, 'verified'],
    ['emphasis inside a word', `“She asked no**body** what a shut harbour would cost us,” ${BO}`, 'verified'],
    ['a link', `“She asked nobody what a [shut harbour](https://example.org/harbour) would cost us,” ${BO}`, 'verified'],
    ['a footnote mark', `“She asked nobody[^1] what a shut harbour would cost us,” ${BO}\n\n[^1]: Not even the crews.`, 'verified'],
    ['a line break', `“She asked nobody what\na shut harbour would cost us,” ${BO}`, 'verified'],
    ['a block quote’s prefixes', 'Bo Tarn said:\n\n> She asked nobody what\n> a shut harbour would cost us', 'verified'],
    [
      'an opening mark at each paragraph',
      'Ada Quill said: “The ferry may run from Dunmere, but only if the county pays for the pier.\n\n“That is our offer.”',
      'verified|altered',
    ],
  ])('%s', (_, draft, verdict) => accepted(draft, verdict));
});

describe('6. an interrupted quotation', () => {
  test.each<Case>([
    [
      'in mid-sentence',
      '“We will close the north harbour for 12 months,” Ada Quill said, “because the sea wall can’t carry another winter.”',
      'verified|altered',
    ],
    ['two quotations of one sentence', '“She asked nobody,” said Bo Tarn, “what a shut harbour would cost us.”', 'verified|altered'],
  ])('%s', (_, draft, verdict) => accepted(draft, verdict));
});

describe('7. spelling, numerals and names', () => {
  test.each<Case>([
    ['American for British', `“Our neighbors in Dunmere have organized twenty-one boats and 1,500 crates,” ${BO}`, 'altered'],
    ['British for American', `“that is an insult to every crew in the harbour,” ${BO}`, 'altered'],
    ['numerals for words', `“Our neighbours in Dunmere have organised 21 boats and 1,500 crates,” ${BO}`, 'altered'],
    [
      'words for numerals',
      `“We will close the north harbour for twelve months because the sea wall can’t carry another winter,” ${ADA}`,
      'altered',
    ],
    [
      'a number without its comma',
      `“Our neighbours in Dunmere have organised twenty-one boats and 1500 crates,” ${BO}`,
      'verified|altered',
    ],
    [
      'long numbers in words',
      `“Our neighbours in Dunmere have organised twenty-one boats and one thousand five hundred crates,” ${BO}`,
      'altered',
    ],
    ['a name without its hyphen', `“Kim Do Yun of the Dunmere cooperative … did that without any grant,” ${BO}`, 'altered'],
    ['a name closed up', `“Kim Doyun of the Dunmere cooperative … did that without any grant,” ${BO}`, 'altered'],
    ['co-operative', `“Kim Do-yun of the Dunmere co-operative … did that without any grant,” ${BO}`, 'altered'],
  ])('%s', (_, draft, verdict) => accepted(draft, verdict));
});

describe('8. a fragment', () => {
  test.each<Case>([
    ['of two words', 'Bo Tarn called it “an insult”.', 'verified'],
    ['of four words', 'Bo Tarn spoke of “a minor nuisance”, as the board has it.', 'verified'],
    ['two of one sentence', 'Bo Tarn said that “a shut harbour” would be “an insult to every crew”.', 'verified'],
  ])('%s', (_, draft, verdict) => accepted(draft, verdict));
});
