import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { DRAFT, factCheckFor } from '../../../../test/support/factChecks.ts';
import { annotationTroubles } from '../../../../test/support/webAnnotations.ts';
import { annotationsJson } from './annotations.ts';
import { wayFrom } from './exported.ts';
import { footnotesIn } from './footnotes.ts';
import { reportPage, reportPanel } from './html.ts';
import { annotatedMarkdown } from './markdown.ts';
import type { FactCheck } from './model.ts';
import type { SignOff } from './signOffs.ts';

const signOff = ({ items }: FactCheck, words: string): SignOff => {
  const item = items.find((one) => one.words.includes(words));
  if (!item) throw new Error(`no item “${words}”`);
  return {
    item: item.key,
    initials: 'O<T',
    time: '2024-04-03T10:15:00+02:00',
    note: 'rang *her*',
    text: item.words,
    source: null,
    passage: item.passageHash,
  };
};
const signed = (draft = DRAFT) => factCheckFor(draft, { signOffs: [signOff(factCheckFor(draft), 'kettles')] });

describe('annotated Markdown', () => {
  it('is the draft with a footnote at each quotation and statement', () => {
    expect(annotatedMarkdown(signed())).toMatchInlineSnapshot(`
      "---
      title: A light <at> the pier
      date: 2024-04-02
      verbatim: off
      ---

      > **Fact-check report: A light \\<at> the pier**
      >
      > pier.md, 2 April 2024; checked against 2 sources.
      >
      > - 2 quotations: 1 verified, 1 misquoted (50 % are the sources’ words)
      > - 2 statements: 1 differing, 1 without a source (0 % have a source)
      > - 1 of 4 signed off
      >
      > That a statement has no source here says only that the sources in the corpus do not have it.

      # A light

      “The lamp has outlasted three mayors and it will outlast the storm,”[^check-1] said Edda Quill, the Saltmere Gazette reported.

      “People set their kettles by that bell, and they have missed it more than they missed the boat,”[^check-2] said Tobin Marl.

      The Gazette wrote that the electric buoy that the council bought in Gullhythe cost twelve thousand crowns and has never been lit.[^check-3]

      Nobody on the quay remembers when the first lantern was hung there.[^check-4]

      ---

      **Fact check**

      [^check-1]: **Not quite the source’s words.** The source has “fog”, not “storm” (Saltmere Gazette, 12 March 2024). (misquote) [Saltmere keeps its \\*lamp\\*](../corpus/1.md) · Saltmere Gazette, 12 March 2024 · line 8 · said by Edda Quill · [web page](https://gazette.example/lamp) · 1 source: “The lamp has outlasted three mayors and it will outlast the **fog**,” said Edda Quill, the harbour warden. (Line 8.)

      [^check-2]: **The source’s words.** [A bell for the ferry](../corpus/2.md) · The Low Coast Observer, 6 February 2024 · line 7 · said by Tobin Marl · 1 source: “People set their kettles by that bell, and they have missed it more than they missed the boat,” said Tobin Marl. Checked by O\\<T, 3 April 2024, 10:15: rang \\*her\\*. (Line 10.)

      [^check-3]: **Differs from the source or the calendar.** Saltmere Gazette, 12 March 2024, has “eleven”, not “twelve”. (wrong-number) [Saltmere keeps its \\*lamp\\*](../corpus/1.md) · Saltmere Gazette, 12 March 2024 · line 12 · [web page](https://gazette.example/lamp) · 1 source: “The electric buoy that the council bought in Gullhythe cost **eleven** thousand crowns and has never been lit\\.” (Line 12.)

      [^check-4]: **No source found.** (Line 14.)
      "
    `);
  });

  it('has every footnote that it refers to, whatever the draft’s own markup', () => {
    const quote = 'People set their kettles by that bell, and they have missed it more than they missed the boat';
    const drafts = [
      `He said [“${quote}”](http://ferry.example/a) and left.`,
      `> ${quote}\n> — Tobin Marl\n`,
      `| who | what |\n| --- | --- |\n| Marl | “${quote}” |\n`,
      `*“${quote},”* said Tobin Marl.[^1]\n\n[^1]: His words.\n`,
      `“${quote}”[^check-1] he said.\n\n[^check-1]: Mine.\n`,
      `“${quote}: https://ferry.example/b”, said Tobin Marl.`,
      `“${quote},” said Marl.\n\n\`\`\`\nopen`,
      `“${quote},” said Marl.\r\n\r\n<!-- open`,
      `- “${quote},” said Marl.\n- and went\n`,
    ];
    for (const draft of drafts) {
      const check = factCheckFor(draft);
      const text = annotatedMarkdown(check);
      const own = [...footnotesIn(text)].filter((label) => label.startsWith('check'));
      expect(check.items.length, draft).toBeGreaterThan(0);
      expect(own.length, text).toBe(check.items.length + (draft.includes('[^check-1]:') ? 1 : 0));
    }
  });

  it('of plain text is that text, without markup of its own', () => {
    const text = annotatedMarkdown(
      factCheckFor('# no heading, *no* stress.\n    “The lamp has outlasted three mayors,” said Quill.\n', { languageId: 'plaintext' }),
    );
    expect(text).toContain('\\# no heading, \\*no\\* stress.');
    expect(text).toMatch(/\n“The lamp has outlasted three mayors,”\[\^check-1\] said Quill\./);
  });

  it('is no draft itself', () => {
    expect(annotatedMarkdown(factCheckFor('“The lamp has outlasted three mayors,” said Quill.'))).toMatch(/^---\nverbatim: off\n---\n/);
  });
});

