import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysisOf, applyFix, corpusOf, dedent, verdicts } from '../../../../test/support/checkDraft.ts';
import { courier } from '../../../../test/support/harbour.ts';
import { readable } from '../../prose/prose.ts';
import type { Fix } from '../../rules/finding.ts';
import { sliceOf } from '../../text/span.ts';
import { LANGUAGES, languageOf } from './index.ts';

const CORPUS = corpusOf(
  courier(`
    “We will close the north harbour because the sea wall cannot carry another winter,” said Ada Quill, the harbour master.

    “Nobody told the crews of the ‘small boats’ what it costs,” said José Marl, a fisherman. “It is £40,000 & 5% on top.”

    “The tide does not wait for a committee, and neither shall we,” Quill said.
  `),
);

/** The same story in every language, with one word of each quotation changed. */
const STORIES: Readonly<Record<string, string>> = {
  markdown: `
    # The harbour

    Ada Quill said: “We will close the *south* harbour because the sea wall cannot carry another winter.”

    “Nobody told the crews of the ‘small boats’ what it takes,” said Jos&eacute; Marl. “It is £40,000 &amp; 5% on top.”

    > The tide does not wait for a council, and neither shall we
    >
    > — Ada Quill
  `,
  plaintext: `
    The harbour

    Ada Quill said: “We will close the south harbour because the sea wall cannot carry another winter.”

    “Nobody told the crews of the ‘small boats’ what it takes,” said José Marl. “It is £40,000 & 5% on top.”

    Ada Quill said: “The tide does not wait for a council, and neither shall we.”
  `,
  latex: String.raw`
    \documentclass{article}
    \usepackage[utf8]{inputenc} % “nothing” to read
    \begin{document}
    \section{The harbour}

    Ada Quill said: ${'``'}We will close the \emph{south} harbour because the sea
    wall cannot carry another winter.''\footnote{See the paper.}

    ${'``'}Nobody told the crews of the ${'`'}small boats' what it takes,'' said Jos\'e Marl. ${'``'}It is \pounds 40,000 \& 5\% on top.''

    \begin{displayquote}[Ada Quill]
      The tide does not wait for a council, and neither shall we
    \end{displayquote}
    \end{document}
  `,
  asciidoc: `
    = The harbour
    A. Writer
    :toc:

    Ada Quill said: "\`We will close the _south_ harbour because the sea wall cannot carry another winter.\`"footnote:[See the paper.]

    "\`Nobody told the crews of the '\`small boats\`' what it takes,\`" said José Marl. "\`It is £40,000 &amp; 5% on top.\`"

    [quote, Ada Quill]
    ____
    The tide does not wait for a council, and neither shall we
    ____
  `,
  restructuredtext: `
    The harbour
    ===========

    .. _label:

    Ada Quill said: “We will close the *south* harbour because the sea wall cannot carry
    another winter.” [1]_

    “Nobody told the crews of the ‘small boats’ what it takes,” said José Marl. “It is £40,000 & 5% on top.”

      The tide does not wait for a council, and neither shall we

      -- Ada Quill

    .. [1] See the paper.
  `,
  html: `
    <!doctype html>
    <html><head><title>The “harbour”</title><style>p { content: "“" }</style></head>
    <body>
    <h1>The harbour</h1>
    <p>Ada Quill said: <q>We will close the <em>south</em> harbour because the sea wall cannot carry another winter.</q></p>
    <p>&ldquo;Nobody told the crews of the &lsquo;small boats&rsquo; what it takes,&rdquo; said Jos&eacute; Marl. &ldquo;It is &pound;40,000 &amp; 5% on top.&rdquo;</p>
    <blockquote>
      <p>The tide does not wait for a council, and neither shall we</p>
      <footer>Ada Quill</footer>
    </blockquote>
    </body></html>
  `,
  typst: `
    #set text(lang: "en")
    = The harbour

    Ada Quill said: "We will close the _south_ harbour because the sea wall cannot carry another winter."#footnote[See the paper.]

    "Nobody told the crews of the 'small boats' what it takes," said José Marl. "It is £40,000 & 5% on top."

    #quote(block: true, attribution: [Ada Quill])[
      The tide does not wait for a council, and neither shall we
    ]
  `,
  mdx: `
    import Box from 'box'

    # The harbour

    <Box tone={"dark"}>
    Ada Quill said: “We will close the *south* harbour because the sea wall cannot carry another winter.”{/* checked */}

    “Nobody told the crews of the ‘small boats’ what it takes,” said José Marl. “It is £40,000 & 5% on top.”
    </Box>

    > The tide does not wait for a council, and neither shall we
    >
    > — Ada Quill
  `,
};

describe.each(LANGUAGES.map(({ ids }) => ids[0] as string))('%s', (languageId) => {
  const story = dedent(STORIES[languageId] ?? '');

  test('has the story’s quotations and speakers', () => {
    const { draft } = analysisOf(CORPUS, story, { languageId });
    const told = draft.quotations.map(({ pieces }) => pieces.map((piece) => readable(sliceOf(draft.prose.text, piece))).join(' | '));
    expect(told.map((line) => line.replace(/[.,]$/, '').replace(/'/g, (_, at: number) => (at < 35 ? '‘' : '’')))).toEqual([
      'We will close the south harbour because the sea wall cannot carry another winter',
      'Nobody told the crews of the ‘small boats’ what it takes',
      'small boats',
      'It is £40,000 & 5% on top',
      'The tide does not wait for a council, and neither shall we',
    ]);
    const speakers = draft.quotations.map((quotation) => draft.attributions.get(quotation)?.speakers[0]?.name);
    expect(speakers).toEqual(['Ada Quill', 'José Marl', undefined, 'José Marl', 'Ada Quill']);
    expect(draft.strayMarks).toEqual([]);
  });

  test('has the story’s misquotes, and mends them', () => {
    const again = (text: string) => analysisOf(CORPUS, text, { languageId });
    const found = again(story).findings;
    expect(found.map(({ rule, message }) => `${rule}: ${message.text.replace(/ \(.*/, '')}`)).toEqual([
      'misquote: The source has “north”, not “south”',
      'misquote: The source has “costs”, not “takes”',
      'misquote: The source has “committee”, not “council”',
    ]);
    let mended = story;
    for (const finding of [...found].reverse()) mended = applyFix(mended, finding.fixes.find(({ preferred }) => preferred) as Fix);
    expect(again(mended).findings).toEqual([]);
    expect(verdicts(CORPUS, mended, { languageId }).map((line) => line.split(':')[0])).toEqual(Array(4).fill('verified'));
    // Nothing but the words has changed.
    const back = mended.replace('north', 'south').replace('costs', 'takes').replace('committee', 'council');
    expect(back).toBe(story);
  });
});

/** Fragments that open what others close, in every language. */
const FRAGMENTS: Readonly<Record<string, readonly string[]>> = {
  markdown: ['*', '[', '`', '<', '<!--', '> ', '$', '- '],
  plaintext: ['“', '<!--'],
  latex: [
    '\\begin{quote}',
    '\\end{a}',
    '\\begin{a}',
    '{',
    '}',
    '\\[',
    '$',
    '\\footnote{',
    '\\enquote{',
    '\\cite[',
    '\\verb|',
    '%',
    '``',
    '\\item[',
    '\\begin{verbatim}',
    '\\label{',
    "\\'",
    '\\href{',
  ],
  asciidoc: [
    '"`',
    '`',
    '+',
    'footnote:[',
    'link:',
    '<<',
    '((',
    '[quote, ',
    '____\n',
    '----\n',
    '|===\n',
    '* ',
    'a:: ',
    '//',
    '////\n',
    '{a',
    '#',
    'https://a[',
    '"',
  ],
  restructuredtext: [
    '``',
    '`',
    ':a:`',
    '*',
    '|',
    '.. ',
    '.. note:: ',
    '.. [1] ',
    '- ',
    '  ',
    '::\n',
    '--',
    '_',
    '[1]_',
    '===\n',
    '.. _a: b\n',
  ],
  html: [
    '<p',
    '<q>',
    '</q>',
    '<blockquote>',
    '</blockquote>',
    '<!--',
    '&',
    '<script>',
    '<a href="',
    '"',
    '<cite>',
    '>',
    '<pre>',
    '<footer>',
    '&ldquo;',
  ],
  typst: [
    '#',
    '[',
    ']',
    '(',
    ')',
    '#quote(',
    '#quote[',
    '#let a = (',
    '$',
    '`',
    '```',
    '//',
    '/*',
    '*',
    '"',
    '#footnote[',
    '#link("',
    '@a',
    '= ',
    'attribution: [',
  ],
  mdx: ['{', '}', '<A', '<a b={', '>', '`', '```\n', '{/*', 'export ', '<A b="'],
};

