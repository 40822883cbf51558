import picomatch from 'picomatch/posix.js';
import type { SourceGlobs } from './settings.ts';

type Matcher = (path: string) => boolean;
const matchers = new WeakMap<readonly string[], Matcher>();

/** Whether globs leave out what lies this way from its corpus folder. */
export function isLeftOut(way: string, { include, exclude }: SourceGlobs): boolean {
  return (exclude !== undefined && matcherOf(exclude)(way)) || (include !== undefined && !matcherOf(include)(way));
}

/**
 * picomatch is what most build tools match globs with; its `posix` entry needs nothing of Node. A pattern also stands for
 * what lies below it (`drafts/old` is that folder), and letters match in either case (`README.MD` is Markdown too). No
 * patterns match nothing.
 */
export function matcherOf(patterns: readonly string[]): Matcher {
  const known = matchers.get(patterns);
  if (known) return known;
  const all = patterns.flatMap((pattern) => {
    const plain = plainPattern(pattern);
    return [plain, `${plain}/**`];
  });
  const matcher: Matcher = all.length === 0 ? () => false : picomatch(all, { dot: true, nocase: true });
  matchers.set(patterns, matcher);
  return matcher;
}

function plainPattern(pattern: string): string {
  return pattern.replace(/^\.\//, '').replace(/\/+$/, '') || '.';
}

/** What means something in a pattern, and may stand in the name of a folder. */
const SPECIAL = /[\\*?[\]{}()!+@|^$,"]/g;

/** Patterns of a folder as the folder sees them from which `way` leads there: they match the same paths in it, and none beside. */
export function seenFromAbove(patterns: readonly string[], way: string): readonly string[] {
  const prefix = way.replace(SPECIAL, '\\$&');
  return patterns.map((pattern) => {
    // An exclamation mark in front turns all of a pattern round, and a bar parts it; in brackets they do not.
    const [, not = '', rest = ''] = /^((?:!(?!\())*)(.*)$/s.exec(pattern) ?? [];
    const plain = plainPattern(rest);
    const ways = plain === '.' ? [prefix] : alternatives(plain).map((one) => `${prefix}/${one}`);
    return not + ways.join('|');
  });
}

/** The parts between the bars of a pattern that stand in no brackets. */
function alternatives(pattern: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [piece] of pattern.matchAll(/\\.|./gsu)) {
    if ('([{'.includes(piece)) depth++;
    else if (')]}'.includes(piece)) depth = Math.max(0, depth - 1);
    if (piece === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts;
}
