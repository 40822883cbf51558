// Compares ways to cut a script without spaces into words, with the product's own index behind each:
//   node bench/scripts.ts --text FILE --language th [--queries N]
// FILE is plain text, UTF-8. Prints rows of the tables in docs/scripts.md.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { NO_DETAILS } from '../server/src/corpus/article.ts';
import { SegmentBuilder } from '../server/src/corpus/index/segmentBuilder.ts';
import { IndexedCorpus } from '../server/src/corpus/indexedCorpus.ts';
import { editDistance } from '../server/src/text/editDistance.ts';
import { foldByUnits } from '../server/src/text/foldByUnits.ts';
import type { Span } from '../server/src/text/span.ts';
import { UNSPACED } from '../server/src/text/wordForm.ts';
import { hashWord } from '../server/src/text/wordHash.ts';
import { WordScanner } from '../server/src/text/wordScanner.ts';
import { type Word, wordsOf } from '../server/src/text/words.ts';
import { random } from './random.ts';
import { articleSized } from './realTexts.ts';
import { bestTimes, timed, timesOf } from './timing.ts';

const { values: given } = parseArgs({
  options: {
    text: { type: 'string' },
    language: { type: 'string' },
    queries: { type: 'string', default: '300' },
  },
});
const { text: file, language } = given;
if (file === undefined || language === undefined) throw new Error('Name a text and its language: --text FILE --language th');
const perCell = Number(given.queries);

/** Lengths in characters, each with its marks. */
const SIZES = { S: [6, 12], M: [13, 30], L: [31, 80] } as const;
type Size = keyof typeof SIZES;
const SIZE_NAMES = Object.keys(SIZES) as Size[];
/** Shares of the letters, marks and digits that are edited. */
const RATES = [0, 0.1, 0.2];
/** Whether passages begin and end with the segmenter's words, or at any character. */
const EDGES = ['words', 'any'] as const;
type Edges = (typeof EDGES)[number];
/** Every so many articles one is held out: quotations of it are in no source. */
const HELD_OUT = 10;
/** From this similarity on the product takes words for found. */
const THRESHOLD = 0.6;
/** Share of the quotations that are nowhere which may be taken for found, where an answer counts as sure. */
const FALSE_ALARMS = 0.1;
/** Share of some words which, in one piece in the corpus, is taken for a passage with a change. */
const NEARLY = 2 / 3;
const RUNS = 3;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
const UNSPACED_LETTER = new RegExp(`[${UNSPACED}]`, 'gu');

/** The words of a text as the index takes them in. */
interface Cut {
  readonly hashes: Uint32Array;
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
}

interface Way {
  readonly name: string;
  readonly wordsOf: (text: string) => Word[];
  /** The same words, the fastest way there is. */
  readonly cut: (text: string) => Cut;
}

const scanner = new WordScanner();
const segmenter = new Intl.Segmenter(language, { granularity: 'word' });

function scanned(text: string): Cut {
  scanner.clear();
  scanner.scan(text, 0, text.length);
  const { count, hashes, starts, ends } = scanner;
  return { hashes: hashes.slice(0, count), starts: starts.slice(0, count), ends: ends.slice(0, count) };
}

function segmented(text: string): Word[] {
  const words: Word[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    const folded = isWordLike ? foldByUnits(segment) : '';
    if (folded !== '') words.push({ folded, span: { start: index, end: index + segment.length } });
  }
  return words;
}

/** Each character with the next, over punctuation too: as many as there are characters but one, wherever a quotation begins. */
function bigrams(text: string): Word[] {
  const words = wordsOf(text);
  return words.slice(1).map(({ folded, span }, i) => {
    const before = words[i]!;
    return { folded: `${before.folded} ${folded}`, span: { start: before.span.start, end: span.end } };
  });
}

function hashed(words: readonly Word[]): Cut {
  return {
    hashes: Uint32Array.from(words, ({ folded }) => hashWord(folded)),
    starts: words.map(({ span }) => span.start),
    ends: words.map(({ span }) => span.end),
  };
}

