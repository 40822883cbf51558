import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import type { Analysis } from '../rules/analysis.ts';
import { toEnd } from '../text/steps.ts';
import { checkDraft } from './checkDraft.ts';
import { Library } from './library.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { SourceCheck } from './sourceCheck.ts';
import { RememberingCorpus } from './sourceCheckMemory.ts';

const never = new AbortController().signal;

const FILES = {
  '/c/lamp.md':
    '---\ntitle: Saltmere keeps its lamp\npublisher: Saltmere Gazette\npublished: 2024-03-12\n---\n\nThe harbour council voted on Tuesday by seven to two to keep the oil lamp at the end of the pier.\n\n“The lamp has outlasted three mayors and it will not outlast the fog,” said Edda Quill, the harbour warden. “Nobody steers by a buoy that sleeps through the winter.”\n\nThe council spent 4,200 crowns on new glass in 2021, Mr Marl said.\n',
  '/c/wire.md':
    '---\ntitle: Lamp stays\npublisher: Gullhythe Wire\npublished: 2024-03-13\nurl: https://wire.example/lamp\n---\n\n“The lamp has outlasted three mayors and it will not outlast the frost,” said Edda Quill, the harbour warden. “Nobody steers by a buoy that sleeps through the winter.”\n\nThe council spent 4,900 crowns on new glass in 2021, Mr Marl said.\n',
  '/c/bell.md':
    '---\ntitle: A bell for the morning ferry\npublisher: The Low Coast Observer\npublished: 2024-04-02\n---\n\nThe ferry between Saltmere and Gullhythe is to carry a bell again this spring, the company said on 1 April.\n\n“People set their kettles by that bell, and some of them set their lives by it,” said Tobin Marl, who has run the crossing for nineteen years. “It was -12 degrees on the pier.”\n',
};

const PARAGRAPHS = [
  '“The lamp has outlasted three mayors and it will outlast the fog,” said Edda Quill on Tuesday.',
  'Edda Quill was blunt. “Nobody steers by a buoy that sleeps in winter,” she said on 13 March 2024.',
  'The harbour council voted by seven to three to keep the oil lamp at the end of the pier.',
  'According to the Low Coast Observer, “people set their kettles … by it,” Mr Marl said in May.',
  '“The lamp has outlasted three mayors. People set their kettles by that bell,” said Tobin Marl.',
  'The council spent 4,700 crowns on new glass in 2021, and nobody may say why.',
  '> People set their kettles by that bell, and [most] of them set their lives by it.\n>\n> — Tobin Marl',
  '*The Saltmere Gazette* reported that “the lamp has [survived] three mayors”.',
  '“[The] lamp has outlasted three mayors and it will not outlast the fog,” Edda Quill [said](https://wire.example/lamp).',
  '“The lamp has outlasted three mayors and it will not outlast the fog,” said Edda Quill.',
  'The council spent 4,200 crowns on new glass in 2021, Mr Marl said.',
  'It was cold. “It was 12 degrees on the pier,” said Tobin Marl.',
];

/** One thing that a hand does: letters put in at a share of the text, or taken out from there. */
const stroke = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  out: fc.nat({ max: 6 }),
  into: fc.constantFrom('', 'e', ' ', 'not ', '“', '”', '\n\n', '’s', 'May ', 'Kim ', '5', '. ', ', ', '[the] ', '… '),
});

/** All that a user sees of a check. */
function shown({ findings, verdicts }: Analysis): object {
  return { findings, verdicts: [...verdicts].map(([{ span }, verdict]) => ({ span, verdict })) };
}

/** Who types, and how often each begins anew. */
const HANDS = [1, 2, 3, 4, 5, 6, 7, 8];
const RUNS_A_HAND = 5;

// Several tests, since each has only so much time.
it.each(HANDS)('what is remembered from one keystroke to the next changes nothing that is found, for hand %i', async () => {
  const library = new Library(['/c'], new InMemoryHost(FILES));
  await library.load();
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(PARAGRAPHS, { minLength: 2 }), fc.array(stroke, { maxLength: 8 }), async (paragraphs, strokes) => {
      const check = new SourceCheck(library);
      let text = `---\ndate: 2024-04-05\n---\n\n${paragraphs.join('\n\n')}\n`;
      for (const [version, { at, out, into }] of [{ at: 1, out: 0, into: '' }, ...strokes].entries()) {
        const place = Math.round(at * text.length);
        text = text.slice(0, place) + into + text.slice(place + out);
        const document = { uri: 'file:///draft.md', languageId: 'markdown', version, text };
        const typed = await check.check(document, DEFAULT_SETTINGS, never);
        // A corpus that nothing was looked up in.
        const corpus = new RememberingCorpus(library.corpus);
        const afresh = await checkDraft(document, DEFAULT_SETTINGS, {
          corpus,
          complete: true,
          fetch: (ids) => library.fetch(ids),
          run: (work) => Promise.resolve(toEnd(work)),
        });
        expect(shown(typed)).toEqual(shown(afresh));
      }
    }),
    { numRuns: RUNS_A_HAND },
  );
});
