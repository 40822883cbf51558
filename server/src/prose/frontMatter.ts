import type { Span } from '../text/span.ts';

/**
 * YAML front matter: from a `---` on the very first line to the next line that is `---` or `...`, its line end left out.
 * Null where the text does not begin so, or the block is never closed.
 */
export function frontMatterSpan(text: string): Span | null {
  const found = /^\uFEFF?---[ \t]*\r?\n(?:[\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/.exec(text);
  return found ? { start: text.startsWith('\uFEFF') ? 1 : 0, end: found[0].length } : null;
}
