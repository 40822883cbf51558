import { longDate, parseIsoDate } from '../../text/calendarDate.ts';
import type { ClaimVerdict, Coverage, FactCheck, Item } from './model.ts';
import type { SignOff } from './signOffs.ts';

// What the report says. The panel, the annotated copy and the page say it alike.

interface Told {
  /** For headings and footnotes. */
  readonly label: string;
  /** For tables and filters, after a number. */
  readonly counted: string;
  /** A sign that says it without colour. */
  readonly sign: string;
}

const QUOTATIONS: Readonly<Record<keyof Coverage['quotations'], Told>> = {
  verified: { label: 'The source’s words', counted: 'verified', sign: '✓' },
  altered: { label: 'The source’s words, with accepted alterations', counted: 'verified with alterations', sign: '✓' },
  misquoted: { label: 'Not quite the source’s words', counted: 'misquoted', sign: '≠' },
  'not-found': { label: 'Not found in the sources', counted: 'not found', sign: '?' },
  unchecked: { label: 'Not compared', counted: 'not compared', sign: '–' },
  ignored: { label: 'Let stand', counted: 'let stand', sign: '–' },
};

const CLAIMS: Readonly<Record<ClaimVerdict, Told>> = {
  sourced: { label: 'A source says so', counted: 'with a source', sign: '✓' },
  differs: { label: 'Differs from the source or the calendar', counted: 'differing', sign: '≠' },
  partly: { label: 'A source says part of it', counted: 'with a source for a part', sign: '◐' },
  'no-source': { label: 'No source found', counted: 'without a source', sign: '○' },
  ignored: { label: 'Let stand', counted: 'let stand', sign: '–' },
};

export const KINDS: Readonly<Record<Item['kind'], { readonly one: string; readonly many: string }>> = {
  quotation: { one: 'Quotation', many: 'Quotations' },
  claim: { one: 'Statement', many: 'Statements' },
};

export function toldOf(kind: Item['kind'], verdict: Item['verdict']): Told {
  const known: Readonly<Record<string, Told>> = kind === 'quotation' ? QUOTATIONS : CLAIMS;
  return known[verdict] ?? QUOTATIONS.unchecked;
}

/** Verdicts that are good in themselves, though something else may be reported of the item: who said it, or when. */
const GOOD: ReadonlySet<Item['verdict']> = new Set(['verified', 'altered', 'sourced']);

/** `Not compared: the draft says that it is a translation.` */
export function verdictLine({ kind, verdict, reason, remarks }: Item): string {
  const { label } = toldOf(kind, verdict);
  if (reason) return `${label}: ${reason}`;
  return GOOD.has(verdict) && remarks.length > 0 ? `${label}, but something is reported` : label;
}

/** `The sentence as a whole: no source found`; empty where it is listed for itself. */
export function sentenceLine({ sentenceVerdict }: Item): string {
  if (sentenceVerdict === null) return '';
  const { label } = CLAIMS[sentenceVerdict];
  return `The sentence as a whole: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** Each verdict of a kind that there is, with its number: `[verdict, 3, 'misquoted']`. */
export function countsOf(kind: Item['kind'], { quotations, claims }: Coverage): readonly (readonly [string, number, string])[] {
  const counts = Object.entries(kind === 'quotation' ? quotations : claims) as [Item['verdict'], number][];
  return counts.filter(([, number]) => number > 0).map(([verdict, number]) => [verdict, number, toldOf(kind, verdict).counted] as const);
}

/** `3 quotations: 2 verified, 1 misquoted (66 % as the sources have them)` */
export function coverageLine(kind: Item['kind'], coverage: Coverage): string {
  const counts = countsOf(kind, coverage);
  const all = counts.reduce((sum, [, number]) => sum + number, 0);
  const { one, many } = KINDS[kind];
  if (all === 0) return `No ${many.toLowerCase()}`;
  const share = kind === 'quotation' ? coverage.quotationShare : coverage.claimShare;
  const what = kind === 'quotation' ? 'are the sources’ words' : 'have a source';
  const told = counts.map(([, number, counted]) => `${number} ${counted}`).join(', ');
  return `${all} ${(all === 1 ? one : many).toLowerCase()}: ${told}${share === null ? '' : ` (${share} % ${what})`}`;
}

export function signedLine({ items, coverage: { signed, stale } }: FactCheck): string {
  const again = stale === 0 ? '' : `; ${stale} ${stale === 1 ? 'was' : 'were'} signed before something changed`;
  return `${signed} of ${items.length} signed off${again}`;
}

/** What the report is of and was made against. */
export function dayLine({ name, day, articles, incomplete }: FactCheck): string {
  const against = `checked against ${articles === 1 ? '1 source' : `${articles} sources`}`;
  const reading = incomplete ? ' The sources are still being read: more may be found.' : '';
  return `${[name, ...(day ? [longDate(day)] : [])].join(', ')}; ${against}.${reading}`;
}

/** `2 April 2024, 10:15`, as the checker's clock had it. */
export function momentOf(time: string): string {
  const day = parseIsoDate(time);
  const hour = /T(\d\d:\d\d)/.exec(time)?.[1];
  return day ? [longDate(day), ...(hour ? [hour] : [])].join(', ') : time;
}

/** `Checked by EQ, 2 April 2024, 10:15: heard the tape.` */
export function signedBy({ initials, time, note }: SignOff): string {
  return `Checked by ${initials}, ${momentOf(time)}${note ? `: ${note}` : ''}`;
}

export function staleLine({ signOff: { initials, time }, since }: NonNullable<Item['signed']['stale']>): string {
  return `Was signed by ${initials}, ${momentOf(time)}, before the ${since === 'text' ? 'text' : 'source'} changed`;
}

export function sourcesLine(independent: number): string {
  return independent === 1 ? '1 source' : `${independent} independent sources`;
}

export const NOTHING = 'There are no quotations and no statements to check in this draft.';
export const NO_SOURCE_NOTE = 'That a statement has no source here says only that the sources in the corpus do not have it.';
