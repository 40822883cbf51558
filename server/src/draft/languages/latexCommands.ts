// What LaTeX's commands mean for a reader of prose. Any command that is in none of these lists is markup, and its arguments are prose.

/** Characters that commands stand for. */
export const SYMBOLS: Readonly<Record<string, string>> = {
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  textelp: '…',
  textendash: '–',
  textemdash: '—',
  textquotedblleft: '“',
  textquotedblright: '”',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedbl: '"',
  textquotesingle: "'",
  lq: '‘',
  rq: '’',
  guillemotleft: '«',
  guillemotright: '»',
  guillemetleft: '«',
  guillemetright: '»',
  guilsinglleft: '‹',
  guilsinglright: '›',
  og: '«',
  fg: '»',
  flqq: '«',
  frqq: '»',
  flq: '‹',
  frq: '›',
  glqq: '„',
  grqq: '“',
  glq: '‚',
  grq: '‘',
  quotedblbase: '„',
  quotesinglbase: '‚',
  pounds: '£',
  textsterling: '£',
  texteuro: '€',
  euro: '€',
  textyen: '¥',
  textdollar: '$',
  textpercent: '%',
  textdegree: '°',
  textunderscore: '_',
  textasciitilde: '~',
  textasciicircum: '^',
  textbackslash: '\\',
  S: '§',
  copyright: '©',
  slash: '/',
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  dj: 'đ',
  DJ: 'Đ',
  th: 'þ',
  TH: 'Þ',
};

/** Marks over or under the next letter: the combining character of each accent. */
export const ACCENTS: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030C',
  H: '\u030B',
  c: '\u0327',
  k: '\u0328',
  r: '\u030A',
  d: '\u0323',
  b: '\u0331',
};

const setOf = (names: string) => new Set(names.split(' '));

/** White space. */
export const SPACES = setOf(
  '\\ newline linebreak pagebreak newpage clearpage cleardoublepage quad qquad enspace hfill hfil vfill space par',
);

/** Commands of which all arguments are none of the reader's. */
export const NOT_READ = setOf(
  'label ref eqref pageref autoref cref Cref cpageref vref nameref hyperref@ input include includeonly includegraphics usepackage ' +
    'RequirePackage documentclass bibliography bibliographystyle addbibresource printbibliography nocite vspace hspace setlength ' +
    'addtolength newlength newcommand renewcommand providecommand newenvironment renewenvironment newtheorem DeclareMathOperator ' +
    'definecolor color pagecolor pagestyle thispagestyle pagenumbering setcounter addtocounter stepcounter newcounter bibitem ' +
    'hypersetup index glossary selectlanguage phantom hphantom vphantom rule ensuremath SI si num qty unit ang tikz todo hypertarget@ ' +
    'lstset geometry graphicspath captionsetup setmainfont fontsize tableofcontents listoffigures listoftables addcontentsline ' +
    'date author today linespread setstretch theoremstyle raisebox hline cline cmidrule toprule midrule bottomrule multirow@ ' +
    'NewDocumentCommand RenewDocumentCommand DeclareRobustCommand newacronym newglossaryentry setdefaultlanguage setotherlanguage',
);

/** Commands of which so many arguments come before what is read. */
export const READ_LATER: Readonly<Record<string, number>> = {
  textcolor: 1,
  colorbox: 1,
  foreignlanguage: 1,
  hypertarget: 1,
  hyperlink: 1,
  parbox: 1,
  multicolumn: 2,
  multirow: 2,
  resizebox: 2,
  scalebox: 1,
  texorpdfstring: 1,
};

/** Commands that put their last argument in quotation marks. */
export const QUOTES = setOf(
  'enquote textquote blockquote say hyphenquote foreignquote foreigntextquote foreignblockquote textcquote blockcquote',
);

/** Commands that begin a block of their own, and what kind of block their argument is. */
export const HEADINGS = setOf(
  'part chapter section subsection subsubsection paragraph subparagraph frametitle framesubtitle title subtitle',
);

export const NOTES = setOf('footnote footnotetext thanks endnote sidenote marginpar marginnote');

/** Environments that are no prose. */
export const NOT_PROSE = setOf(
  'verbatim Verbatim lstlisting minted alltt comment equation align alignat gather multline flalign eqnarray displaymath math array ' +
    'tikzpicture pgfpicture picture filecontents thebibliography algorithm algorithmic code BVerbatim LVerbatim',
);

export const BLOCK_QUOTES = setOf('quote quotation displayquote displaycquote foreigndisplayquote verse quoting blockquote');
export const LISTS = setOf('itemize enumerate description compactitem compactenum inparaenum');
export const TABLES = setOf('tabular tabularx tabulary longtable tabu supertabular');
