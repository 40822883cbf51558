import { describe, expect, test } from 'vitest';
import type { Prose } from './prose.ts';
import { quotationsOf } from './quotations.ts';

/** Paragraphs stand on lines of their own. */
function prose(text: string): Prose {
  let start = 0;
  const blocks = text.split('\n').map((line) => {
    const span = { start, end: start + line.length };
    start += line.length + 1;
    return { span, kind: 'paragraph' as const, group: -1 };
  });
  return { text, blocks };
}

/** Each quotation's pieces joined by “|”, nested ones with a “>” for each level. */
function drawn(text: string): string[] {
  return quotationsOf(prose(text)).quotations.map(
    ({ pieces, depth }) => '>'.repeat(depth) + pieces.map(({ start, end }) => text.slice(start, end)).join('|'),
  );
}
const strays = (text: string) => quotationsOf(prose(text)).strayMarks.map(({ span }) => span.start);

describe('marks of every style', () => {
  test.each([
    ['straight', 'Ada said "the tide is late" again.', ['the tide is late']],
    ['curly', 'Ada said “the tide is late” again.', ['the tide is late']],
    ['curly single', 'Ada said ‘the tide is late’ again.', ['the tide is late']],
    ['straight single', "Ada said 'the tide is late' again.", ['the tide is late']],
    ['low-high', 'Ada sagte: „Die Flut ist spät.“ Dann ging sie.', ['Die Flut ist spät.']],
    ['guillemets with spaces', 'Ada a dit : « La marée est en retard. »', [' La marée est en retard. ']],
    ['guillemets inward', 'Ada sagte: »Die Flut ist spät.« Dann ging sie.', ['Die Flut ist spät.']],
    ['corner', '彼女は「潮が遅い」と言った。', ['潮が遅い']],
    ['mixed', 'Ada said “the tide is late" again.', ['the tide is late']],
    ['same mark at both ends', 'Ada sa ”floden är sen” igen.', ['floden är sen']],
  ])('%s', (_, text, expected) => expect(drawn(text)).toEqual(expected));
});

describe('apostrophes are no marks', () => {
  test.each([
    ["The boats' keels and the gulls' cries don't matter.", []],
    ['The boats’ keels, ’tis said, don’t matter in the ’90s.', []],
    ['‘Rock ’n’ roll came here,’ she said.', ['Rock ’n’ roll came here,']],
    ["'Rock 'n' roll came here,' she said.", ["Rock 'n' roll came here,"]],
    ['‘The boats’ keels don’t matter,’ she said.', ['The boats’ keels don’t matter,']],
    ["'I don't know the dogs' names,' she said.", ["I don't know the dogs' names,"]],
    ['“I heard the dogs’ bark,” she said.', ['I heard the dogs’ bark,']],
  ])('%s', (text, expected) => expect(drawn(text)).toEqual(expected));
});

test('feet and inches are no marks', () => {
  const text = 'The board was 6" wide and 3\' long. Ada wrote: “We cut it twice.”';
  expect(drawn(text)).toEqual(['We cut it twice.']);
  expect(strays(text)).toEqual([]);
});

test('a height is no mark', () => {
  const text = `He was 6'3", 270 pounds. "We were lucky," Ada said.`;
  expect(drawn(text)).toEqual(['We were lucky,']);
  expect(strays(text)).toEqual([]);
});

describe('marks with a space too much', () => {
  test.each([
    ['inside brackets', 'She thanked Mrs Lindqvist (" LIND-kvist") for it.', [' LIND-kvist']],
    ['before the last one', 'The plan is called "Open Harbour " by the county.', ['Open Harbour ']],
  ])('%s belong together', (_, text, expected) => {
    expect(drawn(text)).toEqual(expected);
    expect(strays(text)).toEqual([]);
  });
});

describe('nesting', () => {
  test('single in double', () => {
    expect(drawn('“He said ‘never again’ to me,” she said.')).toEqual(['He said ‘never again’ to me,', '>never again']);
  });
  test('double in single', () => {
    expect(drawn('‘He said “never again” to me,’ she said.')).toEqual(['He said “never again” to me,', '>never again']);
  });
  test('straight single in straight double', () => {
    expect(drawn('"He said \'never again\' to me," she said.')).toEqual(["He said 'never again' to me,", '>never again']);
  });
});

