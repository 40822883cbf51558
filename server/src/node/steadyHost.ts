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
    ...(host.isFolder ? { isFolder: (path) => host.isFolder!(path) } : {}),
    ...(host.listedPath ? { listedPath: (folder, path) => host.listedPath!(folder, path) } : {}),
    listFiles: (folder, sieve) => {
      // Sources are listed once by themselves, for all drafts that have them.
      if (sieve) return host.listFiles(folder, sieve);
      const listed = lists.get(folder) ?? host.listFiles(folder);
      lists.set(folder, listed);
      return listed;
    },
  };
}
