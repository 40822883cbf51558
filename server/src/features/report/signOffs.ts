import { isMap, isSeq, parseDocument, type YAMLMap, YAMLSeq } from 'yaml';
import type { Edit } from '../../rules/finding.ts';
import { plainly } from '../../text/said.ts';
import { wordsOf } from '../../text/words.ts';

// Who has checked what, kept beside a draft in `<draft>.checks.yaml`: a list in the order of keys made of the content, so that
// two people who sign different sentences rarely write at the same place, and their lists can be merged line by line.

/** What is added to a draft's name. */
export const CHECKS_ENDING = '.checks.yaml';

/** That somebody has checked an item. */
export interface SignOff {
  /** The item's key. */
  readonly item: string;
  readonly initials: string;
  /** As the checker's clock had it: ISO 8601 with the offset from UTC. */
  readonly time: string;
  readonly note: string | null;
  /** The words that were checked. */
  readonly text: string;
  /** What the source was called; null where there was none. */
  readonly source: string | null;
  /** A hash of the source's words; null where there were none. */
  readonly passage: string | null;
}

/** The sign-offs of a file, and why it cannot be read; what it does not understand it leaves out. */
export interface SignOffs {
  readonly signOffs: readonly SignOff[];
  readonly problem: string | null;
}

export const NO_SIGN_OFFS: SignOffs = { signOffs: [], problem: null };

const KEY = 'checks';
/** Longer files are not read, in code units. */
const LONGEST = 10_000_000;
const OPTIONS = { prettyErrors: false, logLevel: 'silent', uniqueKeys: false } as const;

/** Reads a file of sign-offs. Never throws. */
export function readSignOffs(text: string): SignOffs {
  if (text.length > LONGEST) return { signOffs: [], problem: plainly`The file of sign-offs is too long and was not read.` };
  const document = parseDocument(text, OPTIONS);
  if (document.errors.length > 0) {
    const line = text.slice(0, document.errors[0]?.pos[0] ?? 0).split('\n').length;
    return {
      signOffs: [],
      problem: plainly`The file of sign-offs cannot be read: line ${line} is not YAML. It may have a merge that is not finished.`,
    };
  }
  const { [KEY]: checks } = (isMap(document.contents) ? document.toJS() : {}) as Record<string, unknown>;
  return { signOffs: (Array.isArray(checks) ? checks : []).flatMap(signOffOf), problem: null };
}

function signOffOf(entry: unknown): SignOff[] {
  if (typeof entry !== 'object' || entry === null) return [];
  const { item, by, at, note, text, source, passage } = entry as Record<string, unknown>;
  const told = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : null);
  const [key, initials, time] = [told(item), told(by), told(at)];
  if (key === null || initials === null || time === null) return [];
  return [{ item: key, initials, time, note: told(note), text: told(text) ?? '', source: told(source), passage: told(passage) }];
}

/** What is to be written into a file of sign-offs. */
export interface Signing {
  /** The item's key. */
  readonly item: string;
  /** Sign-offs that no longer hold and are replaced. */
  readonly replaced: readonly SignOff[];
  /** Null: the item's sign-offs by `initials` are taken back, or all where no initials are given. */
  readonly signOff: SignOff | null;
  readonly initials: string;
}

/** The edit that signs an item, or takes it back: as small as can be. Comments and what else is in the file stay. */
export function signingEdit(text: string, draftName: string, { item, replaced, signOff, initials }: Signing): Edit {
  const document = parseDocument(text.trim() === '' ? headFor(draftName) : text, { ...OPTIONS, keepSourceTokens: true });
  const found = document.get(KEY);
  const list = isSeq(found) ? found : new YAMLSeq(document.schema);
  if (list !== found) document.set(KEY, list);
  const goes = (one: SignOff) =>
    (one.item === item && (initials === '' || one.initials === initials)) || replaced.some((other) => sameSignOff(one, other));
  list.items = list.items.filter((node) => !(isMap(node) && signOffOf(node.toJSON()).some(goes)));
  if (signOff) insert(list as YAMLSeq<YAMLMap>, document.createNode(entryOf(signOff)) as YAMLMap, signOff);
  list.flow = false;
  return smallestEdit(text, document.toString({ lineWidth: 0 }));
}

