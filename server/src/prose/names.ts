import { byContent } from '../text/byContent.ts';
import { CAPITAL } from '../text/capital.ts';
import { editDistance } from '../text/editDistance.ts';
import { moved, type Span, sliceOf } from '../text/span.ts';
import { wordsOf } from '../text/words.ts';
import { isCue } from './cues.ts';

/** A name of a person, place or organisation as prose writes it. */
export interface NameMention {
  /** With its title. */
  readonly span: Span;
  /** Without it: “Kim” of “Mr Kim”. */
  readonly core: Span;
  readonly title: string | null;
}

const TITLES =
  'Chief Executive Officer|Chief Financial Officer|Chief Operating Officer|Chief Technology Officer|Chief Executive|Chief of Staff|Finance Director|Managing Director|Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|President|Vice President|Prime Minister|Premier|Chancellor|Minister|Foreign Minister|Secretary|Senator|Sen|Sens|' +
  'Representative|Rep|Reps|Congressman|Congresswoman|Governor|Gov|Mayor|Judge|Justice|Chief Justice|General|Gen|Colonel|Col|Major|Maj|Captain|Capt|Lieutenant|Lt|Sergeant|Sgt|Admiral|Adm|Commander|Cmdr|' +
  'Chairman|Chairwoman|Chair|Director|Chief|Commissioner|Ambassador|Attorney General|Speaker|King|Queen|Prince|Princess|Pope|Archbishop|Bishop|Reverend|Rev|Father|Sister|Brother|Councillor|Cllr|Alderman|Baroness|Viscount|Rabbi|Imam|Constable|Inspector|Superintendent|Councilman|Councilwoman|Detective|Officer|Leader|Marshal|Comrade|Chairperson|Deputy|Under Secretary|Herr|Frau|Monsieur|Madame|Señor|Señora';
const PARTICLES = 'de|da|do|dos|das|del|della|der|den|des|di|du|la|le|el|al|bin|bint|ibn|ben|van|von|zu|ter|ten|y|e|of|for|the|on';
/** “H₂O” and “B²Gold” are words; a figure behind one is a note's. A joiner joins letters, and ends nothing. */
const INNER =
  "(?:[\\p{Alpha}\\p{Nd}₀-₉\\u2060]|(?!\\u200C(?!\\p{Alpha}))\\p{Gr_Ext}|[²³¹⁰⁴-⁹](?=\\p{Alpha})|[’'](?=\\p{Alpha})(?!s\\b)|[-‑](?=[\\p{Alpha}\\d]))*";
const INITIALS = `\\.(?:\\s?${CAPITAL}\\.)*`;
const PART = `${CAPITAL}(?:${INITIALS}|${INNER})`;
const SPACE = '[^\\S\\n]+';
/** Particles join only what stands between two parts; of, for and the join organisations (“Bank of England”). */
const NAME = new RegExp(
  `(?<![\\p{Alpha}\\p{Nd}₀-₉’'])(?:(${TITLES})\\b\\.?${SPACE})?${PART}(?:,?${SPACE}(?:Jr|Sr)\\b\\.?|${SPACE}(?:(?:${PARTICLES})${SPACE}){0,2}${PART})*`,
  'gu',
);

const NOT_NAMES: ReadonlySet<string> = new Set(
  (
    'the a an this that these those his her its their our my your he she it they we i you one who what which when where why how while as if in on at by for from with without ' +
    'to of and or but nor so yet not no all any some many most much few several both each every other another such only just also even still then than there here now ' +
    'after before since until during over under above below between among against about into onto upon through across along around behind beyond despite ' +
    'although though because unless whether however moreover meanwhile instead indeed perhaps maybe yes outside inside per via nobody somebody someone everyone anyone nothing something everything ' +
    'today yesterday tomorrow tonight earlier later last next first second third once twice again according asked speaking writing saying citing calling describing addressing referring adding noting ' +
    'do does did is are was were be been being has have had will would can could should may might must shall let please dear critics officials analysts experts researchers police residents witnesses ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun published updated photo source more asking given thanks like unlike nearly almost about ' +
    'two three four five six seven eight nine ten eleven twelve hundreds thousands millions dozens half recently currently finally eventually initially originally apparently reportedly allegedly ' +
    'too very well rather quite out off up down back away together none neither either whoever whatever whenever wherever hence thus therefore otherwise additionally furthermore similarly likewise nevertheless nonetheless'
  ).split(' '),
);

/** Words that are months or auxiliaries, and names of people too. */
const AMBIGUOUS = new Set('may will june april august'.split(' '));
const AMBIGUOUS_WORD = new RegExp(`\\b(?:${[...AMBIGUOUS].join('|')})\\b`, 'gi');
const BEFORE_MONTH =
  /\b(?:in|of|since|by|until|till|last|this|next|early|late|mid|during|from|to|before|after|through|on|\d{1,2}(?:st|nd|rd|th)?)[\s-]+$/iu;

