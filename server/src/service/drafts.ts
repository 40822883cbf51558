import picomatch from 'picomatch/posix.js';
import type { Configuration } from './configuration.ts';
import { isInside, relativeTo } from './configurationPaths.ts';

/**
 * Whether a file is checked: `include` has it, `exclude` does not, and it is no file of a corpus. Patterns count from the
 * configuration's base; a file outside that is judged by its name alone.
 */
export function isDraft(path: string, configuration: Configuration): boolean {
  if (isCorpusFile(path, configuration.corpora)) return false;
  const relative = relativeTo(configuration.base, path) ?? path.slice(path.lastIndexOf('/') + 1);
  const { include, exclude } = configuration.settings;
  return matcherOf(include)(relative) && !matcherOf(exclude)(relative);
}

/** Whether a file lies in one of the corpus folders: then it is a source, and never a draft. */
export function isCorpusFile(path: string, corpora: readonly string[]): boolean {
  return corpora.some((corpus) => isInside(corpus, path));
}

type Matcher = (path: string) => boolean;
const matchers = new WeakMap<readonly string[], Matcher>();

/**
 * picomatch is what most build tools match globs with; its `posix` entry needs nothing of Node. A pattern also stands for
 * what lies below it (`drafts/old` is that folder), and letters match in either case (`README.MD` is Markdown too).
 */
function matcherOf(patterns: readonly string[]): Matcher {
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
