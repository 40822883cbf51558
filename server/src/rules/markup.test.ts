import { describe, expect, test } from 'vitest';
import { analysisOf, applyFix, corpusOf } from '../../../test/support/checkDraft.ts';
import { courier } from '../../../test/support/harbour.ts';
import type { Fix } from './finding.ts';

const CORPUS = corpusOf(
  courier(`
    “We will close the north harbour because the sea wall cannot carry another winter,” said Ada Quill, the harbour master.

    “Repairs to the *Old Mole* cost 40% & more than the town has, $40 a head,” she said. “José Marl’s café on the quay stays open to all of the crews.”

    The old ferry carried sheep, salt and gravestones to Dunmere until the great storm of that winter took its mast away.
  `),
);

/** The draft after the first fix whose title begins so, and how safe that is. */
function fixed(languageId: string, text: string, title: string): { text: string; applicability: Fix['applicability'] } {
  const found = analysisOf(CORPUS, text, { languageId }).findings.flatMap(({ fixes }) => fixes);
  const fix = found.find((one) => one.title.text.startsWith(title));
  if (!fix) throw new Error(`no fix “${title}” among ${found.map((one) => one.title.text).join(', ')}`);
  return { text: applyFix(text, fix), applicability: fix.applicability };
}

const rulesIn = (languageId: string, text: string) => analysisOf(CORPUS, text, { languageId }).findings.map(({ rule }) => rule);

describe('a fix writes words as the draft’s language must', () => {
  test.each([
    [
      'latex',
      "``Repairs to the Old Mole cost 30\\% \\& more,'' Ada Quill said.",
      'Replace',
      "``Repairs to the Old Mole cost 40\\% \\& more,'' Ada Quill said.",
    ],
    [
      'latex',
      "``Repairs to the Old Mole cost a fortune \\& more,'' Ada Quill said.",
      'Replace',
      "``Repairs to the Old Mole cost 40\\% \\& more,'' Ada Quill said.",
    ],
    [
      'latex',
      "``Repairs to the Old Mole cost 40\\% \\& more than the town has, \\$30 a head,'' Ada Quill said.",
      'Replace',
      "``Repairs to the Old Mole cost 40\\% \\& more than the town has, \\$40 a head,'' Ada Quill said.",
    ],
    [
      'html',
      '<p>“Repairs to the Old Mole cost 40% more than the town has,” Ada Quill said.</p>',
      'Put back',
      '<p>“Repairs to the Old Mole cost 40% &amp; more than the town has,” Ada Quill said.</p>',
    ],
    [
      'typst',
      '"Repairs to the Old Mole cost 40% & more than the town has, \\$30 a head," Ada Quill said.',
      'Replace',
      '"Repairs to the Old Mole cost 40% & more than the town has, \\$40 a head," Ada Quill said.',
    ],
  ])('%s: %s', (languageId, text, title, expected) => {
    const after = fixed(languageId, text, title).text;
    expect(after).toBe(expected);
    expect(rulesIn(languageId, after)).not.toContain('misquote');
  });
});

describe('a fix keeps what stands for one character whole', () => {
  test.each([
    [
      'an accent',
      'latex',
      "``Jos\\'e Marl's caf\\'e on the pier stays open,'' Ada Quill said.",
      "``Jos\\'e Marl's caf\\'e on the quay stays open,'' Ada Quill said.",
    ],
    [
      'an entity at the end of the words',
      'html',
      '<p>&ldquo;Jos&eacute; Marl&rsquo;s tapr&eacute; on the quay stays open,&rdquo; Ada Quill said.</p>',
      '<p>&ldquo;Jos&eacute; Marl&rsquo;s caf&eacute; on the quay stays open,&rdquo; Ada Quill said.</p>',
    ],
    [
      'an entity in Markdown',
      'markdown',
      '“Jos&eacute; Marl’s tapr&eacute; on the quay stays open,” Ada Quill said.',
      '“Jos&eacute; Marl’s caf&eacute; on the quay stays open,” Ada Quill said.',
    ],
  ])('%s', (_, languageId, text, expected) => {
    expect(fixed(languageId, text, 'Replace')).toEqual({ text: expected, applicability: 'safe' });
    expect(rulesIn(languageId, expected)).toEqual([]);
  });
});