const WAYS: readonly Way[] = [
  { name: 'characters', wordsOf, cut: scanned },
  { name: 'Segmenter', wordsOf: segmented, cut: (text) => hashed(segmented(text)) },
  { name: 'bigrams', wordsOf: bigrams, cut: (text) => hashed(bigrams(text)) },
];

const chance = random('scripts', language);
const whole = { id: 'text', title: '', publisher: null, published: null, text: readFileSync(file, 'utf8') };
const all = articleSized(whole).map(({ text }) => text);
const held = all.filter((_, i) => i % HELD_OUT === HELD_OUT - 1);
const texts = all.filter((_, i) => i % HELD_OUT < HELD_OUT - 1);
if (held.length === 0) throw new Error(`${file} is too short: it makes ${all.length} articles, and ${HELD_OUT} are needed.`);
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const letters = Array.from({ length: 20_000 }, () => {
  const words = chance.pick(texts).match(UNSPACED_LETTER) ?? [];
  return words.length === 0 ? '' : chance.pick(words);
}).filter((letter) => letter !== '');

interface Query {
  readonly size: Size;
  readonly edges: Edges;
  readonly rate: number;
  readonly text: string;
  /** `article` is -1 where the words are in none. */
  readonly truth: Span & { readonly article: number };
}

/** The span from the segmenter's word that a span begins in to the one that it ends in. */
function widened({ start, end }: Span, words: readonly Word[]): Span {
  const first = words.find(({ span }) => span.end > start);
  const last = words.findLast(({ span }) => span.start < end);
  return { start: Math.min(start, first?.span.start ?? start), end: Math.max(end, last?.span.end ?? end) };
}

/** A passage of one paragraph, most of it in the script that is measured. */
function passageOf(list: readonly string[], size: Size, edges: Edges): Query['truth'] {
  const [least, most] = SIZES[size];
  for (;;) {
    const article = chance.below(list.length);
    const text = list[article]!;
    const words = wordsOf(text);
    const length = chance.between(least, most);
    if (words.length < length) continue;
    const first = chance.below(words.length - length + 1);
    const drawn = { start: words[first]!.span.start, end: words[first + length - 1]!.span.end };
    const span = edges === 'words' ? widened(drawn, segmentedOnce(text)) : drawn;
    const passage = text.slice(span.start, span.end);
    const count = wordsOf(passage).length;
    if (count < least || count > most || /[\r\n]/.test(passage)) continue;
    if ((passage.match(UNSPACED_LETTER)?.length ?? 0) * 2 > passage.length) return { article, ...span };
  }
}

const segmentations = new Map<string, Word[]>();

function segmentedOnce(text: string): Word[] {
  const known = segmentations.get(text) ?? segmented(text);
  segmentations.set(text, known);
  return known;
}

/** Half of the edits exchange a character, a quarter leave one out, a quarter put one in. */
function edited(text: string, rate: number): string {
  const characters = [...text];
  const places = chance.shuffle([...characters.keys()].filter((at) => LETTER.test(characters[at]!)));
  const exact = rate * places.length;
  const count = Math.floor(exact) + (chance.chance(exact % 1) ? 1 : 0);
  for (const at of places.slice(0, count)) {
    const how = chance.next();
    const kept = how < 0.75 ? '' : characters[at]!;
    characters[at] = how < 0.5 || how >= 0.75 ? kept + otherLetter(characters[at]!) : '';
  }
  return characters.join('');
}

/** A letter for a letter, or a mark for a mark, as often as the texts have it. */
function otherLetter(letter: string): string {
  const isMark = /\p{M}/u.test(letter);
  for (let tries = 0; tries < 100; tries++) {
    const other = chance.pick(letters);
    if (other !== letter && /\p{M}/u.test(other) === isMark) return other;
  }
  return chance.pick(letters);
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '').toLowerCase();
}

