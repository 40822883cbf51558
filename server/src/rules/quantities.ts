import { numberAt } from '../text/numbers.ts';
import type { Span } from '../text/span.ts';

/** What a figure counts. */
export interface Unit {
  readonly name: string;
  readonly of: 'money' | 'share' | 'length' | 'area' | 'mass' | 'time' | 'speed' | 'heat' | 'volume' | 'power';
  /** In the measure's smallest units; 0 where it is not fixed. */
  readonly size: number;
}

/** Where a figure's words put the true number: above it, below it, or near it. */
export type Bound = 'above' | 'below' | 'near';

export interface Hedge {
  readonly bound: Bound;
  /** Words, half-open. */
  readonly words: Span;
  /** Whether it can be nothing but a hedge: “over three” may be a preposition. */
  readonly plain: boolean;
}

/** A figure with what stands beside it. Spans count words, half-open. */
export interface Quantity {
  readonly mantissa: number;
  /** 1 where none is stated. */
  readonly magnitude: number;
  readonly unit: Unit | null;
  readonly hedge: Hedge | null;
  /** The number with its magnitude. */
  readonly number: Span;
  /** The same with its unit, be it a sign in front or a word behind. */
  readonly whole: Span;
  /** Whether it is written in numerals. */
  readonly inNumerals: boolean;
}

const UNIT_LINES = `
pound money 0: £|pound|pounds|pounds sterling|gbp|quid
dollar money 0: $|dollar|dollars|usd|us dollars
euro money 0: €|euro|euros|eur
yen money 0: ¥|yen|yuan|renminbi
pence money 0: pence|p|penny
cent money 0: cent|cents
franc money 0: franc|francs|chf
rupee money 0: rupee|rupees
rouble money 0: rouble|roubles|ruble|rubles
crown money 0: crown|crowns|krona|kronor|krone|kroner
percent share 0: percent|per cent|pc|pct
point share 0: percentage point|percentage points
basis point share 0: basis point|basis points
millimetre length 1: mm|millimetre|millimetres|millimeter|millimeters
centimetre length 10: cm|centimetre|centimetres|centimeter|centimeters
metre length 1000: metre|metres|meter|meters
kilometre length 1000000: km|kms|kilometre|kilometres|kilometer|kilometers
inch length 25.4: inch|inches
foot length 304.8: ft|foot|feet
yard length 914.4: yard|yards
mile length 1609344: mile|miles
acre area 4047: acre|acres
hectare area 10000: ha|hectare|hectares
square foot area 0.0929: square foot|square feet|sq ft
square metre area 1: square metre|square metres|square meter|square meters|sq m
square kilometre area 1000000: square kilometre|square kilometres|square kilometer|square kilometers|sq km
square mile area 2590000: square mile|square miles|sq miles
gram mass 1: g|gram|grams|gramme|grammes
kilogram mass 1000: kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes
ounce mass 28.35: oz|ounce|ounces
lb mass 453.6: lb|lbs
ton mass 1000000: ton|tons|tonne|tonnes|metric ton|metric tons
second time 1: second|seconds
minute time 60: minute|minutes|min|mins
hour time 3600: hour|hours|hr|hrs
day time 86400: day|days
week time 604800: week|weeks
month time 2629800: month|months
year time 31557600: year|years
decade time 315576000: decade|decades
mile an hour speed 1.609: mph|miles per hour|miles an hour
kilometre an hour speed 1: kph|kmh|km h|kilometres per hour|kilometres an hour|kilometers per hour|kilometers an hour
knot speed 1.852: knot|knots
celsius heat 0: c|celsius|degrees celsius|degrees c
fahrenheit heat 0: f|fahrenheit|degrees fahrenheit|degrees f
litre volume 1: litre|litres|liter|liters
gallon volume 4.2: gallon|gallons
kilowatt power 1: kw|kilowatt|kilowatts
megawatt power 1000: mw|megawatt|megawatts
gigawatt power 1000000: gw|gigawatt|gigawatts`;

const UNITS: ReadonlyMap<string, Unit> = new Map(
  UNIT_LINES.trim()
    .split('\n')
    .flatMap((line) => {
      const [, name = '', of = '', size = '', forms = ''] = /^(.+) (\w+) ([\d.]+): (.*)$/u.exec(line) ?? [];
      const unit: Unit = { name, of: of as Unit['of'], size: Number(size) };
      return forms.split('|').map((form) => [form, unit] as const);
    }),
);
const LONGEST_UNIT = 3;

const MAGNITUDES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hundred: 1e2,
    thousand: 1e3,
    k: 1e3,
    million: 1e6,
    mn: 1e6,
    billion: 1e9,
    bn: 1e9,
    trillion: 1e12,
    tn: 1e12,
    trn: 1e12,
  }),
);

const HEDGES: ReadonlyMap<string, Bound> = new Map([
  ...'more than|over|at least|no fewer than|no less than|not less than|upwards of|in excess of|just over|well over'
    .split('|')
    .map((words) => [words, 'above'] as const),
  ...(
    'fewer than|less than|under|nearly|almost|up to|as much as|as many as|as high as|at most|no more than|not more than|' +
    'just under|well under'
  )
    .split('|')
    .map((words) => [words, 'below'] as const),
  ...'about|around|roughly|approximately|some|an estimated|close to'.split('|').map((words) => [words, 'near'] as const),
]);
const LONGEST_HEDGE = 3;
/** Prepositions and determiners as well. */
const EQUIVOCAL = new Set('over under about around some'.split(' '));