describe('French marks with their spaces', () => {
  test.each([
    ['Ada a dit « la marée est en retard », puis elle est partie.', [' la marée est en retard ']],
    ['Ada a dit « la marée est en retard ».', [' la marée est en retard ']],
    ['Ada (« la marée ») est partie.', [' la marée ']],
  ])('%s', (text, expected) => {
    expect(drawn(text)).toEqual(expected);
    expect(strays(text)).toEqual([]);
  });
});

test('inches before a comma are no marks', () => {
  for (const text of ['The board was 5", give or take.', 'It was 5".', 'It was wide (5").']) expect(strays(text)).toEqual([]);
});

describe('a stray mark', () => {
  test('before an attribution does not reach the next paragraph', () => {
    const text = '“The harbour is shut, said Ada.\n“It will open,” said Bo.';
    expect(drawn(text)).toEqual(['It will open,']);
    expect(strays(text)).toEqual([0]);
  });
  test('does not take in a paragraph with quotations of its own', () => {
    const text = 'Ada said: “The harbour is shut.\nBo said: “It will open.”\n“Never,” said Cy.';
    expect(drawn(text)).toEqual(['It will open.', 'Never,']);
  });

  test('does not turn the rest inside out', () => {
    const text = 'It was “a good day, all told. He said: “The harbour is shut.” Then “never” again.';
    expect(drawn(text)).toEqual(['The harbour is shut.', 'never']);
    expect(strays(text)).toEqual([7]);
  });
  test('straight, at the paragraph’s end', () => {
    expect(strays('He said "never" and then "always and went home.')).toEqual([25]);
  });
  test('does not reach the next paragraph', () => {
    const text = 'It was “a good day, all told.\nHe said: “The harbour is shut.”';
    expect(drawn(text)).toEqual(['The harbour is shut.']);
    expect(strays(text)).toEqual([7]);
  });
  test('that closes nothing', () => {
    expect(strays('The harbour is shut,” he said.')).toEqual([20]);
  });
});

describe('one quotation in several pieces', () => {
  test('over paragraphs, an opening mark at each', () => {
    const text = 'Ada said: “The harbour is shut.\n“It will open in spring.\n“So we wait.”';
    expect(drawn(text)).toEqual(['The harbour is shut.|It will open in spring.|So we wait.']);
    expect(strays(text)).toEqual([]);
  });
  test('over many paragraphs', () => {
    const paragraphs = Array.from({ length: 40 }, (_, i) => `“Line ${i} of the speech.`);
    expect(drawn(`Ada said: ${paragraphs.join('\n')}”`)).toHaveLength(1);
  });
  test('with a list in it', () => {
    const blocks = quotationsOf({
      ...prose('“We have two wishes.\nA pier.\nA lamp.\nThank you.”'),
      blocks: prose('“We have two wishes.\nA pier.\nA lamp.\nThank you.”').blocks.map((block, i) => ({
        ...block,
        kind: i === 1 || i === 2 ? ('item' as const) : ('paragraph' as const),
      })),
    });
    expect([blocks.quotations.length, blocks.strayMarks]).toEqual([1, []]);
  });
  test('that nothing ends are one slip, not one a paragraph', () => {
    const text = '“The harbour is shut.\n“It will open in spring.\n“So we wait.\nIt rained.';
    expect(drawn(text)).toEqual(['The harbour is shut.|It will open in spring.|So we wait.']);
    expect(strays(text)).toEqual([0]);
  });
  test('interrupted by its attribution', () => {
    expect(drawn('“The harbour,” Ada said on Tuesday, “is shut.”')).toEqual(['The harbour,|is shut.']);
  });
  test('a full stop after the attribution begins another', () => {
    expect(drawn('“The harbour is shut,” Ada said. “It will open.”')).toEqual(['The harbour is shut,', 'It will open.']);
  });
  test('two fragments of a sentence are two', () => {
    expect(drawn('Ada called it “a shame” and, Bo said, “a pity”.')).toEqual(['a shame', 'a pity']);
  });
});

test('consecutive quotations are not paired with each other', () => {
  expect(drawn('"Shut," "closed" and "barred" were her words.')).toEqual(['Shut,', 'closed', 'barred']);
});
