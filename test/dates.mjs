// Compares libraries that read date expressions, and our own reading beside one of them, on the specs of Recognizers-Text.
// usage: npm run eval:dates -- --data DIR [--libraries NODE_MODULES] [--rules] [--show]
// DIR holds data/date-specs.tar.gz. Without --libraries only ours and chrono-node are measured; --rules gives an example of
// each thing that was left out, --show lists what ours does not read rightly.
//
// Which cases count: those of the default mode (FILES) that say what they expect and from which day it counts, each sentence
// and day once. Of a case, those mentions count that “Dates” of the product's specification covers: absolute, partial or
// relative, resolved from one anchor day to an interval of days. So these fall away, in this order: times of day, lengths of
// time, recurring ones; open and hedged stretches (before, since, around, mid-); by their words (OUT) quarters, seasons,
// decades, business days, parts of a week, month or year, what names no number or day (a few days, the day), what counts
// from another day than the anchor (the next day, 3 weeks later, 2 days after 4 May); days that there are not; holidays and
// other names; ranges of anything but days, and lengths of time that begin or end at a day.
//
// Right: the stretch found overlaps the expected one, and one of its readings is one of the intervals expected.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { en as chrono } from 'chrono-node';
import { dateMentionsIn } from '../server/src/prose/dates.ts';
import { dateOfDay, dayNumber, intervalOf, isoDate, MONTH_NAMES, parseIsoDate, WEEKDAY_NAMES } from '../server/src/text/calendarDate.ts';
import { overlaps } from '../server/src/text/span.ts';

const FOLDER = 'Specs/DateTime/English/';
/** The default mode. Other files hold times, lengths, sets and zones, other modes, or say no values. */
const FILES = ['DateTimeModel', 'DateParser', 'DatePeriodParser', 'MergedParser', 'DateTimeModelSplitDateAndTime'];
/** Here a case without results says that there is nothing at all; in others only that there is nothing of one kind. */
const EMPTY_FILES = ['DateTimeModel', 'MergedParser', 'DateTimeModelCalendarMode'];

const [FULL, YEARLESS, WEEKDAY_ALONE] = ['day, month and year', 'day and month', 'weekday alone'];
const [POINTED, NTH] = ['weekday pointed at (last Tuesday)', 'nth weekday of a month'];
const [OF_MONTH, RELATIVE] = ['day of the month alone', 'relative day (yesterday, two days ago)'];
const DAY_GROUPS = [FULL, YEARLESS, WEEKDAY_ALONE, POINTED, NTH, OF_MONTH, RELATIVE];
const [WEEK, MONTH_GROUP, YEAR, RANGE, AGO] = ['week, weekend', 'month', 'year', 'range of days', 'weeks, months, years ago or hence'];

