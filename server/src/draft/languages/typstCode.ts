const CODE = /"(?:[^"\\]|\\[\s\S])*"|\/\/|\/\*|[()[\]{}]|\n|;/g;

/** Behind the bracket that closes the one at `at`; undefined where none does. Words in content may hold marks of their own. */
export function closingOf(raw: string, at: number): number | undefined {
  return endOf(raw, at, false);
}

/** Where a statement ends that goes on from `from`: at its line's end, outside of brackets. Undefined where a bracket is never closed. */
export function statementEnd(raw: string, from: number): number | undefined {
  return endOf(raw, from, true);
}

/** The bracket that closes another. */
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function endOf(raw: string, from: number, isStatement: boolean): number | undefined {
  const token = new RegExp(CODE);
  token.lastIndex = from;
  const open: string[] = [];
  for (let found = token.exec(raw); found; found = token.exec(raw)) {
    const [sign] = found;
    const passed = passedOver(raw, found.index, sign, open.at(-1) === ']');
    if (passed !== null) token.lastIndex = passed;
    else if (isStatement ? isOver(open, sign) : isClosed(open, sign)) return found.index + (isStatement && sign !== ';' ? 0 : 1);
  }
  return isStatement && open.length === 0 ? raw.length : undefined;
}

/** Follows one bracket more; whether all are closed by it. */
function isClosed(open: string[], sign: string): boolean {
  const closing = CLOSING[sign];
  if (closing !== undefined) open.push(closing);
  if (closing !== undefined || sign !== open.at(-1)) return false;
  open.pop();
  return open.length === 0;
}

/** Whether a statement is over: outside of brackets with a line, a semicolon or the content that it stands in. */
function isOver(open: string[], sign: string): boolean {
  if (open.length === 0 && CLOSING[sign] === undefined) return true;
  isClosed(open, sign);
  return false;
}

/** Where to go on behind strings and comments; null where there is none. What is never closed runs to the end. */
function passedOver(raw: string, at: number, sign: string, inContent: boolean): number | null {
  // In content, marks are a reader's, and an odd one begins no string.
  if (sign[0] === '"') return inContent ? at + 1 : at + sign.length;
  if (sign === '//') {
    if (raw[at - 1] === ':') return at + 2;
    const line = raw.indexOf('\n', at);
    return line < 0 ? raw.length : line;
  }
  if (sign !== '/*') return null;
  const close = raw.indexOf('*/', at + 2);
  return close < 0 ? raw.length : close + 2;
}

/** The day of `date: datetime(year: 2025, month: 3, day: 4)` in a statement; empty where there is none. */
export function dayIn(statement: string): string {
  const date = /\bdate:\s*datetime\(([^()]{0,200})\)/.exec(statement)?.[1] ?? '';
  const [year, month, day] = ['year', 'month', 'day'].map((part) => new RegExp(`${part}:\\s*(\\d+)`).exec(date)?.[1]);
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : '';
}

/** The name of the argument that begins at an offset. */
export function labelOf(raw: string, at: number): string {
  return /([\w-]+)\s*:\s*$/.exec(raw.slice(Math.max(0, at - 40), at))?.[1] ?? '';
}
