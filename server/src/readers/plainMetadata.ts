/** The value of a key as YAML reads it: a text, nothing, or a list of texts. */
export type PlainValue = string | null | readonly string[];

/** A key and what follows its colon. What stands between them decides that the line is nothing else. */
const PAIR = /^([A-Za-z][A-Za-z0-9_-]*):(?: +(.*?))? *$/;
/** What YAML takes for something else than a text, though it begins like one. */
const NO_TEXT = /^(?:true|false|null)$/i;
/** Text without marks: begins with a letter or is a day, and has nothing in it that would begin something else. */
const BARE = /^(?:\p{L}|\d{4}-\d\d-\d\d$)(?!.*(?:: |:$| #))/u;
/** A text between marks without any escapes. */
const MARKED = /^(?:"([^"\\]*)"|'([^']*)')$/;
/** Tabs, control characters and unusual line ends, which YAML has rules of its own for. */
const ODD = /[^\S \r\n]|(?![\r\n])\p{Cc}|\r(?!\n)/u;

/**
 * The pairs of metadata that is nothing but lines `key: value` of the plainest kinds, as nearly all is: many times faster
 * than reading all of YAML. Null where any line is something else.
 */
export function plainPairs(yaml: string): readonly (readonly [key: string, value: PlainValue])[] | null {
  if (ODD.test(yaml)) return null;
  const pairs: (readonly [string, PlainValue])[] = [];
  for (const line of yaml.split(/\r?\n/)) {
    if (line === '') continue;
    const [, key = '', raw = ''] = PAIR.exec(line) ?? [];
    const value = raw === '' ? null : (textOf(raw) ?? listOf(raw));
    if (key === '' || NO_TEXT.test(key) || value === undefined) return null;
    pairs.push([key, value]);
  }
  return pairs;
}

function textOf(raw: string): string | undefined {
  const marked = MARKED.exec(raw);
  if (marked) return marked[1] ?? marked[2];
  return BARE.test(raw) && !NO_TEXT.test(raw) ? raw : undefined;
}

/** `[Jane Doe, John Roe]`. */
function listOf(raw: string): readonly string[] | undefined {
  const inner = /^\[([^[\]{}"'#:]*)\]$/.exec(raw)?.[1];
  const texts = inner?.split(',').map((item) => textOf(item.trim()));
  return texts?.every((text) => text !== undefined) ? texts : undefined;
}
