import type { Difference } from '../match/differences.ts';
import { isFunctionWord } from '../text/commonWords.ts';
import { looksLike } from '../text/editDistance.ts';
import { numberAt } from '../text/numbers.ts';
import type { Word } from '../text/words.ts';
import type { ChangeKind } from './finding.ts';
import { turningIn } from './turns.ts';

/** Words that say how sure or how bound a speaker is. */
const MODALS = new Set(
  (
    'may might will would can could shall should must ought alleged allegedly reportedly apparently likely unlikely possibly perhaps probably presumably ' +
    'supposedly nearly almost approximately roughly about around hardly certainly definitely always ' +
    'konnen kann konnte konnten mussen muss musste sollen soll sollte durfen darf durfte wurde wurden mochte ' +
    'pourrait pourra peut doit devrait puede podria debe deberia potrebbe deve dovrebbe'
  ).split(' '),
);

const MAGNITUDES = new Set(
  'dozen hundred thousand million billion trillion dozens hundreds thousands millions billions trillions'.split(' '),
);

/** The texts that a difference is of, and whether they are English. */
export interface ComparedTexts {
  readonly draft: string;
  readonly source: string;
  readonly english: boolean;
}

const folded = (words: readonly Word[]) => words.map((word) => word.folded);

export function hasNumber(words: readonly string[]): boolean {
  return words.some(
    (word, i) =>
      /\d/.test(word) ||
      MAGNITUDES.has(word) ||
      (word !== 'one' && word !== 'second' && word !== 'first' && numberAt(words, i) !== undefined),
  );
}

/** Names have capitals; so has every noun of German, so that only English tells them. */
function isName(words: readonly Word[], text: string): boolean {
  return (
    words.length > 0 &&
    words.every(({ span, folded: word }) => /^\p{Upper}/u.test(text.slice(span.start, span.end)) && !isFunctionWord(word))
  );
}

/** Whether words are the last part of a number: “one” of “twenty-one”. */
function isUnit([first]: readonly Word[], text: string): boolean {
  if (!first) return false;
  return /\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[-‐‑–]$/iu.test(
    text.slice(Math.max(0, first.span.start - 9), first.span.start),
  );
}

/** The words that say how sure a speaker is; May the month is none. */
function modalsIn(words: readonly Word[], text: string): string {
  const isMonth = ({ folded: word, span }: Word) =>
    word === 'may' && text[span.start] === 'M' && /[\p{Alpha}\d,]\s+$/u.test(text.slice(Math.max(0, span.start - 3), span.start));
  return folded(words.filter((word) => MODALS.has(word.folded) && !isMonth(word))).join(' ');
}

/** Endings by which two forms of one word differ in tense, number or person: no slip of spelling. */
const INFLECTION = /^(?:s|es|ed|d|ing|ly|er|est|n|en|t|ies|y)?$/u;

function areForms(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= 3 && INFLECTION.test(a.slice(same)) && INFLECTION.test(b.slice(same));
}

/** What sort of change a difference is; the gravest that applies. */
export function kindOf(difference: Difference, { draft: own, source: theirs, english }: ComparedTexts): ChangeKind {
  const draft = folded(difference.draft);
  const source = folded(difference.source);
  if (difference.kind === 'moved') return 'order';
  const denied = turningIn(difference.draft, { text: own, english }).negations;
  if (denied % 2 !== turningIn(difference.source, { text: theirs, english }).negations % 2) return 'negation';
  if (hasNumber(draft) || hasNumber(source) || isUnit(difference.draft, own) || isUnit(difference.source, theirs)) return 'number';
  if (modalsIn(difference.draft, own) !== modalsIn(difference.source, theirs)) return 'modal';
  if (difference.kind === 'omitted') return 'omission';
  if (difference.kind === 'added') return 'addition';
  // “Not” and “never” deny, each in its way.
  if (denied > 0 && draft.length === 1 && source.length === 1) return 'negation';
  if (english && isName(difference.draft, own) && isName(difference.source, theirs)) return 'name';
  return kindOfWords(draft, source);
}

/** What sort of other words these are. */
function kindOfWords(draft: readonly string[], source: readonly string[]): ChangeKind {
  if ([...draft, ...source].every(isFunctionWord)) return 'function';
  const [word, other] = [draft[0] ?? '', source[0] ?? ''];
  return draft.length === 1 && source.length === 1 && looksLike(word, other) && !areForms(word, other) ? 'spelling' : 'content';
}
