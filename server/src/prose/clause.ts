import { byContent } from '../text/byContent.ts';
import { CAPITAL } from '../text/capital.ts';
import { moved, type Span, sliceOf } from '../text/span.ts';
import { CREDIT_PHRASE, isCue } from './cues.ts';
import { dependsOnContext, type NameMention, namesIn } from './names.ts';
import { MARKUP } from './prose.ts';

/** What a word or sign does in saying who says something. */
export type ClauseTokenKind =
  | 'name'
  | 'pronoun'
  | 'role'
  | 'cue'
  | 'credit'
  | 'preposition'
  | 'relative'
  | 'and'
  | 'determiner'
  | 'adverb'
  | 'word'
  | 'comma'
  | 'colon'
  | 'dash'
  | 'stop'
  | 'quoted';

export interface ClauseToken {
  readonly kind: ClauseTokenKind;
  readonly span: Span;
  /** Lower case. */
  readonly text: string;
  readonly name: NameMention | null;
}

/** Stands for every character of a quotation in the text that attributions are read from. */
export const QUOTED = '\uFFFC';

const PREPOSITIONS = new Set(
  'of to from with without for in on at by about against into onto over under between among during after before since until through despite including like than near via behind upon toward towards'.split(
    ' ',
  ),
);
const PRONOUNS = new Set('he she they it i we who'.split(' '));
const DETERMINERS = new Set('the a an his her their its this that these those another one some'.split(' '));
const ADVERBS = new Set(
  'also has have had later then again once did would will could then further even still just only never always often who earlier yesterday today recently first now once more both all not to be been being is was himself herself itself themselves themself'.split(
    ' ',
  ),
);
const ROLES = new Set(
  (
    'president leader minister premier chancellor secretary senator representative congressman congresswoman governor mayor judge justice general colonel major captain lieutenant sergeant admiral commander ' +
    'chairman chairwoman chair director chief commissioner ambassador attorney lawyer speaker king queen prince princess pope archbishop bishop priest pastor spokesman spokeswoman spokesperson spokespeople ' +
    'official officials officer officers police analyst analysts expert experts researcher researchers scientist scientists professor author authors writer journalist reporter editor owner manager founder ' +
    'executive economist historian critic critics activist activists lawmaker lawmakers legislator politician politicians candidate diplomat diplomats aide aides adviser advisor source sources witness witnesses resident residents ' +
    'teacher doctor nurse farmer fisherman worker workers student students mother father son daughter wife husband brother sister man woman boy girl people statement report study agency ministry department office court company group ' +
    'coach player captain actor actress singer artist curator keeper member members boss head deputy prosecutor prosecutors investigator investigators inspector detective envoy ruler dictator tsar marshal warlord coordinator organiser organizer engineer consultant'
  ).split(' '),
);