function headFor(draftName: string): string {
  return `# Who has checked what in ${draftName}. Written by Verbatim; it may be edited and merged by hand.\n${KEY}: []\n`;
}

function entryOf({ item, initials, time, note, text, source, passage }: SignOff): Record<string, string> {
  return {
    item,
    text,
    by: initials,
    at: time,
    ...(note ? { note } : {}),
    ...(source === null ? {} : { source }),
    ...(passage === null ? {} : { passage }),
  };
}

function insert(list: YAMLSeq<YAMLMap>, node: YAMLMap, { item, time }: SignOff): void {
  const at = list.items.findIndex((other) => {
    const [one] = signOffOf(other.toJSON());
    return one !== undefined && (one.item > item || (one.item === item && one.time > time));
  });
  list.items.splice(at < 0 ? list.items.length : at, 0, node);
}

function sameSignOff(a: SignOff, b: SignOff): boolean {
  return a.item === b.item && a.initials === b.initials && a.time === b.time;
}

/** Without what both texts begin and end with. */
function smallestEdit(before: string, after: string): Edit {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let same = 0;
  while (same < before.length - start && same < after.length - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { span: { start, end: before.length - same }, newText: after.slice(start, after.length - same) };
}

/** Words in common that a text must have with what it was before it was changed: more than half of both (Dice 1945). */
const LEAST_COMMON = 0.5;

/** How much two texts have in common, 0 to 1: Dice's coefficient of their distinct words. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return (2 * common) / (a.size + b.size);
}

/** What is signed of a draft: an item's key, words and the hash of its source's. */
export interface Signable {
  readonly key: string;
  readonly words: string;
  readonly passageHash: string | null;
}

export interface SignedItem {
  readonly fresh: readonly SignOff[];
  readonly stale: { readonly signOff: SignOff; readonly since: 'text' | 'source' } | null;
}

/**
 * Which sign-offs hold for which items. One holds as long as item and source have the words that were signed. Of the others
 * each counts as stale for the item that is most like the words which were signed, if that is not signed anew.
 */
export function signedItems(items: readonly Signable[], signOffs: readonly SignOff[]): readonly SignedItem[] {
  const byTime = [...signOffs].sort((a, b) => instantOf(a) - instantOf(b));
  const keys = new Set(items.map(({ key }) => key));
  const signed: { fresh: SignOff[]; stale: SignedItem['stale'] }[] = items.map(({ key, passageHash }) => {
    const own = byTime.filter(({ item }) => item === key);
    const fresh = own.filter(({ passage }) => passage === passageHash);
    const last = fresh.length === 0 ? own.at(-1) : undefined;
    return { fresh, stale: last ? { signOff: last, since: 'source' } : null };
  });
  const orphans = byTime.filter(({ item }) => !keys.has(item));
  const open = orphans.length === 0 ? [] : signed.flatMap(({ fresh, stale }, at) => (fresh.length === 0 && !stale ? [at] : []));
  const words = new Map(open.map((at) => [at, wordSet(items[at]?.words ?? '')]));
  for (const signOff of orphans) {
    const own = wordSet(signOff.text);
    let best = { at: -1, likeness: LEAST_COMMON };
    for (const at of open) {
      const found = likeness(own, words.get(at) ?? new Set());
      if (found > best.likeness) best = { at, likeness: found };
    }
    const one = signed[best.at];
    if (one) one.stale = { signOff, since: 'text' };
  }
  return signed;
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).map(({ folded }) => folded));
}

/** Milliseconds; what is no time counts as the earliest. */
function instantOf({ time }: SignOff): number {
  return Date.parse(time) || 0;
}
