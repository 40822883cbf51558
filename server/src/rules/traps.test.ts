import { describe, expect, test } from 'vitest';
import { analysisOf, checkDraft, corpusOf, type DraftSettings, dedent, verdicts } from '../../../test/support/checkDraft.ts';
import { takeMarksOut } from '../../../test/support/marks.ts';
import type { MemoryCorpus } from '../corpus/memoryCorpus.ts';

// What checkers of quotations have stumbled over. Each trap has both sides where there are two: the true quotation that
// must stand, and the false one beside it that must be reported.

function post(body: string): string {
  return `---\ntitle: News from Alder\npublisher: The Alder Post\npublished: 2025-03-04\n---\n\n${dedent(body)}`;
}

function herald(body: string): string {
  return `---\ntitle: Along Hob Lane\npublisher: Hob Lane Herald\npublished: 2025-03-05\n---\n\n${dedent(body)}`;
}

/** Nothing is found, and every quotation stands, with or without accepted alterations. */
function stands(corpus: MemoryCorpus, draft: string, settings: DraftSettings = {}): void {
  checkDraft(corpus, draft, settings);
  const found = verdicts(corpus, draft, settings);
  expect(found.length).toBeGreaterThan(0);
  for (const verdict of found) expect(verdict).toMatch(/^(?:verified|altered):/);
}

/** What is marked is found, and nothing else; the last quotation does not stand. */
function fails(corpus: MemoryCorpus, marked: string, settings: DraftSettings = {}): void {
  checkDraft(corpus, marked, settings);
  expect(verdicts(corpus, takeMarksOut(marked).text, settings).at(-1)).toMatch(/^(?:misquoted|not-found):/);
}

/** The source's words that each quotation was laid on. */
function passages(corpus: MemoryCorpus, draft: string): (string | undefined)[] {
  return [...analysisOf(corpus, draft).verdicts.values()].map((verdict) => ('match' in verdict ? verdict.match?.exact : undefined));
}

describe('curly marks and straight marks are the same marks, and the same apostrophes', () => {
  const STRAIGHT = corpusOf(
    post(`
    "We don't count the geese; they've counted us," said Edda Quill, the warden. "Nobody's boat is worth a drowned boy's
    boots," Jonas Brandt said.
    `),
  );
  const CURLY = corpusOf(
    post(`
    “We don’t count the geese; they’ve counted us,” said Edda Quill, the warden. “Nobody’s boat is worth a drowned boy’s
    boots,” Jonas Brandt said.
    `),
  );
  test.each([
    ['a curly draft, a straight source', STRAIGHT, '“We don’t count the geese; they’ve counted us,” said Edda Quill.'],
    ['a straight draft, a curly source', CURLY, '"We don\'t count the geese; they\'ve counted us," said Edda Quill.'],
    ['curly single marks, a straight source', STRAIGHT, '‘Nobody’s boat is worth a drowned boy’s boots,’ Jonas Brandt said.'],
    ['straight single marks, a curly source', CURLY, "'Nobody's boat is worth a drowned boy's boots,' Jonas Brandt said."],
  ])('%s: the true words stand', (_, corpus, draft) => stands(corpus, draft));
  test.each([
    [
      'a curly draft, a straight source',
      STRAIGHT,
      '“We don’t count the [ducks]{misquote.content → geese}; they’ve counted us,” said Edda Quill.',
    ],
    [
      'a straight draft, a curly source',
      CURLY,
      '"We don\'t count the [ducks]{misquote.content → geese}; they\'ve counted us," said Edda Quill.',
    ],
    [
      'straight single marks, a curly source',
      CURLY,
      "'Nobody's boat is worth a drowned [girl's]{misquote.content → boy’s} boots,' Jonas Brandt said.",
    ],
  ])('%s: the check is not blind', (_, corpus, draft) => fails(corpus, draft));
});

describe('a dash between digits is never deleted: 1-2 months is not 12 months', () => {
  const CORPUS = corpusOf(
    post(`
    “The bridge will be shut for 1-2 months while the deck is relaid,” said Edda Quill. “The old deck lasted 12 months
    and cost us the summer fair,” Jonas Brandt said. “We waited 10–15 years for a signature on that paper,” he said. “The
    gate shuts at 5:30 and takes 3/4 of an hour to open,” said Mara Lind.
    `),
  );
  test.each([
    ['a hyphen', '“The bridge will be shut for 1-2 months while the deck is relaid,” said Edda Quill.'],
    ['another dash', '“The bridge will be shut for 1–2 months while the deck is relaid,” said Edda Quill.'],
    ['a hyphen for a dash', '“We waited 10-15 years for a signature on that paper,” Jonas Brandt said.'],
    ['no dash on either side', '“The old deck lasted 12 months and cost us the summer fair,” Jonas Brandt said.'],
  ])('%s stands', (_, draft) => stands(CORPUS, draft));
  test.each([
    ['two digits closed up', '“The bridge will be shut for [12]{misquote.number → 1-2} months while the deck is relaid,” said Edda Quill.'],
    [
      'one number torn apart by a hyphen',
      '“The old deck lasted [1-2]{misquote.number → 12} months and cost us the summer fair,” Jonas Brandt said.',
    ],
    [
      'one number torn apart by a dash',
      '“The old deck lasted [1–2]{misquote.number → 12} months and cost us the summer fair,” Jonas Brandt said.',
    ],
    ['years closed up', '“We waited [1015]{misquote.number → 10–15} years for a signature on that paper,” Jonas Brandt said.'],
    ['a time without its colon', '“The gate shuts at [530]{misquote.number → 5:30} and takes 3/4 of an hour to open,” said Mara Lind.'],
    ['a fraction without its stroke', '“The gate shuts at 5:30 and takes [34]{misquote.number → 3/4} of an hour to open,” said Mara Lind.'],
  ])('%s is another number', (_, draft) => fails(CORPUS, draft));
});

