import { describe, expect, test } from 'vitest';
import { brandt, check, herald, post, quill } from '../../../test/support/alder.ts';
import { analysisOf, corpusOf, verdicts } from '../../../test/support/checkDraft.ts';
import { takeMarksOut } from '../../../test/support/marks.ts';

// What checkers of quotations stumble over. A trap has two sides where it can: true words must stand, false ones must not.

const straight = (draft: string) => draft.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
const single = (draft: string) => draft.replace(/“/g, '‘').replace(/”/g, '’');

describe('curly and straight marks are the same marks, and the same apostrophes', () => {
  const SAID = quill('We don’t count the warden’s geese; they’ve counted us');
  test.each([
    ['a curly draft, a straight source', straight(SAID), SAID],
    ['a straight draft, a curly source', SAID, straight(SAID)],
    ['single curly marks, a straight source', straight(SAID), single(SAID)],
    ['single straight marks, a curly source', SAID, straight(single(SAID))],
  ])('%s', (_, source, draft) => {
    check(corpusOf(post(source)), draft);
    check(corpusOf(post(source)), draft.replace('geese', '[ducks]{misquote.content → geese}'));
  });
});

describe('a figure stays: a dash between digits is never deleted, and 1-2 months are not 12 months', () => {
  const WORDS = 'Shut for 1-2 months, not 12 months as in 1990–91 from 5:30 on, it cost twenty-one £4.50 or 17 per cent of 1,250 fish';
  const CORPUS = corpusOf(post(quill(WORDS)));
  test.each([
    ['with a dash for its hyphen', '1-2', '1–2'],
    ['with a hyphen for its dash', '1990–91', '1990-91'],
    ['without its comma', '1,250', '1250'],
    ['with a sign for words', '17 per cent', '17%'],
    ['in numerals', 'twenty-one', '21'],
    ['not with its digits closed up', '1-2', '[12]{misquote.number → 1-2}'],
    ['not with its digits torn apart', '12 ', '[1-2]{misquote.number → 12} '],
    ['not as a year closed up', '1990–91', '[199091]{misquote.number → 1990–91}'],
    ['not as a time closed up', '5:30', '[530]{misquote.number → 5:30}'],
    ['not with digits swapped', '1,250', '[1,520]{misquote.number → 1,250}'],
    ['not with a point for its comma', '1,250', '[1.250]{misquote.number → 1,250}'],
    ['not without its point', '4.50', '[450]{misquote.number → 4.50}'],
    ['not with a point put in', '12 ', '[1.2]{misquote.number → 12} '],
    ['not of another currency', '£', '[$]{misquote → £}'],
    ['not of points for per cent', 'per cent', '[points]{misquote → per cent}'],
    ['not as another number word', 'twenty-one', '[22]{misquote.number → twenty-one}'],
  ])('%s', (_, from, to) => check(CORPUS, quill(WORDS.replace(from, to))));
});

describe('an inch mark or an apostrophe opens and closes nothing', () => {
  const MAIN = quill('The main under Mill Lane burst at dawn and took the cellar with it');
  const PIPE = quill('A 5" pipe was never going to hold the spring melt');
  const MARKET = brandt('The farmers’ market has outlived four mayors and one flood');
  const CORPUS = corpusOf(post(MAIN, PIPE, MARKET));
  test.each([
    ['an inch mark', 'A 5" pipe gave way.'],
    ['two inch marks', 'A 5" x 6" plate lay about.'],
    ['feet and inches', 'The trench is 6\' 2" deep.'],
    ['a decade', "It held through the '90s."],
    ['rock ’n’ roll', "Rock 'n' roll was on the radio."],
    ['a possessive', "At the farmers' market nobody knew."],
    ['elided words', "'Twas a wet year, and they let 'em have it."],
  ])('%s in front of a quotation', (_, before) => {
    for (const said of [MAIN, straight(MAIN), straight(single(MAIN))]) {
      check(CORPUS, `${before} ${said}`);
      check(CORPUS, `${before} ${said.replace('dawn', '[dusk]{misquote.content → dawn}')}`);
      const source = corpusOf(post(`${before} ${said} The square lay under water.`));
      check(source, MAIN.replace('Edda Quill', '[Jonas Brandt]{wrong-speaker → Edda Quill}'));
    }
  });
  test.each([
    ['in the same sentence', 'By the 5" pipe, Edda Quill said "the main under Mill Lane burst at dawn".'],
    ['behind the quotation', straight(`${MAIN} The pipe was 5" wide.`)],
    ['within curly marks', PIPE],
    ['within straight marks', straight(PIPE)],
    ['before a change', straight(PIPE).replace('never', '[always]{misquote.negation → never}')],
  ])('an inch mark %s', (_, draft) => check(CORPUS, draft));
  test('a possessive within single marks does not end them', () => {
    for (const said of [single(MARKET), straight(single(MARKET))]) {
      check(CORPUS, said);
      check(CORPUS, said.replace('four', '[five]{misquote.number → four}'));
    }
  });
});

