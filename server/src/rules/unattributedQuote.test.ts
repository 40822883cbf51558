import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';
import { ADA_QUILL, courier } from '../../../test/support/harbour.ts';

const CORPUS = corpusOf(
  courier(`
  ${ADA_QUILL}
  Bo Tarn spoke of “a minor nuisance” to the crews.
  `),
);
const WORDS = 'We will close the north harbour because the sea wall cannot carry another winter';

describe('nobody is named', () => {
  test.each([
    ['a sentence of its own', `The town is quiet. [“${WORDS}.”]{unattributed-quote: Ada Quill → “${WORDS},” Ada Quill said.} It rains.`],
    ['the paragraph alone', `[“${WORDS}.”]{unattributed-quote}`],
    ['a passive', `It was decided: [“${WORDS}.”]{unattributed-quote}`],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('somebody or something is', () => {
  test.each([
    ['in the sentence', `“${WORDS},” said Ada Quill.`],
    ['by what they are', `“${WORDS},” the harbour master said.`],
    ['by a pronoun', `Ada Quill was tired. “${WORDS},” she said.`],
    ['in the sentence before', `Ada Quill spoke first. “${WORDS}.”`],
    ['after another quotation', `“We wait,” Ada Quill said. “${WORDS}.”`],
    ['after another quotation and a pause', `Was Ada Quill worried? “We wait.” Pause. “${WORDS}.”`],
    ['earlier in the paragraph', `Does Ada Quill sleep? Of course. It is late, and the lamp is out. “${WORDS}.”`],
    ['by a name and a reflexive', `“${WORDS}”, as Ada Quill herself said.`],
    ['by who pointed it out', `“${WORDS}”, as she herself pointed out.`],
    ['with a colon in the paragraph before', `This is what Ada Quill said:\n\n“${WORDS}.”`],
    ['by a dash line', `> ${WORDS}.\n>\n> — Ada Quill`],
    ['by a link', `“${WORDS}.” ([Courier](https://example.org/courier))`],
    ['by a bare address', `“${WORDS}.” [https://example.org/courier]`],
    ['by a footnote', `“${WORDS}.”[^1]\n\n[^1]: Saltmarsh Courier, 4 March 2025.`],
    ['by two publications', `The Saltmarsh Courier and Reuters had it first: “${WORDS}.”`],
    ['by the publication', `In the Saltmarsh Courier of that week: “${WORDS}.”`],
    ['according to', `According to Ada Quill, “the sea wall cannot carry another winter”.`],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('it cannot be told who is named', () => {
  test.each([
    [
      'in another language',
      `Der Rat trat am Abend zusammen, und die Stadt war still wie selten zuvor. “${WORDS}.” Es regnete die ganze Nacht lang auf den Hafen.`,
    ],
    ['in an interview', `**Q: What happens now?**\n\n**A:** “${WORDS}.” That’s what it says.`],
    ['beside a mark without a partner', `It was [“]{unbalanced-marks}a good day, all told. “${WORDS}.” It rained.`],
    ['in somebody’s own account', `I left early. I saw my boat, and I was told the news: it hit me. “${WORDS}.” It rained.`],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('a reader knows whose words they are', () => {
  test.each([
    ['a paragraph of its own goes on', `“We wait,” Ada Quill said.\n\n“${WORDS}.”`],
    ['behind a paragraph about somebody', `Ada Quill was tired of the sea.\n\n“${WORDS}.”`],
    ['behind a heading that says what follows', `STATEMENT OF THE HARBOUR MASTER ON THE NORTH HARBOUR\n\n“${WORDS}.”`],
    ['whom the title names', `ADA QUILL SHUTS THE HARBOUR\n\nIt rained all day.\n\n“${WORDS}.”`],
    ['as she talks', `And then she was like, “${WORDS}.” I laughed.`],
    ['as it made somebody think', `It made me think “${WORDS}” and go home.`],
    ['in the sentence behind', `“${WORDS}.” She was tired.`],
    ['somebody whom the draft has quoted', `“We wait,” Ada Quill said.\n\nIt rained. The news did not please Quill. “${WORDS}.”`],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('no finding', () => {
  test.each([
    ['what something is called', 'The poster was titled “The North Harbour Cannot Carry Another Winter”.'],
    ['two words', 'It is “a nuisance” at worst.'],
    ['a headline', `# “${WORDS}”`],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});
