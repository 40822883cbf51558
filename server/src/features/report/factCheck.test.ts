import { describe, expect, it } from 'vitest';
import { corpusOf } from '../../../../test/support/checkDraft.ts';
import { BELL, DRAFT, factCheckFor, LAMP } from '../../../../test/support/factChecks.ts';
import { reportPanel } from './html.ts';
import { annotatedMarkdown } from './markdown.ts';
import type { FactCheck, Item, Piece } from './model.ts';
import type { SignOff } from './signOffs.ts';

const drawn = (pieces: readonly Piece[]) =>
  pieces.map(({ text, marked, around }) => (marked ? `[${text}]` : around ? `(${text})` : text)).join('');
const itemWith = (check: FactCheck, words: string): Item => {
  const found = check.items.find((item) => item.words.includes(words));
  if (!found) throw new Error(`no item “${words}”`);
  return found;
};

describe('a fact-check report', () => {
  it('has every quotation and statement in the order of the text, with what became of it', () => {
    expect(factCheckFor().items.map(({ kind, verdict, line, speaker }) => [line, kind, verdict, speaker])).toEqual([
      [8, 'quotation', 'misquoted', 'Edda Quill'],
      [10, 'quotation', 'verified', 'Tobin Marl'],
      [12, 'claim', 'differs', null],
      [14, 'claim', 'no-source', null],
    ]);
  });

  it('lists a sentence with a short quotation once, and says what became of the rest', () => {
    const sentences = [
      'Nobody who crossed the bar last winter was surprised that Tobin Marl missed “that bell, and they have missed it more” again.',
      'The electric buoy that the council bought in Gullhythe “cost eleven thousand crowns” and has never been lit.',
    ];
    const check = factCheckFor(sentences.join('\n\n'));
    expect(check.items.map(({ kind, verdict, sentenceVerdict, line }) => [line, kind, verdict, sentenceVerdict])).toEqual([
      [1, 'quotation', 'verified', 'no-source'],
      [3, 'quotation', 'verified', 'sourced'],
    ]);
    expect(check.coverage.claims).toMatchObject({ sourced: 1, 'no-source': 1 });
    expect(reportPanel(check)).toContain('data-also="claim:no-source"');
    expect(reportPanel(check)).toContain('The sentence as a whole: no source found');
    expect(annotatedMarkdown(check)).toContain('The sentence as a whole: a source says so.');
  });

  it('lists it twice where each rests on something else, or something is reported of the statement alone', () => {
    const kinds = (text: string) =>
      factCheckFor(text).items.map(({ kind, verdict, source }) => [kind, verdict, source?.imprint.text.split(',')[0]]);
    const twoSources =
      'The electric buoy that the council bought in Gullhythe “set their kettles by that bell” and cost eleven thousand crowns and has never been lit.';
    expect(kinds(twoSources)).toEqual([
      ['quotation', 'verified', 'The Low Coast Observer'],
      ['claim', expect.any(String), 'Saltmere Gazette'],
    ]);
  });

  it('says what it is of and how much is covered', () => {
    const { title, name, day, articles, coverage } = factCheckFor();
    expect({ title, name, day, articles }).toEqual({
      title: 'A light <at> the pier',
      name: 'pier.md',
      day: { year: 2024, month: 4, day: 2 },
      articles: 2,
    });
    expect(coverage).toMatchObject({ quotationShare: 50, claimShare: 0, signed: 0, stale: 0 });
    expect(coverage.quotations).toMatchObject({ verified: 1, misquoted: 1, 'not-found': 0 });
    expect(coverage.claims).toMatchObject({ differs: 1, 'no-source': 1, sourced: 0 });
  });

  it('shows the draft’s sentence and the source’s passage with what is otherwise marked', () => {
    const item = itemWith(factCheckFor(), 'outlast the storm');
    expect(drawn(item.sentence)).toBe(
      '“The lamp has outlasted three mayors and it will outlast the [storm],” said Edda Quill, the Saltmere Gazette reported.',
    );
    expect(drawn(item.source?.passage ?? [])).toBe(
      '(“)The lamp has outlasted three mayors and it will outlast the [fog](,” said Edda Quill, the harbour warden.)',
    );
    expect(item.source).toMatchObject({
      name: 'Saltmere keeps its *lamp*',
      imprint: { text: 'Saltmere Gazette, 12 March 2024' },
      published: '2024-03-12',
      locator: 'line 8',
      url: 'https://gazette.example/lamp',
      speaker: 'Edda Quill',
      independent: 1,
    });
    expect(item.remarks.map(({ rule }) => rule)).toEqual(['misquote']);
  });

  it('tells of each of two quotations in one sentence what is reported of it', () => {
    const check = factCheckFor(
      'Edda Quill said that “the lamp has outlasted three mayors” and that it “will outlast the storm and the gale”.',
    );
    const remarks = (words: string) => itemWith(check, words).remarks.map(({ span }) => check.text.slice(span.start, span.end));
    expect(remarks('three mayors')).toEqual([]);
    expect(remarks('the storm')).not.toEqual([]);
  });

  it('tells a statement that a source has, one that differs and one that nobody has', () => {
    const text = DRAFT.replace('twelve', 'eleven');
    const right = itemWith(factCheckFor(text), 'electric buoy');
    expect(right).toMatchObject({ kind: 'claim', verdict: 'sourced', remarks: [] });
    expect(right.source?.exact).toContain('eleven thousand crowns');
    const wrong = itemWith(factCheckFor(), 'electric buoy');
    expect(wrong.remarks.map(({ rule }) => rule)).toEqual(['wrong-number']);
    expect(drawn(wrong.sentence)).toContain('[twelve] thousand');
    // Not an accusation: nothing is reported of it.
    expect(itemWith(factCheckFor(), 'lantern')).toMatchObject({ verdict: 'no-source', source: null, remarks: [] });
  });

  it('counts sources that bear each other out, and copies of one text once', () => {
    const other = BELL.replace('The Low Coast Observer', 'Gullhythe Mail').replace(
      'said Tobin Marl.',
      'said Tobin Marl, and sighed at the fare.',
    );
    const independent = (...sources: string[]) =>
      itemWith(factCheckFor(DRAFT, { corpus: corpusOf(LAMP, ...sources) }), 'kettles').source?.independent;
    expect(independent(BELL)).toBe(1);
    expect(independent(BELL, other)).toBe(2);
    expect(independent(BELL, other.replace('Gullhythe Mail', 'The Low Coast Observer'))).toBe(1);
  });

  it('lets stand what the draft lets stand, and does not count it', () => {
    const check = factCheckFor(DRAFT.replace('“The lamp', '<!-- stet -->\n“The lamp'));
    expect(itemWith(check, 'storm').verdict).toBe('ignored');
    expect(check.coverage.quotationShare).toBe(100);
  });

  it('tells what is reported of no item, too', () => {
    const { remarks } = factCheckFor(`${DRAFT}\n<!-- stet wrong-date -->\n\nWhere was it?\n`);
    expect(remarks.map(({ rule }) => rule)).toEqual(['unused-stet']);
  });

  it('of a draft without anything to check says so', () => {
    expect(factCheckFor('# Notes\n').coverage).toMatchObject({ quotationShare: null, claimShare: null });
  });

  it('gives the same words twice two ids and one key', () => {
    const twice = DRAFT.replace('# A light\n', '# A light\n\nNobody on the quay remembers when the first lantern was hung there.\n');
    const both = factCheckFor(twice).items.filter(({ words }) => words.includes('lantern'));
    expect(both.map(({ id }) => id)).toEqual([both[0]?.key, `${both[0]?.key}-2`]);
  });
});

