import { parseDay } from '../../server/src/readers/days.ts';
import { isoDate } from '../../server/src/text/calendarDate.ts';

/** A text as a number in hexadecimal, whatever its typography: so that pages can be spoken of without their words (FNV-1a, 32 bits). */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(folded(text))) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const SCRIPTS_WITHOUT_SPACES = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/gu;

function tokens(text: string): string[] {
  const spaced = text.normalize('NFKC').toLowerCase().replace(SCRIPTS_WITHOUT_SPACES, ' $& ');
  return spaced.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** The harmonic mean of precision and recall of a text's words, however often each stands; 1 where both texts are empty. */
export function tokenF1(expected: string, found: string): number {
  const wanted = tokens(expected);
  const got = tokens(found);
  if (wanted.length + got.length === 0) return 1;
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of got) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared++;
    left.set(word, count - 1);
  }
  return (2 * shared) / (wanted.length + got.length);
}

/** Whether a title says the same, typography aside. */
export function sameTitle(expected: string | null, found: string | null): boolean {
  return folded(expected ?? '') === folded(found ?? '');
}

/** The names of a byline in one order, without “By”, what is in brackets and what other lines say. */
export function nameKey(names: readonly string[]): string {
  const parts = names.flatMap((name) =>
    name
      .trim()
      .replace(/^by\s+/i, 'by ')
      .replace(/\s*\n.*$/s, '')
      .replace(/^(?:(?:written |posted )?by|par|por|von)\b:?\s*/i, '')
      .replace(/\s*\(https?:.*\)$/, '')
      .replace(/,\s*(?:M\.?D|Ph\.?D|MA|RN)\.?$/, '')
      .split(/\s*,\s*(?=\S+\s+\S)|\s+and\s+|\s*;\s*/),
  );
  const keys = parts.map((part) => folded(part).split(' ').sort().join(' ')).filter((key) => key !== '');
  return [...new Set(keys)].sort().join('; ');
}

/** A date's day in its own offset, however it is written; null where it names none. */
export function dayOf(date: string | null | undefined): string | null {
  const day = date ? parseDay(date) : undefined;
  return day?.day === undefined ? null : isoDate(day);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
