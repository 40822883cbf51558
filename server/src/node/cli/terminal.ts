import type { WriteStream } from 'node:tty';

/** Where a command writes. Results go to standard output, everything about the run itself to standard error. */
export interface Terminal {
  /** Writes to standard output. */
  readonly write: (text: string) => void;
  /** One line on standard error. */
  readonly note: (message: string) => void;
  /** Shows how far long work has come, on a terminal alone and after half a second; null takes it away. */
  readonly progress: (message: string | null) => void;
  readonly colour: boolean;
  /** Cells in a line. */
  readonly columns: number;
}

/** The exit status of a command that could not do its work. */
export const COULD_NOT_RUN = 2;

/** A command cannot do its work: its message is the one line on standard error, and the exit status is 2. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/** Why something went wrong, to stand after “cannot be read: ”. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^It could not be read: /, '');
}

/** Work that takes less shows nothing, in milliseconds. */
const PATIENCE_MS = 500;
/** As often a line of progress is written anew, in milliseconds. */
const PACE_MS = 100;

/** To the beginning of the line, and all of it erased (ECMA-48, EL). */
const TAKE_AWAY = '\r\u001B[2K';

/** One line on a terminal that is written over and over, and taken away before anything else is written. */
class ProgressLine {
  readonly #stream: Partial<WriteStream> & NodeJS.WriteStream;
  #shown = 0;
  #text: string | null = null;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  show(message: string): void {
    // Since the program was started.
    const now = 1000 * process.uptime();
    if (this.#stream.isTTY !== true || now < PATIENCE_MS || now - this.#shown < PACE_MS) return;
    this.#shown = now;
    this.#text = oneLine(message).slice(0, (this.#stream.columns ?? COLUMNS) - 1);
    this.#stream.write(`${TAKE_AWAY}${this.#text}`);
  }

  clear(): void {
    if (this.#text !== null) this.#stream.write(TAKE_AWAY);
    this.#text = null;
  }
}

/** Where no terminal says how wide it is. */
const COLUMNS = 100;
const NARROWEST = 60;
const WIDEST = 140;

/** The terminal of this process. Who stops reading (`| head`) ends the output, not the program with an error. */
export function processTerminal(): Terminal {
  const stdout = process.stdout as Partial<WriteStream> & NodeJS.WriteStream;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const line = new ProgressLine(process.stderr);
  const columns = stdout.isTTY ? (stdout.columns ?? COLUMNS) : COLUMNS;
  return {
    write: (text) => {
      line.clear();
      process.stdout.write(text);
    },
    note: (message) => {
      line.clear();
      process.stderr.write(`verbatim: ${oneLine(message)}\n`);
    },
    progress: (message) => (message === null ? line.clear() : line.show(message)),
    colour: stdout.isTTY === true && !process.env.NO_COLOR,
    columns: Math.min(WIDEST, Math.max(NARROWEST, columns)),
  };
}

/** A message without line breaks, nor anything that a terminal would obey. */
export function oneLine(message: string): string {
  return harmless(message.trim().replace(/\s*[\r\n]+\s*/g, ' '));
}

/** A text without control characters: what stands in a file must not move the cursor or change colours. */
export function harmless(text: string): string {
  return text.replace(/\s/g, ' ').replace(/\p{Cc}/gu, '·');
}

const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  cyan: [36, 39],
  underline: [4, 24],
} as const;
export type Style = keyof typeof STYLES;

/** Gives a text a style where colours are wanted. */
export type Paint = (style: Style, text: string) => string;

export function paintFor(colour: boolean): Paint {
  return (style, text) => (colour && text !== '' ? `\u001B[${STYLES[style][0]}m${text}\u001B[${STYLES[style][1]}m` : text);
}
