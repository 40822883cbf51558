import type { ArticleDetails, Edition, GuessedDetail } from '../../corpus/article.ts';
import type { Body } from './body.ts';
import { type Moment, parseMoment } from './moment.ts';
import { type StatusSigns, statusOf } from './status.ts';

/** An article as an export or feed carries it, before its text is made out. */
export interface NewsItem {
  /** What its publisher or the export knows it by, with the version where one file has several; null where it has nothing of its own. */
  readonly ownId: string | null;
  readonly details: Partial<ArticleDetails>;
  /** The same text in several forms, the best first. */
  readonly bodies: readonly Body[];
  /** Read where there is no body. */
  readonly summary: Body | null;
}

/** A detail with whether it is stated in so many words. */
export interface Told<Value> {
  readonly value: Value;
  readonly guessed: boolean;
}

/** The first of some candidates that says something; each with whether it would be a guess. */
export function firstTold<Value>(
  ...candidates: readonly (readonly [Value | null | undefined | '', guessed?: boolean])[]
): Told<Value> | null {
  for (const [value, guessed = false] of candidates) {
    if (value !== null && value !== undefined && value !== '') return { value: value as Value, guessed };
  }
  return null;
}

/** The details that were guessed, for {@link ArticleDetails.guessed}. */
export function guessedOf(told: Readonly<Partial<Record<GuessedDetail, Told<unknown> | null>>>): readonly GuessedDetail[] {
  return (Object.keys(told) as GuessedDetail[]).filter((detail) => told[detail]?.guessed === true);
}

/** When an item was made, as its standard tells. */
export interface ItemTimes {
  /** When the item stood there first. */
  readonly first?: string | number | null | undefined;
  /** When this version was made. */
  readonly version?: string | number | null | undefined;
  /** When what it is about was written or taken: need not be when it was published. */
  readonly content?: string | number | null | undefined;
  /** Until when nobody may publish it. */
  readonly embargo?: string | number | null | undefined;
}

/** A timestamp that a file may lack. */
export function momentOf(value: string | number | null | undefined): Moment | undefined {
  return value === null || value === undefined ? undefined : parseMoment(value);
}

/**
 * The day an item was published. The standards of the wires have no field for that: when the first version was made is nearest, and
 * the end of an embargo that is later. The time of a later version alone proves less, and so does when the content was made.
 */
export function publishedOf(times: ItemTimes, laterVersion: boolean): Told<Moment> | null {
  const told = firstTold<Moment>([momentOf(times.first)], [momentOf(times.version), laterVersion], [momentOf(times.content), true]);
  const embargo = momentOf(times.embargo);
  if (!told || !embargo?.instant || !told.value.instant) return told;
  return embargo.instant > told.value.instant ? { value: embargo, guessed: told.guessed } : told;
}

/** Whether a version's name says that there was one before: `2`, `1.1`. */
export function isLaterVersion(version: string | null | undefined): boolean {
  return version !== null && version !== undefined && Number.parseFloat(version) > 1;
}

/** The edition that an item is; null where nothing says what its versions would have in common. */
export function editionOf(
  of: string | null | undefined,
  from: { version?: string | null | undefined; created?: Moment | undefined } & StatusSigns,
): Edition | null {
  if (!of) return null;
  return { of, version: from.version ?? null, created: from.created?.instant ?? null, status: statusOf(from) };
}

/** An address that a browser opens; null for any other text. */
export function addressOf(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return /^https?:\/\/[^\s<>"]+$/i.test(trimmed) ? trimmed : null;
}

/** A language tag of BCP 47; null for any other text. `en_GB`, as some systems write it, is `en-GB`. */
export function languageOf(text: string | null | undefined): string | null {
  const tag = text?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag) ? tag : null;
}
