import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';
import { mail } from '../../../test/support/harbour.ts';

const CORPUS = corpusOf(
  mail(`
  The ferry line was sold to a family of shipwrights from Pellworth, and Mayor Ines Okafor signed the papers in the
  chapel of Saint Bride. The Northern Rivers Trust paid for the new pier and for two of the boats.
  `),
);

describe('a name that the source has otherwise', () => {
  test.each([
    [
      'a place',
      'The county said the ferry line was sold to a family of shipwrights from [Hexley]{wrong-name → Pellworth}, and Mayor Ines Okafor signed the papers in the chapel of Saint Bride.',
    ],
    [
      'a person',
      'The county said the ferry line was sold to a family of shipwrights from Pellworth, and [Mayor Lena Marsh]{wrong-name → Mayor Ines Okafor} signed the papers in the chapel of Saint Bride.',
    ],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('no finding', () => {
  test.each([
    [
      'the surname alone',
      'The county said the ferry line was sold to a family of shipwrights from Pellworth, and Okafor signed the papers in the chapel of Saint Bride.',
    ],
    [
      'a pronoun',
      'The county said the ferry line was sold to a family of shipwrights from Pellworth, and she signed the papers in the chapel of Saint Bride.',
    ],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
  test('an alias', () => {
    checkDraft(CORPUS, 'The county said the NRT paid for the new pier and for two of the boats.', {
      aliases: [['Northern Rivers Trust', 'NRT']],
    });
  });
});