describe('an inch mark or an apostrophe opens and closes nothing', () => {
  const CORPUS = corpusOf(
    post(`
    “The main under Mill Lane burst at dawn and took the baker’s cellar with it,” said Edda Quill, who runs the water
    works. “A 5" pipe was never going to hold the spring melt,” she said. “The farmers’ market has outlived four mayors
    and one flood,” Jonas Brandt said.
    `),
  );
  const CELLAR = "The main under Mill Lane burst at dawn and took the baker's cellar with it";
  const BEFORE = [
    ['one inch mark', 'A 5" pipe gave way.'],
    ['two inch marks', 'A 5" pipe and a 12" main met here.'],
    ['inches by inches', 'A 5" x 6" plate gave way.'],
    ['feet and inches', 'The trench is 6\' 2" deep.'],
    ['a decade', "It held all through the '90s."],
    ['rock ’n’ roll', "Rock 'n' roll was on the radio."],
    ['a possessive', "At the farmers' market nobody was surprised."],
    ['an elided word', "'Twas a wet year, and they let 'em have it."],
  ] as const;
  test.each(BEFORE)('%s in front of a quotation in straight marks', (_, before) => {
    stands(CORPUS, `${before} "${CELLAR}," said Edda Quill.`);
    fails(CORPUS, `${before} "${CELLAR.replace('dawn', '[dusk]{misquote.content → dawn}')}," said Edda Quill.`);
  });
  test.each(BEFORE)('%s in front of a quotation in straight single marks', (_, before) => {
    stands(CORPUS, `${before} '${CELLAR},' said Edda Quill.`);
    fails(CORPUS, `${before} '${CELLAR.replace('dawn', '[dusk]{misquote.content → dawn}')},' said Edda Quill.`);
  });
  test.each([
    ['in the same sentence', `Standing by the 5" pipe, Edda Quill said "${CELLAR}".`],
    ['behind the quotation', `"${CELLAR}," said Edda Quill. The pipe was 5" wide.`],
    ['inside curly marks', '“A 5" pipe was never going to hold the spring melt,” said Edda Quill.'],
    ['inside straight marks', '"A 5" pipe was never going to hold the spring melt," said Edda Quill.'],
    ['as a double prime', '“A 5″ pipe was never going to hold the spring melt,” said Edda Quill.'],
  ])('an inch mark %s', (_, draft) => stands(CORPUS, draft));
  test('an inch mark inside a quotation hides no change behind it', () => {
    fails(CORPUS, '"A 5" pipe was [always]{misquote.negation → never} going to hold the spring melt," said Edda Quill.');
  });
  test('a possessive inside single marks does not end them', () => {
    stands(CORPUS, '‘The farmers’ market has outlived four mayors and one flood,’ Jonas Brandt said.');
    stands(CORPUS, "'The farmers' market has outlived four mayors and one flood,' Jonas Brandt said.");
    fails(CORPUS, "'The farmers' market has outlived [five]{misquote.number → four} mayors and one flood,' Jonas Brandt said.");
  });
  test('an inch mark in the source does not turn its quotations inside out', () => {
    const source = corpusOf(
      post(`
      A 5" pipe burst on Mill Lane. "The main gave way at dawn and took the cellar with it," said Edda Quill. "We baled
      with milk churns until the vicar came," said Jonas Brandt.
      `),
    );
    stands(source, '“The main gave way at dawn and took the cellar with it,” said Edda Quill.');
    checkDraft(source, '“We baled with milk churns until the vicar came,” said [Edda Quill]{wrong-speaker → Jonas Brandt}.');
  });
});

describe('brackets that stand in the source', () => {
  const CORPUS = corpusOf(
    post(`
    “The council [of 1987] never signed the lease for the mill, and it never paid a penny,” said Edda Quill. “The tower
    stood 31 metres [102 feet] high before the gale took its cap,” Jonas Brandt said. “[The ferry] has not sailed since
    the ice came down in January,” said Mara Lind. “Seepage rose from 4.2 (3.9 to 4.6) litres to 7.8 (7.1 to 8.4) litres
    a minute after the frost,” said Odo Finch.
    `),
  );
  test.each([
    ['kept', '“The council [of 1987] never signed the lease for the mill, and it never paid a penny,” said Edda Quill.'],
    ['dropped', '“The council never signed the lease for the mill, and it never paid a penny,” said Edda Quill.'],
    ['kept round figures', '“The tower stood 31 metres [102 feet] high before the gale took its cap,” Jonas Brandt said.'],
    ['dropped with their figures', '“The tower stood 31 metres high before the gale took its cap,” Jonas Brandt said.'],
    ['kept at the start', '“[The ferry] has not sailed since the ice came down in January,” said Mara Lind.'],
    ['dropped at the start', 'The ferry, said Mara Lind, “has not sailed since the ice came down in January”.'],
    [
      'round ones, kept',
      '“Seepage rose from 4.2 (3.9 to 4.6) litres to 7.8 (7.1 to 8.4) litres a minute after the frost,” said Odo Finch.',
    ],
  ])('%s stand', (_, draft) => stands(CORPUS, draft));
  test.each([
    [
      'beside them, kept',
      '“The council [of 1987] never signed the lease for the [barn]{misquote.content → mill}, and it never paid a penny,” said Edda Quill.',
    ],
    [
      'beside them, dropped',
      '“The council never signed the lease for the [barn]{misquote.content → mill}, and it never paid a penny,” said Edda Quill.',
    ],
    [
      'in front of them',
      '“The tower stood [13]{misquote.number → 31} metres [102 feet] high before the gale took its cap,” Jonas Brandt said.',
    ],
    [
      'in front of them, dropped',
      '“The tower stood [13]{misquote.number → 31} metres high before the gale took its cap,” Jonas Brandt said.',
    ],
    [
      'between them',
      '“Seepage rose from 4.2 (3.9 to 4.6) litres to [9.8]{misquote.number → 7.8} (7.1 to 8.4) litres a minute after the frost,” said Odo Finch.',
    ],
    [
      'the figure within',
      '“The tower stood 31 metres [[120 feet]]{misquote.number: “102 feet”} high before the gale took its cap,” Jonas Brandt said.',
    ],
    [
      'the year within',
      '“The council [[of 1978]]{misquote.number: “of 1987”} never signed the lease for the mill, and it never paid a penny,” said Edda Quill.',
    ],
    [
      'the figure in round ones',
      '“Seepage rose from 4.2 (3.9 to 4.6) litres to 7.8 [(7.1 to 9.4)]{misquote.number: “7.1 to 8.4”} litres a minute after the frost,” said Odo Finch.',
    ],
  ])('hide no change: %s', (_, draft) => fails(CORPUS, draft));
  test.each([
    ['a figure', '“The tower stood [[13]]{misquote.number: “31” → 31} metres high before the gale took its cap,” Jonas Brandt said.'],
    [
      'a negation',
      '“The council never signed the lease for the mill, and it [[always]]{misquote.negation: “never” → never} paid a penny,” said Edda Quill.',
    ],
  ])('the writer’s own bracket may not replace %s', (_, draft) => fails(CORPUS, draft));
});

