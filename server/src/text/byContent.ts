/** Longer texts are not kept: they are an article's, which is asked for once, not a draft's paragraphs. UTF-16 code units. */
const LONGEST = 4_000;
/** Code units of text that are kept for one function; then all is forgotten. */
const MEMORY = 1_000_000;

/**
 * A pure function of a text that remembers what it gave: from one keystroke to the next nearly all stretches of a draft
 * say what they said, though they may stand elsewhere. Time changes by it, results never do; what is given is shared, so
 * that nobody may change it.
 */
export function byContent<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  let length = 0;
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    const before = known.get(text);
    if (before) return before.value;
    const value = compute(text);
    length += text.length;
    if (length > MEMORY) {
      known.clear();
      length = text.length;
    }
    known.set(text, { value });
    return value;
  };
}