const TOKEN = /\uFFFC+|[\p{Alpha}\p{Nd}](?:[\p{Alpha}\p{Nd}’'\u2060-]|(?!\u200C(?!\p{Alpha}))\p{Gr_Ext})*|[,;:.!?…()[\]]|[—–]|--/gu;

function kindOfSign(sign: string): ClauseTokenKind {
  if (sign === ',' || sign === '(' || sign === ')') return 'comma';
  if (sign === ':') return 'colon';
  if (sign === '—' || sign === '–' || sign === '--') return 'dash';
  return sign.startsWith(QUOTED) ? 'quoted' : 'stop';
}

function kindOfWord(word: string): ClauseTokenKind {
  if (PRONOUNS.has(word)) return word === 'who' ? 'relative' : 'pronoun';
  if (word === 'which') return 'relative';
  if (word === 'and' || word === 'but') return 'and';
  if (isCue(word)) return 'cue';
  if (word === 'that') return 'relative';
  if (PREPOSITIONS.has(word)) return 'preposition';
  if (DETERMINERS.has(word)) return 'determiner';
  if (ROLES.has(word)) return 'role';
  if (ADVERBS.has(word) || /..ly$/.test(word)) return 'adverb';
  return 'word';
}

/** Abbreviations and initials whose full stop ends no clause. */
const ABBREVIATED = new RegExp(
  `(?:^|[\\s(])(?:${CAPITAL}|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|Jr|Sr|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|U\\.S|D\\.C)$`,
  'u',
);

/** Names found in the stretch, and the phrases that give credit, before words are told apart one by one. */
function wholes(text: string, within: Span): ClauseToken[] {
  const tokens: ClauseToken[] = namesIn(text, within)
    .filter(({ span }) => !isCapitalisedCue(text, span))
    .map((name) => ({ kind: 'name', span: name.span, text: text.slice(name.span.start, name.span.end).toLowerCase(), name }));
  for (const found of text.slice(within.start, within.end).matchAll(CREDIT_PHRASE)) {
    const start = within.start + found.index;
    // “per cent”, “via air ambulance”: only a name can be credited in these ways.
    if (/^(?:per|via)\s/iu.test(found[0]) && !/^(?:the\s+)?\p{Upper}/u.test(text.slice(start + found[0].length, within.end))) continue;
    const span = { start, end: start + found[0].trimEnd().length };
    tokens.push({ kind: 'credit', span, text: found[0].toLowerCase().trim(), name: null });
  }
  return tokens.sort((a, b) => a.span.start - b.span.start);
}

/** “Calling”, “Said”: a cue that begins a sentence is no name. */
function isCapitalisedCue(text: string, span: Span): boolean {
  const word = text.slice(span.start, span.end);
  return /^\p{Upper}\p{Lower}+$/u.test(word) && (isCue(word) || ROLES.has(word.toLowerCase()) || /ing$/.test(word));
}

/** The text of the token for a name's possessive ending. */
export const POSSESSIVE = '’s';

/** “he went on”, in front of or behind a quotation. */
const GOES_ON = /^(?:went|goes)\s+on(?=\s*(?:[,.:;“"\uFFFC]|to say|that|$))/u;

/** “she pointed out”, but not “pointed out of the window”. */
const POINTS_OUT = /^point(?:s|ed|ing)?\s+out(?!\s+(?:of|to sea|the (?:window|door))\b)/u;

/** A verb of two words that says what one of one word does, from where it begins. */
function phrasalVerb(text: string): { readonly length: number; readonly verb: string } | null {
  const goesOn = GOES_ON.exec(text);
  if (goesOn) return { length: goesOn[0].length, verb: 'continued' };
  const pointsOut = POINTS_OUT.exec(text);
  return pointsOut && { length: pointsOut[0].length, verb: /^pointing/.test(text) ? 'noting' : 'noted' };
}

/** The possessive ending right behind a name, as a token. */
function possessiveAt(text: string, at: number): ClauseToken[] {
  const ending = /^[’']s?(?![\p{Alpha}\p{Nd}])/u.exec(text.slice(at, at + 3))?.[0];
  return ending === undefined ? [] : [{ kind: 'determiner', span: { start: at, end: at + ending.length }, text: POSSESSIVE, name: null }];
}

/** A word or sign as a token; “went on” and “pointed out” are one verb. Undefined for the full stop of an abbreviation. */
function tokenAt(text: string, found: string, { start, within }: { start: number; within: Span }): ClauseToken | undefined {
  // A link on the verb has its markup right behind it.
  const word = found.toLowerCase().replaceAll(MARKUP, '');
  const span = { start, end: start + found.length };
  const phrasal = /^(?:went|goes|point(?:s|ed|ing)?)$/.test(word) ? phrasalVerb(text.slice(start, within.end)) : null;
  if (phrasal) return { kind: 'cue', span: { start, end: start + phrasal.length }, text: phrasal.verb, name: null };
  if (word === '.' && ABBREVIATED.test(text.slice(within.start, start))) return undefined;
  const kind = /^[\p{Alpha}\p{Nd}]/u.test(word) ? kindOfWord(word.replace(/[’']s?$/u, '')) : kindOfSign(word);
  return { kind, span, text: word, name: null };
}

/** A stretch of prose, its quotations replaced by {@link QUOTED}, as a list of what matters to attribution. */
export function clauseTokens(text: string, within: Span): ClauseToken[] {
  if (!isSelfContained(text, within)) return readClause(text, within);
  return tokensOf(sliceOf(text, within)).map((token) => tokenMoved(token, within.start));
}

/** Whether nothing round a stretch decides on its tokens: neither a name's ending behind it nor what makes a word a name. */
export function isSelfContained(text: string, within: Span): boolean {
  return !/[’']/.test(text.charAt(within.end)) && !dependsOnContext(sliceOf(text, within));
}

const tokensOf = byContent((stretch) => readClause(stretch, { start: 0, end: stretch.length }));

/** The same token where everything stands `by` further on. */
export function tokenMoved(token: ClauseToken, by: number): ClauseToken {
  const { name, span } = token;
  const movedName = name && { ...name, span: moved(name.span, by), core: moved(name.core, by) };
  return { ...token, span: moved(span, by), name: movedName };
}

function readClause(text: string, within: Span): ClauseToken[] {
  const named = wholes(text, within);
  const tokens: ClauseToken[] = [];
  let next = 0;
  let done = within.start;
  for (const found of text.slice(within.start, within.end).matchAll(TOKEN)) {
    const start = within.start + found.index;
    if (start < done) continue;
    while ((named[next]?.span.start ?? Number.POSITIVE_INFINITY) < done) next++;
    const whole = named[next];
    const isWhole = whole !== undefined && start <= whole.span.start && whole.span.start < start + found[0].length;
    const token = isWhole ? whole : tokenAt(text, found[0], { start, within });
    if (!token) continue;
    tokens.push(token, ...(isWhole ? possessiveAt(text, token.span.end) : []));
    done = token.span.end;
  }
  return tokens;
}
