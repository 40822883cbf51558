import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** What the rest of a text must know of it: labels hold for the whole document. */
export interface Labels {
  /** Normalized label → address. */
  readonly links: ReadonlyMap<string, string>;
  /** Normalized labels of footnotes. */
  readonly footnotes: readonly string[];
  readonly key: string;
}

/** Labels are the same whatever their case and white space (CommonMark 4.7). */
export function normalLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase();
}

/** Addresses may have escapes and entities. */
export function addressOf(raw: string): string {
  return raw.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/&(#?\w+);/g, (whole, name: string) => characterOf(name) ?? whole);
}

const NO_LABELS: Labels = { links: new Map(), footnotes: [], key: '[]' };

/** Every label that the text defines. */
export function labelsOf(text: string): Labels {
  if (!text.includes('[')) return NO_LABELS;
  const links = new Map<string, string>();
  for (const [, label, raw] of text.matchAll(/^[ >]{0,12}\[(?!\^)((?:\\.|[^\]\\\n]){1,300})\]:[ \t]*(?:\n[ \t]*)?(<[^>\n]*>|\S+)/gm)) {
    const name = normalLabel(label as string);
    if (!links.has(name)) links.set(name, addressOf((raw as string).replace(/^<|>$/g, '')));
  }
  // A mark without a footnote is a mark all the same: its label is no prose.
  const footnotes = [...new Set(Array.from(text.matchAll(/\[\^([^\]\s[]{1,300})\]/g), (found) => normalLabel(found[1] as string)))];
  return { links, footnotes, key: `${JSON.stringify([...links])}${footnotes.join(' ')}` };
}

/** The character of an entity, by what stands between `&` and `;`. */
export function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return decodeNamedCharacterReference(name) || undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const valid = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? String.fromCodePoint(code) : '\uFFFD';
}
