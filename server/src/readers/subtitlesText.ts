import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { MARKUP } from '../prose/prose.ts';
import type { SubtitleFormat } from './subtitlesCues.ts';
import { isNoise, labelAt, speakerOf } from './transcript.ts';

/** Somebody begins to speak. */
export interface Start {
  /** Code units of the caption. */
  readonly at: number;
  /** Null where it is only known to be somebody else. */
  readonly speaker: string | null;
  /** Whether a sign says that it is another person than before; else it may be the same one who goes on. */
  readonly another: boolean;
}

/** A caption's words, without all that is not said. */
export interface Said {
  /** As long as the caption: tags are markup, names and sounds are spaces, line ends are lone carriage returns. */
  readonly text: string;
  /** In order. */
  readonly starts: readonly Start[];
}

/** Any tag of WebVTT; of SubRip, where a lone `<` is only a sign, the tags that players know. */
const TAGS: Readonly<Record<SubtitleFormat, RegExp>> = {
  vtt: /<[^<>]*>|\{\\[^{}]*\}/g,
  srt: /<\/?(?:[biuscv]|font|em|strong|ruby|rt|lang|br)(?:[\s./][^<>]*)?\/?>|<\d\d?:[\d:.,]+>|\{\\[^{}]*\}|\{\/?[bius]\}/gi,
};
const VOICE = /^<v(?:\.[^\s>]*)?[ \t]+([^<>]*)>$/i;
/** Sounds in brackets; songs between notes, or from a note to the line's end. */
const NOISE = /\[[^[\]]*\]|\(([^()]{1,80})\)|[♪♫♬🎵🎶][^♪♫♬🎵🎶\r]*[♪♫♬🎵🎶]*/gu;
/** Signs of another speaker: `>>` as in American captions, anywhere; a dash at a line's beginning. */
const SIGN =
  /(?:^|[\r\s\u2060])(>\u2060*>(?:\u2060*>)?)(?=[\s\u2060\p{L}"“‘'-])|(?:^|\r)(?:[^\S\r]|\u2060)*([-–‐])(?=[\s\u2060]*[\p{Lu}\p{Lo}"“‘'¿¡…])/gu;

const blank = (text: string): string => text.replace(/[^\r]/g, ' ');

/** What is said in a caption. `names`: which labels before a colon are speakers' names. */
export function saidIn(caption: string, format: SubtitleFormat, names: ReadonlySet<string>): Said {
  const starts: Start[] = [];
  let text = caption
    .replace(/\r\n/g, ' \r')
    .replace(/\n/g, '\r')
    .replace(TAGS[format], (tag: string, at: number) => {
      const voice = VOICE.exec(tag);
      if (voice)
        starts.push({ at: at + tag.length, speaker: speakerOf(decoded(voice[1] as string).replaceAll(MARKUP, '')), another: false });
      else if (/^<\/v>$/i.test(tag)) starts.push({ at: at + tag.length, speaker: null, another: false });
      return voice || /^<br/i.test(tag) ? blank(tag) : MARKUP.repeat(tag.length);
    });
  text = withoutBrackets(decoded(text)).replace(NOISE, (found: string, inside: string | undefined, at: number, whole: string) => {
    return inside === undefined || isNoise(inside) || isAlone(whole, at, found) ? blank(found) : found;
  });
  text = text.replace(SIGN, (found: string, arrows: string | undefined, dash: string | undefined, at: number) => {
    const sign = arrows ?? dash ?? '';
    starts.push({ at: at + found.length, speaker: null, another: true });
    return found.slice(0, found.length - sign.length) + blank(sign);
  });
  return withLabels(text, starts, names);
}

/** `[NAME]: …` as ` NAME : …`: what a colon follows is no sound. */
export function withoutBrackets(text: string): string {
  return text.replace(/((?:^|\r)[^\S\r]*)[[(]([^[\]()\r]{2,50})[\])](?=:)/g, '$1 $2 ');
}

/** Whether a line has nothing but this in it, signs of a speaker left aside. */
function isAlone(text: string, at: number, found: string): boolean {
  const before = text.slice(Math.max(0, at - 20), at);
  const behind = text.slice(at + found.length, at + found.length + 20);
  return /(?:^|\r)[\s\u2060>-]*$/u.test(before) && /^[^\S\r]*[\u2060]*[^\S\r]*(?:\r|$)/u.test(behind);
}

/** Labels `NAME:` at the beginning of a line or behind a sign. */
function withLabels(text: string, starts: readonly Start[], names: ReadonlySet<string>): Said {
  const begins = new Set([0, ...starts.map(({ at }) => at)]);
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) begins.add(at + 1);
  const signed = new Set(starts.filter(({ another }) => another).map(({ at }) => at));
  const all = new Map(starts.map((start) => [start.at, start]));
  const pieces: string[] = [];
  let done = 0;
  const sorted = [...begins].sort((a, b) => a - b);
  for (const [i, at] of sorted.entries()) {
    // Of two places with nothing between them the second is where the label stands.
    const label = /^[\s\u2060]*$/u.test(text.slice(at, sorted[i + 1])) ? null : labelAt(text, at);
    if (!label || !(signed.has(at) || /^[^\p{Ll}]+$/u.test(label.name) || names.has(label.name))) continue;
    const speaker = speakerOf(label.name);
    all.set(at, { at, speaker, another: speaker === null || signed.has(at) });
    pieces.push(text.slice(done, at), blank(text.slice(at, label.end)));
    done = label.end;
  }
  return { text: pieces.join('') + text.slice(done), starts: [...all.values()].sort((a, b) => a.at - b.at) };
}

/** Character references as their characters, the rest of each markup. What none is named by stays as it is. */
function decoded(text: string): string {
  return text.replace(
    /&(?:#(?:x([\da-f]{1,6})|(\d{1,7}))|([A-Za-z]{2,31}\d{0,2}));/gi,
    (found, hex?: string, decimal?: string, name?: string) => {
      const character = name === undefined ? ofCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) : ofName(name);
      return character === null ? found : character.padEnd(found.length, MARKUP);
    },
  );
}

function ofName(name: string): string | null {
  // Marks of the direction of writing are not read.
  if (name === 'lrm' || name === 'rlm') return '';
  return decodeNamedCharacterReference(name) || null;
}

function ofCode(code: number): string | null {
  return code > 31 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : null;
}
