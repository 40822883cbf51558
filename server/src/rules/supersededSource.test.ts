import { describe, expect, test } from 'vitest';
import { analysisOf, articlesOf, checkDraft } from '../../../test/support/checkDraft.ts';
import { ADA_QUILL, courier, mail } from '../../../test/support/harbour.ts';
import type { Edition } from '../corpus/article.ts';
import { MemoryCorpus } from '../corpus/memoryCorpus.ts';

const FIGURE = 'The harbour board has spent 41,000 crowns on the north pier since the flood of last spring, its books show.';
const REST =
  'The board meets again on Friday in the old customs house, and the ferry line has asked to be heard there before anything is decided.';

/** Versions of one text, in the order in which they were made. */
function versions(...texts: readonly { readonly text: string; readonly edition?: Partial<Edition> }[]): MemoryCorpus {
  const articles = articlesOf(...texts.map(({ text }) => text));
  return MemoryCorpus.of(
    articles.map((article, i) => ({
      ...article,
      edition: { of: 'urn:quay:1', version: String(i + 1), created: `2025-03-0${4 + i}T09:30:00Z`, status: 'usable', ...texts[i]?.edition },
    })),
  );
}

const corrected = { status: 'corrected' } as const;
const text = (quotation: string, figure = FIGURE) => courier(`${quotation}\n\n${figure}\n\n${REST}`);

describe('a quotation', () => {
  test.each([
    [
      'has a word that was corrected',
      [{ text: text(ADA_QUILL.replace('sea wall', 'sea gate')) }, { text: text(ADA_QUILL), edition: corrected }],
      ADA_QUILL.replace(
        'wall',
        '[gate]{superseded-source: The Saltmarsh Courier corrected this on 5 March 2025: it has “wall” now, not “gate” → wall}',
      ),
    ],
    [
      'has a word that a newer version has otherwise',
      [{ text: text(ADA_QUILL.replace('sea wall', 'sea gate')) }, { text: text(ADA_QUILL) }],
      ADA_QUILL.replace('wall', '[gate]{superseded-source: A newer version of this text (The Saltmarsh Courier, 5 March 2025) → wall}'),
    ],
    [
      'has a word that the newest version of three leaves out',
      [
        { text: text(ADA_QUILL.replace('north ', 'old north ')) },
        { text: text(ADA_QUILL.replace('north ', 'old north ')) },
        { text: text(ADA_QUILL) },
      ],
      ADA_QUILL.replace('north', '[old]{superseded-source: it no longer has “old” here →} north'),
    ],
    [
      'is no longer in it',
      [{ text: text(ADA_QUILL) }, { text: text('Ada Quill, the harbour master, did not want to be quoted.') }],
      ADA_QUILL.replace(/(“.*”)/, '[$1]{superseded-source.dropped: no longer in it}'),
    ],
    [
      'was taken out by a correction',
      [{ text: text(ADA_QUILL) }, { text: text('Ada Quill, the harbour master, did not want to be quoted.'), edition: corrected }],
      ADA_QUILL.replace(/(“.*”)/, '[$1]{superseded-source: corrected this text on 5 March 2025, and these words are no longer in it}'),
    ],
    [
      'is of a text that was withdrawn',
      [{ text: text(ADA_QUILL) }, { text: courier('This report has been withdrawn.'), edition: { status: 'canceled' } as const }],
      ADA_QUILL.replace(/(“.*”)/, '[$1]{superseded-source: The Saltmarsh Courier withdrew this text on 5 March 2025}'),
    ],
    [
      'is of a text that is held back',
      [{ text: text(ADA_QUILL), edition: { status: 'withheld' } as const }],
      ADA_QUILL.replace(/(“.*”)/, '[$1]{superseded-source: holding this text back (notice on 4 March 2025)}'),
    ],
  ])('%s', (_, sources, draft) => {
    checkDraft(versions(...sources), draft);
  });

  test('is held to the newest version where both have its words', () => {
    const corpus = versions({ text: text(ADA_QUILL) }, { text: text(ADA_QUILL, FIGURE.replace('41', '43')) });
    checkDraft(corpus, ADA_QUILL);
    const [verdict] = analysisOf(corpus, ADA_QUILL).verdicts.values();
    expect(verdict).toMatchObject({ kind: 'verified', match: { source: { articleId: '2.md' } } });
  });

  test('that another source still has is none of before', () => {
    const [old, now] = [
      ...versions({ text: text(ADA_QUILL.replace('wall', 'gate')) }, { text: text(ADA_QUILL), edition: corrected }).texts.values(),
    ];
    const [other] = articlesOf(mail(ADA_QUILL.replace('wall', 'gate')));
    const corpus = MemoryCorpus.of([old, now, { ...other, id: 'mail.md' }].filter((one) => one !== undefined) as never);
    checkDraft(corpus, ADA_QUILL.replace('wall', 'gate'));
  });

  test('that a reprint of the older version has is', () => {
    const [old, now] = [
      ...versions({ text: text(ADA_QUILL.replace('wall', 'gate')) }, { text: text(ADA_QUILL), edition: corrected }).texts.values(),
    ];
    const [other] = articlesOf(mail(`${ADA_QUILL.replace('wall', 'gate')}\n\n${FIGURE}\n\n${REST}`));
    const corpus = MemoryCorpus.of([old, now, { ...other, id: 'mail.md' }] as never);
    checkDraft(corpus, ADA_QUILL.replace('wall', '[gate]{superseded-source}'));
  });

  test.each([
    [
      'more words than before',
      ADA_QUILL.replace('sea wall', 'old sea wall'),
      ADA_QUILL.replace(/(“.*”)/, '[$1]{superseded-source: it has “old” here now, which it had not before}'),
    ],
    [
      'other words in two places',
      ADA_QUILL.replace('sea wall', 'sea gate').replace('winter', 'storm'),
      ADA_QUILL.replace(/(“.*”)/, '[$1]{superseded-source: it reads “We will close}'),
    ],
  ])('has %s in the newest version', (_, now, draft) => {
    const corpus = versions({ text: text(ADA_QUILL) }, { text: text(now) });
    const { findings } = analysisOf(corpus, ADA_QUILL);
    expect(findings.map(({ rule, fixes }) => [rule, fixes.length])).toEqual([['superseded-source', 1]]);
    checkDraft(corpus, draft);
  });

  test('stands elsewhere in the newest version', () => {
    checkDraft(versions({ text: text(ADA_QUILL) }, { text: courier(`${REST}\n\n${FIGURE}\n\n${ADA_QUILL}`) }), ADA_QUILL);
  });

  test('is set otherwise in the newest version', () => {
    const now = ADA_QUILL.replace('harbour because', 'harbor, because').replace('sea wall', 'sea-wall');
    checkDraft(versions({ text: text(ADA_QUILL) }, { text: text(now) }), ADA_QUILL);
  });

  test('with another fault has both', () => {
    const corpus = versions({ text: text(ADA_QUILL.replace('wall', 'gate')) }, { text: text(ADA_QUILL), edition: corrected });
    checkDraft(corpus, ADA_QUILL.replace('wall', '[gate]{superseded-source}').replace('winter', '[summer]{misquote.content}'));
  });
});

