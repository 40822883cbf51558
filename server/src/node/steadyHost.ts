import type { Entry, Host } from '../service/host.ts';

/**
 * A host for one run of a command: each folder is listed once, however many drafts ask whether it is there, and all of
 * them see the same files.
 */
export function steadyHost(host: Host): Host {
  const lists = new Map<string, Promise<readonly Entry[]>>();
  return {
    readFile: (path) => host.readFile(path),
    stat: (path) => host.stat(path),
    ...(host.extract ? { extract: (path, bytes) => host.extract!(path, bytes) } : {}),
    listFiles: (folder) => {
      const listed = lists.get(folder) ?? host.listFiles(folder);
      lists.set(folder, listed);
      return listed;
    },
  };
}