describe('brackets that stand in the source', () => {
  const WORDS = 'The tower [of 1687] stood 31 metres [102 feet] high on 4.2 (3.9 to 4.6) acres and never lost its cap';
  const CORPUS = corpusOf(post(quill(WORDS), brandt('[The ferry] has not sailed since the ice came down')));
  test.each([
    ['are kept', '', ''],
    ['are dropped', ' [of 1687]', ''],
    ['are dropped with their figures', ' [102 feet]', ''],
    ['hide no change beside them', '31', '[13]{misquote.number → 31}'],
    ['hide no change beside them, dropped', '31 metres [102 feet]', '[13]{misquote.number → 31} metres'],
    ['hide no change before round ones', '4.2', '[2.4]{misquote.number → 4.2}'],
    ['hide no other figure', '[102 feet]', '[[120 feet]]{misquote.number: “102 feet”}'],
    ['hide no other figure, round ones', '(3.9 to 4.6)', '[(3.9 to 6.4)]{misquote.number: “3.9 to 4.6”}'],
    ['are not the writer’s, which replace no figure', '31', '[[13]]{misquote.number: “31” → 31}'],
    ['are not the writer’s, which replace no negation', 'never', '[[always]]{misquote.negation: “never” → never}'],
  ])('%s', (_, from, to) => check(CORPUS, quill(WORDS.replace(from, to))));
  test('are dropped at the start', () => check(CORPUS, 'It “has not sailed since the ice came down”, Jonas Brandt said.'));
});

describe('an ellipsis never swallows what turns the sense', () => {
  const ENDS = ['we will sell the orchard to the brewery', 'the walnut trees are dying of the frost'];
  const WORDS = 'not never no nor neither without but unless if except yet however hardly don’t'.split(' ');
  test.each(WORDS)('%s', (word) => {
    const corpus = corpusOf(post(quill(ENDS.join(` and the town is ${word} by now `))));
    check(corpus, quill(ENDS.join(` […]{misquote: ${word}} `)));
    check(corpus, quill(ENDS.join(` [[...]]{misquote: ${word}} `)));
  });
  const CORPUS = corpusOf(post(quill('The guild will not sell the orchard to the brewery unless the mayor asks')));
  test.each([
    ['the one word', quill('The guild will […]{misquote.negation: “not” → not} sell the orchard to the brewery unless the mayor asks')],
    ['words on which nothing turns may go', quill('The guild will not sell the orchard … unless the mayor asks')],
    ['at the end nothing is swallowed', quill('The guild will not sell the orchard …')],
  ])('%s', (_, draft) => check(CORPUS, draft));
  test('whole sentences deny nothing that stands beside them, so that it is no error', () => {
    const corpus = corpusOf(post(quill(ENDS.join('. The abbot does not sing. '))));
    check(corpus, quill(ENDS.join('. […]{misquote.omission: The abbot does not sing} ')));
  });
});