describe('a sign-off', () => {
  const signing = (item: Item, more: Partial<SignOff> = {}): SignOff => ({
    item: item.key,
    initials: 'OT',
    time: '2024-04-03T10:15:00+02:00',
    note: null,
    text: item.words,
    source: item.source?.name ?? null,
    passage: item.passageHash,
    ...more,
  });
  const signOffs = [signing(itemWith(factCheckFor(), 'kettles'))];
  const signedIn = (text: string, corpus = corpusOf(LAMP, BELL)) => itemWith(factCheckFor(text, { signOffs, corpus }), 'set their').signed;

  it('holds while sentence and source stay, wherever they stand', () => {
    const elsewhere = DRAFT.replace('# A light\n', '# A light\n\nAn opening line about the sea and what it takes.\n');
    expect(signedIn(elsewhere)).toEqual({ fresh: signOffs, stale: null });
    expect(factCheckFor(elsewhere, { signOffs }).coverage.signed).toBe(1);
  });

  it('holds though a program made the marks straight', () => {
    expect(signedIn(DRAFT.replace('“People', '"People').replace('boat,”', 'boat,"')).fresh).toHaveLength(1);
  });

  it('is stale when the draft’s sentence changes, anywhere in it', () => {
    expect(signedIn(DRAFT.replace('kettles', 'clocks'))).toEqual({ fresh: [], stale: { signOff: signOffs[0], since: 'text' } });
    expect(signedIn(DRAFT.replace('said Tobin Marl', 'said Edda Quill')).stale?.since).toBe('text');
  });

  it('is stale when the source’s words change', () => {
    const changed = corpusOf(LAMP, BELL.replace('kettles', 'watches'));
    expect(signedIn(DRAFT, changed)).toEqual({ fresh: [], stale: { signOff: signOffs[0], since: 'source' } });
  });

  it('is stale when a source is found for what had none', () => {
    const own = [signing(itemWith(factCheckFor(), 'lantern'))];
    const sentence = 'Nobody on the quay remembers when the first lantern was hung there.';
    expect(itemWith(factCheckFor(DRAFT, { signOffs: own }), 'lantern').signed.fresh).toHaveLength(1);
    const found = factCheckFor(DRAFT, { signOffs: own, corpus: corpusOf(LAMP, `${BELL}\n\n${sentence}`) });
    expect(itemWith(found, 'lantern').signed.stale?.since).toBe('source');
  });

  it('is forgotten where its sentence is gone', () => {
    const { items, coverage } = factCheckFor(DRAFT.replace(/“People[^\n]*/, ''), { signOffs });
    expect(items.every(({ signed }) => signed.fresh.length === 0 && signed.stale === null)).toBe(true);
    expect(coverage).toMatchObject({ signed: 0, stale: 0 });
  });
});
