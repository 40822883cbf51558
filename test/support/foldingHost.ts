import type { Entry, Sieve } from '../../server/src/service/host.ts';
import { InMemoryHost } from './inMemoryHost.ts';

/**
 * A world of files in which several spellings mean one name, as on the usual disks of macOS and Windows: capitals and small
 * letters, accents in one piece or in two. A name keeps the spelling that it was given first.
 */
export class FoldingHost extends InMemoryHost {
  override write(path: string, content: string | Uint8Array | null): void {
    super.write(this.spelt(path), content);
  }

  /** Also into another spelling of its own name. */
  override rename(from: string, to: string): void {
    const old = this.spelt(from);
    const moved = [...this.files].filter(([path]) => path === old || path.startsWith(`${old}/`));
    for (const [path] of moved) super.write(path, null);
    const target = this.spelt(to);
    for (const [path, content] of moved) super.write(target + path.slice(old.length), content);
  }

  override readFile(path: string): Promise<Uint8Array> {
    return super.readFile(this.spelt(path));
  }

  override async listFiles(folder: string, sieve?: Sieve): Promise<readonly Entry[]> {
    const spelt = this.spelt(folder);
    const listed = await super.listFiles(spelt, sieve);
    return listed.map((entry) => ({ ...entry, path: folder + entry.path.slice(spelt.length) }));
  }

  override async stat(path: string): Promise<Entry | undefined> {
    const entry = await super.stat(this.spelt(path));
    return entry && { ...entry, path };
  }

  listedPath(_folder: string, path: string): Promise<string | undefined> {
    const spelt = this.spelt(path);
    const isThere = [...this.files.keys()].some((one) => one === spelt || one.startsWith(`${spelt}/`));
    return Promise.resolve(isThere ? spelt : undefined);
  }

  /** A path with its names as they are spelt on disk, as far as they are there. */
  spelt(path: string): string {
    let so = '';
    for (const name of path.split('/').slice(1)) so = `${so}/${this.#namesIn(so).find((one) => folded(one) === folded(name)) ?? name}`;
    return so;
  }

  #namesIn(folder: string): readonly string[] {
    const below = [...this.files.keys()].filter((path) => path.startsWith(`${folder}/`));
    return below.map((path) => path.slice(folder.length + 1).split('/')[0] as string);
  }
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
