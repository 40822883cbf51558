import { plainly } from '../text/said.ts';
import type { Span } from '../text/span.ts';
import type { ReadingProblem } from './reader.ts';

/** The two formats: WebVTT (W3C, “WebVTT: The Web Video Text Tracks Format”) and SubRip, which has no standard. */
export type SubtitleFormat = 'vtt' | 'srt';

/** A caption as the file has it. */
export interface Cue {
  /** Seconds from the beginning of the recording. */
  readonly from: number;
  readonly to: number;
  /** Its lines from the first to the last, line ends between them included. */
  readonly span: Span;
}

/** What a file of captions holds. */
export interface Cues {
  readonly cues: readonly Cue[];
  /** What its header says, where it has one that says so. */
  readonly title: string | null;
  readonly language: string | null;
  readonly problems: readonly ReadingProblem[];
}

/** More problems than these are counted, not told one by one. */
const MOST_PROBLEMS = 10;

const TIME = '(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})(?:[.,:](\\d{1,3}))?';
/** SubRip by the letter has commas and hours, WebVTT full stops; files of both kinds have either. */
const TIMING = new RegExp(`^\\s*${TIME}\\s*-->\\s*${TIME}(?:\\s|$)`);
/** Blocks of WebVTT that are no captions. */
const NO_CUE = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/;

/** The captions of a file, in its order. Never throws: a caption whose times cannot be read is left out and told. */
export function cuesOf(text: string, format: SubtitleFormat): Cues {
  const lines = linesOf(text);
  const header = format === 'vtt' ? readHeader(text, lines) : { end: 0, title: null, language: null };
  const cues: Cue[] = [];
  const broken: Span[] = [];
  const stray: Span[] = [];
  for (const block of blocksOf(text, lines, { from: header.end, format })) {
    const timing = TIMING.exec(textOf(text, block.timing ?? block.lines[0]));
    if (block.timing && timing) {
      const span = spanOf(block.lines);
      if (span) cues.push({ from: seconds(timing.slice(1, 5)), to: seconds(timing.slice(5, 9)), span });
    } else if (block.timing) broken.push(block.timing);
    else if (!NO_CUE.test(textOf(text, block.lines[0]))) stray.push(block.lines[0] as Span);
  }
  return { cues, title: header.title, language: header.language, problems: [...told(broken, BROKEN), ...told(stray, STRAY)] };
}

const BROKEN = plainly`The times of this caption cannot be read, so it was left out: write them as “00:12:31.000 --> 00:12:33.500”.`;
const STRAY = plainly`These lines have no times above them, so they were left out: a blank line ends a caption.`;

function told(places: readonly Span[], message: string): ReadingProblem[] {
  const problems: ReadingProblem[] = places.slice(0, MOST_PROBLEMS).map((span) => ({ message, span }));
  const more = places.length - problems.length;
  return more > 0 ? [...problems, { message: plainly`${message} There are ${more} more places like it.`, span: null }] : problems;
}

function textOf(text: string, span: Span | undefined): string {
  return span ? text.slice(span.start, span.end) : '';
}

function spanOf(lines: readonly Span[]): Span | null {
  const [first] = lines;
  return first ? { start: first.start, end: (lines.at(-1) as Span).end } : null;
}

function seconds([hours, minutes, whole, part = '']: readonly (string | undefined)[]): number {
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(whole) + Number(`0.${part || '0'}`);
}

/** Every line without what ends it. */
function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const found of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ start, end: found.index });
    start = found.index + found[0].length;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** The lines down to the first empty one: `WEBVTT`, what is written beside it, and `Key: value`. */
function readHeader(text: string, lines: readonly Span[]) {
  const first = textOf(text, lines[0]);
  const beside = /^WEBVTT(?:[ \t]+(.*))?$/.exec(first);
  if (!beside) return { end: 0, title: null, language: null };
  let end = 1;
  let language: string | null = null;
  for (let line = textOf(text, lines[1]); end < lines.length && line !== '' && !line.includes('-->'); line = textOf(text, lines[++end])) {
    language ??= /^Language:\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\s*$/.exec(line)?.[1] ?? null;
  }
  return { end, title: beside[1]?.replace(/^[-–—:\s]+/, '').trim() || null, language };
}

/** Lines that belong together: a caption with its times, or what stands between captions. */
interface CueBlock {
  readonly timing: Span | null;
  readonly lines: Span[];
}

/**
 * Captions are found by their line of times, as players do, so that a missing or doubled blank line loses nothing. In
 * SubRip what comes after a blank line and has no times still belongs to the caption before it (FFmpeg reads it so); in
 * WebVTT it is a block of its own.
 */
function blocksOf(
  text: string,
  lines: readonly Span[],
  { from, format }: { readonly from: number; readonly format: SubtitleFormat },
): CueBlock[] {
  const blocks: CueBlock[] = [];
  const opened = (block: CueBlock) => {
    blocks.push(block);
    return block;
  };
  let open: CueBlock | null = null;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as Span;
    const shown = textOf(text, line);
    const empty = format === 'vtt' ? shown === '' : shown.trim() === '';
    if (shown.includes('-->')) open = opened({ timing: line, lines: [] });
    else if (isName(text, lines, at) || (empty && !(format === 'srt' && open?.timing))) open = null;
    else if (!empty && open) open.lines.push(line);
    else if (!empty) open = opened({ timing: null, lines: [line] });
  }
  return blocks;
}

/** Whether a line is the number or name of the caption whose times follow. */
function isName(text: string, lines: readonly Span[], at: number): boolean {
  if (!textOf(text, lines[at + 1]).includes('-->')) return false;
  const shown = textOf(text, lines[at]).trim();
  const afterEmpty = textOf(text, lines[at - 1]).trim() === '';
  return /^\d+$/.test(shown) || (afterEmpty && shown !== '' && !NO_CUE.test(shown));
}
