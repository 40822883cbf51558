import type { MemoryCorpus } from '../../server/src/corpus/memoryCorpus.ts';
import { ENGLISH } from '../../server/src/features/l10n/voice.ts';
import { factCheckOf } from '../../server/src/features/report/factCheck.ts';
import type { FactCheck } from '../../server/src/features/report/model.ts';
import type { SignOff } from '../../server/src/features/report/signOffs.ts';
import type { View } from '../../server/src/features/view.ts';
import { claimEvidenceSteps } from '../../server/src/rules/claimEvidence.ts';
import { DEFAULT_OPTIONS } from '../../server/src/rules/style.ts';
import { toEnd } from '../../server/src/text/steps.ts';
import { analysisOf, corpusOf } from './checkDraft.ts';

// Fact-check reports of a small draft against two invented papers.

export const LAMP = `---
title: Saltmere keeps its *lamp*
publisher: Saltmere Gazette
published: 2024-03-12
url: https://gazette.example/lamp
---

“The lamp has outlasted three mayors and it will outlast the fog,” said Edda Quill, the harbour warden.

The harbour council of Saltmere voted by seven to two on Tuesday to keep the oil lamp at the end of the long pier.

The electric buoy that the council bought in Gullhythe cost eleven thousand crowns and has never been lit.`;

export const BELL = `---
title: A bell for the ferry
publisher: The Low Coast Observer
published: 2024-02-06
---

“People set their kettles by that bell, and they have missed it more than they missed the boat,” said Tobin Marl.`;

export const DRAFT = `---
title: A light <at> the pier
date: 2024-04-02
---

# A light

“The lamp has outlasted three mayors and it will outlast the storm,” said Edda Quill, the Saltmere Gazette reported.

“People set their kettles by that bell, and they have missed it more than they missed the boat,” said Tobin Marl.

The Gazette wrote that the electric buoy that the council bought in Gullhythe cost twelve thousand crowns and has never been lit.

Nobody on the quay remembers when the first lantern was hung there.
`;

/** The report of a draft, as every shell makes it. */
export function factCheckFor(
  text: string = DRAFT,
  { corpus = corpusOf(LAMP, BELL), signOffs = [], languageId = 'markdown' }: FactCheckParts = {},
): FactCheck {
  const analysis = analysisOf(corpus, text, { languageId });
  const view: View = {
    uri: 'file:///news/drafts/pier.md',
    version: 1,
    analysis,
    encoding: 'utf-16',
    voice: ENGLISH,
    opensExtracts: false,
    commands: {},
    severityOf: () => 'warning',
    fileOf: (id: string) => `/news/corpus/${id}`,
  };
  const evidence = toEnd(claimEvidenceSteps(analysis, DEFAULT_OPTIONS));
  return factCheckOf(view, { evidence, signOffs, languageId, path: '/news/drafts/pier.md', incomplete: false });
}

interface FactCheckParts {
  readonly corpus?: MemoryCorpus;
  readonly signOffs?: readonly SignOff[];
  readonly languageId?: 'markdown' | 'plaintext';
}