describe('fragments with an ellipsis between them', () => {
  const pages = Array.from({ length: 20 }, (_, i) => `The ledger in hall ${i} told of two mules and ${i + 2} pounds of salt.`);
  const LAMP = 'The lantern on the pier was lit every night of that winter';
  const FATHER = 'Her father had drowned in sight of it and the whole town knew';
  const CLOCK = 'I mended the clock with a spoon and a prayer to Saint Hob';
  const CORPUS = corpusOf(post(quill(`${LAMP} by a girl of nine`), ...pages, quill(FATHER), brandt(CLOCK)));
  test.each([
    ['pages apart but in order', quill(`${LAMP} … ${FATHER}`)],
    ['of one sentence', quill('The lantern … was lit every night … by a girl of nine')],
    ['reversed, pages apart', `[“${FATHER} … ${LAMP},”]{spliced-quote: another order} said Edda Quill.`],
    ['reversed', '[“By a girl of nine … the lantern on the pier,”]{spliced-quote: another order} said Edda Quill.'],
    ['of two people', `[“${LAMP} … ${CLOCK},”]{spliced-quote: two people} said Edda Quill.`],
    ['pages apart without the ellipsis', `[“${LAMP}. ${FATHER},”]{spliced-quote: without an ellipsis} said Edda Quill.`],
    ['with the first changed', quill(`${LAMP.replace('winter', '[summer]{misquote.content → winter}')} … ${FATHER}`)],
    ['with the second changed', quill(`${LAMP} … ${FATHER.replace('father', '[brother]{misquote.content → father}')}`)],
  ])('%s', (_, draft) => check(CORPUS, draft));
});

describe('one word changed in a long quotation that is 99 % the same', () => {
  const WORDS = `After the flood we agreed on a strict rule for the sluice at Hob Mill: two keepers on every shift, one lamp on the
    gate and one on the bank, a bell at each quarter hour, the level chalked on the door so that anybody who passes can read it,
    and no opening above the second notch before the miller downstream has rung back, which he can't always do and won't do at
    night, and it isn't our wish to wake him, though he does not sleep much`.replace(/\s+/g, ' ');
  const CORPUS = corpusOf(post(quill(WORDS)));
  test.each([
    ['none', '', ''],
    ['“relaxed” for “strict”', 'strict', '[relaxed]{misquote.content → strict}'],
    ['the first', 'After', '[Before]{misquote → After}'],
    ['the last', 'much', '[well]{misquote → much}'],
    ['a number', 'second', '[third]{misquote.number → second}'],
    ['“no” dropped', 'no opening', '[opening]{misquote.negation: “no” → no opening}'],
    ['“no” replaced', 'no opening', '[an]{misquote.negation → no} opening'],
    ['“not” dropped', 'not sleep', '[sleep]{misquote.negation: “not” → not sleep}'],
    ['“not” added', 'has rung', 'has [not]{misquote.negation: “not” →} rung'],
    ['“cannot” for “can”', 'can read', '[cannot]{misquote.negation → can} read'],
    ['“will” for “won’t”', "won't", "[will]{misquote.negation → won't}"],
  ])('%s', (_, from, to) => check(CORPUS, quill(WORDS.replace(from, to))));
});

describe('a short quotation is not found inside a longer word', () => {
  const CORPUS = corpusOf(post(quill('The machines in the linen shed hardly hold'), brandt('Unhappy with that misalignment')));
  test.each(['chin', 'line', 'hard', 'old', 'happy', 'that mis', 'the lines'])('“%s”', (words) => {
    expect(verdicts(CORPUS, `Jonas Brandt and Edda Quill spoke of “${words}”.`)).toEqual([`not-found: ${words}`]);
  });
  test.each(['machines', 'hardly', 'unhappy', 'that misalignment'])('“%s” is found', (words) => {
    check(CORPUS, `Jonas Brandt and Edda Quill spoke of “${words}”.`);
  });
});

describe('a look-alike sentence is never taken for the source in silence', () => {
  const WALL = 'We will mend the churchyard wall before the frost and paint the gate in spring';
  const GATE = 'We will mend the churchyard gate before the frost and paint the wall in spring';
  const CORPUS = corpusOf(post(quill(WALL), brandt(GATE)), herald(quill('The weir is safe for ten years and nobody need worry')));
  test('of two look-alikes each is laid on its own passage', () => {
    check(CORPUS, `${quill(WALL)} ${brandt(GATE)}`);
    const laidOn = [...analysisOf(CORPUS, `${quill(WALL)} ${brandt(GATE)}`).verdicts.values()];
    expect(laidOn).toMatchObject([{ match: { exact: WALL } }, { match: { exact: GATE } }]);
  });
  test.each([
    ['the words of one, the name of the other', `“${WALL},” said [Jonas Brandt]{wrong-speaker → Edda Quill}.`],
    ['half of one, half of the other', quill(WALL.replace('gate', '[wall]{misquote.content → gate}'))],
    ['a figure changed', quill('The weir is safe for [two]{misquote.number → ten} years and nobody need worry')],
    ['a figure changed, short', 'Edda Quill called it “safe for [two]{misquote.number → ten} years”.'],
    ['the same pattern', '[“The inn is dry for ten years and nobody need drink,”]{quote-not-found} said Odo Finch.'],
  ])('%s', (_, draft) => check(CORPUS, draft));
});

