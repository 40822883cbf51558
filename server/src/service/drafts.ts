import type { Configuration } from './configuration.ts';
import { relativeTo } from './configurationPaths.ts';
import { matcherOf } from './globs.ts';
import { isSourceOf } from './sourceRules.ts';

/**
 * Whether a file is checked: `include` has it, `exclude` does not, and it is no file of a corpus. Patterns count from the
 * configuration's base; a file outside that is judged by its name alone.
 */
export function isDraft(path: string, configuration: Configuration): boolean {
  if (isCorpusFile(path, configuration)) return false;
  const relative = relativeTo(configuration.base, path) ?? path.slice(path.lastIndexOf('/') + 1);
  const { include, exclude } = configuration.settings;
  return matcherOf(include)(relative) && !matcherOf(exclude)(relative);
}

/** Whether a file lies in one of the corpus folders and `sources` does not leave it out: then it is a source, and never a draft. */
export function isCorpusFile(path: string, { corpora, settings }: Pick<Configuration, 'corpora' | 'settings'>): boolean {
  return isSourceOf(corpora, settings.sources, path);
}
