import { describe, expect, test } from 'vitest';
import { article, brandt, check, fixed, herald, lind, post, quill, rules } from '../../../test/support/alder.ts';
import { analysisOf, corpusOf, verdicts } from '../../../test/support/checkDraft.ts';

describe('one unclosed mark swallows nothing', () => {
  const ICE = 'The ice house will open again when the lake has borne a horse';
  const SWAN = 'My brother carved the swan and I paid for the salt';
  const TOAST = 'We froze the flowers by mistake and nobody noticed until the toast';
  const CORPUS = corpusOf(post(quill(ICE), brandt(SWAN), lind(TOAST)));
  test('after a colon, it takes in no paragraph with quotations of its own', () => {
    check(
      CORPUS,
      `Edda Quill said: [“]{unbalanced-marks}${ICE}.\n\nJonas Brandt added: “${SWAN.replace('salt', '[sugar]{misquote → salt}')}.”\n\n${lind(TOAST)}`,
    );
  });
  test('before an attribution, it takes in no other speaker’s quotation', () => {
    check(CORPUS, `[“]{unbalanced-marks}${ICE}, said Edda Quill.\n\n${brandt(SWAN)}`);
  });
  test('the same slip in the source', () => {
    check(corpusOf(post(`“${ICE}, said Edda Quill.`, brandt(SWAN))), `${brandt(SWAN)} ${quill(ICE)}`);
  });
  test('a narrator’s paragraph between is nobody’s words', () => {
    check(
      CORPUS,
      `Edda Quill said: [“]{unbalanced-marks}${ICE}.\n\nThe wind had turned.\n\n${brandt(SWAN.replace('salt', '[sugar]{misquote → salt}'))}`,
    );
  });
});

describe('an apostrophe turned the wrong way and a later possessive hold no quotation between them', () => {
  const ICE = 'The ice house will open again when the lake has borne a horse';
  const CORPUS = corpusOf(post(quill(ICE)));
  const WRONG = `Edda Quill said: “${ICE.replace('horse', '[cart]{misquote → horse}')}.”`;
  test.each([
    ['a decade', 'In the ‘90s it stood empty.', 'It was her parents’ barn.'],
    ['an elided word', 'Let ‘em in, they said.', 'It was the dogs’ dinner.'],
    ['a single mark never closed', 'They called it ‘a cold business.', 'It was her parents’ barn.'],
    ['a straight single mark never closed', "They called it 'a cold business.", "It was her parents' barn."],
  ])('%s', (_, before, behind) => check(CORPUS, `${before} ${WRONG} ${behind}`));
  test('the same in the source', () => {
    const source = corpusOf(post(`In the ‘90s it was dry. ${quill(ICE)} ${brandt('We slept well')} It was the boys’ barn.`));
    check(source, `“${ICE},” said [Jonas Brandt]{wrong-speaker → Edda Quill}.`);
  });
});

describe('parentheses and brackets of the source are its words', () => {
  const CORPUS = corpusOf(
    post(quill('The form asks for your name (in capitals) and your trade'), brandt('The well [the upper one] has never run dry')),
  );
  test('a negation added', () => {
    expect(rules(CORPUS, quill('The form asks for your name (not in capitals) and your trade'))).toContain('misquote.negation');
  });
  test('a word changed', () => {
    expect(rules(CORPUS, quill('The form asks for your name (in pencil) and your trade'))).toContain('misquote.content');
  });
  test('a word changed in square ones', () => {
    expect(rules(CORPUS, brandt('The well [the lower one] has never run dry'))).toContain('misquote.content');
  });
  test.each([
    ['round', quill('The toll is 40 crowns (50 on fair days) for a cart with two horses'), '(50 on', '(60 on'],
    ['square', quill('The tower stood 31 metres [102 feet] high before the gale'), '[102', '[120'],
  ])('%s: the fix restores the figure and keeps the marks round it', (_, words, right, wrong) => {
    expect(fixed(corpusOf(post(words)), words.replace(right, wrong))).toBe(words);
  });
});