describe('a claim', () => {
  const ACCORDING = (figure: string) => `According to The Saltmarsh Courier, ${FIGURE.replace('The', 'the').replace('41,000', figure)}`;

  test('has a figure that was corrected', () => {
    const corpus = versions({ text: text(ADA_QUILL, FIGURE.replace('41,000', '14,000')) }, { text: text(ADA_QUILL), edition: corrected });
    checkDraft(corpus, ACCORDING('[14,000]{superseded-source: it has “41,000” now, not “14,000” → 41,000}'));
    checkDraft(corpus, ACCORDING('41,000'));
    checkDraft(corpus, ACCORDING('[91,000]{wrong-number → 41,000}'));
  });

  test('that an update tells in other words is none', () => {
    checkDraft(versions({ text: text(ADA_QUILL) }, { text: text(ADA_QUILL, FIGURE.replace('books', 'accounts')) }), ACCORDING('41,000'));
  });

  test('of a text that was withdrawn', () => {
    const corpus = versions({ text: text(ADA_QUILL) }, { text: courier('Withdrawn.'), edition: { status: 'canceled' } });
    checkDraft(corpus, `[${ACCORDING('41,000')}]{superseded-source: withdrew}`);
  });
});

test('a headline says that a page was corrected', () => {
  const page = (title: string, day: number, quotation: string) =>
    `---\ntitle: ${title}\npublisher: The Saltmarsh Courier\npublished: 2025-03-0${day}\nurl: https://courier.example/harbour\n---\n\n${quotation}\n`;
  const [old, now] = articlesOf(
    page('Harbour to close', 4, ADA_QUILL.replace('wall', 'gate')),
    page('"CORRECTED: Harbour to close"', 6, ADA_QUILL),
  );
  checkDraft(
    MemoryCorpus.of([old, now] as never),
    ADA_QUILL.replace('wall', '[gate]{superseded-source: corrected this on 6 March 2025 → wall}'),
  );
});
