import { describe, expect, test } from 'vitest';
import { brandt, check, lind, post, quill, rules } from '../../../test/support/alder.ts';
import { analysisOf, corpusOf } from '../../../test/support/checkDraft.ts';

describe('a comma between digits that groups none is a decimal one', () => {
  const TICKETS = 'We sold 1250 tickets on the first day of the fair';
  const CORPUS = corpusOf(post('„Der Eintritt kostet 12,50 Euro und der Hund ist frei“, sagte Edda Quill.', quill(TICKETS)));
  test('a hundred times the price', () => {
    expect(rules(CORPUS, 'Edda Quill sagte: „Der Eintritt kostet 1250 Euro und der Hund ist frei.“')).toContain('misquote.number');
  });
  test('a hundredth of the tickets', () => {
    check(CORPUS, quill(TICKETS.replace('1250', '[12,50]{misquote.number → 1250}')));
  });
  test.each(['1,250', '1250'])('a comma that groups digits says nothing: %s', (figure) => {
    check(CORPUS, quill(TICKETS.replace('1250', figure)));
  });
  test('nor do those of India', () => {
    check(corpusOf(post(quill(TICKETS.replace('1250', '1,25,000')))), quill(TICKETS.replace('1250', '125,000')));
  });
});

describe('a figure is changed by what is no digit', () => {
  test('ten squared is not 102', () => {
    check(corpusOf(post(quill('We counted 10² herons on the lake'))), quill('We counted [102]{misquote.number → 10²} herons on the lake'));
  });
  const COLD = 'It was -12 degrees in the boat house when we came';
  test.each([
    ['left out', COLD, COLD.replace('-12', '[12]{misquote.number → -12}')],
    ['put in', COLD.replace('-', ''), COLD.replace('-12', '[-12]{misquote.number → 12}')],
    ['of another form', COLD, COLD.replace('-', '−')],
    ['for the word', COLD.replace('-', 'minus '), COLD],
    ['as a word', COLD, COLD.replace('-', 'minus ')],
  ])('a minus %s', (_, source, draft) => check(corpusOf(post(quill(source))), quill(draft)));
  test('a dash in front of a figure is no minus', () => {
    const words = 'The toll is twelve crowns – 12 – and the keeper takes no more';
    check(corpusOf(post(quill(words))), quill(words.replace('– 12 –', '-- 12 --')));
  });
});

describe('a quotation that begins or ends inside a figure', () => {
  const CORPUS = corpusOf(
    post(
      quill('The bridge will be shut for 1-2 months while the deck is relaid'),
      brandt('We lost the boat for twenty-one days on the upper lake'),
    ),
  );
  test.each([
    ['at its first word', 'Edda Quill spoke of “[2]{misquote.number → 1-2} months while the deck is relaid”.'],
    ['at its last word', 'Edda Quill said “the bridge will be shut for [1]{misquote.number → 1-2}”.'],
    ['in words', 'Jonas Brandt spoke of “[one]{misquote.number → twenty-one} days on the upper lake”.'],
    ['but not where it has the whole', 'Edda Quill spoke of “1-2 months while the deck is relaid”.'],
  ])('%s', (_, draft) => check(CORPUS, draft));

  test('a claim with another range', () => {
    const claim = (time: string) =>
      `the county will shut the bridge at Hob Mill for ${time} months while the deck is relaid with oak from the abbey wood`;
    const source = corpusOf(post(`Last night ${claim('1-2')}.`));
    expect(rules(source, `According to The Alder Post, ${claim('12')}.`)).toEqual(['wrong-number']);
    expect(rules(source, `According to The Alder Post, ${claim('1–2')}.`)).toEqual([]);
  });
});

describe('a hyphened word of the source closed up, or parted at a line’s end, at a quotation’s second word', () => {
  test.each([
    ['closed up', brandt('The co-operative lent us a boat and two oars'), brandt('The cooperative lent us a boat and two oars')],
    ['at a line’s end', lind('The self-taught piper walked home over the lake'), lind('The self-\ntaught piper walked home over the lake')],
    [
      'at the last but one',
      quill('We shall lend the boat to the co-operative again'),
      'Edda Quill said: “We shall lend the boat to the cooperative again.”',
    ],
  ])('%s', (_, source, draft) => check(corpusOf(post(source)), draft));
});

describe('an attribution interrupts, and hides nothing', () => {
  const CORPUS = corpusOf(post(quill('The organ has forty stops and not one of them is mine')));
  test('on which the sense turns', () => {
    check(
      CORPUS,
      '“The organ has forty stops,” Edda Quill said, “[one]{misquote.negation: leaves out “and not” → and not one} of them is mine.”',
    );
  });
  test('that is not there', () => {
    check(CORPUS, '“The organ has forty stops,” Edda Quill said, “and not one of them is mine.”');
  });
  test('of little weight', () => {
    check(
      corpusOf(post(quill('The organ has forty stops and one of them is mine'))),
      '“The organ has forty stops,” Edda Quill said, “one of them is mine.”',
    );
  });
});

describe('the kind of a change', () => {
  const CORPUS = corpusOf(
    post(
      quill('They closed my road in March and did not say for how long it would be'),
      brandt('Nobody asked you for a guess. We asked for a telephone call'),
    ),
  );
  test.each([
    ['a month is no modal', 'in March', 'in May', 'misquote.content'],
    ['another tense is no slip of spelling', 'closed', 'close', 'misquote.content'],
    ['a slip is one', 'closed', 'clossed', 'misquote.spelling'],
    ['never is not “not”', 'did not say', 'did never say', 'misquote.negation'],
  ])('%s', (_, right, wrong, kind) => {
    expect(rules(CORPUS, quill('They closed my road in March and did not say for how long it would be'.replace(right, wrong)))).toEqual([
      kind,
    ]);
  });

  test('no fix is safe that may leave half of what the source has', () => {
    const draft = brandt('Nobody asked you for a telephone call. We asked for a guess');
    const last = analysisOf(CORPUS, draft).findings.at(-1);
    expect(last?.fixes.map(({ applicability }) => applicability)).not.toContain('safe');
  });
});
