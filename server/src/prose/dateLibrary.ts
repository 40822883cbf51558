import { type Chrono, en, type Parser } from 'chrono-node';

const UNIT =
  '(?:quarters|seconds|minutes|quarter|second|minute|months|hours|weeks|month|years|mins|hour|days|week|year|sec|min|hrs|day|mon|mos|qtr|hr|mo|yr|[smhdwy])';
const NUMBER_WORDS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
/** What stands right before a unit of time: the last of a number, or of the words that stand for one. */
const NUMBER_ENDS = `(?<=\\s|\\d|${NUMBER_WORDS}|half(?:\\s{0,2}an?)?|few|several|the|couple|of)`;

/**
 * What a text has wherever one of the library's parsers finds something in it, by what its pattern has in it. These patterns allow for
 * eleven units of time in a row, which older V8s take some fifty milliseconds to compile; hardly any paragraph needs them.
 */
const NEEDED: readonly (readonly [part: string, needed: RegExp])[] = [
  '(?:ago|before|earlier)',
  '(?:later|after|from now|henceforth|forward|out)',
].map((part) => [part, new RegExp(`${NUMBER_ENDS}${UNIT}\\s{0,5}${part}(?=\\W|$)`, 'i')]);

const NOTHING = /(?!)/;

/** The same parser, whose own pattern is looked for only where it can be found. */
function asked(parser: Parser): Parser {
  let needed: RegExp | null | undefined;
  return {
    pattern: (context) => {
      const pattern = parser.pattern(context);
      if (needed === undefined) needed = NEEDED.find(([part]) => pattern.source.includes(part))?.[1] ?? null;
      return needed === null || needed.test(context.text) ? pattern : NOTHING;
    },
    extract: (context, match) => parser.extract(context, match),
  };
}

/** The library that knows most ways to say a date in English (chrono-node), for prose. */
export const DATES: Chrono = en.casual.clone();
DATES.parsers = DATES.parsers.map(asked);