describe('an ellipsis never swallows what turns the sense', () => {
  const CORPUS = corpusOf(
    post(`
    “The guild will not sell the orchard to the brewery this autumn,” said Edda Quill, the clerk. “We have never closed
    the footbridge to walkers after dark,” Jonas Brandt said. “The school may open on Monday unless the boiler fails again
    in the night,” said Mara Lind. “I would sign the lease tomorrow, but the roof has to be mended before the frost,” Odo
    Finch said. “Members can borrow the boat without asking the warden for the key,” said Lena Marsh. “Everyone may fish
    here except the visitors from the lower town,” said Edda Quill. “The town doesn’t owe the railway a single penny for
    that siding,” said Jonas Brandt.
    `),
  );
  test.each([
    ['not', '“The guild will […]{misquote.negation: “not” → not} sell the orchard to the brewery this autumn,” said Edda Quill.'],
    [
      'not, the ellipsis in brackets',
      '“The guild will [[...]]{misquote.negation: “not” → not} sell the orchard to the brewery this autumn,” said Edda Quill.',
    ],
    ['never', '“We have [...]{misquote.negation: “never” → never} closed the footbridge to walkers after dark,” Jonas Brandt said.'],
    ['unless', '“The school may open on Monday […]{misquote: “unless the boiler fails again”} in the night,” said Mara Lind.'],
    ['but', '“I would sign the lease tomorrow […]{misquote: “but”} the roof has to be mended before the frost,” Odo Finch said.'],
    ['without', '“Members can borrow the boat […]{misquote: “without”} asking the warden for the key,” said Lena Marsh.'],
    ['except', '“Everyone may fish here […]{misquote: “except”} the visitors from the lower town,” said Edda Quill.'],
    ['a contracted not', '“The town […]{misquote.negation: “doesn’t”} owe the railway a single penny for that siding,” said Jonas Brandt.'],
  ])('%s', (_, draft) => fails(CORPUS, draft));
  test.each([
    ['words on which nothing turns', '“The guild will not sell the orchard … this autumn,” said Edda Quill.'],
    ['nothing, at the end of the fragment', '“The school may open on Monday …” said Mara Lind.'],
  ])('%s may go', (_, draft) => stands(CORPUS, draft));
});

describe('fragments with an ellipsis between them', () => {
  const TRADES = [
    'cooper',
    'glazier',
    'weaver',
    'tanner',
    'thatcher',
    'miller',
    'potter',
    'dyer',
    'chandler',
    'farrier',
    'cutler',
    'sexton',
  ];
  const PAGES = TRADES.map(
    (trade, i) =>
      `The ledger in hall ${i + 1} belonged to a ${trade} who had come over the pass with two mules and a letter from the abbot, and who stayed until the thaw. The parish clerk wrote it down in brown ink under the heading of other goods.`,
  ).join('\n\n');
  const CORPUS = corpusOf(
    post(
      [
        '“The lantern on the north pier was lit every night of that winter by a girl of nine,” said Edda Quill, the pilot.',
        PAGES,
        '“Her father had drowned in sight of it and the whole town knew,” Quill said.',
        '“I mended the clock with a spoon and a prayer to Saint Hob,” said Jonas Brandt.',
      ].join('\n\n'),
    ),
  );
  test.each([
    [
      'pages apart but in order',
      '“The lantern on the north pier was lit every night of that winter … Her father had drowned in sight of it,” said Edda Quill.',
    ],
    ['pages apart and short', '“The lantern on the north pier … the whole town knew,” said Edda Quill.'],
    ['of one sentence', '“The lantern … was lit every night of that winter … by a girl of nine,” said Edda Quill.'],
  ])('%s are accepted', (_, draft) => stands(CORPUS, draft));
  test.each([
    [
      'in reversed order, pages apart',
      '[“Her father had drowned in sight of it … The lantern on the north pier was lit every night of that winter,”]{spliced-quote: another order} said Edda Quill.',
    ],
    [
      'in reversed order, of one sentence',
      '[“By a girl of nine … the lantern on the north pier,”]{spliced-quote: another order} said Edda Quill.',
    ],
    [
      'of two people',
      '[“The lantern on the north pier was lit every night of that winter … I mended the clock with a spoon and a prayer,”]{spliced-quote: two people} said Edda Quill.',
    ],
    [
      'pages apart without the ellipsis',
      '[“The lantern on the north pier was lit every night of that winter. Her father had drowned in sight of it,”]{spliced-quote: without an ellipsis} said Edda Quill.',
    ],
    [
      'pages apart, a word changed in the first',
      '“The lantern on the north pier was lit every night of that [summer]{misquote.content → winter} … Her father had drowned in sight of it,” said Edda Quill.',
    ],
    [
      'pages apart, a word changed in the second',
      '“The lantern on the north pier was lit every night of that winter … Her [brother]{misquote.content → father} had drowned in sight of it,” said Edda Quill.',
    ],
  ])('%s are not', (_, draft) => fails(CORPUS, draft));
});

describe('one changed word in a long and otherwise exact quotation', () => {
  const WORDS =
    'After the flood we agreed on a strict rule for the sluice at Hob Mill: two keepers on every shift, one lamp on the gate and one on the bank, a bell at each quarter hour, the level chalked on the door so that anybody who passes can read it, and no opening above the second notch before the miller downstream has rung back';
  const CORPUS = corpusOf(post(`“${WORDS},” said Edda Quill, the water bailiff.`));
  const changed = (from: string, to: string) => `“${WORDS.replace(from, to)},” said Edda Quill.`;
  test('the true words stand', () => stands(CORPUS, `“${WORDS},” said Edda Quill.`));
  test.each([
    ['“relaxed” for “strict”', changed('strict', '[relaxed]{misquote.content → strict}')],
    ['the first word', changed('After', '[Before]{misquote → After}')],
    ['the last word', changed('rung back', 'rung [twice]{misquote.content → back}')],
    ['a number', changed('second', '[third]{misquote.number → second}')],
    ['a negation dropped', changed('no opening', '[opening]{misquote.negation: “no” → no opening}')],
    ['a negation replaced', changed('no opening', '[an]{misquote.negation → no} opening')],
    ['a negation added', changed('can read', '[cannot]{misquote.negation → can} read')],
  ])('%s is reported', (_, draft) => fails(CORPUS, draft));
});

describe('a passage and its negation are nearly the same words', () => {
  const WORDS =
    'The ladies of the rowing club have asked me to say that they did not borrow the mayor’s barge on the night of the regatta, that the barge was found on the sandbank with its lamps lit and its awning furled, and that whoever mended the awning has a better hand than anybody on the committee';
  const CORPUS = corpusOf(
    post(`
    “${WORDS},” said Edda Quill. “We can't promise a bell and we won't promise a clock,” said Jonas Brandt. “It isn't true
    that the well is dry,” said Mara Lind.
    `),
  );
  test('the true words stand', () => {
    stands(CORPUS, `“${WORDS},” said Edda Quill.`);
    stands(CORPUS, '“We can’t promise a bell and we won’t promise a clock,” said Jonas Brandt.');
  });
  test.each([
    ['dropped', `“${WORDS.replace('not borrow', '[borrow]{misquote.negation: “not” → not borrow}')},” said Edda Quill.`],
    ['added', `“${WORDS.replace('has a', 'has [not]{misquote.negation: “not” →} a')},” said Edda Quill.`],
    ['“can” for “can’t”', "“We [can]{misquote.negation → can't} promise a bell and we won’t promise a clock,” said Jonas Brandt."],
    ['“will” for “won’t”', "“We can’t promise a bell and we [will]{misquote.negation → won't} promise a clock,” said Jonas Brandt."],
    ['“is” for “isn’t”', "“It [is]{misquote.negation → isn't} true that the well is dry,” said Mara Lind."],
  ])('%s', (_, draft) => fails(CORPUS, draft));
});

