import type { Said } from './subtitlesText.ts';

/** A word of a caption as it is compared. */
interface Word {
  readonly text: string;
  readonly end: number;
  readonly begins: boolean;
}

/** A repeat begins in one of so many last lines of the caption before. */
const MOST_LINES = 8;
/** Captions roll where so many of them repeat the one before: the least number, and the least share. */
const FEWEST = 2;
const LEAST_SHARE = 0.3;

/**
 * Takes out what rolling captions say again: each shows the line before beside the new one (roll-up captions of CEA-608,
 * and what recognisers of speech write), or the same line with a few more words. Where captions do not roll, what is said
 * twice was said twice.
 */
export function withoutRepeats(said: readonly Said[]): readonly Said[] {
  const words = said.map(wordsOf);
  const repeats = words.map((own, i) => (i === 0 ? 0 : repeated(words[i - 1] as readonly Word[], own)));
  const spoken = words.filter((own) => own.length > 0).length;
  const rolling = repeats.filter((count) => count > 0).length;
  if (rolling < FEWEST || rolling < (spoken - 1) * LEAST_SHARE) return said;
  return said.map((one, i) => without(one, (words[i] as readonly Word[])[(repeats[i] as number) - 1]?.end ?? 0));
}

function wordsOf({ text }: Said): readonly Word[] {
  const words: Word[] = [];
  let lineBegins = true;
  for (const { 0: found, index } of text.matchAll(/[^\s\u2060]+(?:\u2060+[^\s\u2060]+)*|\r/gu)) {
    if (found === '\r') lineBegins = true;
    else {
      words.push({ text: found.replace(/\u2060/g, '').toLowerCase(), end: index + found.length, begins: lineBegins });
      lineBegins = false;
    }
  }
  return words;
}

/** How many words a caption begins with that the one before ended with, from a line's beginning. */
function repeated(before: readonly Word[], own: readonly Word[]): number {
  let lines = 0;
  let best = 0;
  for (let at = before.length - 1; at >= 0 && lines < MOST_LINES; at--) {
    if (!before[at]?.begins) continue;
    lines++;
    const count = before.length - at;
    if (count > own.length) break;
    if (own.slice(0, count).every(({ text }, i) => text === before[at + i]?.text)) best = count;
  }
  return best;
}

/** A caption from an offset on; what comes before becomes spaces. */
function without({ text, starts }: Said, until: number): Said {
  if (until === 0) return { text, starts };
  return { text: text.slice(0, until).replace(/[^\r]/g, ' ') + text.slice(until), starts: starts.filter(({ at }) => at >= until) };
}
