import { describe, expect, it } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { articleOf, findingOn, matchIn, type Parts, quotationOf, spanOf, viewOf } from '../../../test/support/handMade.ts';
import { together } from '../text/said.ts';
import { hoverAt } from './hover.ts';

const DRAFT = 'A light. “It will outlast the storm,” said Quill in March 2021, and went.';
const lamp = articleOf(
  '/c/lamp.md',
  'The council voted on Tuesday. “It will outlast the fog,” said Edda Quill, who had asked for a ladder.',
  {
    title: 'Saltmere keeps its *lamp*',
    publisher: 'Saltmere Gazette',
    published: { year: 2024, month: 3, day: 12 },
  },
);
const copy = articleOf('/c/copy.md', lamp.prose.text, { title: 'Lamp stays', publisher: 'Low Coast Observer' });
const match = matchIn(lamp, 'It will outlast the fog', {
  changed: 'fog',
  speaker: 'Edda Quill',
  others: [matchIn(copy, 'It will outlast the fog')],
});
const quotation = quotationOf(DRAFT, '“It will outlast the storm,”');

function textOf(hover: Hover | null): string {
  return hover ? (hover.contents as MarkupContent).value : '';
}

function cardAt(words: string, parts: Parts, markdown = true): string | null {
  const view = viewOf(DRAFT, { articles: [lamp, copy], ...parts });
  const hover = hoverAt(view, { line: 0, character: spanOf(DRAFT, words).start }, markdown);
  return hover && (hover.contents as MarkupContent).value;
}

