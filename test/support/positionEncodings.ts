import type { Position, Range } from 'vscode-languageserver';

// Positions of one encoding as those of another, in whatever a client sends or is answered. Counts on its own, beside what is tested.

export type Encoding = 'utf-16' | 'utf-8' | 'utf-32';

/** From which encoding to which, and the text of each document that is spoken of. */
export interface Translation {
  readonly from: Encoding;
  readonly to: Encoding;
  readonly textOf: (uri: string) => string;
}

function unitsOf(text: string, encoding: Encoding): number {
  if (encoding === 'utf-16') return text.length;
  return encoding === 'utf-8' ? Buffer.byteLength(text) : [...text].length;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** Throws where the position is in the middle of a letter, or behind the end of its line. */
function translatedPosition({ line, character }: Position, text: string, { from, to }: Translation): Position {
  const whole = linesOf(text)[line];
  if (whole === undefined) throw new Error(`There is no line ${line}.`);
  let before = '';
  for (const letter of whole) {
    if (unitsOf(before, from) >= character) break;
    before += letter;
  }
  if (unitsOf(before, from) !== character) throw new Error(`Nothing begins at ${line}:${character} (${from}) of “${whole}”.`);
  return { line, character: unitsOf(before, to) };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isPosition(value: Record<string, unknown>): boolean {
  return typeof value.line === 'number' && typeof value.character === 'number';
}

/**
 * What a client sends or is answered, with every position in it counted anew, those in links included. `uri` is the document
 * that positions are in where nothing nearer says which.
 */
export function translated(value: unknown, uri: string, how: Translation): unknown {
  if (typeof value === 'string') return withLinks(value, uri, how);
  if (Array.isArray(value)) {
    // The arguments of a command: a URI, and what is there.
    const named = value.find((one) => typeof one === 'string' && one.includes(':/')) as string | undefined;
    return value.map((one) => translated(one, named ?? uri, how));
  }
  if (!isObject(value)) return value;
  if (isPosition(value)) return translatedPosition(value as unknown as Position, how.textOf(uri), how);
  const own = ownUri(value) ?? uri;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (key.startsWith('target') && typeof value.targetUri === 'string') return [key, translated(one, value.targetUri, how)];
      if (key === 'changes' && isObject(one)) return [key, byUri(one, how)];
      return [key, translated(one, own, how)];
    }),
  );
}

function ownUri({ uri, textDocument }: Record<string, unknown>): string | undefined {
  if (typeof uri === 'string') return uri;
  return isObject(textDocument) && typeof textDocument.uri === 'string' ? textDocument.uri : undefined;
}

function byUri(changes: Record<string, unknown>, how: Translation): unknown {
  return Object.fromEntries(Object.entries(changes).map(([uri, edits]) => [uri, translated(edits, uri, how)]));
}

/** Links that lead to a place of a file, and those that run a command with a place. */
function withLinks(text: string, uri: string, how: Translation): string {
  return text
    .replace(/(file:\/\/[^\s)#"']+)#L(\d+),(\d+)/g, (_, file: string, line: string, column: string) => {
      const position = translatedPosition({ line: Number(line) - 1, character: Number(column) - 1 }, how.textOf(file), how);
      return `${file}#L${position.line + 1},${position.character + 1}`;
    })
    .replace(/(command:[\w.]+\?)([^\s)"']+)/g, (_, command: string, given: string) => {
      return command + encodeURIComponent(JSON.stringify(translated(JSON.parse(decodeURIComponent(given)), uri, how)));
    });
}

/** The position of an offset of a text, in UTF-16. */
export function positionAt(text: string, offset: number): Position {
  const before = linesOf(text.slice(0, offset));
  return { line: before.length - 1, character: (before.at(-1) ?? '').length };
}

export function wholeRange(text: string): Range {
  return { start: { line: 0, character: 0 }, end: positionAt(text, text.length) };
}

/** Whether a position of every encoding can stand at an offset. */
export function isBetweenLetters(text: string, offset: number): boolean {
  const isInPair = /^[\uDC00-\uDFFF]/.test(text.slice(offset)) && /[\uD800-\uDBFF]$/.test(text.slice(0, offset));
  return !isInPair && !(text[offset] === '\n' && text[offset - 1] === '\r');
}
