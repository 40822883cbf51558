import { describe, expect, it } from 'vitest';
import { analysisOf, articlesOf } from '../../../test/support/checkDraft.ts';
import { spanOf } from '../../../test/support/handMade.ts';
import type { Article } from '../corpus/article.ts';
import { MemoryCorpus } from '../corpus/memoryCorpus.ts';
import { languageOf } from '../draft/languages/index.ts';
import { CITATION_STYLES, type CitationStyle, DEFAULT_SETTINGS } from '../service/settings.ts';
import { type Manner, worded } from './citing.ts';
import { marksFor, marksOf, meantBy, passageOf } from './passages.ts';

const SOURCES = [
  `---
title: Saltmere keeps its lamp
publisher: Saltmere Gazette
authors: [Orrin Teasel]
published: 2024-03-12
url: https://gazette.example/lamp_(pier)
---

The harbour council of Saltmere voted by seven to two to keep the oil lamp at the end of the long pier.

“The lamp has outlasted three mayors and it will outlast the fog,” said Edda Quill, the harbour warden, who had asked the council for a second ladder.

Quill told the council that the new electric buoy would be moored beside the bar. “Nobody steers by a buoy that sleeps through the winter,” she said. “My father called it ‘the drowsy lantern of the bar’ and so do I.”

“We have been asked to pay for oil,” Councillor Tobin Marl said, “as though oil had *ever* been [the](https://x.example) matter here.”

“Who is to climb the ladder when the warden is in bed?” Marl asked.`,
  `---
title: The bell
publisher: The Low Coast Observer
published: 2024-02
---

The ferry between Saltmere and Gullhythe is to carry a bell again, after a winter in which it twice left passengers on the quay.

Ida Fenn, who sweeps the landing stage, said: 'It's the boat's own voice, and we've all missed it since the autumn.'`,
  `---
title: Hearing on the weir
kind: transcript
publisher: Valley Record
published: 2024-05-02
---

CHAIR: Will the keeper say when the sluice was opened?

TOBIN MARL: It was opened an hour before the flood came down the valley. I had the crank in my own hand.

CHAIR: Thank you.`,
  `---
title: On mud
speaker: Perrin Vole
---

Mud is the one thing that this estuary has never run short of in my lifetime, and I intend to speak of it plainly.`,
];

const articles = articlesOf(...SOURCES);
const corpus = MemoryCorpus.of(articles);
const [lamp, bell, hearing, mud] = articles as [Article, Article, Article, Article];

function manner(style: CitationStyle, draft = '', more: Partial<Manner['settings']> = {}, isMarkdown = true): Manner {
  const settings = { ...DEFAULT_SETTINGS, citationStyle: style, ...more };
  return {
    settings,
    marks: marksOf(draft),
    draft: { text: draft, isMarkdown, escape: languageOf(isMarkdown ? 'markdown' : 'plaintext').escape, path: '/w/drafts/a.md' },
  };
}

/** What is put into a draft for a selection, which is given by its first and last words. */
function quoted(article: Article, [first, last]: readonly [string, string], how: Manner) {
  const { text } = article.prose;
  const selected = { start: spanOf(text, first).start, end: spanOf(text, last).end };
  const span = meantBy(article, selected, () => selected);
  const passage = span && passageOf(article, span, how.marks);
  if (!passage) throw new Error('nothing is quoted');
  return worded(passage, `/w/corpus/${article.id}`, how);
}

/** A draft after words were put in at its end. */
function draftWith(article: Article, ends: readonly [string, string], style: CitationStyle, isMarkdown = true) {
  const draft = 'There was more to come.\n\n';
  const { text, attribution, citation } = quoted(article, ends, manner(style, draft, {}, isMarkdown));
  return { draft: `${draft}${text}\n${citation.note?.text ?? ''}`, attribution };
}

const LAMP = ['The lamp has', 'the fog,'] as const;