describe('what a page’s layout leaves in words: end-of-line hyphens, ligatures, soft hyphens', () => {
  const SOURCE = 'The ofﬁce of the ﬂood war-\nden was un\u00ADlit, the 40-\nyear-old tele-\nphone baﬄed us and 20-\n30 calls were lost';
  const WORDS = 'The office of the flood warden was unlit, the 40-year-old telephone baffled us and 20-30 calls were lost';
  const BOAT = 'Every affluent in the ward has a first-rate boat and no oars';
  const CORPUS = corpusOf(post(quill(SOURCE), brandt(BOAT)));
  test.each([
    ['in the source', quill(WORDS)],
    ['in the draft: ligatures', brandt(BOAT.replace('ffl', 'ﬄ').replace('fi', 'ﬁ'))],
    ['in the draft: soft hyphens', brandt(BOAT.replace('affluent', 'af\u00ADflu\u00ADent'))],
    ['in the draft: a hyphen at the line’s end', brandt(BOAT.replace('affluent', 'afflu-\nent'))],
    ['with a change between', quill(WORDS.replace('lost', '[found]{misquote.content → lost}'))],
    ['with a word changed that has a ligature', quill(WORDS.replace('flood', '[fire]{misquote.content}'))],
    ['with a word changed that has a hyphen', quill(WORDS.replace('telephone', '[radio]{misquote.content}'))],
    ['with a figure changed at the line’s end', quill(WORDS.replace('40', '[14]{misquote.number → 40}'))],
    ['with figures closed up over the line’s end', quill(WORDS.replace('20-30', '[2030]{misquote.number}'))],
  ])('%s', (_, draft) => check(CORPUS, draft));
});

describe('two people with one surname, and a short name inside a longer one', () => {
  const RACE = '“The mill race was dug by my grandfather with a spade and a lantern,”';
  const BANK = '“I will walk the whole bank with a rod on Thursday,”';
  const CORPUS = corpusOf(post(`${RACE} said Edda Quill, who owns the mill.`, `${BANK} said Tobias Quill, a surveyor.`));
  test.each([
    ['each under the full name', `${RACE} said Edda Quill. ${BANK} said Tobias Quill.`],
    ['the surname alone, which could be either', `${RACE} said Quill.`],
    ['the surname alone, the right one named before', `Edda Quill owns the mill. ${RACE} Quill said.`],
    ['hers under his name', `${RACE} said [Tobias Quill]{wrong-speaker: Edda Quill → Edda Quill}.`],
    ['his under her name', `${BANK} said [Edda Quill]{wrong-speaker: Tobias Quill → Tobias Quill}.`],
    ['hers under his initial', `${RACE} said [T. Quill]{wrong-speaker: Edda Quill → Edda Quill}.`],
    ['a longer surname', `${RACE} said [Edda Quiller]{wrong-speaker: Edda Quill → Edda Quill}.`],
  ])('%s', (_, draft) => check(CORPUS, draft));
});