describe('a changed figure', () => {
  const CORPUS = corpusOf(
    post(`
    “We sold 1,250 tickets at £4.50 in the first 36 hours and had 17 per cent of them back by Friday,” said Edda Quill.
    “The bell weighs 2.5 tonnes and was cast in 1884,” said Jonas Brandt. “Nine of the twenty-one boats came home,” said
    Mara Lind.
    `),
  );
  const TICKETS = 'We sold 1,250 tickets at £4.50 in the first 36 hours and had 17 per cent of them back by Friday';
  const tickets = (from: string, to: string) => `“${TICKETS.replace(from, to)},” said Edda Quill.`;
  test.each([
    ['without its comma', tickets('1,250', '1250')],
    ['with a sign for the words', tickets('17 per cent', '17%')],
    ['in numerals', '“Nine of the 21 boats came home,” said Mara Lind.'],
  ])('the same figure %s stands', (_, draft) => stands(CORPUS, draft));
  test.each([
    ['two digits swapped', tickets('1,250', '[1,520]{misquote.number → 1,250}')],
    ['a point for the comma', tickets('1,250', '[1.250]{misquote.number → 1,250}')],
    ['the point left out', tickets('4.50', '[450]{misquote.number → 4.50}')],
    ['the point put in', tickets('36', '[3.6]{misquote.number → 36}')],
    ['a percentage', tickets('17 per', '[71]{misquote.number → 17} per')],
    ['points for per cent', tickets('per cent', '[points]{misquote → per cent}')],
    ['another currency', tickets('£', '[$]{misquote → £}')],
    ['a weight without its point', '“The bell weighs [25]{misquote.number → 2.5} tonnes and was cast in 1884,” said Jonas Brandt.'],
    ['a year', '“The bell weighs 2.5 tonnes and was cast in [1984]{misquote.number → 1884},” said Jonas Brandt.'],
    ['a number word by numerals', '“Nine of the [22]{misquote.number → twenty-one} boats came home,” said Mara Lind.'],
    ['a number word by a longer one', '“[Ninety]{misquote.number → Nine} of the twenty-one boats came home,” said Mara Lind.'],
  ])('%s is reported', (_, draft) => fails(CORPUS, draft));
});

describe('a short quotation is not found inside a longer word', () => {
  const CORPUS = corpusOf(
    post(`
    “The machines in the linen shed have outlasted three owners, and the chandlers of Hob Lane owe us nothing,” said Edda
    Quill. “We are unhappy with the misalignment of the rails,” Jonas Brandt said. “It was a carefree, unmistakable party of
    fishermen,” said Mara Lind.
    `),
  );
  test.each([
    ['one word, inside', 'Edda Quill spoke of the “chin”.', 'chin'],
    ['one word, at the start', 'Edda Quill spoke of a “line”.', 'line'],
    ['one word, at the end', 'Jonas Brandt said that he was “happy”.', 'happy'],
    ['two words, the first at an end', 'Jonas Brandt spoke of “the alignment”.', 'the alignment'],
    ['two words, the last at a start', 'Jonas Brandt spoke of “the rail”.', 'the rail'],
    ['three words, the last at a start', 'Mara Lind called it a “party of fish”.', 'party of fish'],
    ['three words, the last at an end', 'Mara Lind called it a “party of men”.', 'party of men'],
  ])('%s', (_, draft, words) => expect(verdicts(CORPUS, draft)).toEqual([`not-found: ${words}`]));
  test('a longer one is a misquotation', () => {
    fails(CORPUS, 'Jonas Brandt said that they were “[happy]{misquote → unhappy} with the misalignment of the rails”.');
  });
  test.each([
    ['one word', 'Jonas Brandt said that they were “unhappy”.'],
    ['two words', 'Mara Lind called it an “unmistakable party”.'],
    ['three words', 'Mara Lind called it a “party of fishermen”.'],
  ])('%s of the source: found', (_, draft) => stands(CORPUS, draft));
  test('a short name is not found inside a longer one', () => {
    const source = corpusOf(
      post(`
      “The mooring fee has not risen since my grandmother kept the book,” said Ann Quill, the harbour clerk. “The tar kettle
      boiled over twice and we lost the afternoon,” said Anna Quillfeather, a boat builder.
      `),
    );
    checkDraft(
      source,
      '“The tar kettle boiled over twice and we lost the afternoon,” said [Ann Quill]{wrong-speaker → Anna Quillfeather}.',
    );
  });
});

