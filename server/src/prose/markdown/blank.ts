/** Spaces for everything but line ends. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** Maths as spaces: `$$…$$`, and `$…$` that looks like maths rather than two sums of money. */
export function withoutMaths(text: string): string {
  if (!text.includes('$')) return text;
  return text
    .replace(/(?<!\\)\$\$(?!\s*\$\$)[^`]{1,5000}?\$\$/g, blank)
    .replace(
      /(?<![\\$\p{Alpha}\d])\$(?:[A-Za-z]|(?![\s\d])[^$`\n]{0,300}?[\\^_={}+<>|][^$`\n]{0,300}?(?<![\s\\]))\$(?![\d\p{Alpha}$])/gu,
      blank,
    );
}
