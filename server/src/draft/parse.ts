import { parse as parseYaml } from 'yaml';
import type { Attribution } from '../prose/attribution.ts';
import { AttributionReader } from '../prose/attributions.ts';
import { claimsOf } from '../prose/claims.ts';
import { type DateMention, dateMentionsIn, datesIn } from '../prose/dates.ts';
import type { Prose } from '../prose/prose.ts';
import { type Quotation, quotationsOf } from '../prose/quotations.ts';
import { type CalendarDate, dateOfDay, intervalOf, parseIsoDate } from '../text/calendarDate.ts';
import { type Span, sliceOf } from '../text/span.ts';
import { type Steps, toEnd } from '../text/steps.ts';
import { stetsOf } from './directives.ts';
import type { Draft, DraftOptions } from './draft.ts';
import { languageOf } from './languages/index.ts';

interface DraftDetails {
  readonly off: boolean;
  readonly date: CalendarDate | null;
}

/** What a draft's front matter tells the checker. YAML that is broken tells nothing; other tools complain of it. */
function detailsOf(text: string, frontMatter: Span | null): DraftDetails {
  if (!frontMatter) return { off: false, date: null };
  try {
    const yaml = sliceOf(text, frontMatter).replace(/^---[^\n]*|\r?\n(?:---|\.\.\.)[ \t]*$/g, '');
    const values: unknown = parseYaml(yaml, { logLevel: 'silent' });
    if (typeof values !== 'object' || values === null) return { off: false, date: null };
    const { verbatim, date } = values as { verbatim?: unknown; date?: unknown };
    return { off: verbatim === 'off' || verbatim === false, date: dateOf(date) };
  } catch {
    return { off: false, date: null };
  }
}

function dateOf(value: unknown): CalendarDate | null {
  if (typeof value !== 'string') return null;
  const iso = parseIsoDate(value);
  if (iso) return iso;
  const reading = dateMentionsIn(value, { start: 0, end: value.length }, null)[0]?.readings[0];
  return reading && reading.first === reading.last ? dateOfDay(reading.first) : null;
}

/** Longer paragraphs are read for dates sentence by sentence: the reader's time grows faster than a text. Code units. */
const LONG_BLOCK = 3_000;

function* datesOf(prose: Prose, { outer, sentences }: AttributionReader, anchor: CalendarDate | null): Steps<DateMention[]> {
  const interval = anchor ? intervalOf(anchor) : null;
  const day = interval && interval.first === interval.last ? interval.first : null;
  const mentions: DateMention[] = [];
  for (const block of prose.blocks) {
    const { span, kind } = block;
    if (kind === 'heading') continue;
    if (span.end - span.start <= LONG_BLOCK) mentions.push(...datesIn(sentences.textOf(block), span.start, day));
    else for (const sentence of sentences.of(block)) mentions.push(...dateMentionsIn(outer, sentence, day));
    yield;
  }
  return mentions;
}

function* readAttributions(reader: AttributionReader, quotations: readonly Quotation[]): Steps<Map<Quotation, Attribution>> {
  const attributions = new Map<Quotation, Attribution>();
  for (const quotation of quotations.filter(isOutermost)) {
    const attribution = reader.attributionOf(quotation);
    if (attribution) attributions.set(quotation, attribution);
    yield;
  }
  return attributions;
}

/** Reads a draft; never fails. `languageId` is the editor's: `markdown`, `latex`, `plaintext` … */
export function* parseSteps(text: string, languageId: string, options: DraftOptions): Steps<Draft> {
  const language = languageOf(languageId);
  const { prose, comments, citations, frontMatter, written, stated } = language.read(text);
  yield;
  const details = detailsOf(text, frontMatter);
  const anchor = details.date ?? dateOf(stated?.date) ?? options.anchor;
  const { quotations, strayMarks } = quotationsOf(prose);
  yield;
  const reader = new AttributionReader(prose, quotations);
  const { outer, sentences } = reader;
  const attributions = yield* readAttributions(reader, quotations);
  const claims = claimsOf(prose, sentences);
  yield;
  const dates = yield* datesOf(prose, reader, anchor);
  const stets = stetsOf(prose, comments);
  const found = { quotations, strayMarks, attributions, claims, dates, citations, stets };
  return { text, prose, written, escape: language.escape, outer, sentences, ...found, off: details.off || stated?.off === true, anchor };
}

/** {@link parseSteps} at once. */
export function parseDraft(text: string, languageId: string, options: DraftOptions): Draft {
  return toEnd(parseSteps(text, languageId, options));
}

function isOutermost({ depth }: Quotation): boolean {
  return depth === 0;
}
