import { describe, expect, test } from 'vitest';
import { AttributionReader } from './attributions.ts';
import { markdownProse } from './markdownProse.ts';
import { readable } from './prose.ts';
import { quotationsOf } from './quotations.ts';
import { attributesSomething } from './speakers.ts';

/** Speaker of each outermost quotation: by the fullest name, else as the text has it in parentheses; – for nobody. */
function speakers(text: string): string {
  const { prose } = markdownProse(text);
  const { quotations } = quotationsOf(prose);
  const reader = new AttributionReader(prose, quotations);
  return quotations
    .filter(({ depth }) => depth === 0)
    .map((quotation) => {
      const speaker = reader.attributionOf(quotation)?.speakers[0];
      return speaker ? (speaker.name ?? `(${readable(text.slice(speaker.span.start, speaker.span.end))})`) : '–';
    })
    .join(' | ');
}

describe('who says it', () => {
  test.each([
    ['after it', '“The tide is late,” Ada Quill said.', 'Ada Quill'],
    ['after it, verb first', '“The tide is late,” said Ada Quill.', 'Ada Quill'],
    ['after a question', '“Is the tide late?” asked Ada Quill.', 'Ada Quill'],
    ['before it', 'Ada Quill said: “The tide is late.”', 'Ada Quill'],
    ['before it, as a clause', 'Ada Quill said that “the tide is late” again.', 'Ada Quill'],
    ['with a title', '“The tide is late,” said Mayor Ada Quill.', 'Ada Quill'],
    ['with an apposition', '“The tide is late,” Ada Quill, the harbour master, said.', 'Ada Quill'],
    ['with an apposition behind', '“The tide is late,” said Ada Quill, the harbour master of Pellworth.', 'Ada Quill'],
    ['with an apposition in front', '“The tide is late,” said the director, Ada Quill.', 'Ada Quill'],
    ['with a relative clause', 'Ada Quill, who keeps the harbour, said: “The tide is late.”', 'Ada Quill'],
    ['with an adverb', '“The tide is late,” Ada Quill later added.', 'Ada Quill'],
    ['with a reflexive', '“The tide is late,” as Ada Quill herself put it.', 'Ada Quill'],
    ['pointed out', 'It is “late”, Ada Quill pointed out.', 'Ada Quill'],
    ['pointed out between its parts', '“The tide,” Ada Quill pointed out, “is late.”', 'Ada Quill'],
    ['nobody, who points elsewhere', 'The tide is “late”, and Ada Quill pointed at it.', '–'],
    ['between its parts', '“The tide,” said Ada Quill, “is late.”', 'Ada Quill'],
    ['told whom', '“The tide is late,” Ada Quill told Bo Tarn.', 'Ada Quill'],
    ['told an outlet', '“The tide is late,” Ada Quill told the Saltmarsh Courier on Monday.', 'Ada Quill'],
    ['according to', 'The tide is “late”, according to Ada Quill.', 'Ada Quill'],
    ['in the words of', 'In the words of Ada Quill, “the tide is late”.', 'Ada Quill'],
    ['wrote in', 'Ada Quill wrote in a letter to Bo Tarn: “The tide is late.”', 'Ada Quill'],
    ['surname, named in full before', 'Ada Quill came first. Then it rained. “The tide is late,” Quill said.', 'Ada Quill'],
    ['surname, named in full later', '“The tide is late,” Quill said.\n\nAda Quill left.', 'Ada Quill'],
    ['pronoun', 'Ada Quill shook her head in the dark. “The tide is late,” she said.', 'Ada Quill'],
    ['the sentence before', '“The tide is late,” Ada Quill said. “We wait.”', 'Ada Quill | Ada Quill'],
    ['pronoun over paragraphs', 'Ada Quill shook her head.\n\n“The tide is late,” she said.', 'Ada Quill'],
    ['pronoun of nobody', '“The tide is late,” she said.', '(she)'],
    ['what they are', '“The tide is late,” the harbour master said.', '(master)'],
    ['dash line', '> The tide is late.\n>\n> — Ada Quill', 'Ada Quill'],
    ['dash line in the same paragraph', '> The tide is late.\n> — Ada Quill, harbour master', 'Ada Quill'],
    ['colon in the paragraph before', 'Ada Quill put it like this:\n\n> The tide is late.', 'Ada Quill'],
    ['name and colon', 'Ada Quill: “The tide is late.”', 'Ada Quill'],
    ['each their own', '“The tide is late,” said Ada Quill. Bo Tarn replied: “It is not.”', 'Ada Quill | Bo Tarn'],
    ['a quotation on its own goes on', 'Ada Quill said: “The tide is late.”\n\n“We must wait.”', 'Ada Quill | Ada Quill'],
    ['a name that is quoted names nobody', '“Bo Tarn said so,” Ada Quill said.', 'Ada Quill'],
    ['a name that has a quotation nested', '“He told me ‘never’ twice,” Ada Quill said.', 'Ada Quill'],
    ['hyphens and particles', '“The tide is late,” said Kim Do-yun de la Marsh.', 'Kim Do-yun de la Marsh'],
    ['nobody', 'The “tide” is late.', '–'],
    ['nobody in the paragraph', 'It rained all day. “The tide is late.”', '–'],
  ])('%s', (_, text, expected) => expect(speakers(text)).toBe(expected));
});

describe('a sentence that says whose word it is', () => {
  test.each([
    ['The tide is late, the county said.', true],
    ['According to Ada Quill, the tide is late.', true],
    ['The tide is late, reports the Courier.', true],
    ['The tide is late and the pier is wet.', false],
    ['Ada Quill walked down to the pier.', false],
    ['The tide, as Ada Quill put it, is late.', true],
    ['The tide is late, Ada Quill maintains.', true],
    ['Ada Quill put the lamp on the pier.', false],
    ['Ada Quill was denied a berth at the pier.', false],
    ['The tide came in at two knots per hour.', false],
    ['The lamp came via the north road.', false],
    ['The lamp was lit at six, per Ada Quill.', true],
    ['The county closed the pier when Ada Quill admitted the lamp was out.', false],
    ['The county closed the pier, saying it was wet.', false],
    ['The harbour office maintains the pier.', false],
  ])('%s', (sentence, expected) => expect(attributesSomething(sentence, { start: 0, end: sentence.length })).toBe(expected));
});
