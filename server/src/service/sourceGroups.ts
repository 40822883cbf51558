import type { ArticleDetails } from '../corpus/article.ts';
import type { CalendarDate } from '../text/calendarDate.ts';
import type { Steps } from '../text/steps.ts';
import { parentOf } from './configurationPaths.ts';
import type { Library } from './library.ts';

/** What sources can be put together by. */
export const GROUPINGS = ['folder', 'publisher'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** An article as far as the index knows it: no file is read for it. */
export interface ListedArticle {
  readonly id: string;
  readonly details: ArticleDetails;
  readonly library: Library;
}

/** Some sources that belong together. */
export interface SourceGroup {
  /** The path of a folder, or the name of a publisher; empty: without one. */
  readonly key: string;
  readonly count: number;
}

/** Articles that are looked at between two yields. */
const STEP = 200;

/** An id, and the library that knows it. */
interface Member {
  readonly id: string;
  readonly library: Library;
}

/** The articles of some libraries by folder or publisher, each once. The index is all that is looked at. */
export class SourceGroups {
  readonly #members: ReadonlyMap<string, Member[]>;
  readonly #sorted = new Set<string>();

  private constructor(members: ReadonlyMap<string, Member[]>) {
    this.#members = members;
  }

  static *of(libraries: readonly Library[], by: Grouping): Steps<SourceGroups> {
    const members = new Map<string, Member[]>();
    let looked = 0;
    for (const member of membersOf(libraries)) {
      if (++looked % STEP === 0) yield;
      const key = keyOf(member, by);
      const group = members.get(key);
      if (group) group.push(member);
      else members.set(key, [member]);
    }
    return new SourceGroups(members);
  }

  /** In the order of their keys, what has none last. */
  get groups(): readonly SourceGroup[] {
    return [...this.#members].map(([key, { length }]) => ({ key, count: length })).sort(byKey);
  }

  /** How many articles there are. */
  get size(): number {
    let size = 0;
    for (const { length } of this.#members.values()) size += length;
    return size;
  }

  /** Some articles of a group, newest first, those without a date last; none where there is no such group. */
  *page(key: string, start: number, limit: number): Steps<readonly ListedArticle[]> {
    const members = this.#members.get(key) ?? [];
    if (!this.#sorted.has(key)) yield* this.#sort(key, members);
    return members.slice(start, start + limit).flatMap(({ id, library }) => {
      const details = library.corpus.details(id);
      return details ? [{ id, details, library }] : [];
    });
  }

  *#sort(key: string, members: Member[]): Steps<void> {
    const days = new Map<string, number>();
    for (const [at, { id, library }] of members.entries()) {
      if (at % STEP === STEP - 1) yield;
      days.set(id, factsOf(library, id).day);
    }
    members.sort((a, b) => (days.get(b.id) as number) - (days.get(a.id) as number) || (a.id < b.id ? -1 : 1));
    this.#sorted.add(key);
  }
}

/** All articles, each once. */
function* membersOf(libraries: readonly Library[]): Generator<Member> {
  const seen = libraries.length > 1 ? new Set<string>() : null;
  for (const library of libraries) {
    for (const id of library.corpus.ids()) {
      if (seen?.has(id)) continue;
      seen?.add(id);
      yield { id, library };
    }
  }
}

function keyOf({ id, library }: Member, by: Grouping): string {
  return by === 'folder' ? (parentOf(library.fileOf(id)) ?? '') : factsOf(library, id).publisher;
}

/** What sources are grouped and ordered by. */
interface Facts {
  readonly stamp: string | undefined;
  readonly publisher: string;
  readonly day: number;
}

/** Details are unpacked once for each state of a file: where one of a hundred thousand changes, only that one is again. */
const known = new WeakMap<Library, Map<string, Facts>>();

function factsOf(library: Library, id: string): Facts {
  const facts = known.get(library) ?? new Map<string, Facts>();
  known.set(library, facts);
  const stamp = library.files.stampOf(library.fileOf(id));
  const before = facts.get(id);
  if (before && before.stamp === stamp) return before;
  const details = library.corpus.details(id);
  const made = { stamp, publisher: details?.publisher ?? '', day: dayOrder(details?.published ?? null) };
  // Those that are gone.
  if (facts.size > 2 * library.corpus.size) facts.clear();
  facts.set(id, made);
  return made;
}

/** A number that is greater the later a day is; months and years stand before their days. */
function dayOrder(published: CalendarDate | null): number {
  return published ? (published.year * 13 + (published.month ?? 0)) * 32 + (published.day ?? 0) : -1;
}

function byKey(a: SourceGroup, b: SourceGroup): number {
  if ((a.key === '') !== (b.key === '')) return a.key === '' ? 1 : -1;
  return collator.compare(a.key, b.key);
}

/** The same on every machine. */
const collator = new Intl.Collator('en', { numeric: true });
