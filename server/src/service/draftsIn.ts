import type { Configuration } from './configuration.ts';
import { joinPath } from './configurationPaths.ts';
import { isDraft } from './drafts.ts';
import type { Host, Sieve } from './host.ts';
import { isHidden } from './sourceNames.ts';

/** What is set depends on a draft's folder only. */
const ANY_DRAFT = 'draft.md';

/** Where drafts are looked for. */
export interface DraftSearch {
  readonly host: Host;
  /** What holds for a draft. */
  readonly configurationOf: (path: string) => Promise<Configuration>;
  /** The paths of open documents, which may be on no disk yet. */
  readonly open: Iterable<string>;
}

/**
 * The paths of the drafts in a folder and all below it, and of all that are open, in order; only the latter where the folder
 * cannot be listed. Corpus folders are passed over unlisted.
 */
export async function draftsIn(folder: string, { host, configurationOf, open }: DraftSearch): Promise<string[]> {
  const sieve: Sieve = {
    enter: async (at) => {
      const configuration = await configurationOf(joinPath(at, ANY_DRAFT));
      return (name, isFolder) => {
        if (isHidden(name)) return false;
        const path = joinPath(at, name);
        return isFolder ? !configuration.corpora.includes(path) : isDraft(path, configuration);
      };
    },
    metLink: () => undefined,
  };
  const listed = await host.listFiles(folder, sieve).catch(() => []);
  const opened: string[] = [];
  for (const path of open) if (isDraft(path, await configurationOf(path))) opened.push(path);
  return [...new Set([...listed.map(({ path }) => path), ...opened])].sort((a, b) => (a < b ? -1 : 1));
}
