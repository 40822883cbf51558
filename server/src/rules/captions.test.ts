import { expect, test } from 'vitest';
import { checkDraft, verdicts } from '../../../test/support/checkDraft.ts';
import { MemoryCorpus } from '../corpus/memoryCorpus.ts';
import { readSubtitles } from '../readers/subtitles.ts';

const HEARING = MemoryCorpus.of(
  readSubtitles(
    'hearing.vtt',
    `WEBVTT

1
00:00:01.000 --> 00:00:04.000
<v Ada Quill>I will stand on the bank and
count the boats that are

2
00:00:04.000 --> 00:00:07.000
<v Ada Quill>not there. <i>Then</i> I will walk home

3
00:00:07.000 --> 00:00:09.000
<v Ada Quill>along the sea wall.

4
00:00:09.000 --> 00:00:12.000
<v Bo Tarn>The harbour has always had
a different budget

5
00:00:12.000 --> 00:00:15.000
<v Bo Tarn>and the same old river. We asked Harbour

6
00:00:15.000 --> 00:00:18.000
<v Bo Tarn>Warden Cay Lund for 41 ladders.
`,
    'vtt',
  ).articles,
);

test('a quotation goes on from caption to caption', () => {
  const draft =
    '“I will stand on the bank and count the boats that are not there. Then I will walk home along the sea wall,” Ada Quill said.';
  checkDraft(HEARING, draft);
  expect(verdicts(HEARING, draft)[0]).toMatch(/^verified/);
});

test('a word that a caption has otherwise is found, whichever caption it is in', () => {
  checkDraft(HEARING, '“The harbour has always had a different budget and the same [new]{misquote: new → old} river,” Bo Tarn said.');
});

test('words are their voice’s', () => {
  checkDraft(
    HEARING,
    '“The harbour has always had a different budget and the same old river,” [Ada Quill]{wrong-speaker: Bo Tarn → Bo Tarn} said.',
  );
});

test('two voices are not one quotation', () => {
  checkDraft(
    HEARING,
    '[“Then I will walk home along the sea wall. The harbour has always had a different budget,”]{spliced-quote.speakers} Ada Quill said.',
  );
});
