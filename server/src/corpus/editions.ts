import { intervalOf } from '../text/calendarDate.ts';
import { canonicalAddress } from './address.ts';
import type { ArticleDetails, Edition } from './article.ts';

/** What of an article's details says which version of which text it is. */
export type VersionDetails = Pick<ArticleDetails, 'edition' | 'url' | 'published'>;

/** What all versions of a text have in common, as two of them are compared: an address where it is one. */
export function editionKey({ of }: Edition): string {
  return canonicalAddress(of) ?? `edition:${of.trim()}`;
}

const addressOf = (url: string | null): string | null => (url === null ? null : canonicalAddress(url));

/** What an article is known by to its versions: what it says it is a version of, and its address. */
export function versionKeys({ edition, url }: VersionDetails): readonly string[] {
  const address = addressOf(url);
  const key = edition && editionKey(edition);
  return [...new Set([key, address])].filter((one) => one !== null);
}

/**
 * Whether two articles are versions of one text: at least one says so. A page that was saved before it was corrected
 * says nothing of the kind, and is known by its address.
 */
export function areVersions(a: VersionDetails, b: VersionDetails): boolean {
  if (a === b || (!a.edition && !b.edition)) return false;
  const names = (one: VersionDetails, other: VersionDetails) =>
    one.edition !== null && versionKeys(other).includes(editionKey(one.edition));
  return names(a, b) || names(b, a);
}

/** Whether an article says that it takes the place of another one, which has an address of its own. */
function takesPlaceOf(a: VersionDetails, b: VersionDetails): boolean {
  const [own, theirs] = [addressOf(a.url), addressOf(b.url)];
  return a.edition !== null && theirs !== null && own !== null && own !== theirs && editionKey(a.edition) === theirs;
}

const WITHDRAWN: ReadonlySet<Edition['status']> = new Set(['withheld', 'canceled']);

/** Whether a version says that its text is not to be used, now or any more. */
export function isWithdrawn({ edition }: VersionDetails): boolean {
  return edition !== null && WITHDRAWN.has(edition.status);
}

/** Whether a version says that something in the one before was wrong. */
export function isCorrection({ edition }: VersionDetails): boolean {
  return edition !== null && edition.status !== 'usable';
}

/** When a version was made, in milliseconds; NaN where it does not say. A time without a zone counts as UTC, everywhere alike. */
function timeOf({ edition }: VersionDetails): number {
  const created = edition?.created ?? '';
  return Date.parse(/T[\d:.,]+$/u.test(created) ? `${created}Z` : created);
}

/** The number of a version; what was published before versions were counted is the first, 0. NaN of another name. */
function numberOf({ edition }: VersionDetails): number {
  const version = edition?.version ?? null;
  return version === null ? 0 : /^\s*\d+(?:\.\d+)?\s*$/u.test(version) ? Number(version) : Number.NaN;
}

/** Above 0 where `a` was made after `b`, below where before, 0 where it cannot be told. */
export function compareVersions(a: VersionDetails, b: VersionDetails): number {
  const told = [
    timeOf(a) - timeOf(b),
    numberOf(a) - numberOf(b),
    daysBetween(a, b),
    Number(takesPlaceOf(a, b)) - Number(takesPlaceOf(b, a)),
    Number(isCorrection(a)) - Number(isCorrection(b)),
  ];
  return told.find((difference) => difference > 0 || difference < 0) ?? 0;
}

/** Days between the days on which two were published; 0 where they may be the same. */
function daysBetween(a: VersionDetails, b: VersionDetails): number {
  if (!a.published || !b.published) return 0;
  const [ofA, ofB] = [intervalOf(a.published), intervalOf(b.published)];
  return ofA.first > ofB.last || ofA.last < ofB.first ? ofA.first - ofB.first : 0;
}

/** Of versions of one text the newest, where it is newer than a given one; undefined where none is known to be. */
export function newestAfter<T extends VersionDetails>(version: VersionDetails, others: Iterable<T>): T | undefined {
  let newest: T | undefined;
  for (const other of others) {
    if (areVersions(version, other) && compareVersions(other, newest ?? version) > 0) newest = other;
  }
  return newest;
}