describe.each(LANGUAGES.map(({ ids }) => ids[0] as string))('whatever stands in %s', (languageId) => {
  const { read } = languageOf(languageId);
  const own = FRAGMENTS[languageId] ?? [];

  test('its prose is as long as it, its blocks stand in order, and nothing fails', () => {
    const piece = fc.oneof(
      fc.constantFrom(...own),
      fc.constantFrom('The tide ', '“', '”', '\n', '\n\n', '\r\n', ' ', '.', 'é', '😀', '\\', '--'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { prose, comments, citations, written } = read(text);
        expect(prose.text.length).toBe(text.length);
        expect(prose.text.replace(/[^\n]/g, '').length).toBeLessThanOrEqual(text.replace(/[^\n]/g, '').length);
        for (const list of [prose.blocks, comments, citations]) {
          const edges = list.map(({ span }) => span);
          expect(edges.filter(({ start, end }) => start < 0 || start > end || end > text.length)).toEqual([]);
          expect(edges.map(({ start }) => start)).toEqual(edges.map(({ start }) => start).sort((a, b) => a - b));
        }
        for (const [i, { span }] of prose.blocks.entries()) expect(span.start).toBeGreaterThanOrEqual(prose.blocks[i - 1]?.span.end ?? 0);
        for (const [i, { start, end }] of written.entries()) {
          expect(start).toBeGreaterThanOrEqual(written[i - 1]?.end ?? 0);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 150 },
    );
  });

  test.each(languageId === 'markdown' ? [] : own)('reading takes time in line with length: %j again and again', (fragment) => {
    let runs = 0;
    const took = (size: number) => {
      // Another text each time: parts of MDX are remembered.
      const text = `${++runs} ${`${fragment} tide ${runs} `.repeat(Math.ceil(size / (fragment.length + 8)))}`;
      const start = performance.now();
      read(text);
      return performance.now() - start;
    };
    took(10_000);
    const small = Math.max(took(10_000), took(10_000));
    // Eight times the text: 8 times the time and something for noise; the square would be 64 times.
    expect(Math.min(took(80_000), took(80_000))).toBeLessThan(Math.max(small * 30, 500));
  });
});

test.each(LANGUAGES.map((language) => [language.ids[0] as string, language] as const))(
  'a comment that is written in %s is read as one',
  (_, { read, comment }) => {
    for (const content of ['stet misquote', 'stet misquote: on -- the tape --> */ twice']) {
      const { comments, prose } = read(`${comment(content)}The bell is rung.\n`);
      expect(comments.map((one) => one.content.replace(/\s+/g, ' ').slice(0, 13))).toEqual(['stet misquote']);
      expect(readable(prose.text).trim()).toBe('The bell is rung.');
    }
  },
);