/** Whether an ambiguous word is a month or auxiliary where it stands, not a part of a name. */
function isMonthOrVerb(text: string, at: number, word: string): boolean {
  if (!AMBIGUOUS.has(word.toLowerCase())) return true;
  if (/^[.,]?\s*\d/.test(text.slice(at + word.length)) || BEFORE_MONTH.test(text.slice(Math.max(0, at - 14), at))) return true;
  const next = /^\s+(\p{Alpha}+)/u.exec(text.slice(at + word.length, at + word.length + 24))?.[1] ?? '';
  const before = /(\p{Alpha}+)\s+$/u.exec(text.slice(Math.max(0, at - 24), at))?.[1] ?? '';
  return !(isCue(next) || isCue(before) || /^\p{Upper}/u.test(next) || /^\p{Upper}/u.test(before));
}

/** Whether a capitalised word only begins a sentence, or names a day or month. */
export function isNoName(word: string): boolean {
  return NOT_NAMES.has(word.toLowerCase().replace(/[’'.]s?$/u, ''));
}

/** What stands in front of the name proper: “Mr”, “House Speaker”, “Russian Security Council Secretary”. */
const TITLED = new RegExp(
  `^((?:\\p{Upper}[\\p{Alpha}’'.-]*\\s+){0,4}?(?:(?:${TITLES})\\b\\.?\\s+)+)(?=\\p{Upper})(?!(?:${TITLES})\\b)`,
  'u',
);

function mention(text: string, span: Span): NameMention | undefined {
  let { start, end } = span;
  for (;;) {
    const lead = /^(?:(\p{Alpha}+)\b\.?\s+)/u.exec(text.slice(start, end));
    if (!lead || !isNoName(lead[1] as string) || !isMonthOrVerb(text, start, lead[1] as string)) break;
    start += lead[0].length;
  }
  for (;;) {
    const tail = /\s+(\p{Alpha}+)\.?$/u.exec(text.slice(start, end));
    if (!tail || !isNoName(tail[1] as string) || !isMonthOrVerb(text, end - (tail[0].length - tail[0].search(/\S/)), tail[1] as string))
      break;
    end -= tail[0].length;
  }
  const possessive = /[’']s?$/u.exec(text.slice(start, end));
  if (possessive) end -= possessive[0].length;
  const words = text.slice(start, end);
  if (words === '' || (!/\s/.test(words) && isNoName(words) && isMonthOrVerb(text, start, words))) return undefined;
  const title = TITLED.exec(words)?.[1];
  return { span: { start, end }, core: { start: start + (title?.length ?? 0), end }, title: title?.trim() ?? null };
}

/** “Ada Quill of the Harbour Board” is two names; “Bank of England” is one. */
function withoutPlace(name: string): string[] {
  const person = /^(?:\p{Upper}[\p{Alpha}.’'-]*\s+){1,3}\p{Upper}[\p{Alpha}’'-]+(?=\s+(?:of|for|on)\s)/u.exec(name)?.[0];
  return person === undefined || looksLikeOrganisation(person) ? [name] : [person, name.slice(person.length)];
}

/**
 * Names in a stretch of text, in order: runs of capitalised words with particles and initials, their titles apart.
 * English capitals decide; a sentence's first word is left out where it is a common word.
 */
export function namesIn(text: string, within: Span): NameMention[] {
  const stretch = sliceOf(text, within);
  if (dependsOnContext(stretch)) return readNames(text, within);
  return namesOf(stretch).map((name) => ({ ...name, span: moved(name.span, within.start), core: moved(name.core, within.start) }));
}

/** Whether what stands round a stretch can decide which words in it are names. */
export function dependsOnContext(stretch: string): boolean {
  return stretch.match(AMBIGUOUS_WORD)?.some((word) => /^[A-Z]/.test(word)) ?? false;
}

const namesOf = byContent((stretch) => readNames(stretch, { start: 0, end: stretch.length }));

function readNames(text: string, within: Span): NameMention[] {
  const names: NameMention[] = [];
  for (const found of text.slice(within.start, within.end).matchAll(NAME)) {
    let start = within.start + found.index;
    for (const part of withoutPlace(found[0])) {
      const name = mention(text, { start, end: start + part.length });
      if (name) names.push(name);
      start += part.length;
    }
  }
  return names;
}

const TITLE_WORDS = new Set(TITLES.toLowerCase().split(/[| ]/));

/** Whether a name is an office without anybody's name: “Senate Minority Leader”. */
export function isOffice(name: string): boolean {
  return TITLE_WORDS.has(name.split(/\s+/).at(-1)?.toLowerCase() ?? '');
}

/** A name as comparing takes it: folded words without titles, possessive s and generation. */
export const nameWords: (name: string) => readonly string[] = byContent((name) => {
  const words = wordsOf(name.replace(/[’']s\b/gu, '')).map(({ folded }) => folded);
  const bare = words.filter((word) => !TITLE_WORDS.has(word) && word !== 'jr' && word !== 'sr' && word !== 'the');
  return bare.length > 0 ? bare : words;
});

/** Whether two words of names can be one: the same, an initial of it, or another transliteration that begins alike. */
function sameNameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (a[0] !== b[0]) return false;
  if (a.length === 1 || b.length === 1) return true;
  return Math.min(a.length, b.length) >= 5 && editDistance(a, b, 1) <= 1;
}

/** Choi Min-ho and Choe Min-ho, Kim Do-yun and Kim Doyoun: names of several words, one letter apart. */
function isTransliteration(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || b.length < 2 || [...a, ...b].some((word) => word.length === 1)) return false;
  const [left, right] = [a.join(''), b.join('')];
  if (left === right) return true;
  return left.length >= 6 && left[0] === right[0] && left.at(-1) === right.at(-1) && editDistance(left, right, 1) <= 1;
}

/**
 * Whether two names can be one person's, place's or organisation's: all words of the shorter one are in the longer one,
 * in order. “Kim” may be Kim Jong-un; George W. Bush is not George H. W. Bush; Ana Ruiz is not Bo Ruiz.
 * `aliases` are lists of names that mean the same.
 */
export function sameName(a: string, b: string, aliases: readonly (readonly string[])[] = []): boolean {
  if (compatible(nameWords(a), nameWords(b)) || isAcronymOf(a, b) || isAcronymOf(b, a)) return true;
  const folded = (name: string) => nameWords(name).join(' ');
  return aliases.some((names) => {
    const known = new Set(names.map(folded));
    return known.has(folded(a)) && known.has(folded(b));
  });
}

/** IRS for Internal Revenue Service, U.N. for the United Nations: the first letters, with or without those of small words. */
function isAcronymOf(short: string, name: string): boolean {
  const letters = short.replace(/^the\s+/iu, '').replaceAll('.', '');
  if (!/^\p{Upper}{2,7}$/u.test(letters)) return false;
  const words = name.match(/[\p{Alpha}\d]+/gu) ?? [];
  const initials = (some: readonly string[]) => some.map((word) => word[0]).join('');
  const capitalised = words.filter((word) => /^\p{Upper}/u.test(word));
  return capitalised.length >= 2 && [initials(capitalised), initials(words).toUpperCase()].includes(letters);
}

function compatible(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return false;
  if (short.join('') === long.join('') || isTransliteration(a, b)) return true;
  const initials = (words: readonly string[]) => words.filter((word) => word.length === 1).join('');
  if (short.length > 2 && long.length > 2 && initials(short) !== initials(long) && initials(short) !== '' && initials(long) !== '')
    return false;
  let at = 0;
  let spelledOut = false;
  for (const word of short) {
    while (at < long.length && !sameNameWord(word, long[at] as string)) at++;
    if (at >= long.length) return false;
    spelledOut ||= word.length > 1 && (long[at] as string).length > 1;
    at++;
  }
  return spelledOut;
}

/** Whether a name is written like an organisation's, an outlet's or an office's rather than a person's. */
export const looksLikeOrganisation: (name: string) => boolean = byContent((name) => {
  if (/^(?:the\s+)?(?:Office|Committee|Ministry|Department|Board|Bureau|Embassy|Institute|Centre|Center)\s/iu.test(name)) return true;
  const person = TITLED.exec(name);
  return person ? isOrganisationName(name.slice(person[0].length)) : isOrganisationName(name);
});

function isOrganisationName(name: string): boolean {
  if (/^(?:\p{Upper}\.?){2,6}$/u.test(name.replace(/^the\s+/i, ''))) return true;
  return /\b(?:News|Times|Post|Herald|Tribune|Journal|Gazette|Guardian|Independent|Telegraph|Observer|Daily|Weekly|Agency|Press|Reuters|Bloomberg|Magazine|Radio|Television|TV|Network|Office|Ministry|Department|Committee|Commission|Council|Party|Government|Senate|House|Congress|Parliament|Court|Bank|University|College|Institute|Center|Centre|Association|Union|Company|Group|Board|Bureau|Agency|Administration|Army|Navy|Force|Forces|Guard|Police|Kremlin|Pentagon|Sinmun|Wikinews|Trust|Square|Street|Airport|Palace|Stadium|Bridge|Park|Foundation|Society|Alliance|Coalition|League|Organization|Organisation|Corporation|Inc|Ltd|LLC|States|Nations|Republic|Kingdom|Union|City|County|Island|Islands|America|American|Americans)\b/u.test(
    name,
  );
}
