import type { Article, SourceRef } from '../../corpus/article.ts';
import { MARKUP } from '../../prose/prose.ts';
import { contains, type Span, trimmed } from '../../text/span.ts';
import type { Piece } from './model.ts';

/** How much of the source is shown around the words, in UTF-16 code units on either side. */
const CONTEXT = 140;

/** `within` of a text as a reader sees it, cut where `marks` begin and end. */
export function piecesOf(text: string, within: Span, marks: readonly Span[]): Piece[] {
  return tidied(cutAt(text, within, marks));
}

function cutAt(text: string, within: Span, marks: readonly Span[]): Piece[] {
  const cuts: Piece[] = [];
  let at = within.start;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, at);
    const to = Math.min(end, within.end);
    if (from >= to) continue;
    cuts.push({ text: text.slice(at, from), marked: false }, { text: text.slice(from, to), marked: true });
    at = to;
  }
  return [...cuts, { text: text.slice(at, within.end), marked: false }];
}

/** White space single, also where pieces meet, and none at the edges. */
function tidied(raw: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [];
  for (const { text, ...rest } of raw) {
    let seen = text.replaceAll(MARKUP, '').replace(/\s+/g, ' ');
    const before = pieces.at(-1)?.text;
    if (before === undefined || before.endsWith(' ')) seen = seen.trimStart();
    if (seen === '') continue;
    const last = pieces.at(-1);
    if (last?.marked === rest.marked && last.around === rest.around) pieces[pieces.length - 1] = { ...last, text: last.text + seen };
    else pieces.push({ text: seen, ...rest });
  }
  const last = pieces.at(-1);
  if (last) pieces[pieces.length - 1] = { ...last, text: last.text.trimEnd() };
  return pieces.filter(({ text }) => text !== '');
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** The source's words with a little of what stands around them in its paragraph. */
export function passagePieces({ prose }: Article, { span }: SourceRef, changed: readonly Span[]): Piece[] {
  const blocks = prose.blocks.filter((block) => contains(block.span, { start: span.start, end: span.start }));
  const last = prose.blocks.find((block) => block.span.start < span.end && span.end <= block.span.end);
  const first = Math.min(blocks[0]?.span.start ?? span.start, span.start);
  const whole = trimmed(prose.text, { start: first, end: Math.max(last?.span.end ?? span.end, span.end) });
  const start = atWord(prose.text, Math.max(whole.start, span.start - CONTEXT), { start: whole.start, end: span.start }, 1);
  const end = atWord(prose.text, Math.min(whole.end, span.end + CONTEXT), { start: span.end, end: whole.end }, -1);
  const before = prose.text.slice(start, span.start);
  const words = { start: span.start, end: span.end };
  return tidied([
    { text: start > whole.start ? `… ${before}` : before, marked: false, around: true },
    ...cutAt(prose.text, words, changed),
    { text: end < whole.end ? `${prose.text.slice(span.end, end)} …` : prose.text.slice(span.end, end), marked: false, around: true },
  ]);
}

/** The nearest place in a direction at which no word is cut. */
function atWord(text: string, at: number, { start, end }: Span, step: 1 | -1): number {
  if (at <= start || at >= end) return Math.max(start, Math.min(end, at));
  let place = at;
  while (place > start && place < end && !/\s/.test(text[place - (step === 1 ? 1 : 0)] as string)) place += step;
  return place;
}