describe('words of a source in a draft', () => {
  it('are given to whoever says them, and cited as the settings say', () => {
    expect(quoted(lamp, LAMP, manner('text')).text).toBe(
      '“The lamp has outlasted three mayors and it will outlast the fog,” said Edda Quill (Saltmere Gazette, 12 March 2024).',
    );
    expect(quoted(lamp, LAMP, manner('link')).text).toBe(
      '“The lamp has outlasted three mayors and it will outlast the fog,” said Edda Quill ([Saltmere Gazette, 12 March 2024](https://gazette.example/lamp_%28pier%29)).',
    );
    const { text, attribution, citation } = quoted(lamp, LAMP, manner('footnote', 'Some text.[^2]\n\n[^2]: A note.\n'));
    expect(text).toBe('“The lamp has outlasted three mayors and it will outlast the fog,” said Edda Quill.[^3]');
    expect(attribution).toBe('said Edda Quill');
    expect(citation.note).toEqual({
      at: 30,
      text: '[^3]: *Saltmere keeps its lamp*, Saltmere Gazette, 12 March 2024. <https://gazette.example/lamp_(pier)>\n',
    });
  });

  it('take a footnote that is there', () => {
    const note = quoted(lamp, LAMP, manner('footnote')).citation.note?.text.trim();
    expect(note).toMatch(/^\[\^1\]: /);
    const { citation } = quoted(lamp, LAMP, manner('footnote', `Text.[^lamp]\n\n${note?.replace('^1', '^lamp')}\n`));
    expect(citation).toMatchObject({ text: '[^lamp]', note: null });
  });

  it('lead to the file where the source has no address', () => {
    expect(quoted(bell, ['The ferry', 'the quay.'], manner('link')).text).toMatch(
      /quay” \(\[The Low Coast Observer, February 2024\]\(\.\.\/corpus\/2\.md\)\)\.$/,
    );
    expect(quoted(mud, ['Mud is', 'plainly.'], manner('text')).text).toMatch(/plainly,” said Perrin Vole \(On mud\)\.$/);
  });

  it('are plain where the draft is', () => {
    expect(quoted(lamp, LAMP, manner('footnote', '', {}, false)).text).toMatch(
      /fog,” said Edda Quill \(Saltmere Gazette, 12 March 2024\)\.$/,
    );
  });

  it('have the verb and the dates of the house', () => {
    const house = manner('text', '', { reportingVerb: 'says', dateFormat: 'MMM d, yyyy' });
    expect(quoted(lamp, LAMP, house).text).toMatch(/,” says Edda Quill \(Saltmere Gazette, Mar 12, 2024\)\.$/);
  });

  it('have the marks of the draft, nested right', () => {
    const nested = ['My father', 'so do I.'] as const;
    expect(quoted(lamp, nested, manner('text', 'She "said" so.')).text).toMatch(
      /^"My father called it 'the drowsy lantern of the bar' and so do I,"/,
    );
    expect(quoted(lamp, nested, manner('text', 'She ‘said’ so.')).text).toMatch(
      /^‘My father called it “the drowsy lantern of the bar” and so do I,’/,
    );
    expect(quoted(bell, ["It's", 'autumn.'], manner('text')).text).toMatch(/^“It’s the boat’s own voice, and we’ve all missed/);
    expect(marksOf('')).toEqual(marksFor('“'));
  });

  it('close what was cut', () => {
    const cut = quoted(lamp, ['My father', 'drowsy lantern'], manner('text'));
    expect(cut.text).toMatch(/^“My father called it ‘the drowsy lantern’,” said/);
    const prose = quoted(lamp, ['a buoy that sleeps', 'she said'], manner('text'));
    expect(prose.text).toBe('“‘a buoy that sleeps through the winter,’ she said” (Saltmere Gazette, 12 March 2024).');
    expect(quoted(lamp, ['who had asked', 'ladder'], manner('footnote')).text).toBe(
      '“who had asked the council for a second ladder,” according to Saltmere Gazette.[^1]',
    );
  });

  it('are interrupted where the source interrupts them', () => {
    expect(quoted(lamp, ['Nobody steers', 'do I.'], manner('text')).text).toBe(
      '“Nobody steers by a buoy that sleeps through the winter,” said Edda Quill (Saltmere Gazette, 12 March 2024). “My father called it ‘the drowsy lantern of the bar’ and so do I.”',
    );
    expect(quoted(lamp, ['We have been', 'here.'], manner('text')).text).toBe(
      '“We have been asked to pay for oil,” said Tobin Marl, “as though oil had ever been the matter here” (Saltmere Gazette, 12 March 2024).',
    );
  });

  it('are whole words without the marks that were selected', () => {
    expect(quoted(lamp, ['“The lamp', 'fog,”'], manner('text')).text).toMatch(/^“The lamp has .* fog,” said/);
    expect(quoted(lamp, ['e lamp has', 'outlast the f'], manner('text')).text).toMatch(/^“The lamp has .* fog,” said/);
    expect(quoted(lamp, ['Who is', 'in bed?'], manner('text')).text).toMatch(/in bed\?” said Tobin Marl/);
  });
});

