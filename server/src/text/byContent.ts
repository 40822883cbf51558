/** Longer texts are not kept: they are an article's, which is asked for once, not a draft's paragraphs. UTF-16 code units. */
const LONGEST = 4_000;
/**
 * Code units of text that are kept for one function. Twice as many are for a while: what was asked for lately must not be
 * forgotten all at once.
 */
const MEMORY = 500_000;
/** So many values of one text are kept; then it begins anew. */
const MOST_KEYS = 16;
/** Drafts that are written in turn, by {@link byParts}. */
const MOST_ALIKE = 4;

/** The same text in memory of its own: a part of a string keeps the whole string alive, which is a state of the whole draft. */
export function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}

/**
 * A pure function of a text that remembers what it gave: from one keystroke to the next nearly all stretches of a draft
 * say what they said, though they may stand elsewhere. Time changes by it, results never do; what is given is shared, so
 * that nobody may change it.
 */
export function byContent<T>(compute: (text: string) => T): (text: string) => T {
  return byContentAnd(
    (text) => compute(text),
    () => '',
  );
}

/** What was given for one text: for each key of what it was given with. Most have one. */
type Given<T> = { readonly key: string; readonly value: T }[];

/** The same for a function of a text and of something else, which `keyOf` tells apart. */
export function byContentAnd<T, More = void>(
  compute: (text: string, more: More) => T,
  keyOf: (more: More) => string,
): (text: string, more: More) => T {
  let now = new Map<string, Given<T>>();
  let before: typeof now = new Map();
  let length = 0;
  const remember = (text: string, given: Given<T>) => {
    if (length > MEMORY) {
      before = now;
      now = new Map();
      length = 0;
    }
    length += text.length;
    now.set(text, given);
  };
  return (text, more) => {
    if (text.length > LONGEST) return compute(text, more);
    const key = keyOf(more);
    // One text and its keys, not texts with their keys in front: a text that is put together would be copied to be looked up.
    const latest = now.get(text);
    const found = valueIn(latest, key);
    if (found) return found.value;
    const own = copyOf(text);
    const entry = valueIn(before.get(text), key) ?? { key, value: compute(own, more) };
    if (latest && latest.length < MOST_KEYS) latest.push(entry);
    else remember(own, [entry]);
    return entry.value;
  };
}

function valueIn<T>(given: Given<T> | undefined, key: string): Given<T>[number] | undefined {
  return given?.find((one) => one.key === key);
}

/** A pure function of a row of texts that remembers what it gave for the last few: most keystrokes leave them as they are. */
export function byParts<T>(compute: (parts: readonly string[]) => T): (parts: readonly string[]) => T {
  const known: { readonly parts: readonly string[]; readonly value: T }[] = [];
  return (parts) => {
    const at = known.findIndex((one) => one.parts.length === parts.length && one.parts.every((part, i) => part === parts[i]));
    const found = known[at] ?? { parts, value: compute(parts) };
    known.splice(at < 0 ? MOST_ALIKE - 1 : at, 1);
    known.unshift(found);
    return found.value;
  };
}
