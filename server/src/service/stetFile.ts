import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import { foldedWords, type StandingPlace } from '../rules/standing.ts';
import { parseIsoDate } from '../text/calendarDate.ts';
import { plainly } from '../text/said.ts';
import type { Span } from '../text/span.ts';
import type { ConfigurationProblem } from './configuration.ts';
import { isSeverityKey, SEVERITY_KEYS, unknownKeyMessage } from './settingsSchema.ts';
import { STET_KEY_NAMES, type StetKey } from './stetKeys.ts';
import { yamlTroubles } from './yamlErrors.ts';

/** The file that says what is let stand, where no setting names another. */
export const STET_FILE = '.verbatim-stet.yaml';

/** One order to let findings stand, as the file has it. */
export interface StetEntry {
  /** Which one of the file's it is, counted from 0. */
  readonly id: number;
  /** Null: all rules. */
  readonly rules: readonly string[] | null;
  readonly place: StandingPlace;
  /** Paths and patterns of the drafts it holds for; null for all. */
  readonly drafts: readonly string[] | null;
  readonly reason: string | null;
  readonly date: string | null;
  /** UTF-16 code units of the file: from its first key to its last value. */
  readonly span: Span;
}

/** What the file says, and what is wrong with it. An entry with anything wrong does not hold; all others do. */
export interface StetFile {
  /** Absolute. The file need not be there. */
  readonly path: string;
  /** The folder that the paths of drafts count from. */
  readonly home: string;
  /** Null where there is no file. */
  readonly text: string | null;
  readonly entries: readonly StetEntry[];
  readonly problems: readonly ConfigurationProblem[];
}

type Tell = (node: unknown, message: string) => void;

const NOT_A_LIST = plainly`The file must be a list of entries, each of which begins with “- ”.`;
const NOT_AN_ENTRY = plainly`An entry must be made of “name: value” lines. There are: ${STET_KEY_NAMES.join(', ')}.`;

const DUPLICATE_KEY = plainly`This key stands in the entry a second time; leave one of the two, or begin a new entry with “- ”.`;