describe('what is put into a draft', () => {
  const PASSAGES: readonly (readonly [string, Article, readonly [string, string]])[] = [
    ['a quotation', lamp, LAMP],
    ['a quotation with another in it', lamp, ['My father', 'so do I.']],
    ['a part of one', lamp, ['outlasted three', 'the fog']],
    ['a cut quotation inside', lamp, ['My father', 'drowsy lantern']],
    ['an interrupted quotation', lamp, ['Nobody steers', 'do I.']],
    ['an interrupted sentence with markup', lamp, ['We have been', 'here.']],
    ['a question', lamp, ['Who is', 'in bed?']],
    ['a sentence of the report', bell, ['The ferry', 'the quay.']],
    ['a sentence with a quotation', lamp, ['Quill told', 'she said']],
    ['words in straight single marks', bell, ["It's", 'autumn.']],
    ['a turn of a transcript', hearing, ['It was opened', 'own hand.']],
    ['words of a speech', mud, ['Mud is', 'plainly.']],
  ];

  const MANNERS = CITATION_STYLES.flatMap((style) => [true, false].map((isMarkdown) => ({ style, isMarkdown })));

  it.each(PASSAGES)('is verified and attributed: %s', (what, article, ends) => {
    // To leave out where the source interrupts is an alteration that every style accepts.
    const allowed = what.startsWith('an interrupted') ? /^(?:verified|altered)$/ : /^verified$/;
    for (const { style, isMarkdown } of MANNERS) {
      const { draft, attribution } = draftWith(article, ends, style, isMarkdown);
      const { told, verdicts, speakers } = checked(draft, isMarkdown);
      expect([draft, ...told]).toEqual([draft]);
      expect(verdicts.length).toBeGreaterThan(0);
      for (const verdict of verdicts) expect(verdict).toMatch(allowed);
      const speaker = /^said (.+)/.exec(attribution)?.[1];
      expect([draft, ...new Set(speaker ? speakers : [])]).toEqual([draft, ...(speaker ? [speaker] : [])]);
    }
  });
});

/** What our own check says of a draft: findings, and of each quotation the verdict and whose it is taken to be. */
function checked(text: string, isMarkdown: boolean) {
  const { findings, verdicts, draft } = analysisOf(corpus, text, { languageId: isMarkdown ? 'markdown' : 'plaintext' });
  const outer = [...verdicts].filter(([{ depth }]) => depth === 0);
  return {
    told: findings.filter(({ rule }) => rule !== 'cut-quote').map(({ rule, message }) => `${rule}: ${message.text}`),
    verdicts: outer.map(([, { kind }]) => kind),
    speakers: outer.map(([quotation]) => draft.attributions.get(quotation)?.speakers[0]?.name),
  };
}
