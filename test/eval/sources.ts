// Measures how saved pages are read: the article's text, title, authors and day, beside what extractors give by themselves.
// usage: npm run eval:sources -- --data DIR [--show 0] [--markdown FILE]
// DIR (or its folder data) holds html-pages.tar.gz: pages with the article that is expected of each.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ProseBuilder } from '../../server/src/readers/extracted.ts';
import { addHtml } from '../../server/src/readers/html/htmlBlocks.ts';
import { EXTRACTORS, type Extraction, type Extractor } from './sourcesExtractors.ts';
import { pagesIn, type SavedPage } from './sourcesPages.ts';
import { dayOf, fingerprint, mean, median, nameKey, sameTitle, sum, tokenF1 } from './sourcesScore.ts';
import { CORRECTIONS, type Correction } from './sourcesTruth.ts';
import { giveUp } from './tools.ts';

const OPTIONS = { data: { type: 'string' }, show: { type: 'string', default: '0' }, markdown: { type: 'string' } } as const;

function argumentsGiven() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    return giveUp((error as Error).message);
  }
}

/** How an extractor did on a page, from 0 to 1 each; `read`: against the expectation as it was corrected by hand. */
interface Score {
  readonly body: number;
  readonly readBody: number;
  readonly title: number;
  readonly readTitle: number;
  readonly authors: number;
  readonly readAuthors: number;
  readonly published: number;
  readonly readPublished: number;
  /** How many paragraphs that are no article stand in the text, and how many there were. */
  readonly leftIn: number;
  readonly furniture: number;
  readonly milliseconds: number;
}

const NOTHING: Extraction = { text: '', title: null, authors: [], published: null };

/** The expected article's text, and what is left of it without what is no article. */
function expectedTexts(
  { expectedHtml }: SavedPage,
  { furniture = '' }: Correction,
): { readonly all: string; readonly read: string; readonly out: readonly string[] } {
  const builder = new ProseBuilder();
  addHtml(builder, expectedHtml);
  const { text, blocks } = builder.finish().prose;
  const out = new Set(furniture.split(' '));
  const texts = blocks.map(({ span }) => text.slice(span.start, span.end));
  const isOut = (one: string) => out.has(fingerprint(one));
  return { all: texts.join('\n'), read: texts.filter((one) => !isOut(one)).join('\n'), out: texts.filter(isOut) };
}

async function scored({ extract }: Extractor, page: SavedPage): Promise<{ readonly score: Score; readonly failure: string | null }> {
  const start = performance.now();
  let found = NOTHING;
  let failure: string | null = null;
  try {
    found = await extract(page.source);
  } catch (error) {
    failure = (error as Error).message;
  }
  const milliseconds = performance.now() - start;
  const failed = failure === null ? 1 : 0;
  return { score: { ...points(page, found, failed), milliseconds }, failure };
}

/** A page that could not be read is wrong in everything, even where nothing was to be found. */
function points(page: SavedPage, found: Extraction, counts: number): Omit<Score, 'milliseconds'> {
  const correction = CORRECTIONS[page.name] ?? {};
  const { all, read, out } = expectedTexts(page, correction);
  const lines = new Set(found.text.split('\n').map(fingerprint));
  const { expected } = page;
  const right = (is: boolean) => (is ? counts : 0);
  const title = sameTitle(expected.title, found.title);
  const names = nameKey(found.authors);
  const authors = names === nameKey(expected.byline ? [expected.byline] : []);
  const day = dayOf(found.published);
  const published = day === dayOf(expected.publishedTime);
  return {
    body: tokenF1(all, found.text) * counts,
    readBody: tokenF1(read, found.text) * counts,
    leftIn: out.filter((one) => one.split('\n').every((line) => lines.has(fingerprint(line)))).length,
    furniture: out.length,
    title: right(title),
    readTitle: right(correction.titles?.split(' ').includes(fingerprint(found.title ?? '')) ?? title),
    authors: right(authors),
    readAuthors: right(correction.authors?.split(' ').includes(fingerprint(names)) ?? authors),
    published: right(published),
    readPublished: right(correction.published?.includes(day) ?? published),
  };
}