describe('what a reporter writes between two quotations is not “words left out”', () => {
  const STOPS = 'The organ has forty stops';
  const PEDALS = 'I learned the pedals from a blind man who heard my shoes';
  const CORPUS = corpusOf(
    post(`“${STOPS},” said Edda Quill, who is not from here. She looked at the bellows, but only once. ${quill(PEDALS)}`),
  );
  test('an ellipsis over it hides nothing of the speaker’s', () => check(CORPUS, quill(`${STOPS} … ${PEDALS}`)));
  test('no fix puts the attribution and the narration into the quotation', () => {
    expect(fixed(CORPUS, quill(`${STOPS} … ${PEDALS}`)) ?? '').not.toContain('said Edda Quill, who');
  });
});

test('an ellipsis joins two people’s words where one of the fragments has three words', () => {
  const corpus = corpusOf(
    post(quill('The orchestra will play in the square on the first of May'), brandt('I mended the clock with a spoon and a prayer')),
  );
  check(corpus, '[“The orchestra will play in the square … and a prayer,”]{spliced-quote: two people} said Edda Quill.');
});

test('the message shows the word that an ellipsis hides, however many words are hidden with it', () => {
  const corpus = corpusOf(
    post(
      quill(
        'The hall is lent to the choir on Fridays and to the scouts on Mondays, but will not be lent while the stair is propped with a beam and two barrels, for as long as anybody sings',
      ),
    ),
  );
  const [finding] = analysisOf(corpus, quill('The hall is lent … for as long as anybody sings')).findings;
  expect(finding?.message.text).toMatch(/\bnot\b/);
});

describe('at a quotation’s first and last words the source’s side of a change is whole', () => {
  const CORPUS = corpusOf(
    post(
      quill('The bridge will be shut for 1-2 months while the deck is relaid'),
      brandt('The co-operative lent us a boat and two oars, which the crew lost in twenty-one days'),
      lind('We have no bell and we won’t sell the lamps'),
    ),
  );
  test('a range at the start', () =>
    check(CORPUS, '“[12]{misquote.number: “1-2” → 1-2} months while the deck is relaid,” said Edda Quill.'));
  test('“will” for “won’t” as the first word', () =>
    check(CORPUS, 'Mara Lind said that they “[will]{misquote.negation: “won’t” → won’t} sell the lamps”.'));
  test('a range at the end', () => check(CORPUS, '“The bridge will be shut for [12]{misquote.number: “1-2” → 1-2},” said Edda Quill.'));
  test('a number word at the end', () =>
    check(
      CORPUS,
      brandt('The co-operative lent us a boat and two oars, which the crew lost in [22]{misquote.number: “twenty-one” → twenty-one}'),
    ));
});

describe('a changed number is reported as one', () => {
  const CORPUS = corpusOf(post(quill('The new quay cost us 2 million crowns and twenty-one winters of work')));
  test('“billion” for “million”', () => {
    check(CORPUS, quill('The new quay cost us 2 [billion]{misquote.number → million} crowns and twenty-one winters of work'));
  });
});

describe('« … » with its spaces, before a comma, a full stop or a parenthesis', () => {
  const CORPUS = corpusOf(post(quill('The bridge sings when the wind is in the north')));
  const SUNG = 'The bridge sings when the wind is in the [south]{misquote → north}';
  test('a comma', () => check(CORPUS, `« ${SUNG} », said Edda Quill.`));
  test('a full stop', () => check(CORPUS, `Edda Quill said: «\u00A0${SUNG}\u202F».`));
  test('interrupted', () => check(CORPUS, '« The bridge sings », said Edda Quill, « when the wind is in the [south]{misquote → north}. »'));
});