describe('a fix keeps the draft’s marks', () => {
  const OLD = 'We will close the south harbour because the sea wall cannot carry another winter';
  test.each([
    ['latex', `Ada Quill said: \`\`${OLD}.''`, `Ada Quill said: ${OLD}.`],
    ['latex', `Ada Quill said: \\enquote{${OLD}}.`, `Ada Quill said: ${OLD}.`],
    ['asciidoc', `Ada Quill said: "\`${OLD}.\`"`, `Ada Quill said: ${OLD}.`],
    ['html', `Ada Quill said: <q>${OLD}.</q>`, `Ada Quill said: ${OLD}.`],
    ['html', `Ada Quill said: &ldquo;${OLD}.&rdquo;`, `Ada Quill said: ${OLD}.`],
    ['markdown', `Ada Quill said: &ldquo;${OLD}.&rdquo;`, `Ada Quill said: ${OLD}.`],
    ['typst', `Ada Quill said: #quote[${OLD}.]`, `Ada Quill said: ${OLD}.`],
  ])('%s: dropping them takes all of each: %s', (languageId, text, expected) => {
    expect(fixed(languageId, text, 'Drop the quotation marks').text).toBe(expected);
  });

  const BY = 'The Saltmarsh Courier reported.';
  const SHEEP = 'The old ferry carried sheep, salt and gravestones to Dunmere until the great storm of that winter took its mast away';
  test.each([
    ['latex', `Yes, \`\`one'' said.\n\n${SHEEP}.`, `\`\`${SHEEP},'' ${BY}`],
    ['latex', `Yes, \\enquote{one} said.\n\n${SHEEP}.`, `\\enquote{${SHEEP},} ${BY}`],
    ['asciidoc', `Yes, "\`one\`" said.\n\n${SHEEP}.`, `"\`${SHEEP},\`" ${BY}`],
    ['html', `<p>Yes, &ldquo;one&rdquo; said.</p>\n<p>${SHEEP}.</p>`, `<p>&ldquo;${SHEEP},&rdquo; ${BY}</p>`],
    ['latex', `${SHEEP}.`, `“${SHEEP},” ${BY}`],
  ])('%s: those put in are the draft’s: %s', (languageId, text, expected) => {
    expect(fixed(languageId, text, 'Put the copied words').text.split('\n').at(-1)).toBe(expected);
  });

  test.each([
    ["``We will close the north harbour because the sea wall cannot carry another winter.''", "winter,'' Ada Quill said."],
    ['\\enquote{We will close the north harbour because the sea wall cannot carry another winter.}', 'winter,} Ada Quill said.'],
  ])('naming the speaker leaves them: %s', (text, expected) => {
    const after = fixed('latex', text, 'Name the speaker').text;
    expect(after.slice(-expected.length)).toBe(expected);
    expect(rulesIn('latex', after)).toEqual([]);
  });
});

test('an ellipsis is written as the draft writes them', () => {
  const text = "So \\dots{} ``the sea wall cannot another winter,'' said Ada Quill.";
  expect(fixed('latex', text, 'Mark the omission').text).toContain('cannot \\dots{} another');
});

test('emphasis that a fix would tear is left in balance, and the fix is not safe', () => {
  const of = (open: string, close: string) =>
    `Ada Quill said: “We will close the ${open}south part of${close} harbour because the sea wall cannot carry another winter.”`;
  for (const [languageId, open, close] of [
    ['latex', '\\emph{', '}'],
    ['html', '<em class="a">', '</em>'],
    ['asciidoc', '_', '_'],
    ['typst', '#emph[', ']'],
  ] as const) {
    const { findings } = analysisOf(CORPUS, of(open, close), { languageId });
    const fix = findings[0]?.fixes[0] as Fix;
    const after = applyFix(of(open, close), fix);
    expect(after.split(open).length).toBe(after.split(close).length);
    expect(rulesIn(languageId, after)).toEqual([]);
  }
});