const COLUMNS: readonly (readonly [string, (scores: readonly Score[]) => string])[] = [
  ['F1, mean', (scores) => mean(scores.map(({ body }) => body)).toFixed(3)],
  ['F1, median', (scores) => median(scores.map(({ body }) => body)).toFixed(3)],
  ['title', (scores) => mean(scores.map(({ title }) => title)).toFixed(2)],
  ['authors', (scores) => mean(scores.map(({ authors }) => authors)).toFixed(2)],
  ['day', (scores) => mean(scores.map(({ published }) => published)).toFixed(2)],
  ['read: F1, mean', (scores) => mean(scores.map(({ readBody }) => readBody)).toFixed(3)],
  ['F1, lowest', (scores) => Math.min(...scores.map(({ readBody }) => readBody)).toFixed(3)],
  ['title', (scores) => mean(scores.map(({ readTitle }) => readTitle)).toFixed(2)],
  ['authors', (scores) => mean(scores.map(({ readAuthors }) => readAuthors)).toFixed(2)],
  ['day', (scores) => mean(scores.map(({ readPublished }) => readPublished)).toFixed(2)],
  ['left in', (scores) => (sum(scores.map(({ leftIn }) => leftIn)) / sum(scores.map(({ furniture }) => furniture))).toFixed(2)],
  ['ms a page', (scores) => mean(scores.map(({ milliseconds }) => milliseconds)).toFixed(0)],
];

function table(rows: readonly (readonly [string, readonly Score[]])[]): string {
  const head = ['', ...COLUMNS.map(([name]) => name)];
  const cells = [head, ...rows.map(([name, scores]) => [name, ...COLUMNS.map(([, value]) => value(scores))])];
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [, ...rest] = cells;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest.map(line)].join('\n');
}

/** What went wrong on a page, by what was read by hand. */
function faults(page: SavedPage, extractor: string, score: Score): string[] {
  const wrong = [
    ...(score.readBody < 0.95 ? [`F1 ${score.readBody.toFixed(3)}`] : []),
    ...(score.readTitle < 1 ? ['title'] : []),
    ...(score.readAuthors < 1 ? ['authors'] : []),
    ...(score.readPublished < 1 ? ['day'] : []),
  ];
  return wrong.length === 0 ? [] : [`${extractor}, ${page.name}: ${wrong.join(', ')}`];
}

async function main(folder: string, show: number): Promise<string> {
  const pages = pagesIn(folder);
  const rows: [string, Score[]][] = [];
  for (const extractor of EXTRACTORS) {
    const [first] = pages;
    // What is loaded with the first page is no page's time.
    if (first) await scored(extractor, first);
    const scores: Score[] = [];
    const wrong: string[] = [];
    for (const page of pages) {
      const { score, failure } = await scored(extractor, page);
      scores.push(score);
      if (failure !== null) console.log(`${extractor.name}, ${page.name}: not read, counts as 0: ${failure}`);
      wrong.push(...faults(page, extractor.name, score));
    }
    for (const fault of wrong.slice(0, show)) console.log(fault);
    rows.push([extractor.name, scores]);
  }
  return `${pages.length} pages, ${Object.keys(CORRECTIONS).length} of them with an expectation corrected by hand\n\n${table(rows)}`;
}

const given = argumentsGiven();
if (!given.data) giveUp('say where the data is: npm run eval:sources -- --data DIR');
const silent = () => undefined;
// Extractors tell the console what they cannot make out; what counts is told below.
console.warn = silent;
console.error = silent;
const report = await main(given.data, Number(given.show));
console.log(`\n${report}`);
if (given.markdown) writeFileSync(given.markdown, `${report}\n`);
