import { parseIsoDate } from '../../text/calendarDate.ts';
import { joined, NOTHING_SAID, type Said, say, sense, together } from '../../text/said.ts';
import { saidDate } from '../../text/saidDates.ts';
import type { ClaimVerdict, Coverage, FactCheck, Item } from './model.ts';
import type { SignOff } from './signOffs.ts';

// What the report says. The panel, the annotated copy and the page say it alike.

interface Told {
  /** For headings and footnotes. */
  readonly label: Said;
  /** For tables and filters, after a number. */
  readonly counted: Said;
  /** The same with its number. */
  readonly numbered: (number: number) => Said;
  /** A sign that says it without colour. */
  readonly sign: string;
}

const QUOTATIONS: Readonly<Record<keyof Coverage['quotations'], Told>> = {
  verified: { label: say`The source’s words`, counted: say`verified`, numbered: (number) => say`${number} verified`, sign: '✓' },
  altered: {
    label: say`The source’s words, with accepted alterations`,
    counted: say`verified with alterations`,
    numbered: (number) => say`${number} verified with alterations`,
    sign: '✓',
  },
  misquoted: {
    label: say`Not quite the source’s words`,
    counted: say`misquoted`,
    numbered: (number) => say`${number} misquoted`,
    sign: '≠',
  },
  'not-found': { label: say`Not found in the sources`, counted: say`not found`, numbered: (number) => say`${number} not found`, sign: '?' },
  unchecked: { label: say`Not compared`, counted: say`not compared`, numbered: (number) => say`${number} not compared`, sign: '–' },
  ignored: { label: sense('done', say`Let stand`), counted: say`let stand`, numbered: (number) => say`${number} let stand`, sign: '–' },
};

const CLAIMS: Readonly<Record<ClaimVerdict, Told>> = {
  sourced: { label: say`A source says so`, counted: say`with a source`, numbered: (number) => say`${number} with a source`, sign: '✓' },
  differs: {
    label: say`Differs from the source or the calendar`,
    counted: say`differing`,
    numbered: (number) => say`${number} differing`,
    sign: '≠',
  },
  partly: {
    label: say`A source says part of it`,
    counted: say`with a source for a part`,
    numbered: (number) => say`${number} with a source for a part`,
    sign: '◐',
  },
  'no-source': {
    label: say`No source found`,
    counted: say`without a source`,
    numbered: (number) => say`${number} without a source`,
    sign: '○',
  },
  ignored: { label: sense('done', say`Let stand`), counted: say`let stand`, numbered: (number) => say`${number} let stand`, sign: '–' },
};

export const KINDS: Readonly<Record<Item['kind'], { readonly one: Said; readonly many: Said }>> = {
  quotation: { one: say`Quotation`, many: say`Quotations` },
  claim: { one: say`Statement`, many: say`Statements` },
};

export function toldOf(kind: Item['kind'], verdict: Item['verdict']): Told {
  const known: Readonly<Record<string, Told>> = kind === 'quotation' ? QUOTATIONS : CLAIMS;
  return known[verdict] ?? QUOTATIONS.unchecked;
}

/** Verdicts that are good in themselves, though something else may be reported of the item: who said it, or when. */
const GOOD: ReadonlySet<Item['verdict']> = new Set(['verified', 'altered', 'sourced']);

/** `Not compared: the draft says that it is a translation.` */
export function verdictLine({ kind, verdict, reason, remarks }: Item): Said {
  const { label } = toldOf(kind, verdict);
  if (reason) return joined([label, reason], ': ');
  return GOOD.has(verdict) && remarks.length > 0 ? say`${label}, but something is reported` : label;
}

/** `The sentence as a whole: no source found`; empty where it is listed for itself. */
export function sentenceLine({ sentenceVerdict }: Item): Said {
  return sentenceVerdict === null ? NOTHING_SAID : SENTENCES[sentenceVerdict];
}