describe('a quotation is never a query', () => {
  const ROAD = 'Salt AND sand OR gravel: the lane/track by the weir gets both, NOT (as I hear) ‘neither "of" them’';
  const LOCK = String.raw`The lock opens to a*b?c+(d|e)^$ and \w+ for £3.50 & nothing else in the house`;
  const CORPUS = corpusOf(post(quill(ROAD), brandt(LOCK.replace('*', '\\*'))));
  test.each([
    ['AND, OR, NOT, a stroke, parentheses, marks', quill(ROAD)],
    ['AND and OR in a short one', 'Edda Quill spoke of “salt AND sand OR gravel”.'],
    ['asterisks, a pattern, a backslash, an ampersand', brandt(LOCK)],
    ['OR for AND', quill(ROAD.replace('AND', '[OR]{misquote → AND}'))],
    ['a change behind a stroke', quill(ROAD.replace('track', '[path]{misquote.content → track}'))],
    ['a change in three pairs of marks', quill(ROAD.replace('of', '[to]{misquote → of}'))],
    ['a change behind a pattern', brandt(LOCK.replace('house', '[world]{misquote.content → house}'))],
    ['a pattern that would match anything', brandt(LOCK.replace('nothing else', '.* [else]{misquote: “nothing” → nothing else}'))],
  ])('%s', (_, draft) => check(CORPUS, draft, { languageId: 'plaintext' }));
  test('words with an operator between them are not looked for one by one', () => {
    expect(verdicts(CORPUS, 'Edda Quill spoke of “salt NOT gravel”.')).toEqual(['not-found: salt NOT gravel']);
  });
});

describe('real words from another article are not invented words', () => {
  const FEE = '“The mooring fee has not risen since my grandmother kept the book,”';
  const CORPUS = corpusOf(post(`${FEE} said Edda Quill.`), herald(brandt('The tar kettle boiled over twice and we lost the day')));
  test.each([
    ['the right credit', `${FEE} Edda Quill told The Alder Post.`],
    ['another paper only spoken of', `${FEE} said Edda Quill, who never reads the Hob Lane Herald.`],
    ['a paper that the corpus does not have', `${FEE} Edda Quill told the Lower Alder Chronicle.`],
    ['a paper with a longer name', `${FEE} Edda Quill told the New Hob Lane Herald.`],
    ['the wrong credit', `${FEE} Edda Quill told the [Hob Lane Herald]{wrong-source: The Alder Post → Alder Post}.`],
    ['“as reported by”', `${FEE} Edda Quill said, as reported by the [Hob Lane Herald]{wrong-source: The Alder Post}.`],
    ['a word changed, too', `${FEE.replace('risen', '[sunk]{misquote → risen}')} Edda Quill told the [Hob Lane Herald]{wrong-source}.`],
    ['the name of whom the other article quotes', `${FEE} said [Jonas Brandt]{wrong-speaker → Edda Quill}.`],
    ['no source at all', '[“The bell rang by itself on the night of the wedding,”]{quote-not-found} Edda Quill told the Hob Lane Herald.'],
  ])('%s', (_, draft) => check(CORPUS, draft));
});

describe('genuine phrases stitched into a sentence that was never said', () => {
  const DUTY = 'The council has a duty to the children of this valley';
  const ENGINE = 'we will lend the fire engine to whoever brings a horse and a cheque';
  const SCHOOL = 'the sale of the old school to a brewer is a rumour';
  const BATHS = 'I would put every penny into the swimming baths before I bought another plough';
  const NEWS = 'The meeting went on until ten. The heating had failed and people kept their coats on.';
  const SAID = [quill(`${DUTY} and it takes it seriously`), NEWS, quill(`${SCHOOL} that I have laughed at`), brandt(BATHS)];
  const CORPUS = corpusOf(post(...SAID), herald(quill(ENGINE)));
  test.each([
    ['each in its own marks', 'Edda Quill called “the sale of the old school” a “rumour that I have laughed at”.'],
    ['in mid-sentence', '[“The council has a duty to the sale of the old school to a brewer,”]{spliced-quote} said Edda Quill.'],
    ['with “and”', `[“${DUTY} and ${SCHOOL},”]{spliced-quote} said Edda Quill.`],
    ['in the wrong order', `[“It takes it seriously and ${DUTY},”]{spliced-quote} said Edda Quill.`],
    ['of two people', '[“I would put every penny into the sale of the old school,”]{spliced-quote: two people} said Jonas Brandt.'],
    ['of two articles', `[“${DUTY} and ${ENGINE},”]{spliced-quote: Hob Lane Herald} said Edda Quill.`],
    ['of two articles, with an ellipsis', `[“${DUTY} … ${ENGINE},”]{spliced-quote: two articles} said Edda Quill.`],
    ['real at first, then invented', `[“${DUTY} or wherever else a blind goose may lead it by night,”]{quote-not-found} said Edda Quill.`],
  ])('%s', (_, draft) => check(CORPUS, draft));
});