describe('hyphens at line ends before and behind number words, and in compounds', () => {
  test.each([
    ['“twenty-⏎five” in the source', 'We waited for twenty-\nfive minutes in the rain', 'We waited for twenty-five minutes in the rain'],
    [
      '“two-⏎thirds” in the source',
      'The bill needs a two-\nthirds majority of the parish',
      'The bill needs a two-thirds majority of the parish',
    ],
    ['“first-⏎rate” in the draft', 'She had a first-rate boat and no oars', 'She had a first-\nrate boat and no oars'],
    [
      'two in one short quotation',
      'We need a two-\nthirds majority and a fifty-\nfifty chance',
      'We need a two-thirds majority and a fifty-fifty chance',
    ],
  ])('%s', (_, source, draft) => check(corpusOf(post(quill(source))), quill(draft)));
});

describe('a fix leaves the page’s layout behind', () => {
  test.each([
    ['a ligature', 'great ﬁre', 'fire'],
    ['a hyphen at the line’s end', 'great confla-\ngration', 'conflagration'],
    ['soft hyphens', 'great con\u00ADfla\u00ADgration', 'conflagration'],
  ])('%s', (_, words, right) => {
    const corpus = corpusOf(post(quill(`The boat burned in a ${words} on the lower quay`)));
    check(corpus, quill(`The boat burned in a great [storm]{misquote → ${right}} on the lower quay`));
  });
});

describe('the wrong publication is cited', () => {
  const FEE = '“The mooring fee has not risen since my grandmother kept the book,”';
  const CORPUS = corpusOf(post(`${FEE} said Edda Quill.`), herald(brandt('The tar kettle boiled over twice and we lost the day')));
  test.each([
    ['by a footnote', `${FEE} Edda Quill said.[^1]\n\n[^1]: Hob Lane Herald, 4 March 2025.`],
    [
      'by a dash line',
      `The clerk was plain:\n\n> The mooring fee has not risen since my grandmother kept the book.\n>\n> — Edda Quill, Hob Lane Herald`,
    ],
  ])('%s', (_, draft) => expect(rules(CORPUS, draft)).toEqual(['wrong-source']));
  test('a paper that is not in the corpus, whose name begins with the name of one that is', () => {
    const corpus = corpusOf(
      article('The Post', ['Nothing happened.']),
      herald(brandt('The tar kettle boiled over twice and we lost the day')),
    );
    check(corpus, '“The tar kettle boiled over twice and we lost the day,” Jonas Brandt told The Post and Courier.');
  });
});

test('two whole sentences of one person, a short paragraph apart, joined by “and”', () => {
  const duty = 'The council has a duty to the children of this valley';
  const school = 'the sale of the old school to a brewer is a rumour that I have laughed at';
  const between = 'The meeting went on until ten. The heating had failed and people kept their coats on.';
  check(corpusOf(post(quill(duty), between, quill(school))), `[“${duty} and ${school},”]{spliced-quote} said Edda Quill.`);
});

describe('two people with one surname', () => {
  const MILL = 'The mill race was dug by my grandfather with a spade';
  const SOURCE = corpusOf(post(quill(MILL), '“I will walk the bank with a rod,” said Tobias Quill, a surveyor.'));
  test('the draft has named the one, the source the other', () =>
    check(SOURCE, `Tobias Quill is a surveyor. “${MILL},” [Quill]{wrong-speaker: Tobias Quill → Edda Quill} said.`));
  test('the draft has named both: it cannot be told which is meant', () =>
    check(SOURCE, `Tobias Quill is a surveyor, and Edda Quill keeps the mill. “${MILL},” Quill said.`));
});

test.each([
  ['before a comma', 'The pipe was only 5", wrote the clerk.'],
  ['before a full stop', 'The pipe was only 5".'],
  ['in parentheses', 'The pipe (5") gave way.'],
])('an inch mark is no stray mark, %s', (_, draft) => {
  expect(rules(corpusOf(post(quill('The main burst'))), draft)).toEqual([]);
});

describe('dialogue interrupted by typewriter dashes is one quotation', () => {
  test.each([' -- ', '--', ' - '])('%j', (dash) => {
    const corpus = corpusOf(post(quill('The organ has forty stops and not one of them is mine')));
    expect(verdicts(corpus, `"The organ has forty stops"${dash}Edda Quill sighed${dash}"and not one of them is mine."`)).toHaveLength(1);
  });
});
