import { describe, expect, test } from 'vitest';
import { sliceOf } from '../text/span.ts';
import { parseDraft } from './parse.ts';

/** “rules (reason): what is covered”; `*` for every rule. */
function stets(text: string, languageId = 'markdown'): string[] {
  return parseDraft(text, languageId, { anchor: null }).stets.map(
    ({ rules, reason, covers }) =>
      `${rules?.join('+') ?? '*'}${reason === null ? '' : ` (${reason})`}: ${sliceOf(text, covers).trim().replace(/\s+/g, ' ')}`,
  );
}

describe('what a directive covers', () => {
  test.each([
    ['the next paragraph', '<!-- stet -->\n\nOne.\n\nTwo.', ['*: One.']],
    ['the paragraph it begins', '<!-- stet --> One.\n\nTwo.', ['*: One.']],
    ['the paragraph it stands in', 'One <!-- stet --> two.\n\nThree.', ['*: One <!-- stet --> two.']],
    ['a list', '<!-- stet -->\n- One.\n- Two.\n\nThree.', ['*: One. - Two.']],
    ['a block quote', '<!-- stet -->\n> One.\n>\n> Two.\n\nThree.', ['*: One. > > Two.']],
    ['nothing', 'One.\n\n<!-- stet -->', ['*: ']],
    ['a region', '<!-- stet on -->\n\nOne.\n\nTwo.\n\n<!-- stet off -->\n\nThree.', ['*: One. Two.']],
    ['a region to the end', '<!-- stet on -->\n\nOne.\n\nTwo.', ['*: One. Two.']],
    [
      'two regions',
      '<!-- stet on -->\n\nOne.\n\n<!-- stet off -->\n\n<!-- stet on misquote -->\n\nTwo.\n\n<!-- stet off -->',
      ['*: One.', 'misquote: Two.'],
    ],
  ])('%s', (_, text, expected) => expect(stets(text)).toEqual(expected));
});

describe('what it names', () => {
  test.each([
    ['<!-- stet misquote wrong-date -->\n\nOne.', 'misquote+wrong-date: One.'],
    ['<!-- stet misquote, wrong-date -->\n\nOne.', 'misquote+wrong-date: One.'],
    ['<!-- stet misquote.number -->\n\nOne.', 'misquote.number: One.'],
    ['<!-- stet: her own words -->\n\nOne.', '* (her own words): One.'],
    ['<!-- stet misquote: see page 3: twice -->\n\nOne.', 'misquote (see page 3: twice): One.'],
    ['<!--stet-->\n\nOne.', '*: One.'],
    ['<!-- STET -->\n\nOne.', '*: One.'],
  ])('%s', (text, expected) => expect(stets(text)).toEqual([expected]));
});

test('other comments are none', () => expect(stets('<!-- stetson -->\n\n<!-- note: stet -->\n\nOne.')).toEqual([]));
test('plain text has them too', () => expect(stets('<!-- stet -->\n\nOne.\n\nTwo.', 'plaintext')).toEqual(['*: One.']));
