import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';
import { ADA_QUILL, CLOSURE, courier, mail } from '../../../test/support/harbour.ts';

/** What the Mail prints of the day on which The Courier came out. */
function sameDayMail(body: string): string {
  return mail(body).replace('2024-11-20', '2025-03-05');
}

const OTHER_WORD = ADA_QUILL.replace('sea wall', 'sea gate');
const FIGURE = 'The harbour board has spent 41,000 crowns on the north pier since the flood of last spring, its books show.';

test.each([
  ['a word', [CLOSURE, sameDayMail(OTHER_WORD)], ADA_QUILL.replace('wall', '[wall]{sources-disagree: Dunmere Mail, 5 March 2025, “gate”}')],
  [
    'a word that one of them leaves out',
    [CLOSURE, sameDayMail(ADA_QUILL.replace('north ', ''))],
    ADA_QUILL.replace('north', '[north]{sources-disagree}'),
  ],
  [
    'a word that the draft has not',
    [courier(ADA_QUILL.replace('north ', '')), sameDayMail(ADA_QUILL)],
    ADA_QUILL.replace('the north harbour', '[the]{sources-disagree: “north”} harbour'),
  ],
  [
    'a headline and its text',
    [CLOSURE.replace('Harbour to close for winter', "North's wall 'cannot carry another winder', Quill says")],
    ADA_QUILL.replace('winter', '[winter]{sources-disagree: “winder” in its headline}'),
  ],
  [
    'a figure',
    [courier(FIGURE), sameDayMail(FIGURE.replace('41,000', '14,000'))],
    `According to The Saltmarsh Courier, ${FIGURE.replace('The', 'the').replace('41,000', '[41,000]{sources-disagree: “14,000”}')}`,
  ],
])('sources that differ in %s', (_, sources, draft) => checkDraft(corpusOf(...sources), draft));

describe('of one text that two print', () => {
  const REST =
    'The board meets again on Friday in the old customs house, and the ferry line has asked to be heard there before anything is decided.';
  const undated = (source: string) => source.replace(/^published:.*\n/m, '');

  test.each([
    ['one has it wrong', sameDayMail],
    ['though one has no date', (body: string) => undated(mail(body))],
  ])('%s', (_, theirs) => {
    checkDraft(
      corpusOf(courier(`${ADA_QUILL}\n\n${FIGURE} ${REST}`), theirs(`${OTHER_WORD}\n\n${FIGURE} ${REST}`)),
      ADA_QUILL.replace(
        'wall',
        '[wall]{sources-disagree: The Saltmarsh Courier, 4 March 2025, has “wall”; the same text has “gate” in Dunmere Mail}',
      ),
    );
  });

  test('what a third has of its own comes first', () => {
    const third = courier(OTHER_WORD).replace('The Saltmarsh Courier', 'Radio Skerry');
    checkDraft(
      corpusOf(courier(`${ADA_QUILL}\n\n${FIGURE} ${REST}`), sameDayMail(`${OTHER_WORD}\n\n${FIGURE} ${REST}`), third),
      ADA_QUILL.replace('wall', '[wall]{sources-disagree: Radio Skerry, 4 March 2025, “gate”}'),
    );
  });
});

describe('no finding', () => {
  test.each([
    [
      'of one text that was sent out again months later',
      [courier(`${ADA_QUILL}\n\n${FIGURE}`), mail(`${OTHER_WORD}\n\n${FIGURE}`)],
      ADA_QUILL,
    ],
    ['where they agree', [CLOSURE, sameDayMail(ADA_QUILL)], ADA_QUILL],
    ['of another day', [CLOSURE, mail(OTHER_WORD)], ADA_QUILL],
    ['of another speaker', [CLOSURE, sameDayMail(OTHER_WORD.replace('Ada Quill', 'Bo Marsh'))], ADA_QUILL],
    ['of a reporter’s own words', [CLOSURE, sameDayMail(`${OTHER_WORD.replace(/[“”]/g, '')}`)], ADA_QUILL],
    ['of another spelling', [CLOSURE, sameDayMail(ADA_QUILL.replace('harbour because', 'harbor because'))], ADA_QUILL],
    ['of a few words', [CLOSURE, sameDayMail(OTHER_WORD)], 'Ada Quill said that “the sea wall” was weak.'],
    ['of much that differs', [CLOSURE, sameDayMail(OTHER_WORD.replace('another winter', 'a second spring'))], ADA_QUILL],
    [
      'of a figure of another day',
      [courier(FIGURE), mail(FIGURE.replace('41,000', '14,000'))],
      `According to The Saltmarsh Courier, ${FIGURE.replace('The', 'the')}`,
    ],
  ])('%s', (_, sources, draft) => checkDraft(corpusOf(...sources), draft));
});