describe('a hover', () => {
  it('is the card of the source', () => {
    expect(cardAt('storm', { verdicts: [[quotation, { kind: 'misquoted', match }]] })).toMatchInlineSnapshot(`
      "**Not quite the source’s words.**  
      The council voted on Tuesday. “It will outlast the ~~storm~~ **fog**,” said Edda Quill, who had asked for a ladder.

      [Saltmere keeps its \\*lamp\\*](file:///c/lamp.md#L1,32) · Saltmere Gazette, 12 March 2024 · said by Edda Quill  
      The same text in [Lamp stays](file:///c/copy.md#L1,32) (Low Coast Observer). Both are one source."
    `);
  });

  it('tells copies of one text from independent sources', () => {
    const own = (id: string, text: string, publisher: string) =>
      articleOf(id, `${text} “It will outlast the fog,” she said.`, { title: id, publisher });
    const REPORT =
      'Ships have gone by the lamp of Saltmere since it was lit two hundred years ago, and the council wants that to go on for as long as oil is to be had.';
    const [post, star, mail] = [
      own('post', REPORT, 'The Post'),
      own('star', REPORT, 'The Star'),
      own('mail', 'No lamp burns for ever, they say.', 'The Mail'),
    ];
    const articles = [lamp, post, star, mail];
    const others = articles.slice(1).map((article) => matchIn(article, 'It will outlast the fog'));
    const verdict = { kind: 'verified', match: matchIn(lamp, 'It will outlast the fog', { others }) } as const;
    expect(
      cardAt('storm', { articles, verdicts: [[quotation, verdict]] }, false)
        ?.split('\n')
        .at(-1),
    ).toBe('Also in post (The Post), with the same text in star (The Star); mail (The Mail). 3 independent sources have these words.');
    const sameHouse = { ...mail, publisher: 'Saltmere Gazette' } as typeof mail;
    const [, , theirs] = others;
    const two = { kind: 'verified', match: matchIn(lamp, 'It will outlast the fog', { others: theirs ? [theirs] : [] }) } as const;
    expect(
      cardAt('storm', { articles: [lamp, sameHouse], verdicts: [[quotation, two]] }, false)
        ?.split('\n')
        .at(-1),
    ).toBe('Also in mail (Saltmere Gazette). Both are of one publisher.');
  });

  describe('of a source that is no text', () => {
    const pdf = {
      ...articleOf('/c/lamp.pdf', 'Page one.\n\nIt will outlast the fog, she wrote.', {
        publisher: 'Saltmere Gazette',
        title: 'The lamp',
        published: { year: 2024, month: 3, day: 12 },
        guessed: ['published'],
      }),
      locators: [
        { start: 0, label: 'page 1' },
        { start: 11, label: 'page 2' },
      ],
    };
    const parts: Parts = {
      articles: [pdf],
      verdicts: [[quotation, { kind: 'misquoted', match: matchIn(pdf, 'It will outlast the fog', { changed: 'fog' }) }]],
    };
    const creditOf = (more: Partial<Parts>) => cardAt('storm', { ...parts, ...more })?.split('\n\n')[1];

    it('names the page, marks what was guessed, and leads to the text and to the file', () => {
      expect(creditOf({})).toBe(
        '[The lamp](verbatim-source:/lamp.pdf.txt?%2Fc%2Flamp.pdf#L3,1) · page 2 · Saltmere Gazette, 12 March 2024 (guessed) · [open the original](file:///c/lamp.pdf)',
      );
    });

    it('leads there by a command where the client has one', () => {
      const credit = creditOf({ commands: { open: 'verbatim.openSource' } }) ?? '';
      const [, argument = ''] = /\(command:verbatim\.openSource\?([^)]*)\)/.exec(credit) ?? [];
      expect(JSON.parse(decodeURIComponent(argument))).toEqual([
        'verbatim-source:/lamp.pdf.txt?%2Fc%2Flamp.pdf',
        { start: { line: 2, character: 0 }, end: { line: 2, character: 23 } },
      ]);
    });

    it('leads to the file alone where the client cannot show the text', () => {
      expect(creditOf({ opensExtracts: false })).toBe(
        '[The lamp](file:///c/lamp.pdf#L1,1) · page 2 · Saltmere Gazette, 12 March 2024 (guessed)',
      );
    });
  });

  it('has no markup where the client shows none', () => {
    expect(cardAt('storm', { verdicts: [[quotation, { kind: 'misquoted', match }]] }, false)).toMatchInlineSnapshot(`
      "Not quite the source’s words.
      The council voted on Tuesday. “It will outlast the [storm → fog],” said Edda Quill, who had asked for a ladder.

      Saltmere keeps its *lamp* · Saltmere Gazette, 12 March 2024 · said by Edda Quill
      The same text in Lamp stays (Low Coast Observer). Both are one source."
    `);
  });

  it.each([
    [{ kind: 'verified', match }, '**Verified: these are the source’s words.**'],
    [{ kind: 'not-found' }, '**No source has these words.**'],
    [{ kind: 'unchecked', reason: together('It is a translation.') }, '**Not checked. It is a translation.**'],
    [{ kind: 'ignored', match: null }, '**Let stand: you told Verbatim not to check this.**'],
  ] as const)('says that the verdict is %j', (verdict, first) => {
    expect(
      cardAt('outlast', { verdicts: [[quotation, verdict]] })
        ?.split('\n')[0]
        ?.trimEnd(),
    ).toBe(first);
  });

  it('is there for a finding outside quotations', () => {
    const finding = findingOn(spanOf(DRAFT, 'March 2021'), { rule: 'wrong-date', match: matchIn(lamp, 'The council voted on Tuesday') });
    expect(cardAt('2021', { findings: [finding] })).toContain('The source has another date');
  });

  it('shows who prints the words otherwise', () => {
    const otherwise = [{ source: match.source, exact: 'It will outlast the frog' }];
    const finding = findingOn(spanOf(DRAFT, 'storm'), { rule: 'sources-disagree', match: { ...match, others: [], otherwise } });
    const card = cardAt('storm', { findings: [finding], verdicts: [[quotation, { kind: 'verified', match }]] });
    expect(card).toMatch(/^\*\*The sources print this differently\.\*\*/);
    expect(card?.split('\n').at(-1)).toBe(
      'Otherwise in [Saltmere keeps its \\*lamp\\*](file:///c/lamp.md#L1,32) (Saltmere Gazette, 12 March 2024): “It will outlast the frog”',
    );
  });

  it('shows what the draft has beside what the source has, where words are added or left out', () => {
    const text = '“It will surely outlast fog and rain,” she said.';
    const said = articleOf('/c/said.md', 'It will outlast the fog and all the rain.');
    const whole = quotationOf(text, '“It will surely outlast fog and rain,”');
    const verdict = { kind: 'misquoted', match: matchIn(said, 'It will outlast the fog and all the rain') } as const;
    const view = viewOf(text, { articles: [said], verdicts: [[whole, verdict]] });
    const card = (markdown: boolean) => textOf(hoverAt(view, { line: 0, character: 9 }, markdown)).split('\n')[1];
    expect(card(true)).toBe('It will ~~surely~~ outlast **the** fog and **all the** rain.');
    expect(card(false)).toBe('It will [surely →] outlast [→ the] fog and [→ all the] rain.');
  });

  it('marks nothing side by side where the words stand apart in the source', () => {
    const finding = findingOn(quotation.span, { rule: 'spliced-quote', match });
    const inside = cardAt('storm', { findings: [finding], verdicts: [[quotation, { kind: 'misquoted', match }]] });
    expect(inside?.split('\n')[1]).toBe(
      'The council voted on Tuesday. “It will outlast the fog,” said Edda Quill, who had asked for a ladder.',
    );
  });

  it('leaves out of a long passage what is the same', () => {
    const words = 'word '.repeat(60);
    const text = `“${words}and it will outlast the storm ${words}”`;
    const long = articleOf('/c/long.md', `${words}and it will outlast the fog ${words}`);
    const parts: Parts = {
      articles: [long],
      verdicts: [[quotationOf(text, text), { kind: 'misquoted', match: matchIn(long, long.prose.text.trim()) }]],
    };
    const hover = hoverAt(viewOf(text, parts), { line: 0, character: 3 }, true);
    const shown = textOf(hover).split('\n')[1] ?? '';
    expect(shown).toMatch(/^(?:word )+… (?:word )+and it will outlast the ~~storm~~ \*\*fog\*\* (?:word )+… (?:word ?)+$/);
    expect(shown.length).toBeLessThan(360);
  });

  it('says what the source has in place of a day or a name that stands outside the words', () => {
    const edits = [{ span: spanOf(DRAFT, 'March 2021'), newText: 'March 2024' }];
    const fixes = [{ title: together('Change to “March 2024”'), applicability: 'safe', preferred: true, edits } as const];
    const finding = findingOn(spanOf(DRAFT, 'March 2021'), { rule: 'wrong-date', match, fixes });
    expect(
      cardAt('2021', { findings: [finding] })
        ?.split('\n')[0]
        ?.trimEnd(),
    ).toBe('**The source has another date.** ~~March 2021~~ **March 2024**');
  });

  it('says once what differs, also where the source has the same word elsewhere', () => {
    const text = '“It saw a lamp and the fog,” she said.';
    const said = articleOf('/c/said.md', 'It saw the lamp and the fog.');
    const { start } = spanOf(text, 'a lamp');
    const span = { start, end: start + 1 };
    const fixes = [{ title: together('Replace'), applicability: 'safe', preferred: true, edits: [{ span, newText: 'the' }] }] as const;
    const saw = matchIn(said, 'It saw the lamp and the fog', { changed: 'the' });
    const finding = findingOn(span, { match: saw, fixes });
    const whole = quotationOf(text, '“It saw a lamp and the fog,”');
    const parts: Parts = { articles: [said], findings: [finding], verdicts: [[whole, { kind: 'misquoted', match: saw }]] };
    expect(
      textOf(hoverAt(viewOf(text, parts), { line: 0, character: start }, true))
        .split('\n')
        .slice(0, 2),
    ).toEqual(['**Not quite the source’s words.**  ', 'It saw ~~a~~ **the** lamp and the fog.']);
  });

  it('marks the figure of a claim where the source has its own', () => {
    const text = 'Some 20 ships went by.';
    const report = articleOf('/c/report.md', 'Some 30 ships went by on that day.');
    const edits = [{ span: spanOf(text, '20'), newText: '30' }];
    const fixes = [{ title: together('Replace'), applicability: 'safe', preferred: true, edits } as const];
    const claimed = matchIn(report, 'Some 30 ships went by', { changed: '30' });
    const finding = findingOn(spanOf(text, '20'), { rule: 'wrong-number', match: claimed, fixes });
    const hover = hoverAt(viewOf(text, { articles: [report], findings: [finding] }), { line: 0, character: 6 }, true);
    expect(textOf(hover).split('\n').slice(0, 2)).toEqual([
      '**The source has another figure.**  ',
      'Some ~~20~~ **30** ships went by on that day.',
    ]);
  });

  it('is not there where it would only repeat the diagnostic', () => {
    expect(cardAt('2021', { findings: [findingOn(spanOf(DRAFT, 'March 2021'), { rule: 'wrong-date' })] })).toBeNull();
  });

  it('is not there for prose, nor for a finding that is switched off', () => {
    expect(cardAt('went', { verdicts: [[quotation, { kind: 'misquoted', match }]] })).toBeNull();
    expect(cardAt('2021', { findings: [findingOn(spanOf(DRAFT, 'March 2021'))], severity: 'off' })).toBeNull();
  });

  it('is not there between the pieces of an interrupted quotation', () => {
    const pieces = [spanOf(DRAFT, 'A light.'), spanOf(DRAFT, 'and went')];
    const interrupted = { ...quotation, span: { start: 0, end: DRAFT.length }, pieces };
    const parts: Parts = { verdicts: [[interrupted, { kind: 'verified', match }]] };
    expect(cardAt('light', parts)).toContain('Verified');
    expect(cardAt('Quill', parts)).toBeNull();
  });

  it('covers the innermost quotation', () => {
    const inner = quotationOf(DRAFT, 'outlast');
    const view = viewOf(DRAFT, {
      articles: [lamp],
      verdicts: [
        [quotation, { kind: 'misquoted', match }],
        [inner, { kind: 'verified', match }],
      ],
    });
    const hover = hoverAt(view, { line: 0, character: spanOf(DRAFT, 'outlast').start + 2 }, true);
    expect(hover?.range).toEqual({ start: { line: 0, character: inner.span.start }, end: { line: 0, character: inner.span.end } });
  });

  it('shows a little of what stands around, cut between words', () => {
    const words = 'word '.repeat(60);
    const long = articleOf('/c/long.md', `${words}It will outlast the fog. ${words}`);
    const card = cardAt('storm', {
      articles: [long],
      verdicts: [[quotation, { kind: 'verified', match: matchIn(long, 'It will outlast the fog') }]],
    });
    expect(card?.split('\n')[1]).toMatch(/^… (?:word ){11,12}It will outlast the fog\. (?:word ?){11,12} …$/);
  });
});
