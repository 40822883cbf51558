import { RULE_NAMES } from '../../server/src/rules/finding.ts';
import { takeMarksOut } from '../support/marks.ts';
import { rulePages } from '../support/rulePages.ts';

// A folder of projects: the pages of the rules with their sources and drafts, and one with all that a project can set.

/** A project: sources, drafts, and what is set. All paths count from the folder above the projects. */
export interface SameProject {
  readonly folder: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly drafts: Readonly<Record<string, string>>;
  /** As `.verbatim.yaml` has it. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The content of `.verbatim-stet.yaml`; null where there is none. */
  readonly stet: string | null;
}

/** Each draft lies in a folder of its own: what only several drafts show together is no part of this. */
function pageProjects(): SameProject[] {
  return rulePages().map(({ rule, articles, examples }) => ({
    folder: rule,
    sources: Object.fromEntries(articles.map((text, at) => [`${rule}/corpus/${at + 1}.md`, `${text}\n`])),
    drafts: Object.fromEntries(examples.map(({ draft }, at) => [`${rule}/${at + 1}/draft.md`, takeMarksOut(draft).text])),
    settings: { assistants: true },
    stet: null,
  }));
}

const LAMP = `---
title: Saltmere keeps its lamp
publisher: Saltmere Gazette
authors: [Orrin Teasel]
published: 2024-03-12
---

The harbour council of Saltmere voted by seven to two on Tuesday to keep the oil lamp at the end of the long pier.

“The lamp has outlasted three mayors and it will outlast the fog,” said Edda Quill, the harbour warden.

“Café Größe 🦀 stays open until the last crab is sold,” said Zoë Šimek, who runs it.

“Nobody steers by a buoy that sleeps through the winter,” Quill said.
`;

const SCRIPTS = `---
title: 등대
publisher: 솔트미어 신문
published: 2024-03-13
---

에다 퀼은 “등대는 안개보다 오래 남을 것이다”라고 말했다.
`;

const FAULTS = `👩‍🚀 Edda Quill said: “The lamp has outlasted four mayors and it will outlast the fog.”

Zoë S\u030Cimek said: “Cafe\u0301 Größe 🦀 stays open until the last lobster is sold.”

“Nobody steers by a buoy that sleeps through the summer,” the warden said.

“A word that nobody in Saltmere has ever said about its own pier,” said Edda Quill.

The council voted by nine to two on Wednesday 12 March 2024 to keep the oil lamp at the end of the long pier.
`;

const TEX = `\\section{A light}
Edda Quill said: \`\`The lamp has outlasted three mayors --- and it will outlast the storm.'' 🦀

\\begin{quote}Caf\\'e Gr\\"o\\ss e stays open until the last crab is sold\\end{quote}
% verbatim: a comment
Zo\\"e said: \\enquote{Nobody steers by a buoy that sleeps through the summer.}
`;

const PAPER: SameProject = {
  folder: 'paper',
  sources: { 'paper/corpus/lamp.md': LAMP, 'paper/corpus/등대.md': SCRIPTS },
  drafts: {
    'paper/a/faults.md': FAULTS,
    'paper/b/plain.txt': FAULTS,
    'paper/c/windows.md': FAULTS.replaceAll('\n', '\r\n'),
    'paper/d/chapter.tex': TEX,
    'paper/e/한국어.md': '에다 퀼은 “등대는 안개보다 오래 남을 것이었다”라고 말했다.\n',
    'paper/f/clean.md': '“The lamp has outlasted three mayors and it will outlast the fog,” said Edda Quill.\n',
    'paper/g/page.adoc': 'Edda Quill said: "`The lamp has outlasted three mayors and it will outlast the storm.`"\n',
  },
  settings: {
    assistants: true,
    houseStyle: 'guardian',
    severity: { 'unattributed-claim': 'hint', 'misquote.content': 'error', 'quote-not-found': 'off' },
    aliases: [['Edda Quill', 'the warden']],
    date: '2024-03-14',
  },
  stet: '- rule: misquote\n  draft: a/faults.md\n  words: summer\n  reason: on the tape\n',
};

/** All of them. */
export const PROJECTS: readonly SameProject[] = [...pageProjects(), PAPER];

/** What a project may find in all: every rule that there is. */
export const ALL_RULES: readonly string[] = RULE_NAMES;