describe('attribution words do not shift where a quotation starts', () => {
  const TOLL = 'in our view the toll on the lower bridge is a tax on milk';
  const ARCH = 'as I have said before, the third arch is tired and the fourth is asleep';
  const CORPUS = corpusOf(post(`Edda Quill, who keeps the book, said on Monday: “${TOLL}.” According to Jonas Brandt, “${ARCH}”.`));
  test.each([
    ['in front', `Speaking to a full hall, Edda Quill said, “${TOLL}.”`],
    ['in the middle', '“In our view,” Edda Quill said, “the toll on the lower bridge is a tax on milk.”'],
    ['behind, the lead left out', quill('[T]he toll on the lower bridge is a tax on milk')],
    ['of the speaker’s own', brandt(ARCH)],
    ['with a change behind', `Edda Quill said, “${TOLL.replace('view', '[opinion]{misquote.content → view}')}.”`],
    ['with a change in the middle', '“In our view,” Edda Quill said, “the [tax]{misquote → toll} on the lower bridge is a tax.”'],
    ['with a change behind the speaker’s own', brandt(ARCH.replace('tired', '[sound]{misquote.content → tired}'))],
    ['with all changed', '[“As I have said before, the river will rise by a yard at Easter,”]{quote-not-found} said Jonas Brandt.'],
    ['that slip into the marks', quill(TOLL.replace('view', 'view, [she said]{misquote.addition →},'))],
    ['that are a lead of the writer’s', quill(`[Frankly]{misquote.addition →}, ${TOLL}`)],
  ])('%s', (_, draft) => check(CORPUS, draft));
});

describe('one stray mark does not turn the rest inside out', () => {
  const ICE = 'The ice house will open again when the lake has borne a horse';
  const SWAN = 'My brother carved the swan and I paid for the salt';
  const SUGAR = SWAN.replace('salt', '[sugar]{misquote → salt}');
  const CORPUS = corpusOf(post(quill(ICE), brandt(SWAN)));
  test.each([
    ['opened', 'They called it [“]{unbalanced-marks}a cold business.'],
    ['closed', 'They called it a cold business.[”]{unbalanced-marks}'],
    ['straight, opened', 'They called it ["]{unbalanced-marks}a cold business.'],
    ['straight, closed', 'They called it a cold business.["]{unbalanced-marks}'],
    ['low', 'They called it [„]{unbalanced-marks}a cold business.'],
    ['a guillemet', 'They called it [«]{unbalanced-marks}a cold business.'],
    ['none, but apostrophes', 'The keepers’ business in the ’90s, ’twas a cold one.'],
  ])('%s', (_, stray) => {
    const rest = `${brandt(SUGAR)} ${quill(ICE)}`;
    for (const gap of [' ', '\n\n']) for (const draft of [rest, straight(rest)]) check(CORPUS, stray + gap + draft);
    const source = corpusOf(post(takeMarksOut(`${stray} ${brandt(SWAN)} ${quill(ICE)}`).text));
    check(source, `“${ICE},” said [Jonas Brandt]{wrong-speaker → Edda Quill}.`);
  });
  test.each([
    ['a quotation not closed', `["]{unbalanced-marks}${ICE}, said Edda Quill. ${straight(brandt(SUGAR))} ${straight(quill(ICE))}`],
    ['a quotation not opened', `${ICE},["]{unbalanced-marks} said Edda Quill. ${straight(brandt(SUGAR))} ${straight(quill(ICE))}`],
    ['a single mark within a quotation', `${brandt(SUGAR.replace('carved', '‘carved'))} ${quill(ICE)}`],
    ['in an item of a list', `- Cold, [“]{unbalanced-marks}they say.\n- Jonas Brandt: “${SUGAR}.”`],
  ])('%s', (_, draft) => check(CORPUS, draft));
});

