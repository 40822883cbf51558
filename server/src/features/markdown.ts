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