const isSign = (word: string | undefined) => word !== undefined && /^[$£€¥]$/u.test(word);

interface Figure {
  readonly mantissa: number;
  readonly magnitude: number;
  /** What a suffix says: “40km”. */
  readonly unit: Unit | null;
  /** Behind its last word. */
  readonly end: number;
}

/** “40m”, “3.5bn”, “12km”; undefined of 40m without a currency, which may be metres, and of what is no quantity (1990s, 5th). */
function suffixed(word: string, isMoney: boolean): Omit<Figure, 'end'> | undefined {
  const [, digits, suffix = ''] = /^(\d+(?:\.\d+)?)([a-z]{1,3})$/u.exec(word) ?? [];
  if (digits === undefined) return undefined;
  const magnitude = suffix === 'm' || suffix === 'b' ? (isMoney ? { m: 1e6, b: 1e9 }[suffix] : undefined) : MAGNITUDES.get(suffix);
  const unit = magnitude === undefined ? UNITS.get(suffix) : null;
  return unit === undefined ? undefined : { mantissa: Number(digits), magnitude: magnitude ?? 1, unit };
}

function figureAt(words: readonly string[], at: number, isMoney: boolean): Figure | undefined {
  const closed = suffixed(words[at] as string, isMoney);
  if (closed) return { ...closed, end: at + 1 };
  const number = numberAt(words, at);
  if (!number || number.ordinal) return undefined;
  let length = number.length;
  // A magnitude by itself is no number, so that the first word never is one.
  while (length > 1 && MAGNITUDES.has(words[at + length - 1] as string)) length--;
  const mantissa = numberAt(words.slice(at, at + length), 0)?.value as number;
  const end = at + number.length;
  const short = length === number.length ? MAGNITUDES.get(words[end] ?? '') : undefined;
  return { mantissa, magnitude: short ?? number.value / mantissa, unit: null, end: short === undefined ? end : end + 1 };
}

/** The longest phrase of a table that begins at a word: what it means and how many words it has. */
function phraseAt<T>(words: readonly string[], at: number, table: ReadonlyMap<string, T>): { meaning: T; length: number } | undefined {
  for (let length = LONGEST_UNIT; length > 0; length--) {
    const meaning = at + length <= words.length ? table.get(words.slice(at, at + length).join(' ')) : undefined;
    if (meaning !== undefined) return { meaning, length };
  }
  return undefined;
}

function hedgeBefore(words: readonly string[], end: number): Hedge | null {
  for (let length = Math.min(LONGEST_HEDGE, end); length > 0; length--) {
    const phrase = words.slice(end - length, end).join(' ');
    const bound = HEDGES.get(phrase);
    if (bound) return { bound, words: { start: end - length, end }, plain: !EQUIVOCAL.has(phrase) };
  }
  return null;
}

/** The quantity of which the figure begins at word `at` of some folded words; undefined where none does. */
export function quantityAt(words: readonly string[], at: number): Quantity | undefined {
  const sign = isSign(words[at - 1]);
  const figure = words[at] === undefined ? undefined : figureAt(words, at, sign);
  if (!figure) return undefined;
  const behind = sign || figure.unit ? undefined : phraseAt(words, figure.end, UNITS);
  const start = sign ? at - 1 : at;
  return {
    mantissa: figure.mantissa,
    magnitude: figure.magnitude,
    unit: sign ? (UNITS.get(words[at - 1] as string) as Unit) : (figure.unit ?? behind?.meaning ?? null),
    hedge: hedgeBefore(words, start),
    number: { start: at, end: figure.end },
    whole: { start, end: figure.end + (behind?.length ?? 0) },
    inNumerals: /^\d/u.test(words[at] as string),
  };
}

/** Whether words are what stands behind a number and nothing else: a magnitude, a unit or both. */
export function isMeasure(words: readonly string[]): boolean {
  const from = MAGNITUDES.has(words[0] ?? '') ? 1 : 0;
  return words.length > 0 && (words.length === from || phraseAt(words, from, UNITS)?.length === words.length - from);
}

/** “40 pounds” may be money or weight. */
const isSameUnit = (a: Unit, b: Unit) => a.name === b.name || (/^(?:pound|lb)$/u.test(a.name) && /^(?:pound|lb)$/u.test(b.name));

/** Whether the two state units, and not the same. */
export function hasOtherUnit({ unit: a }: Quantity, { unit: b }: Quantity): boolean {
  return a !== null && b !== null && !isSameUnit(a, b);
}

/** Whether the two state magnitudes (“million”), and not the same. */
export function hasOtherMagnitude(a: Quantity, b: Quantity): boolean {
  return a.magnitude !== 1 && b.magnitude !== 1 && a.magnitude !== b.magnitude;
}

/** What is converted is rounded, too. */
const ROUNDED = 1.15;

/** Whether one figure may be the other in another unit: miles in kilometres, or in another currency. */
export function mayBeConverted(a: Quantity, b: Quantity): boolean {
  if (!hasOtherUnit(a, b) || a.unit?.of !== b.unit?.of) return false;
  const [one, other] = [a, b].map(({ mantissa, magnitude, unit }) => mantissa * magnitude * (unit?.size ?? 0)) as [number, number];
  return one === 0 || other === 0 || Math.max(one, other) / Math.min(one, other) <= ROUNDED;
}