describe('a look-alike sentence is never taken for the source in silence', () => {
  const CORPUS = corpusOf(
    post(`
    “We will mend the churchyard wall before the frost and paint the gate in spring,” said Edda Quill, the sexton. “We will
    mend the churchyard gate before the frost and paint the wall in spring,” said Jonas Brandt, the mason.
    `),
    herald(`
    “The reservoir is safe for another ten years and nobody downstream need lose a night’s sleep,” said Mara Lind, who
    inspected it.
    `),
  );
  test('of two look-alikes each is laid on its own passage', () => {
    const draft =
      '“We will mend the churchyard wall before the frost and paint the gate in spring,” said Edda Quill. “We will mend the churchyard gate before the frost and paint the wall in spring,” said Jonas Brandt.';
    stands(CORPUS, draft);
    expect(passages(CORPUS, draft)).toEqual([
      'We will mend the churchyard wall before the frost and paint the gate in spring',
      'We will mend the churchyard gate before the frost and paint the wall in spring',
    ]);
  });
  test.each([
    [
      'the words of the one under the name of the other',
      '“We will mend the churchyard wall before the frost and paint the gate in spring,” said [Jonas Brandt]{wrong-speaker → Edda Quill}.',
    ],
    [
      'half of the one and half of the other',
      '“We will mend the churchyard wall before the frost and paint the [wall]{misquote.content → gate} in spring,” said Edda Quill.',
    ],
    [
      'a figure changed',
      '“The reservoir is safe for another [two]{misquote.number → ten} years and nobody downstream need lose a night’s sleep,” said Mara Lind.',
    ],
    [
      'a figure changed, under another name',
      '“The reservoir is safe for another [two]{misquote.number → ten} years and nobody downstream need lose a night’s sleep,” said [Odo Finch]{wrong-speaker → Mara Lind}.',
    ],
    ['a short one with a figure changed', 'Mara Lind said it was “safe for another [two]{misquote.number → ten} years”.'],
    [
      'another thing said in the same pattern',
      '[“The embankment is safe for another ten years and nobody upstream need lose a night’s rest,”]{quote-not-found} said Odo Finch.',
    ],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('what a page layout leaves in the words', () => {
  const CORPUS = corpusOf(
    post(`
    “The ofﬁce of the ﬂood war-
    den was un\u00ADlit and the ﬁrst tele-
    phone call went un\u00ADanswered for forty min\u00ADutes,” said Edda Quill. “Every affluent in the ward has a first-rate
    boat and no oars,” Jonas Brandt said. “The 40-
    year-old boat and the well-
    known piper baﬄed us all,” said Mara Lind. “We counted 20-
    30 herons under the alders,” said Odo Finch.
    `),
  );
  test.each([
    [
      'hyphens at the line’s end, ligatures and soft hyphens of the source',
      '“The office of the flood warden was unlit and the first telephone call went unanswered for forty minutes,” said Edda Quill.',
    ],
    ['ligatures of the draft', '“Every aﬄuent in the ward has a ﬁrst-rate boat and no oars,” Jonas Brandt said.'],
    ['soft hyphens of the draft', '“Every af\u00ADflu\u00ADent in the ward has a first-rate boat and no oars,” Jonas Brandt said.'],
    ['a hyphen at the line’s end of the draft', '“Every afflu-\nent in the ward has a first-rate boat and no oars,” Jonas Brandt said.'],
    ['a hyphen at the line’s end that was there before', '“The 40-year-old boat and the well-known piper baffled us all,” said Mara Lind.'],
    ['a dash between digits at the line’s end', '“We counted 20-30 herons under the alders,” said Odo Finch.'],
  ])('%s', (_, draft) => stands(CORPUS, draft));
  test.each([
    [
      'between hyphens and ligatures of the source',
      '“The office of the flood warden was unlit and the [last]{misquote.content} telephone call went unanswered for forty minutes,” said Edda Quill.',
    ],
    [
      'in the hyphened word itself',
      '“The office of the flood warden was unlit and the first [radio]{misquote.content} call went unanswered for forty minutes,” said Edda Quill.',
    ],
    [
      'behind ligatures of the draft',
      '“Every aﬄuent in the ward has a ﬁrst-rate boat and no [sails]{misquote.content → oars},” Jonas Brandt said.',
    ],
    [
      'in a figure before the line’s end',
      '“The [14]{misquote.number → 40}-year-old boat and the well-known piper baffled us all,” said Mara Lind.',
    ],
    ['in figures closed up over the line’s end', '“We counted [2030]{misquote.number} herons under the alders,” said Odo Finch.'],
  ])('a change %s is reported', (_, draft) => fails(CORPUS, draft));
});

describe('two people with one surname', () => {
  const CORPUS = corpusOf(
    post(`
    “The mill race was dug by my grandfather with a spade and a lantern,” said Edda Quill, who owns the mill. “I will walk
    the whole bank with a rod on Thursday,” said Tobias Quill, a surveyor who is not related to her.
    `),
  );
  const RACE = '“The mill race was dug by my grandfather with a spade and a lantern,”';
  const BANK = '“I will walk the whole bank with a rod on Thursday,”';
  test.each([
    ['each under the full name', `${RACE} said Edda Quill. ${BANK} said Tobias Quill.`],
    ['the surname alone, which could be either', `${RACE} said Quill.`],
    ['the surname alone, after the right one was named', `Edda Quill owns the mill. ${RACE} Quill said.`],
    ['both named in front', `Edda Quill and Tobias Quill were heard. ${RACE} Edda Quill said. ${BANK} Tobias Quill said.`],
  ])('%s: no finding', (_, draft) => stands(CORPUS, draft));
  test.each([
    ['hers under his name', `${RACE} said [Tobias Quill]{wrong-speaker: Edda Quill → Edda Quill}.`],
    ['his under her name', `${BANK} said [Edda Quill]{wrong-speaker: Tobias Quill → Tobias Quill}.`],
    ['the other’s initial', `${RACE} said [T. Quill]{wrong-speaker: Edda Quill → Edda Quill}.`],
    [
      'both swapped',
      `${RACE} [Tobias Quill]{wrong-speaker → Edda Quill} said. Then the bank was spoken of. ${BANK} [Edda Quill]{wrong-speaker → Tobias Quill} said.`,
    ],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('a quotation is never a query', () => {
  const CORPUS = corpusOf(
    post(String.raw`
    “Salt AND sand OR gravel: the lane/track by the weir gets all three, NOT one,” said Edda Quill. “The form asks for
    name/address (both in capitals) and the sum in pounds/shillings,” Jonas Brandt said. “The lock opens to a\*b?c+(d|e)^$
    and to nothing else in the house,” said Mara Lind. “He wrote \\d+ on the plan and called it a barn | byre | bothy,” said
    Odo Finch. “The sign says ‘Mind the "step" (and the dog)’ in three colours,” said Lena Marsh. “The pie is £3.50 & a
    pint, or 2 for £6,” Edda Quill said.
    `),
  );
  const PLAIN = { languageId: 'plaintext' } as const;
  test.each([
    ['AND, OR, NOT and a stroke', '“Salt AND sand OR gravel: the lane/track by the weir gets all three, NOT one,” said Edda Quill.'],
    ['a short one with AND and OR', 'Edda Quill spoke of “salt AND sand OR gravel”.'],
    ['strokes and parentheses', '“The form asks for name/address (both in capitals) and the sum in pounds/shillings,” Jonas Brandt said.'],
    ['asterisks and what patterns are made of', '“The lock opens to a*b?c+(d|e)^$ and to nothing else in the house,” said Mara Lind.'],
    ['a backslash and bars', String.raw`“He wrote \d+ on the plan and called it a barn | byre | bothy,” said Odo Finch.`],
    ['quotation marks in marks in marks', '“The sign says ‘Mind the "step" (and the dog)’ in three colours,” said Lena Marsh.'],
    ['an ampersand', '“The pie is £3.50 & a pint, or 2 for £6,” Edda Quill said.'],
  ])('%s: no finding', (_, draft) => stands(CORPUS, draft, PLAIN));
  test.each([
    ['OR for AND', '“Salt [OR]{misquote} sand OR gravel: the lane/track by the weir gets all three, NOT one,” said Edda Quill.'],
    [
      'a word behind a stroke',
      '“Salt AND sand OR gravel: the lane/[path]{misquote.content → track} by the weir gets all three, NOT one,” said Edda Quill.',
    ],
    [
      'a word behind a pattern',
      '“The lock opens to a*b?c+(d|e)^$ and to nothing else in the [world]{misquote.content → house},” said Mara Lind.',
    ],
    [
      'a pattern that would match anything',
      '“He wrote .* [on]{misquote.omission: “d”} the plan and called it a barn | byre | bothy,” said Odo Finch.',
    ],
    [
      'a word in three pairs of marks',
      '“The sign says ‘Mind the "[stair]{misquote.content → step}" (and the dog)’ in three colours,” said Lena Marsh.',
    ],
    ['a figure behind an ampersand', '“The pie is £3.50 & a pint, or [3]{misquote.number → 2} for £6,” Edda Quill said.'],
  ])('%s is reported', (_, draft) => fails(CORPUS, draft, PLAIN));
  test('words with operators between them are not looked for one by one', () => {
    expect(verdicts(CORPUS, 'Edda Quill spoke of “salt NOT gravel”.')).toEqual(['not-found: salt NOT gravel']);
  });
});

describe('real words from another article are not invented words', () => {
  const CORPUS = corpusOf(
    post('“The mooring fee has not risen since my grandmother kept the book,” said Edda Quill, the harbour clerk.'),
    herald('“The tar kettle boiled over twice and we lost the afternoon,” said Jonas Brandt, a boat builder.'),
  );
  const FEE = '“The mooring fee has not risen since my grandmother kept the book,”';
  test('under the right credit', () => stands(CORPUS, `${FEE} Edda Quill told The Alder Post.`));
  test.each([
    ['under the wrong credit', `${FEE} Edda Quill told the [Hob Lane Herald]{wrong-source: The Alder Post → Alder Post}.`],
    ['as reported by the wrong one', `${FEE} Edda Quill said, as reported by the [Hob Lane Herald]{wrong-source: The Alder Post}.`],
    ['with the credit in front', `In the [Hob Lane Herald]{wrong-source: The Alder Post}, Edda Quill said: ${FEE.replace(',”', '.”')}`],
    [
      'with a word changed under the wrong credit',
      '“The mooring fee has not [fallen]{misquote.content → risen} since my grandmother kept the book,” Edda Quill told the [Hob Lane Herald]{wrong-source}.',
    ],
    ['under the name of whom the other article quotes', `${FEE} said [Jonas Brandt]{wrong-speaker → Edda Quill}.`],
    [
      'in no article: not found, and no credit is blamed',
      '[“The bell rang by itself on the night of the wedding,”]{quote-not-found} Edda Quill told the Hob Lane Herald.',
    ],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
  test.each([
    ['that is only spoken of', `${FEE} said Edda Quill, who never reads the Hob Lane Herald.`],
    ['that the corpus does not have', `${FEE} Edda Quill told the Lower Alder Chronicle.`],
    [
      'whose name holds the name of another',
      '“The tar kettle boiled over twice and we lost the afternoon,” Jonas Brandt told The New Alder Post.',
    ],
  ])('a paper %s is no wrong credit', (_, draft) => stands(CORPUS, draft));
});

describe('genuine phrases stitched into a sentence that was never said', () => {
  const DUTY = '“The council has a duty to the children of this valley and it takes it seriously,” said Edda Quill, the chair.';
  const CORPUS = corpusOf(
    post(`
    ${DUTY}

    The meeting went on until ten. The heating had failed and people kept their coats on.

    “The sale of the old school to a brewer is a rumour that I have heard and laughed at,” said Edda Quill.

    “I would put every penny into the swimming baths before I bought another snow plough,” said Jonas Brandt.
    `),
    herald('“We will lend the fire engine to whoever brings a horse and a cheque on the same morning,” said Edda Quill.'),
  );
  test.each([
    ['in mid-sentence', '[“The council has a duty to the sale of the old school to a brewer,”]{spliced-quote} said Edda Quill.'],
    [
      'with “and”',
      '[“The council has a duty to the children of this valley and the sale of the old school to a brewer is a rumour,”]{spliced-quote} said Edda Quill.',
    ],
    [
      'in the wrong order',
      '[“It takes it seriously and the council has a duty to the children of this valley,”]{spliced-quote} said Edda Quill.',
    ],
    ['of two people', '[“I would put every penny into the sale of the old school,”]{spliced-quote: two people} said Jonas Brandt.'],
    [
      'of two articles',
      '[“The council has a duty to the children of this valley and we will lend the fire engine to whoever brings a horse and a cheque,”]{spliced-quote: Hob Lane Herald} said Edda Quill.',
    ],
    [
      'of two articles with an ellipsis',
      '[“The council has a duty to the children of this valley … we will lend the fire engine to whoever brings a horse and a cheque,”]{spliced-quote: two articles} said Edda Quill.',
    ],
  ])('%s', (_, draft) => fails(CORPUS, draft));
  test('each phrase in its own marks stands', () => {
    stands(
      CORPUS,
      'Edda Quill said that the council “has a duty to the children of this valley” and called the sale of the old school “a rumour that I have heard and laughed at”.',
    );
  });
  test('the first words may be real and the rest invented', () => {
    fails(
      CORPUS,
      '[“The council has a duty to the children of this valley and a right to the millstream, the toll, the bells of both churches and whatever floats past the weir by night,”]{quote-not-found} said Edda Quill.',
    );
  });
});

describe('attribution words do not shift where a quotation starts', () => {
  const CORPUS = corpusOf(
    post(`
    Edda Quill, who keeps the toll book, said on Monday: “In our view the toll on the lower bridge is a tax on milk and on
    Sundays.” Jonas Brandt told the meeting that “the toll pays for the lamps, and the lamps pay for themselves in broken
    ankles that nobody has”. According to Mara Lind, the surveyor, “as I have said before, the third arch is tired and the
    fourth is asleep”.
    `),
  );
  test.each([
    ['in front', 'Speaking to a full hall, Edda Quill said, “In our view the toll on the lower bridge is a tax on milk and on Sundays.”'],
    [
      'in front, with “that”',
      'Jonas Brandt said that “the toll pays for the lamps, and the lamps pay for themselves in broken ankles that nobody has”.',
    ],
    ['in the middle', '“In our view,” Edda Quill said, “the toll on the lower bridge is a tax on milk and on Sundays.”'],
    ['behind, the lead left out', '“[T]he toll on the lower bridge is a tax on milk and on Sundays,” Edda Quill said.'],
    [
      'that are the speaker’s own words',
      '“As I have said before, the third arch is tired and the fourth is asleep,” according to Mara Lind.',
    ],
  ])('%s', (_, draft) => stands(CORPUS, draft));
  test.each([
    [
      'behind the attribution',
      'As Jonas Brandt told the meeting, “the toll pays for the [gas]{misquote.content → lamps}, and the lamps pay for themselves in broken ankles that nobody has”.',
    ],
    [
      'in the first words behind the attribution',
      'Edda Quill said: “In our [opinion]{misquote.content → view} the toll on the lower bridge is a tax on milk and on Sundays.”',
    ],
    [
      'behind an attribution in the middle',
      '“In our view,” Edda Quill said, “the toll on the [upper]{misquote.content → lower} bridge is a tax on milk and on Sundays.”',
    ],
    [
      'behind “as I have said before”',
      'According to Mara Lind, “as I have said before, the third arch is [sound]{misquote.content → tired} and the fourth is asleep”.',
    ],
    [
      'of all that follows “as I have said before”',
      'According to Mara Lind, [“as I have said before, the river will rise by a yard at Candlemas”]{quote-not-found}.',
    ],
    [
      'that is “she said” within the marks',
      '“In our view, [she said]{misquote.addition →}, the toll on the lower bridge is a tax on milk and on Sundays,” Edda Quill said.',
    ],
    [
      'that is a lead of the writer’s own',
      'Edda Quill said: “[Frankly]{misquote.addition →}, in our view the toll on the lower bridge is a tax on milk and on Sundays.”',
    ],
  ])('a change %s is reported', (_, draft) => fails(CORPUS, draft));
});

describe('one stray mark does not turn the rest inside out', () => {
  const CORPUS = corpusOf(
    post(`
    “The ice house will open again when the lake has borne a horse,” said Edda Quill. “My brother carved the swan and I paid
    for the salt,” said Jonas Brandt. “We froze the bride’s flowers by mistake and nobody noticed until the toast,” said Mara
    Lind.
    `),
  );
  const CURLY =
    'Edda Quill said: “The ice house will open again when the lake has borne a [cart]{misquote.content → horse}.” Jonas Brandt added: “My brother carved the swan and I paid for the salt.”';
  const STRAIGHT = CURLY.replace(/[“”]/g, '"');
  test.each([
    ['opened and never closed', 'The keeper called it [“]{unbalanced-marks}a cold business.'],
    ['closed and never opened', 'The keeper called it a cold business.[”]{unbalanced-marks}'],
    ['straight, opened', 'The keeper called it ["]{unbalanced-marks}a cold business.'],
    ['straight, closed', 'The keeper called it a cold business.["]{unbalanced-marks}'],
    ['low', 'The keeper called it [„]{unbalanced-marks}a cold business.'],
    ['a guillemet', 'The keeper called it [«]{unbalanced-marks}a cold business.'],
  ])('%s', (_, before) => {
    checkDraft(CORPUS, `${before} ${CURLY}`);
    checkDraft(CORPUS, `${before} ${STRAIGHT}`);
    checkDraft(CORPUS, `${before}\n\n${CURLY}`);
    checkDraft(CORPUS, `${before}\n\n${STRAIGHT}`);
    checkDraft(CORPUS, `${CURLY}\n\n${before}`);
    checkDraft(CORPUS, `${STRAIGHT}\n\n${before}`);
  });
  test.each([
    ['a decade', 'It was cold in the ’90s.'],
    ['an elided word', '’Twas cold, and they let ’em in.'],
    ['a plural possessive', 'The keepers’ business was a cold one.'],
  ])('%s is none', (_, before) => {
    checkDraft(CORPUS, `${before} ${CURLY}`);
    checkDraft(CORPUS, `${before} ${STRAIGHT}`);
  });
  test('a quotation that is not closed leaves the next ones alone', () => {
    checkDraft(
      CORPUS,
      '["]{unbalanced-marks}The ice house will open again when the lake has borne a horse, said Edda Quill. "My brother carved the swan and I paid for the [sugar]{misquote.content → salt}," said Jonas Brandt. "We froze the bride’s flowers by mistake," said Mara Lind.',
    );
  });
  test('a quotation that is not opened leaves the next ones alone', () => {
    checkDraft(
      CORPUS,
      'The ice house will open again when the lake has borne a horse,["]{unbalanced-marks} said Edda Quill. "My brother carved the swan and I paid for the [sugar]{misquote.content → salt}," said Jonas Brandt. "We froze the bride’s flowers by mistake," said Mara Lind.',
    );
  });
  test('an unclosed single mark inside a quotation does not swallow its end', () => {
    checkDraft(
      CORPUS,
      '“My brother ‘carved the swan and I paid for the [sugar]{misquote.content → salt},” said Jonas Brandt. “We froze the bride’s flowers by mistake and nobody noticed until the [feast]{misquote.content → toast},” said Mara Lind.',
    );
  });
  test('an unclosed item of a list leaves the next ones alone', () => {
    checkDraft(
      CORPUS,
      '- Cold, [“]{unbalanced-marks}they say.\n- Jonas Brandt: “My brother carved the swan and I paid for the [sugar]{misquote.content → salt}.”\n- Mara Lind: “We froze the bride’s flowers by mistake and nobody noticed until the toast.”',
    );
  });
  test.each([
    ['opened and never closed', 'It was "a cold winter.'],
    ['closed and never opened', 'It was a cold winter."'],
  ])('in the source, %s: its speakers are not mixed up', (_, before) => {
    const source = corpusOf(
      post(`
      ${before} "The main gave way at dawn and took the cellar with it," said Edda Quill. "We baled with milk churns until the
      vicar came," said Jonas Brandt.
      `),
    );
    stands(source, '“We baled with milk churns until the vicar came,” said Jonas Brandt.');
    checkDraft(source, '“We baled with milk churns until the vicar came,” said [Edda Quill]{wrong-speaker → Jonas Brandt}.');
  });
});

describe('marks are paired with their own partners', () => {
  const CORPUS = corpusOf(
    post(`
    “The ice house will open again when the lake has borne a horse,” said Edda Quill. “My brother carved the swan and I paid
    for the salt,” said Jonas Brandt. "My father called it 'the long winter' and then he said 'never again' to the sea," said
    Mara Lind. "The board voted 'yes' and meant 'no'," said Odo Finch. "She shouted "fire" and we ran for the pump," said Lena
    Marsh.
    `),
  );
  test('three quotations in a row are three', () => {
    const draft = 'Edda Quill spoke of "the ice house," "the lake" and "a horse" in one breath.';
    stands(CORPUS, draft);
    expect(verdicts(CORPUS, draft).map((verdict) => verdict.replace(/^\w+: /, ''))).toEqual(['the ice house,', 'the lake', 'a horse']);
  });
  test.each([
    ['curly', '“The ice house will open again,” said Edda Quill. “My brother carved the [duck]{misquote → swan},” said Jonas Brandt.'],
    ['straight', '"The ice house will open again," said Edda Quill. "My brother carved the [duck]{misquote → swan}," said Jonas Brandt.'],
    [
      'curly, without a space between them',
      '“The ice house will open again,” said Edda Quill.“My brother carved the [duck]{misquote → swan},” said Jonas Brandt.',
    ],
    [
      'straight, on two lines',
      '"The ice house will open again," said Edda Quill.\n"My brother carved the [duck]{misquote → swan}," said Jonas Brandt.',
    ],
  ])('quotations that follow each other, %s', (_, draft) => fails(CORPUS, draft));
  test.each([
    ['single in double', "\"My father called it 'the long winter' and then he said 'never again' to the sea,\" said Mara Lind."],
    ['double in double', '"My father called it "the long winter" and then he said "never again" to the sea," said Mara Lind.'],
    ['at the end', "\"The board voted 'yes' and meant 'no',\" said Odo Finch."],
    ['double in single, at the end', '\'The board voted "yes" and meant "no"\', said Odo Finch.'],
    ['at the start', '"\'Never again\' to the sea," said Mara Lind.'],
    ['double in double in the source', '“She shouted ‘fire’ and we ran for the pump,” said Lena Marsh.'],
  ])('nested straight marks, %s', (_, draft) => {
    stands(CORPUS, draft);
    expect(verdicts(CORPUS, draft)).toHaveLength(1);
  });
  test.each([
    [
      'single in double',
      "\"My father called it 'the long [summer]{misquote.content → winter}' and then he said 'never again' to the sea,\" said Mara Lind.",
    ],
    [
      'double in double',
      '"My father called it "the long [summer]{misquote.content → winter}" and then he said "never again" to the sea," said Mara Lind.',
    ],
    ['double in double in the source', '“She shouted ‘[thief]{misquote → fire}’ and we ran for the pump,” said Lena Marsh.'],
  ])('a change within nested straight marks, %s', (_, draft) => fails(CORPUS, draft));
});

describe('a quotation that a dash interrupts is one', () => {
  const CORPUS = corpusOf(post('“The organ has forty stops and not one of them is mine,” said Edda Quill, the organist.'));
  test.each([
    ['em dashes', '“The organ has forty stops” — Edda Quill sighed — “and not one of them is mine.”'],
    ['en dashes', '“The organ has forty stops” – Edda Quill sighed – “and not one of them is mine.”'],
    ['no spaces', '“The organ has forty stops”—Edda Quill sighed—“and not one of them is mine.”'],
    ['straight marks', '"The organ has forty stops" — Edda Quill sighed — "and not one of them is mine."'],
    ['the dash inside the marks', '“The organ has forty stops—” Edda Quill said, “and not one of them is mine.”'],
  ])('%s', (_, draft) => {
    stands(CORPUS, draft);
    expect(verdicts(CORPUS, draft)).toEqual([expect.stringMatching(/forty stops—? \| and not one of them is mine\.$/)]);
  });
  test.each([
    ['a word changed', '“The organ has forty stops” — Edda Quill sighed — “and not one of them is [yours]{misquote → mine}.”'],
    ['words left out', '“The organ has forty stops” — Edda Quill sighed — “and not one [is]{misquote.omission: “of them”} mine.”'],
  ])('%s', (_, draft) => fails(CORPUS, draft));
});

describe('German and French marks', () => {
  const CORPUS = corpusOf(
    post(`
    „We lent the well to the market and did not sell it to the bank“, said Edda Quill. »In winter the ferry stays on the bank
    and the bank stays with the ferryman«, said Jonas Brandt. «The bridge sings when the wind is in the north», said Mara Lind.
    `),
    herald(`
    „Wir haben den Brunnen am Markt nicht verkauft, wir haben ihn nur verliehen“, sagte Edda Quill. Mara Lind a dit : « Le pont
    chante quand le vent vient du nord. » Puis elle est partie.
    `),
  );
  test.each([
    ['„…“', '„We lent the well to the market and did not sell it to the bank“, said Edda Quill.'],
    ['»…«', '»In winter the ferry stays on the bank and the bank stays with the ferryman«, said Jonas Brandt.'],
    ['„…“ for »…«', '„In winter the ferry stays on the bank and the bank stays with the ferryman“, said Jonas Brandt.'],
    ['»…« for “…”', '»The bridge sings when the wind is in the north«, said Mara Lind.'],
    ['« … » with spaces', 'Mara Lind said: « The bridge sings when the wind is in the north. » She left.'],
    ['« … » with no-break spaces', 'Mara Lind said: «\u00A0The bridge sings when the wind is in the north.\u202F» She left.'],
    ['«…» without spaces', '«The bridge sings when the wind is in the north», said Mara Lind.'],
    ['„…“ round German words', 'Edda Quill said: „Wir haben den Brunnen am Markt nicht verkauft, wir haben ihn nur verliehen.“'],
    ['« … » round French words', 'Mara Lind said: « Le pont chante quand le vent vient du nord. » She left.'],
    ['„…“ interrupted', '„We lent the well to the market“, said Edda Quill, „and did not sell it to the bank.“'],
  ])('%s stand', (_, draft) => stands(CORPUS, draft));
  test.each([
    ['„…“', '„We lent the well to the market and did not sell it to the [inn]{misquote.content → bank}“, said Edda Quill.'],
    ['»…«', '»We lent the well to the market and did [sell]{misquote.negation: “not” → not sell} it to the bank«, said Edda Quill.'],
    ['« … »', 'Mara Lind said: « The bridge sings when the wind is in the [south]{misquote.content → north}. » She left.'],
    [
      'one style after the other',
      '„We lent the well to the [mill]{misquote.content → market}“, said Edda Quill. »In [summer]{misquote.content → winter} the ferry stays on the bank«, said Jonas Brandt.',
    ],
    [
      '„…“ round German words',
      'Edda Quill said: „Wir haben den Brunnen am Markt nicht [verschenkt]{misquote.content → verkauft}, wir haben ihn nur verliehen.“',
    ],
    ['« … » round French words', 'Mara Lind said: « Le pont chante quand le vent vient du [sud]{misquote → nord}. » She left.'],
    ['„…“ interrupted', '„We lent the well to the market“, said Edda Quill, „and did not sell it to the [inn]{misquote.content → bank}.“'],
  ])('a change within %s is reported', (_, draft) => fails(CORPUS, draft));
  test('their speakers are told apart', () => {
    checkDraft(
      CORPUS,
      '„We lent the well to the market and did not sell it to the bank“, said [Jonas Brandt]{wrong-speaker → Edda Quill}.',
    );
  });
});
