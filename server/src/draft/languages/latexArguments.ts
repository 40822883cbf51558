import type { Span } from '../../text/span.ts';

const ARGUMENT = /[ \t]*\{/y;
const OPTION = /\[[^\]]{0,400}\]/y;

/** The options and arguments of LaTeX's commands. */
export class Arguments {
  readonly #raw: string;
  readonly #braces: ReadonlyMap<number, number>;

  constructor(raw: string) {
    this.#raw = raw;
    this.#braces = bracesIn(raw);
  }

  /** Behind options and so many arguments. */
  after(from: number, most: number): number {
    let at = from;
    for (let count = 0; ; ) {
      const option = this.option(at);
      if (option !== undefined) {
        at = option;
        continue;
      }
      const argument = count < most ? this.at(at) : undefined;
      if (argument === undefined) return at;
      at = argument.end + 1;
      count++;
    }
  }

  /** The argument that begins at an offset: what stands between its braces. */
  at(at: number): Span | undefined {
    const open = stickyEnd(ARGUMENT, this.#raw, at);
    const close = open === undefined ? undefined : this.#braces.get(open - 1);
    return open === undefined || close === undefined ? undefined : { start: open, end: close };
  }

  /** Where the option in square brackets ends that begins at an offset; undefined where none does. */
  option(at: number): number | undefined {
    return stickyEnd(OPTION, this.#raw, at);
  }
}

/** Each opening brace's closing one. Braces that are text, or stand in comments, are none. */
function bracesIn(raw: string): Map<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (const found of raw.matchAll(/[{}]|\\[^A-Za-z]|(?<!\\)%[^\n]*/g)) {
    if (found[0] === '{') open.push(found.index);
    else if (found[0] === '}') {
      const partner = open.pop();
      if (partner !== undefined) partners.set(partner, found.index);
    }
  }
  return partners;
}

/** Where a sticky pattern that is found at `at` ends. */
function stickyEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
