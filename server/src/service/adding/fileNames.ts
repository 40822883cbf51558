import { type CalendarDate, isoDate } from '../../text/calendarDate.ts';

/** How long the parts of a name may be, in characters. */
const LONGEST_PUBLISHER = 30;
const LONGEST_TITLE = 60;
/** How long a name may be without its ending, in bytes of UTF-8: file systems allow 255 with endings and numbers. */
const LONGEST_NAME = 160;

/** Letters that are no others with signs on them. */
const LATIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** What a name is made of. */
export interface NameParts {
  readonly published: CalendarDate | null;
  readonly publisher: string | null;
  readonly title: string | null;
}

/**
 * A name for a file that has none of its own, without ending: `2024-03-12-saltmere-gazette-weir-holds`, as far as that is
 * known. Small letters, digits and hyphens, and letters of other scripts as they are: safe on every system.
 */
export function madeName({ published, publisher, title }: NameParts): string {
  const parts = [published && isoDate(published), slug(publisher ?? '', LONGEST_PUBLISHER), slug(title ?? '', LONGEST_TITLE)];
  return safeStem(parts.filter(Boolean).join('-'));
}

/** Words of a text joined by hyphens, whole ones, of at most so many characters. */
export function slug(text: string, most: number): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => LATIN[letter] ?? letter)
    .normalize('NFC')
    .replace(/(?<=\p{Alpha})['’ʼ](?=\p{Alpha})/gu, '')
    .replace(/[^\p{Alpha}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return cut(plain, most);
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf('-', most);
  // A script without spaces, or one very long word.
  return end > most / 2 ? text.slice(0, end) : withoutHalves(text.slice(0, most));
}

function withoutHalves(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '').replace(/-$/, '');
}

/** Names of devices in Windows, whatever follows their first dot. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i;

/** A file's own name, made safe on every system: no folders, no signs that some system forbids, not hidden, not too long. */
export function safeStem(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cs}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '-')
    .replace(/^[\s.~-]+|[\s.]+$/gu, '');
  const stem = inBytes(plain, LONGEST_NAME).replace(/[\s.]+$/u, '');
  if (stem === '') return 'source';
  return RESERVED.test(stem) ? `source-${stem}` : stem;
}

function inBytes(text: string, most: number): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let out = '';
  for (const letter of text) {
    bytes += encoder.encode(letter).length;
    if (bytes > most) break;
    out += letter;
  }
  return out;
}

/** Names that programs give, and that say nothing of what is in the file. */
const SAYS_NOTHING =
  /^(?:index|default|download|document|untitled|unnamed|article|page|file|image|scan|print|view|story|news|content|paste|clipboard|new|data|export|response|attachment|(?:new )?text document|[\d\s._()-]+|[\da-f]{16,}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})[\s._-]*(?:\(?\d*\)?)$/i;

/** Whether a name without its ending tells a reader anything. */
export function isTelling(stem: string): boolean {
  return /\p{Alpha}/u.test(stem) && !SAYS_NOTHING.test(stem.trim());
}

/** The first of `stem.ending`, `stem-2.ending`, … that is free. */
export async function freeName(stem: string, ending: string, isTaken: (name: string) => Promise<boolean>): Promise<string> {
  for (let number = 1; ; number++) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}.${ending}`;
    if (!(await isTaken(name))) return name;
  }
}
