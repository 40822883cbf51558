import type { Archive } from './corpora.ts';
import { bracketed, changeNumbers, cutOut, editWords, mistype, reword } from './edits.ts';
import { nowhereSentences } from './nowhere.ts';
import { type Random, random } from './random.ts';
import { type PassageOptions, passageOf, sentenceOf } from './spans.ts';
import { foldedWords } from './words.ts';

/** Where a query’s words were taken from: the article’s number and UTF-16 offsets in its text, half-open. */
export interface Truth {
  readonly article: number;
  readonly start: number;
  readonly end: number;
}

export interface Query {
  /** The cell of the table it counts in. */
  readonly cell: string;
  readonly text: string;
  /** `null`: the words are nowhere in the archive. */
  readonly truth: Truth | null;
}

/** A kind of passage, and what is done to it. */
export interface Cell {
  readonly name: string;
  readonly passage: PassageOptions;
  readonly edit: (text: string, vocabulary: readonly string[], chance: Random) => string;
}

/** Words of short, middling and long quotations. */
const SIZES = { S: { least: 3, most: 8 }, M: { least: 9, most: 20 }, L: { least: 21, most: 60 } } as const;
const RATES: readonly [keyof typeof SIZES, readonly number[]][] = [
  ['S', [0, 10, 20, 40]],
  ['M', [0, 10, 20, 40, 50, 60, 70]],
  ['L', [0, 10, 20, 40]],
];
const ANY = { least: 3, most: 40 };
/** Share of the words that are mistyped in the cell of slips. */
const SLIPS = 0.4;

function editedCell(size: keyof typeof SIZES, percent: number): Cell {
  const edit: Cell['edit'] = (text, vocabulary, chance) => (percent === 0 ? text : editWords(text, percent / 100, { vocabulary, chance }));
  return { name: `${size} ${percent} %`, passage: SIZES[size], edit };
}

/** All kinds of queries that have an answer. */
export const CELLS: readonly Cell[] = [
  ...RATES.flatMap(([size, rates]) => rates.map((percent) => editedCell(size, percent))),
  { name: 'S slips', passage: SIZES.S, edit: (text, _, chance) => mistype(text, SLIPS, chance) },
  { name: 'numbers', passage: { ...ANY, having: /\d/ }, edit: (text, _, chance) => changeNumbers(text, chance) },
  { name: 'ellipsis', passage: { least: 10, most: 60 }, edit: (text, _, chance) => cutOut(text, chance) },
  { name: 'brackets', passage: ANY, edit: bracketed },
];
/** What recall means as one figure is the mean of these: S, M and L at 0 to 40 %. */
export const MAIN_CELLS: readonly string[] = CELLS.map(({ name }) => name).filter((name) => /^[SML] (?:0|10|20|40) %$/.test(name));
/** Cells whose queries stand in the archive to the letter. */
export const UNEDITED_CELLS: readonly string[] = CELLS.map(({ name }) => name).filter((name) => / 0 %$/.test(name));
/** Sentences of held-out articles, by their length in words. */
export const NOWHERE_CELLS = [
  { name: 'nowhere 5–8', least: 5, most: 8 },
  { name: 'nowhere 9+', least: 9, most: 60 },
] as const;

/** Another corpus’ words are drawn from so many of its articles. */
const VOCABULARY_ARTICLES = 300;

/** Words of the first articles, each as often as it occurs, folded. */
export function vocabularyOf(archive: Archive, articles: number): string[] {
  return [...archive.articles(Math.min(articles, VOCABULARY_ARTICLES))].flatMap(({ text }) => foldedWords(text));
}

export interface QueryOptions {
  /** Size of the corpus they are asked of. */
  readonly articles: number;
  readonly perCell: number;
}

/** Queries of every cell: the k-th of each, then the next, so that any beginning of the list is fair to all cells. */
export function queriesFor(archive: Archive, { articles, perCell }: QueryOptions): Query[] {
  const vocabulary = vocabularyOf(archive, articles);
  const nowhere = NOWHERE_CELLS.map((cell) => nowhereSentences(archive, { ...cell, count: perCell }));
  const order = random(archive.seed, 'order of queries');
  return Array.from({ length: perCell }, (_, k) => {
    const found = CELLS.map((cell): Query => {
      const chance = random(archive.seed, articles, cell.name, k);
      const { article, start, end } = passageOf(archive, articles, chance, cell.passage);
      const text = cell.edit(article.text.slice(start, end), vocabulary, chance);
      return { cell: cell.name, text, truth: { article: article.number, start, end } };
    });
    const lost = NOWHERE_CELLS.flatMap(({ name }, i): Query[] => {
      const text = nowhere[i]?.[k];
      return text === undefined ? [] : [{ cell: name, text, truth: null }];
    });
    return order.shuffle([...found, ...lost]);
  }).flat();
}

const QUOTATIONS = 40;
const CLAIMS = 80;
/** How well a draft’s quotations are copied: share of their words that are edited, each as likely. */
const DRAFT_RATES = [0, 0, 0, 0.05, 0.1, 0.2];

/** What one draft asks: its quotations, most of them right, and its claims, which are sentences in other words. */
export function draftFor(archive: Archive, articles: number): string[] {
  const vocabulary = vocabularyOf(archive, articles);
  const chance = random(archive.seed, articles, 'draft');
  const quotations = Array.from({ length: QUOTATIONS }, () => {
    const { article, start, end } = passageOf(archive, articles, chance, { least: 4, most: 40 });
    return editWords(article.text.slice(start, end), chance.pick(DRAFT_RATES), { vocabulary, chance });
  });
  const claims = Array.from({ length: CLAIMS }, () => {
    const sentence = sentenceOf(archive, articles, chance, { least: 8, most: 30 });
    return reword(sentence, vocabulary, chance);
  });
  return [...quotations, ...claims];
}
