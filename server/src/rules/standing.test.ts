import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysisOf, checkDraft, corpusOf, verdicts } from '../../../test/support/checkDraft.ts';
import { CLOSURE } from '../../../test/support/harbour.ts';
import { foldedWords, type Standing, Stands } from './standing.ts';

const CORPUS = corpusOf(CLOSURE);
const QUOTED = 'We will close the north harbour because the sea wall cannot carry another storm';
const WRONG = `“${QUOTED},” said Ada Quill on 9 May 2025.`;
const FOUND = WRONG.replace('storm', '[storm]{misquote.content}').replace('9 May 2025', '[9 May 2025]{wrong-date}');

const standsOf = (...standings: Omit<Standing, 'id'>[]) => new Stands(standings.map((one, id) => ({ ...one, id })));
const words = (text: string, before: string, after: string): Standing['place'] => ({
  kind: 'words',
  words: foldedWords(text),
  before: foldedWords(before),
  after: foldedWords(after),
});
const STORM = { rules: ['misquote'], place: words('storm', 'wall cannot carry another', 'said Ada Quill on 9') };
const stormStands = standsOf(STORM);
const LEFT = FOUND.replace('[storm]{misquote.content}', 'storm');

describe('words at a place are let stand', () => {
  test.each([
    ['as they were', LEFT],
    ['where the paragraph stands elsewhere', `# News\n\nThe tide is late.\n\n${LEFT}`],
    ['where the paragraph goes on', `${LEFT} She left at noon and did not come back that day.`],
    ['where a word beside them is another', LEFT.replace('said Ada', 'added Ada')],
    ['where words have come between', LEFT.replace('Ada Quill', 'the warden Ada Quill')],
    ['where they are marked up', LEFT.replace('another storm', 'another **storm**')],
    ['where typography is another', LEFT.replace('“', '"').replace(',”', ',"')],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft, { stands: stormStands }));

  test('but not other words there', () => {
    checkDraft(CORPUS, FOUND.replace('[storm]', '[gale]'), { stands: stormStands });
  });

  test('but not the same words elsewhere', () => {
    const stands = standsOf({ rules: ['misquote'], place: words('storm', 'ships had fled before the', 'came over the hills at') });
    checkDraft(CORPUS, FOUND, { stands });
  });

  test('for one rule, and not for another', () => {
    const { rules: _, place } = STORM;
    checkDraft(CORPUS, FOUND, { stands: standsOf({ rules: ['wrong-date'], place }) });
    checkDraft(CORPUS, LEFT, { stands: standsOf({ rules: null, place }) });
    checkDraft(CORPUS, LEFT, { stands: standsOf({ rules: ['misquote.content'], place }) });
    checkDraft(CORPUS, FOUND, { stands: standsOf({ rules: ['misquote.number'], place }) });
  });
});

describe('a quotation is let stand', () => {
  const place: Standing['place'] = { kind: 'quotation', words: foldedWords(QUOTED) };

  test('in every draft that has it, as a whole', () => {
    const stands = standsOf({ rules: null, place });
    checkDraft(CORPUS, LEFT, { stands });
    expect(verdicts(CORPUS, WRONG, { stands })).toEqual([`ignored: ${QUOTED},`]);
    checkDraft(CORPUS, `Ada Quill was sure: “${QUOTED}.”`, { stands });
  });

  test('for one rule, and is looked at all the same', () => {
    const stands = standsOf({ rules: ['misquote'], place });
    checkDraft(CORPUS, LEFT, { stands });
    expect(verdicts(CORPUS, WRONG, { stands })).toEqual([`misquoted: ${QUOTED},`]);
  });

  test('but not in other words', () => {
    const other = FOUND.replace('[storm]', '[gale]');
    checkDraft(CORPUS, other, { stands: standsOf({ rules: null, place }) });
  });
});

describe('everything is let stand', () => {
  test('that a rule finds', () => {
    checkDraft(CORPUS, LEFT, { stands: standsOf({ rules: ['misquote'], place: { kind: 'everything' } }) });
  });

  test('in a draft, whose quotations are then ignored', () => {
    const stands = standsOf({ rules: null, place: { kind: 'everything' } });
    checkDraft(CORPUS, WRONG, { stands });
    expect(verdicts(CORPUS, WRONG, { stands })).toEqual([`ignored: ${QUOTED},`]);
  });
});

test('what serves is told, and what does not is not', () => {
  const idle = { rules: ['misquote'], place: words('gale', 'another', 'said') };
  const stood = analysisOf(CORPUS, WRONG, { stands: standsOf(idle, STORM) }).stood;
  expect([...(stood?.served ?? [])]).toEqual([1]);
  expect(analysisOf(CORPUS, WRONG).stood).toBeUndefined();
});

test('a directive that serves is no less used where an entry serves, too', () => {
  checkDraft(CORPUS, `<!-- stet misquote -->\n${LEFT}`, { stands: stormStands });
});

test('any number of entries find the same as one after the other', () => {
  const some = fc.array(
    fc.record({
      rules: fc.constantFrom(null, ['misquote'], ['wrong-date'], ['misquote.content', 'wrong-date']),
      place: fc.constantFrom<Standing['place']>(
        { kind: 'everything' },
        { kind: 'quotation', words: foldedWords(QUOTED) },
        words('storm', 'carry another', 'said Ada'),
        words('9 May 2025', 'Quill on', ''),
        words('another storm', '', ''),
      ),
    }),
    { maxLength: 4 },
  );
  const kept = (standings: readonly Omit<Standing, 'id'>[]) =>
    analysisOf(CORPUS, WRONG, { stands: standsOf(...standings) }).findings.map(({ rule, span }) => `${rule} ${span.start}`);
  fc.assert(
    fc.property(some, (standings) => {
      const each = standings.map((one) => kept([one]));
      expect(kept(standings)).toEqual(kept([]).filter((finding) => each.every((left) => left.includes(finding))));
    }),
    { numRuns: 60 },
  );
});
