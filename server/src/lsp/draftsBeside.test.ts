import { describe, expect, it } from 'vitest';
import { analysisOf, corpusOf } from '../../../test/support/checkDraft.ts';
import { viewOf } from '../../../test/support/handMade.ts';
import { CLOSURE } from '../../../test/support/harbour.ts';
import { digestOf } from '../features/digest.ts';
import { ENGLISH } from '../features/l10n/voice.ts';
import { DraftsBeside } from './draftsBeside.ts';

const CORPUS = corpusOf(CLOSURE);
const STAIRS = 'Cy Fenn said: “The lamp was lit and the stairs were wet.”';
const STEPS = STAIRS.replace('stairs', 'steps');

const draft = (name: string, text: string, version: number | null = null) => ({
  uri: `file:///w/${name}`,
  version,
  digest: digestOf({ ...viewOf(text, {}), analysis: analysisOf(CORPUS, text) }),
});

async function told(drafts: readonly ReturnType<typeof draft>[], { beside = new DraftsBeside(ENGLISH), again = true } = {}) {
  const found = await beside.withFindings(drafts, again, new AbortController().signal);
  return found.flatMap(({ uri, digest }) =>
    digest.findings
      .filter(({ rule }) => rule !== 'quote-not-found')
      .map(({ rule, kind, message, words }) => `${uri.slice(10)} ${rule}.${kind} ${words.slice(-12)} ${message}`),
  );
}

const SAID = 'inconsistent-quote.drafts s were wet.” one.md quotes this in other words: “The lamp was lit and the stairs were wet.”.';

describe('the drafts of a folder', () => {
  it('are held beside each other, open or not, in the order of their names', async () => {
    expect(await told([draft('two.md', STEPS), draft('one.md', STAIRS)])).toEqual([`two.md ${SAID}`]);
    expect(await told([draft('one.md', STAIRS, 3), draft('two.md', `${STEPS}\n\nA line.`)])).toEqual([`two.md ${SAID}`]);
    expect(await told([draft('columns/one.md', STAIRS), draft('two.md', STEPS)])).toEqual([]);
    expect(await told([draft('one.md', STAIRS), draft('two.md', STAIRS)])).toEqual([]);
  });

  it('say nothing that is let stand, and a directive serves by it', async () => {
    const directed = `<!-- stet inconsistent-quote: as I heard it -->\n${STEPS}`;
    expect(await told([draft('two.md', directed)])).toEqual([expect.stringContaining('unused-stet')]);
    expect(await told([draft('one.md', STAIRS), draft('two.md', directed)])).toEqual([]);
  });

  it('say once what one draft has in two wordings by itself', async () => {
    const both = `${STAIRS}\n\n${STEPS}`;
    expect(await told([draft('one.md', STAIRS), draft('two.md', both)])).toEqual([expect.stringContaining('The draft quotes this')]);
  });

  it('are not compared again for what is typed, and what is gone is not told', async () => {
    const beside = new DraftsBeside(ENGLISH);
    const one = draft('one.md', STAIRS);
    const now = (text: string, again = false) => told([one, draft('two.md', text, 1)], { beside, again });
    expect(await now(STEPS)).toEqual([`two.md ${SAID}`]);
    expect(await now(`More of it.\n\n${STEPS}`)).toEqual([`two.md ${SAID}`]);
    const typed = STAIRS.replace('wet', 'dry');
    expect(await now(typed)).toEqual([]);
    expect(await now(typed, true)).toEqual([expect.stringContaining('two.md inconsistent-quote.drafts')]);
    // Another file on disk: all is compared anew.
    expect(await told([draft('one.md', STAIRS), draft('two.md', STEPS, 1)], { beside, again: false })).toEqual([`two.md ${SAID}`]);
  });
});
