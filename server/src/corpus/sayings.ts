import type { Attribution } from '../prose/attribution.ts';
import { AttributionReader } from '../prose/attributions.ts';
import { isEnglishAt } from '../prose/inEnglish.ts';
import { namesIn, nameWords, sameName } from '../prose/names.ts';
import { blockNumberAt, type Prose, readable } from '../prose/prose.ts';
import { type Quotation, quotationsOf } from '../prose/quotations.ts';
import { contains, type Span, sliceOf } from '../text/span.ts';
import type { Article } from './article.ts';

/** A quotation that an article prints, and who says it there. */
export interface Saying {
  readonly quotation: Quotation;
  /** By the fullest name the article has for them, or null where it names nobody. */
  readonly speaker: string | null;
  readonly attribution: Attribution | null;
}

interface Sayings {
  readonly quotations: readonly Quotation[];
  readonly reader: AttributionReader;
  readonly prose: Prose;
}

const cache = new WeakMap<Article, Sayings>();

/** The quotations of an article. Kept while the article lives; who says them is read when it is asked for. */
function readSayings(article: Article): Sayings {
  let sayings = cache.get(article);
  if (!sayings) {
    const { quotations } = quotationsOf(article.prose);
    sayings = { quotations, reader: new AttributionReader(article.prose, quotations), prose: article.prose };
    cache.set(article, sayings);
  }
  return sayings;
}

/** Every direct quotation in an article, in the order of its text, whoever says it. */
export function quotationsIn(article: Article): readonly Quotation[] {
  return readSayings(article).quotations;
}

function sayingOf(quotation: Quotation, { quotations, reader, prose }: Sayings): Saying {
  const holds = (outer: Quotation) => outer.depth === 0 && contains(outer.span, quotation.span);
  const outermost = quotation.depth === 0 ? quotation : (quotations.findLast(holds) ?? quotation);
  // Who is named is read by English verbs: elsewhere it would be anybody who stands near.
  const attribution = (isEnglishAt(prose, outermost.span.start) && reader.attributionOf(outermost)) || null;
  return { quotation, attribution, speaker: attribution?.speakers[0]?.name ?? null };
}

/** Every direct quotation in an article, in the order of its text. */
export function sayingsOf(article: Article): readonly Saying[] {
  const sayings = readSayings(article);
  return sayings.quotations.map((quotation) => sayingOf(quotation, sayings));
}

/** The innermost quotation of an article that holds the whole of `span`, if one does. */
export function quotationAt(article: Article, span: Span): Quotation | undefined {
  return readSayings(article).quotations.findLast((quotation) => contains(quotation.span, span));
}

/** The innermost quotation of an article that holds the whole of `span`, and who says it, if one does. */
export function sayingAt(article: Article, span: Span): Saying | undefined {
  const quotation = quotationAt(article, span);
  return quotation && sayingOf(quotation, readSayings(article));
}

