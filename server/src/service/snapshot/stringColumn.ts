import type { Steps } from '../../text/steps.ts';

/** Strings laid end to end, as plain data: there as soon as its bytes are, however many they are. */
export interface StringColumn {
  /** UTF-8; UTF-16 code units where a string has half a surrogate pair, as a name on Windows may. */
  readonly text: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;
  /** Where each string ends, in UTF-16 code units. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** Calls of `String.fromCharCode` take no more arguments than this. */
const CHUNK = 8192;

/** Packs strings, in a few steps. */
export function* stringColumn(strings: readonly string[]): Steps<StringColumn> {
  const ends = new Uint32Array(strings.length);
  let end = 0;
  for (let i = 0; i < strings.length; i++) {
    end += strings[i]!.length;
    ends[i] = end;
  }
  yield;
  const text = strings.join('');
  yield;
  const utf8 = new TextEncoder().encode(text);
  yield;
  return { text: decoded(utf8) === text ? utf8 : Uint16Array.from({ length: end }, (_, at) => text.charCodeAt(at)), ends };
}

function decoded(text: StringColumn['text']): string {
  // A mark at the beginning is part of a string here.
  if (text instanceof Uint8Array) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(text);
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += CHUNK) parts.push(String.fromCharCode(...text.subarray(at, at + CHUNK)));
  return parts.join('');
}

/** The strings of a column. They are decoded together, when the first is asked for, and are then pieces of one string. */
export class Strings {
  readonly #column: StringColumn;
  #text: string | undefined;

  constructor(column: StringColumn) {
    this.#column = column;
  }

  at(index: number): string {
    this.#text ??= decoded(this.#column.text);
    return this.#text.slice(this.#startOf(index), this.#column.ends[index]);
  }

  /** How long a string is, in UTF-16 code units; decodes nothing. */
  lengthAt(index: number): number {
    return this.#column.ends[index]! - this.#startOf(index);
  }

  #startOf(index: number): number {
    return index === 0 ? 0 : this.#column.ends[index - 1]!;
  }
}
