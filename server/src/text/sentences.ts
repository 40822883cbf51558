import { byContent } from './byContent.ts';
import { CAPITAL } from './capital.ts';
import { moved, type Span, sliceOf, trimmed } from './span.ts';

/** Abbreviations that take a full stop and seldom end a sentence. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms mx dr prof st sen sens rep reps gov gen lt col sgt capt cmdr adm maj rev hon pres messrs mme jr sr ' +
    'no nos vol fig pp p ed eds vs v cf al etc eg ie approx dept univ assn bros ave blvd rd ft mt ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun inc corp co ltd cos'
  ).split(' '),
);
/** Abbreviations that may well end a sentence: they do where a common first word follows. */
const MAYBE_LAST = new Set(['jr', 'sr', 'inc', 'corp', 'co', 'ltd', 'cos', 'etc', 'no', 'al', 'st', 'sat', 'sun']);
const FIRST_WORD =
  /^(?:The|A|An|He|She|It|They|We|I|You|But|And|In|On|At|This|That|These|Those|His|Her|Their|Its|Our|My|There|Then|However|When|While|As|If|For|After|Before|Mr|Mrs|Ms)\b/u;

const CLOSERS = '"”’»›)\\]\'\\u2060*_';
const OPENERS = '"“„‘«‹(\\[\'\\u2060*_';
const BOUNDARY = new RegExp(
  `(?<![.!?…])[.!?…]+[${CLOSERS}]*(?:\\s+(?=[${OPENERS}]*(?!\\p{Lower})[\\p{Alpha}\\p{N}\\uFFFC])|$)|[。！？｡][」』”’）]*`,
  'gu',
);

const INITIAL = new RegExp(`^${CAPITAL}$`, 'u');

/** Whether the full stop at `at` belongs to an abbreviation or an initial, so that the sentence goes on. */
function isAbbreviation(text: string, at: number, next: string): boolean {
  if (text[at] !== '.') return false;
  const word = /(?:^|[^\p{Alpha}\d.])((?:\p{Alpha}\.)*\p{Alpha}+)$/u.exec(text.slice(Math.max(0, at - 14), at))?.[1];
  if (word === undefined) return false;
  const bare = word.toLowerCase();
  if (INITIAL.test(word)) return word !== 'I';
  if (word.includes('.')) return !FIRST_WORD.test(next);
  if (!ABBREVIATIONS.has(bare)) return false;
  if (bare === 'no' || bare === 'p' || bare === 'pp') return /^\d/.test(next);
  return !(MAYBE_LAST.has(bare) && FIRST_WORD.test(next));
}

/** The sentences of the stretch `within` a text, in order, without the white space round them; they cover all its words. */
export function sentencesOf(text: string, within: Span): Span[] {
  return readSentences(sliceOf(text, within)).map((span) => moved(span, within.start));
}

const readSentences = byContent((stretch) => {
  const sentences: Span[] = [];
  let start = 0;
  const add = (end: number) => {
    const span = trimmed(stretch, { start, end });
    if (span.start < span.end) sentences.push(span);
    start = end;
  };
  for (const found of stretch.matchAll(BOUNDARY)) {
    const end = found.index + found[0].length;
    if (end < stretch.length && isAbbreviation(stretch, found.index, stretch.slice(end, end + 24))) continue;
    add(end);
  }
  add(stretch.length);
  return sentences;
});