const SENTENCES: Readonly<Record<ClaimVerdict, Said>> = {
  sourced: say`The sentence as a whole: a source says so`,
  differs: say`The sentence as a whole: differs from the source or the calendar`,
  partly: say`The sentence as a whole: a source says part of it`,
  'no-source': say`The sentence as a whole: no source found`,
  ignored: say`The sentence as a whole: let stand`,
};

/** Each verdict of a kind that there is, with its number: `[verdict, 3, 'misquoted']`. */
export function countsOf(kind: Item['kind'], { quotations, claims }: Coverage): readonly (readonly [Item['verdict'], number, Said])[] {
  const counts = Object.entries(kind === 'quotation' ? quotations : claims) as [Item['verdict'], number][];
  return counts.filter(([, number]) => number > 0).map(([verdict, number]) => [verdict, number, toldOf(kind, verdict).counted] as const);
}

/** `3 quotations: 2 verified, 1 misquoted (66 % as the sources have them)` */
export function coverageLine(kind: Item['kind'], coverage: Coverage): Said {
  const counts = countsOf(kind, coverage);
  const all = counts.reduce((sum, [, number]) => sum + number, 0);
  if (all === 0) return kind === 'quotation' ? say`No quotations` : say`No statements`;
  const told = together(
    numbered(kind, all),
    ': ',
    joined(
      counts.map(([verdict, number]) => toldOf(kind, verdict).numbered(number)),
      ', ',
    ),
  );
  const share = kind === 'quotation' ? coverage.quotationShare : coverage.claimShare;
  if (share === null) return told;
  return kind === 'quotation' ? say`${told} (${share} % are the sources’ words)` : say`${told} (${share} % have a source)`;
}

function numbered(kind: Item['kind'], number: number): Said {
  if (kind === 'quotation') return number === 1 ? say`1 quotation` : say`${number} quotations`;
  return number === 1 ? say`1 statement` : say`${number} statements`;
}

export function signedLine({ items, coverage: { signed, stale } }: FactCheck): Said {
  const told = say`${signed} of ${items.length} signed off`;
  if (stale === 0) return told;
  const again = stale === 1 ? say`1 was signed before something changed` : say`${stale} were signed before something changed`;
  return joined([told, again], '; ');
}

/** What the report is of and was made against. */
export function dayLine({ name, day, articles, incomplete }: FactCheck): Said {
  const against = articles === 1 ? say`checked against 1 source` : say`checked against ${articles} sources`;
  const reading = incomplete ? say` The sources are still being read: more may be found.` : NOTHING_SAID;
  return together(joined([name, ...(day ? [saidDate(day)] : [])], ', '), '; ', against, '.', reading);
}

/** `2 April 2024, 10:15`, as the checker's clock had it. */
export function momentOf(time: string): Said {
  const day = parseIsoDate(time);
  const hour = /T(\d\d:\d\d)/.exec(time)?.[1];
  return day ? joined([saidDate(day), ...(hour ? [hour] : [])], ', ') : together(time);
}

/** `Checked by EQ, 2 April 2024, 10:15: heard the tape.` */
export function signedBy({ initials, time, note }: SignOff): Said {
  const signed = say`Checked by ${initials}, ${momentOf(time)}`;
  return note ? joined([signed, note], ': ') : signed;
}

export function staleLine({ signOff: { initials, time }, since }: NonNullable<Item['signed']['stale']>): Said {
  const moment = momentOf(time);
  return since === 'text'
    ? say`Was signed by ${initials}, ${moment}, before the text changed`
    : say`Was signed by ${initials}, ${moment}, before the source changed`;
}

export function sourcesLine(independent: number): Said {
  return independent === 1 ? say`1 source` : say`${independent} independent sources`;
}

export const NOTHING = say`There are no quotations and no statements to check in this draft.`;
export const NO_SOURCE_NOTE = say`That a statement has no source here says only that the sources in the corpus do not have it.`;
export const WEB_PAGE = say`web page`;
