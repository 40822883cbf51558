/** Strings laid end to end in one array of ASCII bytes: a tenth of what as many objects take, saved and sent as it is. */
export interface PackedStrings {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each string ends. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** Packs values as JSON in which everything beyond ASCII is escaped. */
export function packJson(values: readonly unknown[]): PackedStrings {
  const strings = values.map(asciiJson);
  const ends = new Uint32Array(strings.length);
  let end = 0;
  strings.forEach((string, i) => {
    end += string.length;
    ends[i] = end;
  });
  const bytes = new Uint8Array(end);
  let at = 0;
  for (const string of strings) for (let i = 0; i < string.length; i++) bytes[at++] = string.charCodeAt(i);
  return { bytes, ends };
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Calls of `String.fromCharCode` take no more arguments than this. */
const CHUNK = 8192;

/** The value that was packed as number `index`. */
export function unpackJson({ bytes, ends }: PackedStrings, index: number): unknown {
  const end = ends[index]!;
  let text = '';
  for (let from = index === 0 ? 0 : ends[index - 1]!; from < end; from += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(from, Math.min(end, from + CHUNK)));
  }
  return JSON.parse(text);
}