describe('the page', () => {
  const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html');

  it('needs no script and loads nothing', () => {
    const html = reportPage(signed());
    expect(html).not.toMatch(/<script|<button|<form|<input|\bsrc=|@import|url\(/);
    expect(html).toContain(`default-src 'none'`);
  });

  it('lets nothing of drafts and sources become markup', () => {
    const html = reportPage(signed(DRAFT.replace('the Saltmere Gazette reported', 'the <img src=x onerror=y> reported')));
    expect(html).not.toContain('<img');
    expect(html).toContain('A light &#60;at&#62; the pier');
    expect(html).toContain('O&#60;T');
  });

  it('is read well without eyes: one heading of the first rank, then by rank, lists, a caption, landmarks', () => {
    const page = parsed(reportPage(signed()));
    const ranks = [...page.querySelectorAll('h1, h2, h3')].map(({ tagName }) => Number(tagName[1]));
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    expect(ranks.every((rank, at) => at === 0 || rank - (ranks[at - 1] as number) <= 1)).toBe(true);
    expect(page.querySelectorAll('main')).toHaveLength(1);
    expect(page.querySelectorAll('ol.items > li > article')).toHaveLength(4);
    expect(page.querySelector('table caption')).not.toBeNull();
    for (const labelled of page.querySelectorAll('[aria-labelledby]')) {
      expect(page.getElementById(labelled.getAttribute('aria-labelledby') ?? ''), labelled.outerHTML.slice(0, 80)).not.toBeNull();
    }
    expect(page.documentElement.getAttribute('lang')).toBe('en');
  });

  it('leads to the sources from where it lies', () => {
    const links = [...parsed(reportPage(signed())).querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toContain('../corpus/1.md');
    expect(links).toContain('https://gazette.example/lamp');
  });

  it('in the editor names every control', () => {
    const page = parsed(`<html lang="en"><body>${reportPanel(signed())}</body></html>`);
    for (const button of page.querySelectorAll('button, summary')) expect(button.textContent?.trim()).not.toBe('');
    for (const field of page.querySelectorAll('input, select')) expect(field.closest('label')?.textContent?.trim()).not.toBe('');
    expect([...page.querySelectorAll('option')].map((option) => option.getAttribute('value'))).toEqual([
      'all',
      'look',
      'unsigned',
      'quotation:verified',
      'quotation:misquoted',
      'claim:differs',
      'claim:no-source',
    ]);
  });
});

describe('annotations', () => {
  const collectionOf = (check: FactCheck) => JSON.parse(annotationsJson(check));

  it('have all that the model asks for', () => {
    for (const check of [
      signed(),
      factCheckFor('# Notes\n'),
      factCheckFor('Nobody 🐐 saw it, “never once in all the years,” she wrote.'),
    ]) {
      expect(annotationTroubles(collectionOf(check))).toEqual([]);
    }
  });

  it('would be found wanting by the test if they had not', () => {
    const broken = collectionOf(signed());
    broken.first.items[0].body[0].purpose = 'judging';
    delete broken.first.items[1].target;
    broken.first.items[2].target.selector[1].start = -1;
    expect(annotationTroubles(broken)).toHaveLength(3);
  });

  it('select the words by what they are and by where they stand, in code points', () => {
    const draft = DRAFT.replace('# A light', '# A 🐐 light 🐐');
    const points = [...draft];
    for (const { target } of collectionOf(factCheckFor(draft)).first.items) {
      const [quote, position] = target.selector;
      expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
      expect(draft).toContain(quote.prefix + quote.exact + quote.suffix);
    }
  });

  it('say what was found, where, and who checked it', () => {
    const item = collectionOf(signed()).first.items[1];
    expect(item.motivation).toBe('assessing');
    expect(item.body.map(({ type, purpose, value }: Record<string, string>) => [type, purpose, value])).toEqual([
      ['TextualBody', 'assessing', 'The source’s words'],
      ['TextualBody', 'tagging', 'quotation:verified'],
      ['SpecificResource', 'linking', undefined],
      ['TextualBody', 'assessing', 'Checked: rang *her*'],
    ]);
    expect(item.body[2]).toMatchObject({ source: '../corpus/2.md', selector: { exact: expect.stringContaining('People set') } });
    expect(item.body[3]).toMatchObject({ creator: { type: 'Person', nickname: 'O<T' }, created: '2024-04-03T10:15:00+02:00' });
  });

  it('are the same each time', () => {
    expect(annotationsJson(signed())).toBe(annotationsJson(signed()));
  });
});

it.each([
  ['/news/drafts/pier.md', '/news/corpus/a b.md', '../corpus/a%20b.md'],
  ['/news/pier.md', '/news/corpus/x#1.md', 'corpus/x%231.md'],
  ['C:/news/pier.md', 'C:/corpus/x.md', '../corpus/x.md'],
  ['C:/news/pier.md', 'D:/corpus/x.md', null],
  ['vscode-vfs://github/a/b/pier.md', 'vscode-vfs://github/a/b/corpus/x.md', 'corpus/x.md'],
  ['vscode-vfs://github/a/pier.md', '/corpus/x.md', null],
])('the way from %s to %s is %s', (draft, file, way) => {
  expect(wayFrom(draft, file)).toBe(way);
});