const MONTH = `(?:${MONTH_NAMES.flatMap((name) => [name, name.slice(0, 3)]).join('|')}|sept)`.toLowerCase();
const WEEKDAY = '(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:days?)?';
const HAS_WEEKDAY = new RegExp(`\\b${WEEKDAY}\\b`);
const HAS_DATE = new RegExp(`(?:\\b|\\d)${MONTH}(?:\\b|\\d)|\\d[-/. ]\\d|\\d{8}`);
const JOINED = /\b(?:to|until|till|through|thru|and|between)\b|[-–—~]/;
const A_DAY = /\b\d{1,2}(?:st|nd|rd|th)?\b|(?:st|nd|rd|th|teen|day)\b|\btomorrow\b|\bnow\b/;
const COUNT = '(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)';
const UNIT = '(?:days?|weeks?|months?|years?|fortnight)';
/** The words of dates; a mention with any other is a holiday or a name. */
const WORDS = new RegExp(
  `^(?:${MONTH}|${WEEKDAY}|${UNIT}|st|nd|rd|th|first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf)th|weekend|` +
    'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen(?:th)?|' +
    '(?:twen|thir|for|fif|six|seven|eigh|nine)(?:ty|tieth)|hundred|thousand|zero|today|tomorrow|yesterday|now|tmrw?|' +
    'last|next|this|past|coming|upcoming|current|ago|hence|for|before|after|from|in|on|of|the|an?|at|to|until|till|through|and|between|' +
    'beginning|starting|commencing|w|c)$',
);
/** Why a mention does not count, by its words. The first that fits is told. */
const OUT = [
  ['business days, fiscal and school years', /business|work(?:ing)? ?(?:day|week)|fiscal|school|calendar|\b[cfs]y ?\d/],
  [
    'a quarter, half, season, decade or century',
    /quarter|\bq\d|h[12]\b|half|decade|centur|\d0 ?['’]?s\b|t(?:ie|en)s\b|thousands|noughties/,
  ],
  ['a quarter, half, season, decade or century', /summer|winter|spring|autumn|\bfall\b/],
  ['it counts from another day', new RegExp(`\\b${COUNT} ${UNIT} (?:from|after|before) (?!now|today|tomorrow|yesterday|tmrw)`)],
  ['it counts from another day', new RegExp(`\\bfollowing\\b|\\bprevious\\b|(?:${UNIT}|monday) later|\\bsince\\b`)],
  ['it counts from another day', /\bthe day (?:before|after)$|^(?:the )?(?:next|last|past) day$/],
  ['a part of a week, month or year', /\b(?:earl|later?\b|mid|rest\b|remain|end\b|start of|beginning of|to date|current date)/],
  ['it names no number or day', /\bfew\b|\bcouple\b|^(?:the|my) (?:day|week|month|year|fortnight|weekend)$|^this day$|\botd\b/],
  ['a length of time that begins or ends at a day', /\bwithin\b|\bless than\b/],
];

/** Ends the run with one line that says what to do. */
function giveUp(message) {
  console.error(`eval:dates: ${message}`);
  process.exit(2);
}

/** The files of a tar archive, by their paths: headers of 512 bytes, each file filled up to a multiple of that. */
function untarred(archive) {
  const files = new Map();
  const field = (from, length) => archive.toString('latin1', from, from + length).split('\0')[0];
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0; ) {
    const size = Number.parseInt(field(at + 124, 12), 8);
    files.set(field(at, 100), archive.toString('utf8', at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

/** The first day of an ISO date, since 1970-01-01; undefined for “not resolved” and 0001-01-01, which says the same. */
function dayOf(iso) {
  const date = iso?.startsWith('0001') ? undefined : parseIsoDate(iso ?? '');
  return date && intervalOf(date).first;
}

/** The values of a mention. Whole models give a list of them, their parts one for the past and one for the future. */
function valuesOf({ Resolution, Value }) {
  const { values, Timex = '', Mod, PastResolution = {}, FutureResolution = {} } = Resolution ?? Value ?? {};
  if (values) return values.map(({ timex = '', Mod: mod, value, start, end }) => ({ timex, mod, first: value ?? start, end }));
  return [PastResolution, FutureResolution].map((one) => ({ timex: Timex, mod: Mod, first: one.date ?? one.startDate, end: one.endDate }));
}

/** Why a mention does not count by its type, words and values; undefined where it may. */
function whyOut(kind, text, values) {
  if (/^(?:date)?time(?:range|zone)?$/.test(kind)) return 'a time of day';
  if (kind === 'duration') return 'a length of time';
  if (kind !== 'date' && kind !== 'daterange') return 'recurring, or one of several';
  if (values.some(({ mod }) => mod)) return 'open or hedged (before, since, around, mid-)';
  const words = OUT.find(([, pattern]) => pattern.test(text));
  if (words) return words[0];
  if (values.some(({ first }) => dayOf(first) === undefined)) return 'a day that there is not';
  return text.match(/[a-z]+/g)?.every((word) => WORDS.test(word)) === false ? 'a holiday or another name' : undefined;
}

/** The group of a mention whose value is a day. */
function dayGroup(text, timex) {
  if (timex.includes('#') || new RegExp(`^(?:first|second|third) ${WEEKDAY}$`).test(text)) return NTH;
  if (HAS_DATE.test(text)) return /^(?:\d{4}|XX\d\d)-/.test(timex) ? FULL : YEARLESS;
  if (HAS_WEEKDAY.test(text)) {
    if (/\d\w*$|(?:st|nd|rd|th|teen)$/.test(text)) return OF_MONTH;
    return text.replace(/^on /, '').includes(' ') ? POINTED : WEEKDAY_ALONE;
  }
  if (/\d(?:st|nd|rd|th)?(?: day)? of\b.*\bmonth$/.test(text)) return OF_MONTH;
  if (/\b(?:week|month|year|fortnight)s?\b/.test(text)) return AGO;
  return /\bdays?\b|today|yesterday|tomorrow|tmrw?/.test(text) ? RELATIVE : OF_MONTH;
}

/** The group of a mention whose value is a stretch of days, or why it does not count. */
function stretchGroup(text, timex) {
  if (timex.startsWith('(')) {
    const [last, ...others] = text.split(JOINED).reverse();
    if (others.length === 0) return { out: 'a length of time that begins or ends at a day' };
    const hasDays = /,P[\d.]+D\)/.test(timex) && (A_DAY.test(last) || /\d[-/]\d{1,2}[-/]\d{4}$/.test(text));
    return hasDays ? { group: RANGE } : { out: 'a range of weeks, months or years' };
  }
  if (/W/.test(timex) || /\bweek|w\/c/.test(text)) return { group: WEEK };
  return { group: /^(?:\d{4}|XXXX)-/.test(timex) ? MONTH_GROUP : YEAR };
}

/** The intervals that are right. The specs' ends are the day after; for ranges in words one mode of them has it, another not. */
function intervalsOf(values, group) {
  return values.flatMap(({ first, end }) => {
    const [from, until] = [dayOf(first), dayOf(end)];
    if (until === undefined) return [{ first: from, last: from }];
    return [until - 1, ...(group === RANGE ? [until] : [])].map((last) => ({ first: from, last }));
  });
}

/** Where a mention stands. Some cases of one file say a wrong place. */
function spanOf({ Text, Start }, input) {
  const [text, own] = [input.toLowerCase(), Text.toLowerCase()];
  const start = Start !== undefined && text.startsWith(own, Start) ? Start : text.indexOf(own);
  return { start, end: start + own.length };
}

const typeOf = ({ Type, TypeName }) => (Type ?? TypeName ?? '').replace('datetimeV2.', '');

/** The mentions of a case that count, and why the others do not. */
function mentionsOf({ Input: input, Context, NotSupported, NotSupportedByDesign, Results }) {
  const anchor = dayOf(Context?.ReferenceDateTime);
  if (anchor === undefined) return { mentions: [], outs: ['no day that it counts from'] };
  const supported = !/javascript/i.test(`${NotSupported} ${NotSupportedByDesign}`);
  const read = Results.map((result) => {
    const [kind, text, values] = [typeOf(result), result.Text.toLowerCase().trim(), valuesOf(result)];
    const out = whyOut(kind, text, values);
    const known = out ? { out } : kind === 'date' ? { group: dayGroup(text, values[0].timex) } : stretchGroup(text, values[0].timex);
    return known.out ? known : { input, anchor, span: spanOf(result, input), ...known, right: intervalsOf(values, known.group), supported };
  });
  return { mentions: read.filter(({ out }) => !out), outs: read.flatMap(({ out }) => out ?? []) };
}

/** What a case is taken for: one of those that count, one that false finds are counted in, or neither. */
function roleOf(one, file) {
  if (one.Results.length > 0 && !FILES.includes(file)) return { out: 'a file of times, lengths, zones, another mode, or without values' };
  if (one.Results.length === 0) {
    return EMPTY_FILES.includes(file) ? { empty: one, out: 'no date at all: false finds are counted' } : { out: 'nothing of one kind' };
  }
  const { mentions, outs } = mentionsOf(one);
  if (mentions.length > 0) return { mentions };
  const isOfTimes = one.Results.every((result) => /^(?:time|timerange|duration)$/.test(typeOf(result)));
  return { out: outs[0], ...(isOfTimes ? { timesOnly: one } : {}) };
}

/** The mentions that count, the cases for false finds, and of all cases how many fell away for which reason. */
function selectionOf(files) {
  const roles = [];
  const said = new Set();
  const others = [...files.keys()].filter((path) => path.endsWith('.json')).map((path) => path.slice(FOLDER.length, -'.json'.length));
  for (const name of new Set([...FILES, ...others])) {
    for (const one of JSON.parse(files.get(`${FOLDER}${name}.json`).replace(/^\uFEFF/, ''))) {
      const key = `${one.Input.toLowerCase()}\n${one.Context?.ReferenceDateTime}`;
      const example = one.Results[0]?.Text ?? one.Input;
      const isAgain = [...FILES, ...EMPTY_FILES].includes(name) && said.has(key);
      roles.push({ example, ...(isAgain ? { out: 'said by a case before' } : roleOf(one, name)) });
      said.add(key);
    }
  }
  const of = (role) => roles.flatMap((one) => one[role] ?? []);
  return { roles, mentions: of('mentions'), empty: of('empty'), timesOnly: of('timesOnly') };
}

/** Noon, so that the day is the same in the time zones of most machines. */
function atNoon(day) {
  return new Date((day + 0.5) * 86_400_000);
}

/** Two days, ISO, the last one included, as readings. */
function readingsOf(first, last) {
  const [from, to] = [dayOf(first?.slice(0, 10)), dayOf((last ?? first)?.slice(0, 10))];
  return from === undefined || to === undefined || to < from ? [] : [{ first: from, last: to }];
}

const ours = {
  name: 'ours (chrono-node and our reading)',
  find: (text, anchor) => dateMentionsIn(text, { start: 0, end: text.length }, anchor),
};

/** What a part of a chrono result stands for: the day, month or year that it is certain of; nothing for a time of day. */
function chronoDays(parts) {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => parts.get(part));
  if (parts.isCertain('day') || parts.isCertain('weekday')) return intervalOf({ year, month, day });
  if (parts.isCertain('month')) return intervalOf({ year, month });
  return parts.isCertain('year') ? intervalOf({ year }) : undefined;
}

const chronoAlone = {
  name: 'chrono-node',
  find: (text, anchor) =>
    chrono.casual.parse(text, { instant: atNoon(anchor), timezone: 0 }).flatMap(({ index, text: own, start, end }) => {
      const first = chronoDays(start);
      const { last } = (end && chronoDays(end)) ?? first ?? {};
      return first ? [{ span: { start: index, end: index + own.length }, readings: [{ first: first.first, last }] }] : [];
    }),
};

/** The library that the specs were written for. */
function recognizers(load) {
  const { recognizeDateTime, DateTimeOptions } = load('@microsoft/recognizers-text-date-time');
  const days = ({ type, value, start, end }) => {
    if (type === 'date' || type === 'datetime') return readingsOf(value, value);
    const last = type === 'daterange' && dayOf(end) !== undefined ? isoDate(dateOfDay(dayOf(end) - 1)) : end;
    return end ? readingsOf(start, last) : [];
  };
  return {
    name: '@microsoft/recognizers-text-date-time',
    find: (text, anchor) =>
      recognizeDateTime(text, 'en-us', DateTimeOptions.None, atNoon(anchor))
        .filter(({ typeName }) => /\.date(?:time)?(?:range)?$/.test(typeName))
        .map(({ start, end, resolution }) => ({ span: { start, end: end + 1 }, readings: (resolution?.values ?? []).flatMap(days) })),
  };
}

function compromise(load) {
  const nlp = load('compromise');
  nlp.plugin(load('compromise-dates'));
  return {
    name: 'compromise, compromise-dates',
    find: (text, anchor) => {
      const found = nlp(text).dates({ today: isoDate(dateOfDay(anchor)), timezone: 'UTC' });
      return found.json({ offset: true }).map(({ offset: { start, length }, dates }) => ({
        span: { start, end: start + length },
        readings: readingsOf(dates.start ?? undefined, dates.end ?? undefined),
      }));
    },
  };
}

/** Says no place: what it finds in a text is taken for whatever was expected. */
function sherlock(load) {
  const library = load('sherlockjs');
  return {
    name: 'sherlockjs',
    find: (text, anchor) => {
      library._setNow(atNoon(anchor));
      const { startDate, endDate } = library.parse(text);
      const readings = readingsOf(startDate?.toISOString(), endDate?.toISOString());
      return startDate ? [{ span: { start: 0, end: text.length }, readings }] : [];
    },
  };
}

/** Finds nothing in a text, so that it is given the mention alone, and knows no anchor: a year not said is the anchor's. */
function anyDateParser(load) {
  const { attempt } = load('any-date-parser');
  return {
    name: 'any-date-parser (given the mention)',
    readsOnly: true,
    find: (text, anchor) => {
      const { year = dateOfDay(anchor).year, month, day } = attempt(text);
      const span = { start: 0, end: text.length };
      return month === undefined ? [] : [{ span, readings: [intervalOf({ year, month, ...(day === undefined ? {} : { day }) })] }];
    },
  };
}

/** Libraries that the project does not have, as far as a folder does. */
function othersIn(folder) {
  const load = createRequire(join(folder, 'any'));
  return [recognizers, compromise, sherlock, anyDateParser].flatMap((make) => {
    try {
      return [make(load)];
    } catch (error) {
      console.log(`(left out: ${error.message.split('\n')[0]})`);
      return [];
    }
  });
}

const COPY_MONTH = `(?:${MONTH_NAMES.join('|')}|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\\.?)`;
const COPY_DAY = '(?:the )?\\d{1,2}(?:st|nd|rd|th)?';
const COPY_WEEKDAY = `(?:${WEEKDAY_NAMES.join('|')})`;
const COPY_WEEK = '(?:last|next|this) week';
/** How edited copy writes a day: names in full and with capitals, no shorthand of chats and file names. */
const COPY = [
  `(?:${COPY_WEEKDAY},? )?(?:${COPY_DAY}(?: of)? ${COPY_MONTH}|${COPY_MONTH} ${COPY_DAY})(?:,? \\d{4})?`,
  '\\d{1,2}/\\d{1,2}/\\d{4}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{4}-\\d\\d-\\d\\d',
  `(?:(?:this )?(?:last|next|past|coming|upcoming) |this )?${COPY_WEEKDAY}(?:,? (?:of )?${COPY_WEEK})?|${COPY_WEEK} on ${COPY_WEEKDAY}`,
  `(?:${COPY_WEEKDAY} )?the \\d{1,2}(?:st|nd|rd|th)(?: of (?:this|last|next) month)?`,
  `the (?:first|second|third|fourth|last) ${COPY_WEEKDAY} (?:of|in) (?:${COPY_MONTH}(?: \\d{4})?|(?:this|last|next) month)`,
  '[Tt]oday|[Yy]esterday|[Tt]omorrow|(?:[Tt]he )?day (?:after tomorrow|before yesterday)',
  `${COUNT} days (?:ago|from now|from today)|in ${COUNT} days`,
].map((pattern) => new RegExp(`^(?:on )?(?:${pattern})$`));

/** What a library makes of a mention: right, wrong or missed; whether its first reading is right; whether a wrong one is only too wide. */
function judged(mention, { find, readsOnly }) {
  const { input, span, anchor, right } = mention;
  const found = readsOnly ? find(input.slice(span.start, span.end), anchor) : find(input, anchor).filter((one) => overlaps(one.span, span));
  const readings = found.flatMap((one) => one.readings);
  const fits = (one) => right.some(({ first, last }) => first === one.first && last === one.last);
  const covers = (one) => right.some(({ first, last }) => one.first <= first && one.last >= last);
  const verdict = readings.some(fits) ? 'right' : readings.length > 0 ? 'wrong' : 'missed';
  const chosen = found.some((one) => one.readings.slice(0, 1).some(fits));
  return { ...mention, verdict, readings, chosen, wider: verdict === 'wrong' && readings.some(covers) };
}

const share = (of, is) => (of.length === 0 ? '–' : (of.filter(is).length / of.length).toFixed(2));
const print = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const isDay = ({ group }) => DAY_GROUPS.includes(group);
const isOfCopy = ({ input, span }) => COPY.some((pattern) => pattern.test(input.slice(span.start, span.end)));
const isRight = ({ verdict }) => verdict === 'right';
const verdicts = (of) => ['right', 'missed', 'wrong'].map((one) => share(of, ({ verdict }) => verdict === one)).join(' / ');

function printSelection({ roles, mentions }, withExamples) {
  const others = roles.filter(({ out }) => out);
  console.log(`${roles.length - others.length} of ${roles.length} cases count, with ${mentions.length} mentions. The others:`);
  const reasons = Map.groupBy(others, ({ out }) => out);
  for (const [reason, cases] of [...reasons].sort((a, b) => b[1].length - a[1].length))
    console.log(`${String(cases.length).padStart(6)}  ${reason}${withExamples ? ` (“${cases[0].example}”)` : ''}`);
}

function printShares(libraries, scores) {
  console.log();
  print('right / missed / wrong', 'mentions', ...libraries.map(({ name }) => name));
  print('---', '--:', ...libraries.map(() => '---'));
  const line = (label, is) => {
    const some = scores.map((score) => score.filter(is));
    print(label, some[0].length, ...some.map(verdicts));
  };
  for (const name of DAY_GROUPS) line(name, ({ group }) => group === name);
  line('**a day: all of the above**', isDay);
  line('**a day, as edited copy writes it**', (one) => isDay(one) && isOfCopy(one));
  for (const name of [WEEK, MONTH_GROUP, YEAR, RANGE, AGO]) line(name, ({ group }) => group === name);
  line('**all**', () => true);
}

function printRest(libraries, scores, { empty, timesOnly }) {
  const finds = ({ find }, cases) =>
    cases.filter(({ Input, Context }) => find(Input, dayOf(Context?.ReferenceDateTime) ?? dayNumber(2020, 1, 1)).length > 0).length;
  console.log();
  print('', ...libraries.map(({ name }) => name));
  print('---', ...libraries.map(() => '--:'));
  const line = (label, of) => print(label, ...libraries.map((library, i) => of(scores[i], library)));
  line('a day: the first reading is right', (score) => share(score.filter(isDay), (one) => one.chosen));
  line('all: wrong, but the days expected are within', (score) => share(score, (one) => one.wider));
  const supported = scores.map((score) => score.filter((one) => one.supported));
  print('right of what the specs expect in JavaScript', ...supported.map((score) => share(score, isRight)));
  line(`finds in ${empty.length} texts without any date`, (_, library) => finds(library, empty));
  line(`finds in ${timesOnly.length} texts with times of day and lengths of time alone`, (_, library) => finds(library, timesOnly));
}

/** What ours does not read rightly, one to a line. */
function printFaults(score) {
  const shown = (intervals) =>
    intervals.map(({ first, last }) => [first, last].map((day) => isoDate(dateOfDay(day))).join('..')).join(' ') || '–';
  for (const { group, verdict, input, span, anchor, right, readings } of score.filter((one) => !isRight(one))) {
    const days = [shown(right), `not ${shown(readings)}`, isoDate(dateOfDay(anchor))];
    console.log([group, verdict, input.slice(span.start, span.end), ...days, input.replaceAll('\n', ' ')].join('\t'));
  }
}

const { values: given } = parseArgs({
  options: { data: { type: 'string' }, libraries: { type: 'string' }, rules: { type: 'boolean' }, show: { type: 'boolean' } },
});
if (!given.data) giveUp('say where the data is: npm run eval:dates -- --data DIR');
const archive = join(resolve(given.data), 'data/date-specs.tar.gz');
if (!existsSync(archive)) giveUp(`${archive} is missing; say where the data is with --data DIR.`);
const selection = selectionOf(untarred(gunzipSync(readFileSync(archive))));
const libraries = [ours, chronoAlone, ...(given.libraries ? othersIn(resolve(given.libraries)) : [])];
const scores = libraries.map((library) => selection.mentions.map((mention) => judged(mention, library)));
printSelection(selection, given.rules);
printShares(libraries, scores);
printRest(libraries, scores, selection);
if (given.show) printFaults(scores[0]);
