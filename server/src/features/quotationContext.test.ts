import { describe, expect, it } from 'vitest';
import { quotationContextAt } from './quotationContext.ts';

/** What is being quoted at `|`. */
function at(draft: string, languageId = 'markdown') {
  const offset = draft.indexOf('|');
  const text = draft.replace('|', '');
  const context = quotationContextAt({ text, languageId }, offset);
  return context && { ...context, words: context.words.map(({ span }) => text.slice(span.start, span.end)).join(' ') };
}

describe('a quotation that is being written', () => {
  it('begins with the mark that is open at the cursor', () => {
    expect(at('Quill spoke. “The lamp has |')).toMatchObject({
      opening: '“',
      words: 'The lamp has',
      isInWord: false,
      closing: null,
      isLedInto: false,
    });
    expect(at('Quill said: "The lamp ha|')).toMatchObject({ opening: '"', isInWord: true, isLedInto: true });
    expect(at('“It is so,” she said. “The lamp |')).toMatchObject({ words: 'The lamp' });
    expect(at('“She said ‘the lamp has |')).toMatchObject({ opening: '‘', words: 'the lamp has' });
    expect(at('He said «la lampe est |')).toMatchObject({ opening: '«' });
    expect(at("'The keeper's lamp |", 'plaintext')).toMatchObject({ opening: "'", words: "The keeper's lamp" });
  });

  it('may have the marks of LaTeX', () => {
    expect(at('He spoke. ``The lamp has |', 'latex')).toMatchObject({ opening: '``', words: 'The lamp has', closing: null });
  });

  it('may be closed already', () => {
    expect(at('“The lamp has |” said Quill.')).toMatchObject({ closing: 14 });
    expect(at('"The lamp has |" and "more" too')).toMatchObject({ closing: 14 });
    expect(at('“The lamp has | and he said “foo”.')).toMatchObject({ closing: null });
    expect(at('"The lamp has | and "more" too')).toMatchObject({ closing: null });
  });

  it.each([
    ['no mark is open', 'The lamp has outlasted |'],
    ['it is closed before', '“The lamp has,” she said, and it |'],
    ['there is one word', '“Lamps |'],
    ['its words go on behind the cursor', '“The lamp has | outlasted” us.'],
    ['the cursor is in a word', '“The lamp ha|s'],
    ['it is an apostrophe', "The keepers' lamp was lit and |"],
    ['it is an elision', "'Twas the lamp that |"],
    ['it is a measure', 'A board of 6\' 3" was found and |'],
    ['it is another paragraph', '“The lamp has\n\nbeen lit and |'],
    ['it is code', '`“The lamp has |`'],
    ['it is a fence', '```\n“The lamp has |\n```'],
    ['it is front matter', '---\ntitle: “The lamp has |\n---\n\nText.'],
    ['it is a heading', '# “The lamp has |'],
  ])('is none where %s', (_, draft) => {
    expect(at(draft)).toBeNull();
  });
});
