import { MARKUP } from '../prose/prose.ts';
import type { Span } from '../text/span.ts';

/**
 * Text as Markdown that shows exactly that text: a source’s own asterisks, tags and links must not become markup in a
 * hover, nor an address in it something to click on. Only what could be markup is escaped, since some editors show
 * Markdown as it is written.
 */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<~|@]|&(?=[#\w])|:(?=\/\/)/g, '\\$&')
    .replace(/www\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/^(\s*\d*)([#>+\-.)])/, '$1\\$2');
}

/** A link whose address cannot break out of it. */
export function link(label: string, uri: string): string {
  const address = uri.replace(/[()<>\s\\]/g, (letter) => encodeURIComponent(letter).replace('(', '%28').replace(')', '%29'));
  return `[${escaped(label)}](${address})`;
}

/** `within` of a text as one escaped line, the stretches of `strong` in bold. */
export function emphasised(text: string, within: Span, strong: readonly Span[]): string {
  let written = '';
  let at = within.start;
  for (const { start, end } of [...strong].sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, at);
    const to = Math.min(end, within.end);
    if (from >= to) continue;
    written += flat(text.slice(at, from)) + bold(flat(text.slice(from, to)));
    at = to;
  }
  return (written + flat(text.slice(at, within.end))).replace(/ {2,}/g, ' ');
}

/** White space must stand outside the asterisks, or they are shown as asterisks. */
function bold(markdown: string): string {
  const [, before = '', inside = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(markdown) ?? [];
  return inside === '' ? before : `${before}**${inside}**${after}`;
}

/** As a reader sees it, but with the spaces at its edges: stretches are put together again. */
function flat(text: string): string {
  return escaped(text.replaceAll(MARKUP, '').replace(/\s+/g, ' '));
}
