import { describe, expect, test } from 'vitest';
import { checkDraft, corpusOf, verdicts } from '../../../test/support/checkDraft.ts';

const WORDS = 'The harbour has always had a different budget and the same old river';

const RADIO = corpusOf(`---
title: Morning on the quay
publisher: Radio Saltmarsh
published: 2025-03-04
kind: transcript
---

With me in the studio are Ada Quill, who runs the harbour, and Bo Tarn.

TARN: I will stand on the bank and count the boats that are not there. [laughs] Then I will walk home along the sea wall.

QUILL: The harbour has always had a different budget and the same old river. (Laughter.) We never asked anybody for a second one.
`);

describe('what a transcript notes of the room is nobody’s word', () => {
  test.each([
    [
      'in brackets',
      '“I will stand on the bank and count the boats that are not there. Then I will walk home along the sea wall,” Bo Tarn said.',
    ],
    [
      'in parentheses',
      '“The harbour has always had a different budget and the same old river. We never asked anybody for a second one,” Ada Quill said.',
    ],
  ])('%s', (_, draft) => {
    checkDraft(RADIO, draft);
    expect(verdicts(RADIO, draft)[0]).toMatch(/^(?:verified|altered)/);
  });
});

test('a turn that gives a surname in capitals names the person whom the transcript introduces', () => {
  const draft =
    '“The harbour has always had a different budget and the same old river,” [Bo Tarn]{wrong-speaker: Ada Quill → Ada Quill} said.';
  checkDraft(RADIO, draft);
});

test('letters with marks below and above them, of which none names a speaker, are read at once', () => {
  const psalm = `A ${'תְּהִלָּה לְדָוִד אֲרוֹמִמְךָ אֱלוֹהַי הַמֶּלֶךְ '.repeat(3)}`;
  const song = corpusOf(
    `---\nkind: transcript\npublished: 2025-03-04\n---\n\nQUILL: So it is.\n\n${psalm}\n\nO${'\u0365'.repeat(60)}\n\n${WORDS}.`,
  );
  checkDraft(song, `“${WORDS},” Quill said.`);
});

const COURIER = corpusOf(`---
publisher: The Saltmarsh Courier
published: 2025-03-04
---

"We are not going away," said Ada Quill.
`);

test('a short quotation with a contraction is compared, not called unknown', () => {
  const draft = '“[We’re]{misquote: We are → We are} not going away,” Ada Quill said.';
  checkDraft(COURIER, draft);
});

test('a word that is said again behind a filler is printed once', () => {
  const stutter = corpusOf(
    '---\npublisher: Radio Saltmarsh\nkind: transcript\n---\n\nQUILL: I could not have brought you a, um, a guess with a map attached, not in January of that year.\n',
  );
  checkDraft(stutter, '“I could not have brought you a guess with a map attached, not in January of that year,” Quill said.');
  const twice = corpusOf(
    '---\npublisher: Radio Saltmarsh\nkind: transcript\n---\n\nQUILL: I was, um, I was brought up on the quay and I never learned to row a boat.\n',
  );
  checkDraft(twice, '“I was brought up on the quay and I never learned to row a boat,” Quill said.');
  checkDraft(stutter, '“I could not have brought you a [map]{misquote} with a map attached, not in January of that year,” Quill said.');
});
