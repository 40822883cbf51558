import { type Chrono, en, type ParsedResult, type Parser, type ParsingReference } from 'chrono-node';

/** In the library's patterns for durations: up to ten more units of time behind the first (“two years, three months and a day ago”). */
const MORE_UNITS = '){0,10}';

const NEVER = /(?!)/;
const ANYTHING = /^/;

/** A pattern for durations in two: with one unit of time alone, and what a text has that has one, or several in a row. */
interface Halved {
  readonly single: RegExp;
  readonly unit: RegExp;
  readonly several: RegExp;
}

/**
 * V8 up to Node 20 takes fifty milliseconds and more to compile a pattern for durations, which is most of what checking a short draft
 * takes, and hardly any text needs more of it than one unit.
 */
function halved(whole: RegExp): Halved {
  const { source, flags } = whole;
  // What heeds case cannot be asked of small letters.
  if (!flags.includes('i')) return { single: whole, unit: ANYTHING, several: NEVER };
  const end = source.indexOf(MORE_UNITS);
  if (end < 0) return { single: new Small(source, flags), unit: ANYTHING, several: NEVER };
  const start = groupBefore(source, end);
  const [before, more] = [source.slice(0, start), source.slice(start + '(?:'.length, end)];
  let unit = more;
  while (unit !== '' && !before.endsWith(unit)) unit = unit.slice(1);
  // Of a pattern that is made otherwise nothing is known.
  if (unit === '') return { single: new Small(source, flags), unit: ANYTHING, several: NEVER };
  return {
    single: new Small(before + source.slice(end + MORE_UNITS.length), flags),
    unit: shared(unit, flags),
    several: shared(unit + more, flags),
  };
}

const patterns = new Map<string, RegExp>();

/** All patterns for durations have the same units, which are compiled once for all of them. */
function shared(source: string, flags: string): RegExp {
  const known = patterns.get(source) ?? new Small(source, flags);
  patterns.set(source, known);
  return known;
}

/** Where the group begins that ends at a closing bracket. */
function groupBefore(source: string, end: number): number {
  let depth = 1;
  let at = end;
  while (depth > 0 && at > 0) {
    at--;
    if (source[at - 1] === '\\') continue;
    if (source[at] === ')') depth++;
    else if (source[at] === '(') depth--;
  }
  return at;
}

/** Letters whose small form has another length, or is one that a pattern knows: to patterns that are not for Unicode they are no letters. */
const LETTERS_APART = /[\u0130\u212A]/g;
const NO_LETTER = '\u2060';

let last = { text: '', small: '' };

/** A text in small letters, each where it was. */
function inSmallLetters(text: string): string {
  if (last.text !== text) last = { text, small: text.replace(LETTERS_APART, NO_LETTER).toLowerCase() };
  return last.small;
}

/**
 * The same pattern in small letters, for texts in small letters: one that ignores case takes V8 two to three times as long to compile. What
 * it finds as a whole is told as the text has it; what the groups hold, the library compares in small letters.
 */
class Small extends RegExp {
  constructor(source: string, flags: string) {
    super(
      source.replace(/\\.|[A-Z]/g, (part) => (part.length > 1 ? part : part.toLowerCase())),
      flags.replace('i', ''),
    );
  }

  override exec(text: string): RegExpExecArray | null {
    const found = super.exec(inSmallLetters(text));
    if (found) found[0] = text.slice(found.index, found.index + found[0].length);
    return found;
  }
}

/** Words that every match of a pattern has, by a part of the pattern that tells it from others. */
const NEEDED: readonly (readonly [part: string, words: RegExp])[] = [
  ['(?:ago|before|earlier)', /ago|before|earlier/i],
  ['(?:later|after|from now|henceforth|forward|out)', /later|after|from now|henceforth|forward|out/i],
  ['(this|last|past|next|after|', /this|last|past|next|after|[+-]/i],
  ['(?:within|in|for)', /\b(?:within|in|for)/i],
  // Year, month and day in figures need no name of a month.
  ['|([0-9]{1,2}))[-', /\d{4}/],
  ['september|', /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i],
  ['wednesday|', /sun|mon|tue|wed|thu|fri|sat|week/i],
];

function neededBy({ source }: RegExp): RegExp {
  return NEEDED.find(([part]) => source.includes(part))?.[1] ?? ANYTHING;
}

/** The same parser, which compiles its pattern where a text has what that needs, and the whole of one for durations where it needs that. */
function sparing(parser: Parser): Parser {
  const known = new Map<RegExp, Halved>();
  const needed = new Map<RegExp, RegExp>();
  return {
    pattern: (context) => {
      const whole = parser.pattern(context);
      const words = needed.get(whole) ?? neededBy(whole);
      needed.set(whole, words);
      if (!words.test(context.text)) return NEVER;
      const halves = known.get(whole) ?? halved(whole);
      known.set(whole, halves);
      if (!halves.unit.test(context.text)) return NEVER;
      return halves.several.test(context.text) ? whole : halves.single;
    },
    extract: (context, match) => parser.extract(context, match),
  };
}

/** The library that knows most ways to say a date in English (chrono-node), for prose. */
const DATES: Chrono = en.casual.clone();
DATES.parsers = DATES.parsers.map(sparing);

/**
 * A character that takes two bytes in memory, and to patterns is a sign like any other. V8 keeps some texts in one byte a character, compiles
 * a pattern once for each of the two kinds, and takes several times as long for texts of one byte.
 */
const TWO_BYTES = '\u2060';

/** The dates that the library finds in a text; offsets count UTF-16 code units. */
export function datesByLibrary(text: string, reference: ParsingReference): ParsedResult[] {
  // At the end, since the library goes on with what is left behind a date, however short.
  return DATES.parse(text + TWO_BYTES, reference);
}
