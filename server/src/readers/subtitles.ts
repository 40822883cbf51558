import { type ArticleDetails, type Locator, NO_DETAILS, type Turn } from '../corpus/article.ts';
import { type Block, MARKUP } from '../prose/prose.ts';
import { plainly } from '../text/said.ts';
import type { Reader, Reading } from './reader.ts';
import { type Cue, cuesOf, type SubtitleFormat } from './subtitlesCues.ts';
import { withoutRepeats } from './subtitlesRolling.ts';
import { type Said, saidIn, withoutBrackets } from './subtitlesText.ts';
import { textReader } from './textReader.ts';
import { labelAt, timeLabel } from './transcript.ts';

/** Captions in WebVTT. */
export const webVtt: Reader = textReader(['vtt'], (id, text) => readSubtitles(id, text, 'vtt'));
/** Captions in SubRip. */
export const subRip: Reader = textReader(['srt'], (id, text) => readSubtitles(id, text, 'srt'));

/** After a sentence a paragraph ends with a pause of so many seconds, … */
const PAUSE = 1.5;
/** … or when it has so many letters; … */
const LONG = 300;
/** … and in the middle of one only after a silence of so many seconds, or so many letters (captions without any full stops). */
const SILENCE = 8;
const LONGEST = 1500;

/**
 * Reads captions as an article: what is said, in paragraphs that go on from caption to caption. Offsets are UTF-16 code
 * units of `text`. Between captions stand spaces. Line ends are lone carriage returns: positions count them as lines, and
 * two in a row do not part paragraphs, since the lines of times between captions are no pause in what is said.
 */
export function readSubtitles(id: string, text: string, format: SubtitleFormat): Reading {
  if (text.trim() === '') return { articles: [], problems: [{ message: plainly`The file is empty.`, span: null }] };
  const { cues, title, language, problems } = cuesOf(text, format);
  const names = namesIn(text, cues);
  const said = withoutRepeats(cues.map((cue) => saidIn(text.slice(cue.span.start, cue.span.end), format, names)));
  const paragraphs = new Paragraphs();
  for (const [i, cue] of cues.entries()) paragraphs.add(cue, said[i] as Said);
  const { blocks, turns, locators } = paragraphs.finish();
  const nothing = {
    message: plainly`There are no captions in it: each needs a line of times, such as “00:12:31.000 --> 00:12:33.500”.`,
    span: null,
  };
  if (blocks.length === 0) return { articles: [], problems: [...problems, nothing] };
  const named = turns.some(({ speaker }) => speaker !== null);
  const details: ArticleDetails = {
    ...NO_DETAILS,
    kind: named ? 'transcript' : 'report',
    // What stands behind “WEBVTT” is a title or any other remark.
    ...(title === null ? {} : { title, guessed: ['title'] }),
    language,
  };
  const prose = { text: shownOf(text, cues, said), blocks };
  return { articles: [{ id, ...details, prose, locators, ...(named ? { turns } : {}) }], problems };
}

/** Labels in ordinary letters that come back: `Remember: …` stands once. */
function namesIn(text: string, cues: readonly Cue[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { span } of cues) {
    for (const line of text.slice(span.start, span.end).split(/[\r\n]+/)) {
      const name = labelAt(withoutBrackets(line.slice(0, 120)), 0)?.name;
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([name]) => name));
}

/** What is said in its places, spaces between. */
function shownOf(text: string, cues: readonly Cue[], said: readonly Said[]): string {
  const pieces: string[] = [];
  let at = 0;
  const skipTo = (offset: number) => {
    pieces.push(text.slice(at, offset).replace(/\r\n/g, ' \r').replace(/\n/g, '\r').replace(/[^\r]/g, ' '));
    at = offset;
  };
  for (const [i, { span }] of cues.entries()) {
    skipTo(span.start);
    pieces.push((said[i] as Said).text);
    at = span.end;
  }
  skipTo(text.length);
  return pieces.join('');
}

const SENTENCE_END = /[.!?…。！？][”’"'»)\]\s\u2060]*$/u;

/** Makes paragraphs of captions: one for each turn, and for what is said between two pauses. */
class Paragraphs {
  readonly #blocks: Block[] = [];
  readonly #turns: Turn[] = [];
  readonly #locators: Locator[] = [];
  #open: { start: number; end: number; letters: number; from: number } | null = null;
  /** Who spoke last, and who speaks what comes next. */
  #last: string | null = null;
  #speaker: string | null = null;
  /** A sign said that somebody else speaks next, whoever it is. */
  #another: boolean = false;
  #ended: boolean = true;
  #to = 0;

  add(cue: Cue, { text, starts }: Said): void {
    let from = 0;
    for (const start of [...starts, null]) {
      this.#addPiece(cue, text.slice(from, start?.at ?? text.length), from);
      if (start) {
        this.#speaker = start.speaker;
        this.#another ||= start.another;
      }
      from = start?.at ?? text.length;
    }
  }

  finish() {
    this.#close();
    return { blocks: this.#blocks, turns: this.#turns, locators: this.#locators };
  }

  #addPiece(cue: Cue, text: string, at: number): void {
    const start = text.search(/[^\s\u2060]/u);
    if (start < 0) return;
    let end = text.length;
    while (/[\s\u2060]/u.test(text.charAt(end - 1))) end--;
    const words = text.slice(start, end);
    const span = { start: cue.span.start + at + start, end: cue.span.start + at + end };
    const turned = this.#another || this.#speaker !== this.#last;
    if (turned || this.#isParted(cue.from - this.#to)) this.#close();
    if (turned) this.#turns.push({ start: span.start, speaker: this.#speaker });
    this.#last = this.#speaker;
    this.#another = false;
    this.#open ??= { start: span.start, end: span.end, letters: 0, from: cue.from };
    this.#open.end = span.end;
    this.#open.letters += words.replaceAll(MARKUP, '').length;
    this.#ended = SENTENCE_END.test(words.slice(-20));
    this.#to = Math.max(cue.to, cue.from);
  }

  #isParted(pause: number): boolean {
    const letters = this.#open?.letters ?? 0;
    if (this.#ended) return pause >= PAUSE || letters >= LONG;
    return pause >= SILENCE || letters >= LONGEST;
  }

  #close(): void {
    if (!this.#open) return;
    const { start, end, from } = this.#open;
    this.#blocks.push({ span: { start, end }, kind: 'paragraph', group: -1 });
    this.#locators.push({ start, label: timeLabel(from) });
    this.#open = null;
  }
}
