import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';
import { courier } from '../../../test/support/harbour.ts';

const CORPUS = corpusOf(
  courier(`
  “We will close the north harbour because the sea wall cannot carry another winter,” said Ada Quill, the harbour
  master. Bo Tarn, who owns nine boats, disagreed. “Nobody asked the fishermen what a shut harbour would cost them,” he
  said.

  “A pier is a promise that a town makes to the water,” said Mayor Kim Do-yun. “My brother and I have not agreed on
  anything since the lighthouse burned,” said Olga Tarn, the sister of Bo Tarn.
  `),
);

describe('words of another', () => {
  test.each([
    [
      'full name',
      '“We will close the north harbour because the sea wall cannot carry another winter,” said [Bo Tarn]{wrong-speaker → Ada Quill}.',
    ],
    ['in front', '[Ada Quill]{wrong-speaker: Bo Tarn → Bo Tarn} said: “Nobody asked the fishermen what a shut harbour would cost them.”'],
    [
      'surname',
      'Ada Quill was there. “Nobody asked the fishermen what a shut harbour would cost them,” [Quill]{wrong-speaker → Tarn} said.',
    ],
    ['interrupted', '“Nobody asked the fishermen,” [Ada Quill]{wrong-speaker → Bo Tarn} said, “what a shut harbour would cost them.”'],
    [
      'same surname, different people',
      '“My brother and I have not agreed on anything since the lighthouse burned,” said [Bo Tarn]{wrong-speaker → Olga Tarn}.',
    ],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('no finding', () => {
  test.each([
    ['the speaker', '“We will close the north harbour because the sea wall cannot carry another winter,” said Ada Quill.'],
    ['surname', 'Ada Quill was there. “We will close the north harbour because the sea wall cannot carry another winter,” Quill said.'],
    ['title', '“We will close the north harbour because the sea wall cannot carry another winter,” said Ms Quill.'],
    ['a pronoun’s referent in the source', '“Nobody asked the fishermen what a shut harbour would cost them,” said Bo Tarn.'],
    ['a pronoun in the draft', 'Bo Tarn shook his head. “Nobody asked the fishermen what a shut harbour would cost them,” he said.'],
    ['what the speaker is', '“We will close the north harbour because the sea wall cannot carry another winter,” the harbour master said.'],
    ['hyphenation', '“A pier is a promise that a town makes to the water,” said Kim Do Yun.'],
    ['surname of two', '“My brother and I have not agreed on anything since the lighthouse burned,” said Tarn.'],
    [
      'the publisher',
      '“We will close the north harbour because the sea wall cannot carry another winter,” the Saltmarsh Courier reported.',
    ],
    [
      'the first of two speakers',
      '“We will close the north harbour because the sea wall cannot carry another winter,” Ada Quill told Bo Tarn.',
    ],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
  test('a short title in minutes', () => {
    const minutes = courier(
      'Present: Cllr Ada Quill (chair).\n\nCllr Quill: “The slipway is deferred until the spring, and it is not refused.”',
    );
    checkDraft(corpusOf(minutes), '“The slipway is deferred until the spring, and it is not refused,” said Ada Quill.');
  });
  test('an alias', () => {
    checkDraft(CORPUS, '“Nobody asked the fishermen what a shut harbour would cost them,” said Old Bosun.', {
      aliases: [['Bo Tarn', 'Old Bosun']],
    });
  });
});

test('a misquotation of another has two faults', () => {
  checkDraft(
    CORPUS,
    '“Nobody asked the [farmers]{misquote.content → fishermen} what a shut harbour would cost them,” said [Ada Quill]{wrong-speaker → Bo Tarn}.',
  );
});

test('the second half of what is said, with nothing but the name between', () => {
  const source = corpusOf(
    courier(
      'Ada Quill led the study. “Thirty-eight lakes is a good sample,” Bo Tarn said. “I would want to see the same in lakes that nobody has ever stocked.”',
    ),
  );
  checkDraft(source, '“I would want to see the same in lakes that nobody has ever stocked,” [Ada Quill]{wrong-speaker → Bo Tarn} said.');
  checkDraft(source, '“I would want to see the same in lakes that nobody has ever stocked,” Bo Tarn said.');
});

test('a surname keeps its particles', () => {
  const source = corpusOf(
    courier('Lars Dahl was there. “We have sold the last of the ships that we were proud of,” Chief Financial Officer Noor van Beek said.'),
  );
  checkDraft(
    source,
    'Lars Dahl came late. “We have sold the last of the ships that we were proud of,” [Dahl]{wrong-speaker: to Noor van Beek → van Beek} said.',
  );
});

test('a link on the verb hides nobody', () => {
  checkDraft(
    CORPUS,
    '“Nobody asked the fishermen what a shut harbour would cost them,” [Ada Quill]{wrong-speaker → Bo Tarn} [said](https://x.example/a).',
  );
});