describe('marks are paired with their own partners', () => {
  const WINTER = `"My father called it 'the long winter' and then he said 'never again'," said Edda Quill.`;
  const FIRE = '"She shouted "fire" and we ran for the pump," said Jonas Brandt.';
  const CORPUS = corpusOf(post(WINTER, FIRE));
  test.each([' ', '\n', '\n\n'])('quotations that follow each other, with %j between them', (gap) => {
    check(CORPUS, `${WINTER}${gap}${FIRE.replace('pump', '[hose]{misquote → pump}')}`);
    check(CORPUS, `${quill('My father called it ‘the long winter’')}${gap}${brandt('We ran for the [hose]{misquote → pump}')}`);
  });
  test('quotations in a row', () => {
    const draft = 'Edda Quill spoke of "my father," "the long winter" and "never again" in one breath.';
    expect(verdicts(CORPUS, draft)).toEqual(['altered: my father,', 'verified: the long winter', 'verified: never again']);
  });
  test.each([
    ['single in double', WINTER],
    ['double in single', WINTER.replace(/['"]/g, (mark) => (mark === '"' ? "'" : '"'))],
    ['double in double', WINTER.replaceAll("'", '"')],
    ['at the start', `"'The long winter' and then he said 'never again'," said Edda Quill.`],
    ['double in double in the source', FIRE.replace('"fire"', "'fire'")],
  ])('nested straight marks, %s', (_, draft) => {
    check(CORPUS, draft);
    expect(verdicts(CORPUS, draft)).toHaveLength(1);
    check(CORPUS, draft.replace('winter', '[summer]{misquote → winter}').replace('fire', '[thief]{misquote → fire}'));
  });
});

describe('a quotation that a dash interrupts is one', () => {
  const CORPUS = corpusOf(post(quill('The organ has forty stops and not one of them is mine')));
  test.each([
    ['em dashes', '“The organ has forty stops” — Edda Quill sighed — “and not one of them is mine.”'],
    ['en dashes', '“The organ has forty stops” – Edda Quill sighed – “and not one of them is mine.”'],
    ['no spaces', '“The organ has forty stops”—Edda Quill sighed—“and not one of them is mine.”'],
    ['straight marks', '"The organ has forty stops" — Edda Quill sighed — "and not one of them is mine."'],
    ['a dash within the marks', '“The organ has forty stops—” Edda Quill said, “and not one of them is mine.”'],
  ])('%s', (_, draft) => {
    check(CORPUS, draft);
    expect(verdicts(CORPUS, draft)).toHaveLength(1);
    check(CORPUS, draft.replace('mine', '[yours]{misquote → mine}'));
    check(CORPUS, draft.replace('of them is', '[is]{misquote.omission: “of them”}'));
  });
});

describe('German and French marks', () => {
  const BRUNNEN = 'Wir haben den Brunnen nicht verkauft';
  const PONT = 'Le pont chante par vent du nord';
  const WELL = 'We lent the well to the market and did not sell it to the bank';
  const CORPUS = corpusOf(post(`„${WELL}“, said Edda Quill. »The bridge sings at night«, said Jonas Brandt. „${BRUNNEN}“ « ${PONT}. »`));
  test.each([
    ['„…“', '„', '“'],
    ['»…«', '»', '«'],
    ['«…»', '«', '»'],
    ['« … »', '« ', ' »'],
    ['« … » with no-break spaces', '«\u00A0', '\u202F»'],
  ])('%s', (_, open, close) => {
    const draft = `Edda Quill said: ${open}${WELL}.${close} She left.`;
    check(CORPUS, draft);
    check(CORPUS, draft.replace('bank', '[inn]{misquote.content → bank}'));
    check(CORPUS, draft.replace('not sell', '[sell]{misquote.negation: “not” → not sell}'));
    check(CORPUS, draft.replace('Edda Quill', '[Jonas Brandt]{wrong-speaker → Edda Quill}'));
  });
  test('one style after the other, and one interrupted', () => {
    check(CORPUS, `„${WELL}“, said Edda Quill. »The bridge sings at [noon]{misquote → night}«, said Jonas Brandt.`);
    check(CORPUS, '„We lent the well to the market“, said Edda Quill, „and did not sell it to the [inn]{misquote → bank}.“');
  });
  test('round German and French words', () => {
    check(CORPUS, `Edda Quill said: „${BRUNNEN.replace('verkauft', '[verschenkt]{misquote → verkauft}')}.“`);
    check(CORPUS, `Jonas Brandt said: « ${PONT.replace('nord', '[sud]{misquote → nord}')}. »`);
  });
});
