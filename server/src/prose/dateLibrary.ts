import { type Chrono, en, type Parser } from 'chrono-node';

/** In the library's patterns for durations: up to ten more units of time behind the first (“two years, three months and a day ago”). */
const MORE_UNITS = '){0,10}';

const NEVER = /(?!)/;

/** A pattern for durations in two: with one unit of time alone, and what a text has that has several in a row. */
interface Halved {
  readonly single: RegExp;
  readonly several: RegExp;
}

/**
 * V8 up to Node 20 takes fifty milliseconds and more to compile a pattern for durations, which is most of what checking a short draft
 * takes, and hardly any text needs more of it than one unit.
 */
function halved(whole: RegExp): Halved {
  const { source, flags } = whole;
  const end = source.indexOf(MORE_UNITS);
  if (end < 0) return { single: whole, several: NEVER };
  const start = groupBefore(source, end);
  const [before, more] = [source.slice(0, start), source.slice(start + '(?:'.length, end)];
  let unit = more;
  while (unit !== '' && !before.endsWith(unit)) unit = unit.slice(1);
  // Of a pattern that is made otherwise nothing is known.
  if (unit === '') return { single: whole, several: NEVER };
  return { single: new RegExp(before + source.slice(end + MORE_UNITS.length), flags), several: new RegExp(unit + more, flags) };
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

/** The same parser, with the whole of such a pattern only where a text needs it. */
function halving(parser: Parser): Parser {
  const known = new Map<RegExp, Halved>();
  return {
    pattern: (context) => {
      const whole = parser.pattern(context);
      const halves = known.get(whole) ?? halved(whole);
      known.set(whole, halves);
      return halves.several.test(context.text) ? whole : halves.single;
    },
    extract: (context, match) => parser.extract(context, match),
  };
}

/** The library that knows most ways to say a date in English (chrono-node), for prose. */
export const DATES: Chrono = en.casual.clone();
DATES.parsers = DATES.parsers.map(halving);
