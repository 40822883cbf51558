import { uriOfPath } from '../features/convert.ts';
import { DEFAULT_CORPUS } from '../service/configuration.ts';
import { parentOf, relativeTo } from '../service/configurationPaths.ts';
import type { Session } from './session.ts';
import type { CorporaParams, CorporaResult } from './sourcesProtocol.ts';

/** The folders that sources can be added to: those of the draft in front, then those of the workspace. */
export async function corpora({ workspace, documents }: Session, params: CorporaParams | null): Promise<CorporaResult> {
  const document = typeof params?.draft === 'string' ? documents.get(params.draft) : undefined;
  const draft = document && workspace.pathOf(document);
  const own = draft === undefined ? [] : (await workspace.configurationOf(draft)).corpora;
  const roots = await workspace.rootConfigurations();
  const paths = [...new Set([...own, ...roots.flatMap((configuration) => configuration.corpora)])];
  const home = workspace.folders[0] ?? (draft && parentOf(draft));
  if (paths.length === 0 && home) paths.push(`${home}/${DEFAULT_CORPUS}`);
  return { folders: paths.map((path) => ({ uri: uriOfPath(path), name: knownName(path, workspace.folders, path) })) };
}

/** A path as the user knows it: from the workspace folder on, else from the folder that holds its corpus, else all of it. */
export function knownName(path: string, folders: readonly string[], corpus: string | undefined): string {
  for (const folder of folders) {
    const name = relativeTo(folder, path);
    if (name) return name;
  }
  const above = corpus && parentOf(corpus);
  return (above && relativeTo(above, path)) || path;
}