const TURN = /^[\s\u2060]*(\p{Upper}[\p{Alpha}\p{Gr_Ext}.’' -]{1,48}):\s/u;

/** A turn's name as prose writes it: capitals lowered, and the full name where the transcript gives it. */
function properName(article: Article, turn: string): string {
  const plain =
    turn === turn.toUpperCase()
      ? turn.toLowerCase().replace(/(?<![\p{Alpha}’']|\p{Gr_Ext})\p{Alpha}/gu, (letter) => letter.toUpperCase())
      : turn;
  if (nameWords(plain).length > 1) return plain;
  const names = article.prose.blocks
    .flatMap(({ span }) => namesIn(article.prose.text, span))
    .map(({ core }) => readable(sliceOf(article.prose.text, core)));
  const full = new Set(
    names.filter((name) => nameWords(name).length > 1 && nameWords(name).length <= 4 && nameWords(name).at(-1) === nameWords(plain)[0]),
  );
  return full.size === 1 ? ([...full][0] as string) : plain;
}

/** In a transcript, who speaks at `offset`: whom its reader names, or the name that the last turn before it begins with. */
function turnAt(article: Article, offset: number): string | null {
  if (article.kind !== 'transcript') return null;
  if (article.turns) {
    const speaker = article.turns.findLast(({ start }) => start <= offset)?.speaker ?? null;
    return speaker === null ? null : properName(article, speaker);
  }
  for (const block of article.prose.blocks.filter(({ span }) => span.start <= offset).reverse()) {
    const found = TURN.exec(sliceOf(article.prose.text, block.span));
    if (found) return properName(article, readable(found[1] as string));
  }
  return null;
}

/**
 * Everyone whom the article can be read as giving the words at `span` to, the likeliest first: the turn's or the text's
 * own speaker, and whom a quotation inside the text is attributed to.
 */
export function speakersAt(article: Article, span: Span): readonly string[] {
  const saying = sayingAt(article, span) ?? sayingAt(article, { start: span.start, end: span.start + 1 });
  const own = turnAt(article, span.start) ?? article.speaker;
  return [own, saying?.speaker ?? null].filter((name): name is string => name !== null);
}

/** Whether the article says beyond doubt who says the words: its metadata, a turn, or a plain attribution. */
export function isPlainlySaid(article: Article, span: Span): boolean {
  if (article.speaker !== null || turnAt(article, span.start) !== null) return true;
  const sayings = readSayings(article);
  const quotation = quotationAt(article, { start: span.start, end: span.start + 1 });
  if (!quotation) return false;
  const { attribution } = sayingOf(quotation, sayings);
  return attribution?.plain === true || goesOn(quotation, attribution, sayings);
}

/** “A,” Ada said. “B.”: the second half is hers as plainly as the first, between which and it only her name and the verb stand. */
function goesOn({ span }: Quotation, attribution: Attribution | null, sayings: Sayings): boolean {
  const { quotations, prose } = sayings;
  const before = quotations.findLast((one) => one.depth === 0 && one.span.end <= span.start);
  if (!before || blockNumberAt(prose, before.span.start) !== blockNumberAt(prose, span.start)) return false;
  const first = sayingOf(before, sayings).attribution;
  const between = { start: before.span.end, end: span.start };
  const speaker = first?.speakers[0]?.span;
  // What is asked is answered by somebody else.
  if (/\?\P{Alpha}*$/u.test(sliceOf(prose.text, before.span))) return false;
  const isNothingElse = /^[^.!?]{0,80}[.!?]?\s*$/u.test(sliceOf(prose.text, between).trimEnd());
  return (
    first?.plain === true &&
    speaker !== undefined &&
    contains(between, speaker) &&
    isNothingElse &&
    attribution?.speakers[0]?.name === first.speakers[0]?.name
  );
}

/** Who says the words at `span`, according to the article; null where it names nobody. */
export function speakerAt(article: Article, span: Span): string | null {
  return speakersAt(article, span)[0] ?? null;
}

/** A surname with the particles that belong to it: “van Beek”, “de la Cruz”. */
const SURNAME = /(?:(?:van|von|de|der|den|da|di|du|del|la|le|bin|ter|ten|zu)\s+)*\S+$/u;

/** The shortest form in which an article names someone, titles left out: “Kim” for Kim Jong-un. A transcript's capitals are none. */
export function shortNameIn(article: Article, name: string): string {
  const forms = article.prose.blocks
    .flatMap(({ span }) => namesIn(article.prose.text, span))
    .map(({ core }) => readable(sliceOf(article.prose.text, core)))
    .filter((form) => nameWords(form).length === 1 && nameWords(name).includes(nameWords(form)[0] as string) && sameName(form, name))
    .filter((form) => form !== form.toUpperCase());
  const surname = nameWords(name).length > 1 ? (SURNAME.exec(name)?.[0] ?? name) : name;
  return forms.find((form) => form !== name && !surname.endsWith(` ${form}`)) ?? surname;
}
