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
    const plain = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
    return [plain, `${plain}/**`];
  });
  const matcher: Matcher = all.length === 0 ? () => false : picomatch(all, { dot: true, nocase: true });
  matchers.set(patterns, matcher);
  return matcher;
}
