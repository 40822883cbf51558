import { describe, expect, test } from 'vitest';
import { blocksOf, citationsOf, heldOf, quotationsIn } from '../../../../test/support/draftLanguages.ts';

const blocks = (text: string) => blocksOf(text, 'latex');
const quoted = (text: string) => quotationsIn(text, 'latex');
const citations = (text: string) => citationsOf(text, 'latex');
const held = (text: string) => heldOf(text, 'latex');

describe('what is read', () => {
  test.each([
    ['paragraphs', 'One two.\nThree.\n\nFour.', ['paragraph: One two. Three.', 'paragraph: Four.']],
    ['headings', '\\section*{The \\emph{old} wall}\nOne.', ['heading: The old wall', 'paragraph: One.']],
    ['items', '\\begin{itemize}\n\\item One\n\\item[Two] three\n\\end{itemize}\nFour', ['item: One', 'item: Two three', 'paragraph: Four']],
    [
      'cells',
      '\\begin{tabular}{l|r}\nOne & Two \\\\ \\hline\nThree & 4\n\\end{tabular}',
      ['cell: One', 'cell: Two', 'cell: Three', 'cell: 4'],
    ],
    [
      'captions',
      '\\begin{figure}[ht]\n\\includegraphics[width=2cm]{a_b}\n\\caption[Short]{The wall.}\n\\label{x}\n\\end{figure}',
      ['caption: The wall.'],
    ],
    ['block quotes', 'One:\n\\begin{quotation}\nTwo.\n\nThree.\n\\end{quotation}', ['paragraph: One:', 'quote: Two.', 'quote: Three.']],
    [
      'a footnote at the end of its paragraph',
      'One.\\footnote{Two “three”.}\n\nFour.',
      ['paragraph: One.', 'footnote: Two “three”.', 'paragraph: Four.'],
    ],
    ['no footnote within a sentence', 'One\\footnote{Two.} three.', ['paragraph: One three.']],
    ['arguments of commands nobody knows', 'One \\textsc{two} \\mine{three}[four].', ['paragraph: One two three[four].']],
    ['numbers in maths', 'It rose by $5\\%$ to $1,200$ in $x^2$ years.', ['paragraph: It rose by 5% to 1,200 in years.']],
  ])('%s', (_, text, expected) => expect(blocks(text)).toEqual(expected));
});

describe('what is none', () => {
  test.each([
    ['the preamble', '\\documentclass{article}\n\\newcommand{\\a}{b}\n\\begin{document}\nOne.\n\\end{document}\nTwo', ['paragraph: One.']],
    ['maths', 'One \\(a\\) two\n\\[ b \\]\n\n$$c$$\n\n\\begin{align*}d\\end{align*}', ['paragraph: One two']],
    ['code', 'One \\verb|“two”| three\n\n\\begin{lstlisting}[language=C]\n“four”\n\\end{lstlisting}', ['paragraph: One three']],
    ['comments', 'One % “two”\nthree 5\\% four', ['paragraph: One three 5% four']],
    ['labels and references', 'See~\\ref{a} on \\pageref{b}.\\label{c}', ['paragraph: See on .']],
  ])('%s', (_, text, expected) => expect(blocks(text)).toEqual(expected));
});

describe('characters', () => {
  test.each([
    ["Jos\\'e, na\\\"{\\i}ve, \\v{S}koda, Fran\\c cois, \\'{E}lan", 'José, naïve, Škoda, François, Élan'],
    ['Stra\\ss e, \\O re, \\ae on, Stra{\\ss}e', 'Straße, Øre, æon, Straße'],
    ['1914--18 --- and\\ldots{} so \\dots', '1914–18 — and… so …'],
    ['\\$5 \\& 6\\% \\#1 a\\_b \\{c\\}', '$5 & 6% #1 a_b {c}'],
    ['Mr~Quill\\,said\\@ co\\-operate\\/', 'Mr Quill said co-operate'.replace('-', '')],
    ['\\constructor{one} \\toString', 'one'],
  ])('%s', (text, expected) => expect(blocks(text)).toEqual([`paragraph: ${expected}`]));
});

describe('quotations', () => {
  test.each([
    ["``One `two' three,'' she said.", ['One ‘two’ three,', 'two']],
    ["``One `two''' she said. `Three.'", ['One ‘two’', 'two', 'Three.']],
    ["It's the crews' ``wall''.", ['wall']],
    ['\\enquote{One \\enquote{two} three}', ['One ‘two’ three', 'two']],
    ['\\textquote[{\\cite{a}}]{One two} and \\blockquote[Quill]{Three.}', ['One two', 'Three.']],
    ['\\foreignquote{french}{Un deux}', ['Un deux']],
    ['\\glqq Eins zwei\\grqq{} und \\og Un deux\\fg{}', ['Eins zwei', 'Un deux']],
    ['\\usepackage[ngerman]{babel}\\begin{document}"`Eins zwei"\' und ,,drei vier``', ['Eins zwei', 'drei vier']],
    ['\\textquotedblleft One two\\textquotedblright{} “three four” "five six"', ['One two', 'three four', 'five six']],
    ['\\begin{quote}\nOne two.\n\n--- Ada Quill\n\\end{quote}', ['One two.']],
  ])('%s', (text, expected) => expect(quoted(text)).toEqual(expected));
});

test('citations', () => {
  expect(citations("``One''~\\parencite[5]{quill2025}. \\href{https://a.org/b\\_c}{The \\emph{Courier}} \\url{https://d.org}")).toEqual([
    'note quill2025 <>',
    'link The Courier <https://a.org/b_c>',
    'link https://d.org <https://d.org>',
  ]);
  expect(citations('One.\\footnote{Courier, \\url{https://a.org/b}.}')[0]).toBe('note Courier, https://a.org/b. <https://a.org/b>');
});

test('directives and what the document says of itself', () => {
  expect(held('% stet: why\nOne.\n\nTwo.')).toEqual({ stets: ['One.'], off: false, day: null });
  expect(held('\\documentclass{a}\n\\date{4~March 2025}\n% verbatim: off\n\\begin{document}\nOne.')).toEqual({
    stets: [],
    off: true,
    day: '2025-03-04',
  });
  expect(held('% stet on\n\nOne.\n\n% stet off\n\nTwo.').stets).toEqual(['One.']);
});
