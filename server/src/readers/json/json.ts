import { plainly } from '../../text/said.ts';
import type { Span } from '../../text/span.ts';
import { decodeFile } from '../decode.ts';
import { Gathering } from '../news/gathering.ts';
import type { Reading } from '../reader.ts';
import { itemsIn } from './find.ts';

/** Says of a file that is read but is no news what it is read for. */
export const NO_ARTICLE = plainly`There is no news article in this JSON file that Verbatim knows the form of (ninjs, schema.org, JSON Feed, or objects with a “title” and a “text”): take it out of the corpus if it is something else.`;

/** Says of a file of news that it is no text. */
const NO_TEXT = plainly`There is no article in this file: it describes pictures, sound or events.`;

/** Reads a file of JSON as the articles in it. Problems' spans are UTF-16 code units of the decoded file. */
export function readJson(id: string, bytes: Uint8Array): Reading {
  const file = decodeFile(bytes);
  const gathering = Gathering.of(file);
  if (file.text !== null) readText(file.text, gathering);
  return gathering.finish(id);
}

function readText(text: string, gathering: Gathering): void {
  const value = text.trim() === '' ? { message: plainly`The file is empty.`, span: null } : parsed(text);
  if ('message' in value) gathering.tell(value.message, value.span);
  else gatherFrom(value.value, gathering);
}

/** Takes over the articles in a value; tells where there are none. */
export function gatherFrom(value: unknown, gathering: Gathering): void {
  let texts = 0;
  let others = 0;
  for (const item of itemsIn(value)) {
    if (item) gathering.add(item);
    if (item) texts++;
    else others++;
  }
  if (texts === 0) gathering.tell(others > 0 ? NO_TEXT : NO_ARTICLE);
}

/** A value of JSON, or what is wrong with it and where. */
export function parsed(text: string): { readonly value: unknown } | { readonly message: string; readonly span: Span | null } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const at = placeOf(error, text);
    return {
      message:
        at === null
          ? plainly`The file is not valid JSON and was not read: export it again, or mend that place.`
          : plainly`The file is not valid JSON (line ${lineAt(text, at)}) and was not read: export it again, or mend that place.`,
      span: at === null ? null : { start: at, end: Math.min(at + 1, text.length) },
    };
  }
}

/** Where JSON ends to be valid, as engines tell it in their messages; null where they do not. */
function placeOf(error: unknown, text: string): number | null {
  if (!(error instanceof Error)) return null;
  if (/end of (?:JSON|the? ?)?\s*(?:input|data)/i.test(error.message)) return text.trimEnd().length;
  const place = /position (\d+)/.exec(error.message)?.[1];
  return place === undefined ? null : Math.min(Number(place), text.length);
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
