import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';
import { courier } from '../../../test/support/harbour.ts';

const TALK = 'We will close the north harbour because the sea wall cannot carry another winter';
const WHO = 'said Ada Quill, the harbour master';

describe('figures that are no ASCII digits', () => {
  test.each(['１０', '½', '٥٠', '②'])('%s is not left out with the bracket of the source behind it', (figure) => {
    const source = corpusOf(courier(`“The storm of that long winter took ${figure} [as counted] boats from us,” ${WHO}.`));
    checkDraft(source, `“The storm of that long winter took [boats]{misquote} from us,” ${WHO}.`);
  });

  test.each(['５', '٥', '½'])('%s begins a sentence, and counts as a word', (figure) => {
    const sentence = `${figure} per cent of all households in the valley were without power for three nights.`;
    const source = corpusOf(courier(`The county met on Monday. ${sentence}`));
    checkDraft(source, `The mayor said so in the spring of that year. [${sentence}]{unattributed-claim}`);
  });

  test('a power is a part of the figure, and the number of a note is not', () => {
    const claim = 'Some 10⁹ grains of sand in the valley were moved for three nights by the whole crew of the mill';
    const source = corpusOf(courier(`${claim}. Some 450² households of the upper valley were without any power for three whole nights.`));
    checkDraft(source, `${claim.replace('10⁹', '[10⁶]{wrong-number}')}, the Courier reported.`);
    checkDraft(source, 'Some 450 households of the upper valley were without any power for three whole nights, the Courier reported.');
  });
});

describe('a name', () => {
  const source = corpusOf(courier(`“${TALK},” said Bo Berg, the harbour master.`));

  test.each(['Lars H₂O Olsen', 'B²Gold Olsen', 'Area５ Olsen'])('%s is taken whole', (name) => {
    checkDraft(source, `“${TALK},” said [${name}]{wrong-speaker: Bo Berg → Bo Berg}.`);
  });

  test.each(['5', '５', '٥', '½'])('behind %s is found', (figure) => {
    checkDraft(source, `“${TALK},” said ${figure} [Ada Quill]{wrong-speaker: Bo Berg → Bo Berg}.`);
  });

  test('is nobody’s who is a numeral', () => {
    checkDraft(source, `Chapter Ⅱ: “${TALK}.”`);
    checkDraft(source, `“${TALK},” said [John Paul]{wrong-speaker → Bo Berg} Ⅳ. Nobody has counted the boats.`);
    checkDraft(source, `Ⅱ [“${TALK}.”]{unattributed-quote}`);
  });

  test('follows a verb with a joiner behind it', () => {
    checkDraft(source, `“${TALK},” said\u200C [Ada Quill]{wrong-speaker → Bo Berg}.`);
    checkDraft(source, `“${TALK},” said [Ada Quill]{wrong-speaker → Bo Berg}\u200C.`);
  });
});
