import { expect, test } from 'vitest';
import { articleHashes } from '../../corpus/articleWords.ts';
import { SegmentBuilder } from '../../corpus/index/segmentBuilder.ts';
import { readSource } from '../../readers/index.ts';
import { toEnd } from '../../text/steps.ts';
import { INDEX_VERSION } from './indexVersion.ts';
import { writeSegment } from './segmentFile.ts';

/** Sources with what readers and words have to decide about. */
const SOURCES: Readonly<Record<string, string>> = {
  'report.md': `---
title: The lamp stays
publisher: The Saltmere Gazette
authors: [Orrin Teasel]
published: 2024-03-12
---

# The lamp stays

The council’s vote was 7–2 on *Tuesday*: “We’ve kept it 1,200 years, and the co-op’s café pays £3.50 a week,” said Edda Quill.

> A second para\u00adgraph with a [link](https://example.org), \`code\`, naïve ﬁsh, Straße and ŒUVRE.

- one item, and half-\nlines
`,
  'transcript.md': 'QUILL: Who’s there? [laughs]\n\nMARL: Nobody. I’ll say it again: nobody!\n\nQUILL: Good.\n\nMARL: Yes.\n',
  'page.txt':
    'A bell for the ferry\n\nBy Tobin Marl\n12 March 2024\n\nThe ferry is to carry a bell again, said the U.S. envoy at 5.30 p.m.\n\nShare this\n',
  'empty.md': '\n',
};

/** What the index made of them when the version was last raised. */
const MEANT = { version: 4, fingerprint: '65d1a58a77d7ec65' };

test('the version says what a text gives: raise INDEX_VERSION where this fails, and put here what it gives now', async () => {
  const builder = new SegmentBuilder();
  for (const [id, text] of Object.entries(SOURCES)) {
    const { articles } = await readSource(id, new TextEncoder().encode(text));
    // Often enough that some words are frequent.
    for (let copy = 0; copy < 300; copy++) {
      for (const article of articles) builder.add({ id: `${article.id}#${copy}`, details: article }, articleHashes(article));
    }
  }
  expect({ version: INDEX_VERSION, fingerprint: toEnd(writeSegment(builder.finish())).fingerprint }).toEqual(MEANT);
});