function queriesMade(): Query[] {
  const cells = SIZE_NAMES.flatMap((size) => EDGES.flatMap((edges) => RATES.map((rate) => ({ size, edges, rate }))));
  const found = cells.flatMap((cell) =>
    Array.from({ length: perCell }, (): Query => {
      const truth = passageOf(texts, cell.size, cell.edges);
      return { ...cell, truth, text: edited(texts[truth.article]!.slice(truth.start, truth.end), cell.rate) };
    }),
  );
  const everything = texts.map(bare).join('\n');
  const lost = SIZE_NAMES.flatMap((size) =>
    Array.from({ length: perCell }, (): Query => {
      const { article, start, end } = passageOf(held, size, 'words');
      return { size, edges: 'words', rate: 0, text: held[article]!.slice(start, end), truth: { article: -1, start, end } };
    }),
  );
  return [...found, ...lost.filter(({ text }) => !isNearlyIn(everything, bare(text)))];
}

/** Whether most of some words stand there in one piece: then they are a passage with a change, and not nowhere. */
function isNearlyIn(everything: string, words: string): boolean {
  const length = Math.ceil(words.length * NEARLY);
  for (let at = 0; at + length <= words.length; at++) if (everything.includes(words.slice(at, at + length))) return true;
  return false;
}

interface Answer {
  readonly query: Query;
  readonly right: boolean;
  readonly exact: boolean;
  readonly similarity: number;
}

/** Right: half of the longer of answer and truth in common, or as near to the query as the truth is. */
function answered(query: Query, corpus: IndexedCorpus, way: Way, cuts: readonly Cut[]): Answer {
  const words = way.wordsOf(query.text).map(({ folded }) => folded);
  const [best] = corpus.retrieve(words, 1);
  if (!best) return { query, right: false, exact: false, similarity: 0 };
  const article = Number(best.articleId);
  const { starts, ends } = cuts[article]!;
  const start = starts[best.position]!;
  const end = ends[best.end - 1]!;
  const { truth } = query;
  const same = article === truth.article;
  const common = same ? Math.min(truth.end, end) - Math.max(truth.start, start) : 0;
  const asked = bare(query.text);
  const there = bare(texts[article]!.slice(start, end));
  const isNear = () => {
    const own = editDistance(asked, bare(texts[truth.article]!.slice(truth.start, truth.end)));
    return editDistance(asked, there, own) <= own;
  };
  return {
    query,
    right: truth.article >= 0 && (common * 2 >= Math.max(truth.end - truth.start, end - start) || isNear()),
    exact: (same && start === truth.start && end === truth.end) || there === asked,
    similarity: best.similarity,
  };
}

/** The least time of some runs, in seconds. */
function seconds(task: () => void): number {
  return Math.min(...Array.from({ length: RUNS }, () => timed(task))) / 1000;
}

/** Bytes of all typed arrays of some plain data. */
function bytesOf(data: unknown): number {
  if (ArrayBuffer.isView(data)) return data.byteLength;
  if (typeof data !== 'object' || data === null) return 0;
  return Object.values(data).reduce((sum: number, one) => sum + bytesOf(one), 0);
}

function percent(of: readonly Answer[], is: (answer: Answer) => boolean): string {
  return of.length === 0 ? '–' : String(Math.round((100 * of.filter(is).length) / of.length));
}

interface Built {
  readonly cuts: readonly Cut[];
  readonly corpus: IndexedCorpus;
  /** MB of text cut in a second, MB cut and indexed, bytes of the index for a byte of text. */
  readonly figures: readonly number[];
}

function built(way: Way): Built {
  let cuts: Cut[] = [];
  const cutting = seconds(() => {
    cuts = texts.map(way.cut);
  });
  const build = () => {
    const builder = new SegmentBuilder();
    for (const [i, { hashes }] of cuts.entries()) builder.add({ id: String(i), details: NO_DETAILS }, hashes);
    // Without the hashes that let small segments be merged: as in a large archive.
    return builder.finish(false);
  };
  const building = seconds(build);
  const data = build();
  // What is said about articles does not depend on how they are cut.
  const figures = [bytes / 1e6 / cutting, bytes / 1e6 / (cutting + building), bytesOf({ ...data, articles: null }) / bytes];
  return { cuts, corpus: IndexedCorpus.empty().withSegments([data]), figures };
}

/** The similarity that so few of the quotations that are nowhere exceed. */
function boundOf(lost: readonly Answer[]): number {
  const sorted = lost.map(({ similarity }) => similarity).sort((a, b) => b - a);
  return sorted[Math.floor(FALSE_ALARMS * sorted.length)] ?? 0;
}

