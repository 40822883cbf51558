import { pathOfUri, uriOfPath } from '../features/convert.ts';
import { decoded } from '../service/configurationPaths.ts';
import { type Entry, type Host, isFolder, type Sieve } from '../service/host.ts';

/** Folders of this machine that the browser was given: the client reads them as it reads those that are on no disk, and knows them by `file:` URIs. */
export class ClientDisk implements Host {
  readonly #client: Host;

  constructor(client: Host) {
    this.#client = client;
  }

  readFile(path: string): Promise<Uint8Array> {
    return this.#client.readFile(uriOfPath(path));
  }

  async listFiles(folder: string, sieve?: Sieve): Promise<readonly Entry[]> {
    const listed = await this.#client.listFiles(uriOfPath(folder), sieve && overUris(sieve));
    return listed.map((entry) => ({ ...entry, path: pathOf(entry.path) }));
  }

  async stat(path: string): Promise<Entry | undefined> {
    const entry = await this.#client.stat(uriOfPath(path));
    return entry && { ...entry, path };
  }

  isFolder(path: string): Promise<boolean> {
    return isFolder(this.#client, uriOfPath(path));
  }
}

/** A sieve over paths, for a listing whose folders are URIs and whose names are as they stand in them. */
function overUris(sieve: Sieve): Sieve {
  return {
    enter: async (folder, names) => {
      const wants = await sieve.enter(pathOf(folder), names.map(decoded));
      return (name, folderToo) => wants(decoded(name), folderToo);
    },
    metLink: () => sieve.metLink(),
  };
}

function pathOf(uri: string): string {
  return pathOfUri(uri) ?? uri;
}