/** Reads such a file; never throws. `text` is null where there is none. */
export function parseStetFile(path: string, home: string, text: string | null): StetFile {
  const lines = new LineCounter();
  const document = parseDocument(text ?? '', { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const problems: ConfigurationProblem[] = [];
  const report = (offset: number, message: string): void => {
    const { line, col } = lines.linePos(offset);
    problems.push({ file: path, line: Math.max(0, line - 1), character: Math.max(0, col - 1), message });
  };
  for (const { offset, message } of yamlTroubles(document.errors, DUPLICATE_KEY)) report(offset, message);
  const { contents } = document;
  const entries: StetEntry[] = [];
  if (isSeq(contents)) {
    contents.items.forEach((item, id) => {
      const before = problems.length;
      const entry = readEntry(item, id, (node, message) => report(startOf(node) ?? startOf(item) ?? startOf(contents) ?? 0, message));
      const isBroken = document.errors.some(({ pos }) => entry && entry.span.start <= pos[0] && pos[0] <= entry.span.end);
      if (entry && !isBroken && problems.length === before) entries.push(entry);
    });
  } else if (contents !== null && document.errors.length === 0 && !(isScalar(contents) && contents.value === null)) {
    report(startOf(contents) ?? 0, NOT_A_LIST);
  }
  problems.sort((a, b) => a.line - b.line || a.character - b.character);
  return { path, home, text, entries, problems };
}

type Values = Partial<Record<StetKey, readonly string[]>>;

/** An entry, or undefined where it cannot hold; what is wrong is told. */
function readEntry(item: unknown, id: number, tell: Tell): StetEntry | undefined {
  if (!isMap(item)) {
    tell(item, NOT_AN_ENTRY);
    return undefined;
  }
  const values: Values = {};
  let isTold = false;
  const told: Tell = (node, message) => {
    isTold = true;
    tell(node, message);
  };
  for (const pair of item.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    if (!isStetKey(key)) told(pair.key, plainly`${unknownKeyMessage(key, 'key', STET_KEY_NAMES)} The entry does not hold as it is.`);
    else values[key] = readTexts(pair as Pair<unknown, unknown>, key, told);
  }
  // A key that is misspelt is missing, and needs no second complaint.
  const place = isTold ? undefined : placeOf(values, item, told);
  checkRules(values.rule, pairOf(item.items, 'rule'), told);
  checkDate(values.date, pairOf(item.items, 'date'), told);
  const span = { start: startOf(item) ?? 0, end: endOf(item) ?? 0 };
  if (!place) return undefined;
  const { rule = null, draft = null, reason = null, date = null } = values;
  return { id, rules: rule, place, drafts: draft, reason: reason?.[0] ?? null, date: date?.[0] ?? null, span };
}

function isStetKey(key: string): key is StetKey {
  return (STET_KEY_NAMES as readonly string[]).includes(key);
}

function pairOf(items: readonly Pair[], key: StetKey): unknown {
  return items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value;
}

/** The text or texts of a key. Numbers and the like are taken as they are written. */
function readTexts({ key, value }: Pair<unknown, unknown>, name: StetKey, tell: Tell): readonly string[] {
  const takesList = name === 'rule' || name === 'draft';
  const what = takesList ? plainly`a text, or a list of texts` : plainly`a text`;
  const nodes: readonly unknown[] = takesList && isSeq(value) ? value.items : [value];
  const texts = nodes.flatMap((node) => {
    const text = textOf(node);
    if (text === undefined || (text === '' && name !== 'words')) {
      tell(node ?? key, isAlias(node) ? plainly`“${name}” must be ${what}, not an alias (*).` : plainly`“${name}” must be ${what}.`);
      return [];
    }
    return [text];
  });
  if (nodes.length === 0) tell(value, plainly`“${name}” must not be an empty list.`);
  return texts;
}

function textOf(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  if (typeof node.value === 'string') return node.value.trim();
  return node.source?.trim() || undefined;
}

/** What an entry is about. One that names nothing would let everything stand, which nobody means. */
function placeOf(values: Values, item: Node, tell: Tell): StandingPlace | undefined {
  const { words, quotation } = values;
  if (words && quotation) {
    tell(item, plainly`An entry has either “words” or “quotation”, not both; make two of it.`);
    return undefined;
  }
  if (quotation) {
    const folded = foldedWords(quotation[0] ?? '');
    if (folded.length === 0) tell(item, plainly`“quotation” has no words.`);
    return { kind: 'quotation', words: folded };
  }
  return words ? wordsOf(words[0] ?? '', values, { item, tell }) : elsewhere(values, item, tell);
}

function wordsOf(words: string, { before, after }: Values, { item, tell }: { readonly item: Node; readonly tell: Tell }): StandingPlace {
  const around = { before: foldedWords(before?.[0] ?? ''), after: foldedWords(after?.[0] ?? '') };
  const folded = foldedWords(words);
  if (folded.length + around.before.length + around.after.length === 0) tell(item, plainly`“words” has no words.`);
  return { kind: 'words', words: folded, ...around };
}

function elsewhere({ before, after, rule, draft }: Values, item: Node, tell: Tell): StandingPlace | undefined {
  if (before || after) tell(item, plainly`“before” and “after” say where “words” stand; these are missing.`);
  else if (rule || draft) return { kind: 'everything' };
  else tell(item, plainly`The entry does not say what is let stand: name words, a quotation, a draft or a rule.`);
  return undefined;
}

function checkRules(rules: readonly string[] | undefined, value: unknown, tell: Tell): void {
  for (const rule of rules ?? []) {
    if (!isSeverityKey(rule)) tell(value, plainly`${unknownKeyMessage(rule, 'rule', SEVERITY_KEYS)} The entry does not hold as it is.`);
  }
}

function checkDate(date: readonly string[] | undefined, value: unknown, tell: Tell): void {
  if (date?.[0] !== undefined && !parseIsoDate(date[0])) tell(value, plainly`“date” must be a day, as YYYY-MM-DD, not “${date[0]}”.`);
}

function startOf(node: unknown): number | undefined {
  return (node as { range?: readonly number[] | null } | null)?.range?.[0];
}

function endOf(node: unknown): number | undefined {
  return (node as { range?: readonly number[] | null } | null)?.range?.[1];
}