/** Per cent of the answers that pass a test, by size and rate. */
function shares(answers: readonly Answer[], edges: Edges, is: (answer: Answer) => boolean): string[] {
  return SIZE_NAMES.map((size) => {
    const some = answers.filter(({ query }) => query.size === size && query.edges === edges);
    return RATES.map((rate) =>
      percent(
        some.filter(({ query }) => query.rate === rate),
        is,
      ),
    ).join(' ');
  });
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A way's rows of the two tables. */
function measured(way: Way, queries: readonly Query[]): { recall: string; cost: string } {
  const { cuts, corpus, figures } = built(way);
  const answers = queries.map((query) => answered(query, corpus, way, cuts));
  const there = answers.filter(({ query }) => query.truth.article >= 0);
  const lostBySize = SIZE_NAMES.map((size) => answers.filter(({ query }) => query.truth.article < 0 && query.size === size));
  const bounds = new Map(SIZE_NAMES.map((size, i) => [size, boundOf(lostBySize[i]!)]));
  const recall = EDGES.flatMap((edges) => shares(there, edges, ({ right }) => right));
  const sure = shares(there, 'words', ({ query, right, similarity }) => right && similarity > bounds.get(query.size)!);
  const exact = EDGES.map((edges) =>
    percent(
      there.filter(({ query }) => query.edges === edges && query.rate === 0),
      (answer) => answer.exact,
    ),
  );
  const nowhere = lostBySize.map((lost) => percent(lost, ({ similarity }) => similarity >= THRESHOLD)).join(' ');
  const asked = queries.map(({ text }) => way.wordsOf(text).map(({ folded }) => folded));
  const { p50, p95 } = timesOf(bestTimes(asked, (words) => corpus.retrieve(words, 1), { seconds: 60, least: 0 }))!;
  const numbers = [...figures, p50, p95].map((figure) => figure.toPrecision(2));
  return { recall: row(language!, way.name, ...recall, ...sure), cost: row(language!, way.name, ...exact, nowhere, ...numbers) };
}

/** How often the segmenter cuts unedited words otherwise than in their article. */
function edgeEffects(queries: readonly Query[]): void {
  for (const edges of EDGES) {
    const unedited = queries.filter((query) => query.truth.article >= 0 && query.edges === edges && query.rate === 0);
    const inside = unedited.filter(({ truth }) => {
      const { start, end } = widened(truth, segmentedOnce(texts[truth.article]!));
      return start < truth.start || end > truth.end;
    });
    const otherwise = unedited.filter(({ truth, text }) => {
      const own = new Set(segmented(text).map(({ span }) => `${span.start}–${span.end}`));
      const there = segmentedOnce(texts[truth.article]!).filter(({ span }) => span.start >= truth.start && span.end <= truth.end);
      return there.some(({ span }) => !own.has(`${span.start - truth.start}–${span.end - truth.start}`));
    });
    const share = (part: readonly Query[]) => Math.round((100 * part.length) / unedited.length);
    console.log(`edges at ${edges}: ${share(inside)} % begin or end inside a word; ${share(otherwise)} % have whole words cut otherwise`);
  }
}

const queries = queriesMade();
console.log(`${language}: ${(bytes / 1e6).toFixed(1)} MB, ${texts.length} articles; Node ${process.version}, ICU ${process.versions.icu}`);
edgeEffects(queries);
const rows = WAYS.map((way) => measured(way, queries));
const kinds = [...EDGES.map((edges) => `recall@1, edges at ${edges}`), 'surely'];
console.log(row('', '', ...kinds.flatMap((kind) => SIZE_NAMES.map((size) => `${kind}: ${size}`))));
for (const { recall } of rows) console.log(recall);
const lost = SIZE_NAMES.map((size) => queries.filter((query) => query.truth.article < 0 && query.size === size).length);
console.log(`nowhere: ${lost.join(', ')} quotations`);
console.log(row('', '', 'exact, words', 'any', 'nowhere S M L', 'cut MB/s', 'cut + index MB/s', 'bytes/byte', 'p50 ms', 'p95 ms'));
for (const { cost } of rows) console.log(cost);
