import { join } from 'node:path';
import type { Host } from '../../service/host.ts';
import { cacheFolder } from '../cacheFolder.ts';
import { DiskCache } from '../diskCache.ts';
import type { Extractor } from './extractor.ts';
import { KeptReadings } from './keptReadings.ts';

export interface ExtractingOptions {
  /** Whether what was read is kept for the next start. */
  readonly keeps: boolean;
  /** Whether somebody is typing meanwhile. */
  readonly yielding?: boolean;
}

/** How a thread reads files whose text has to be taken out of them: in another thread, and from the cache where it can. */
export function extraction({ keeps, yielding = false }: ExtractingOptions): NonNullable<Host['extract']> {
  let started: Promise<Extractor> | undefined;
  const start = async () => {
    const { Extractor, extractScript } = await import('./extractor.ts');
    return new Extractor({ script: extractScript(), yielding });
  };
  const extract = async (path: string, bytes: Uint8Array) => {
    started ??= start();
    return await (await started).extract(path, bytes);
  };
  if (!keeps) return extract;
  const kept = new KeptReadings(new DiskCache(join(cacheFolder(), 'readings')), extract);
  return (path, bytes) => kept.extract(path, bytes);
}

/** A host that reads such files so. */
export function extracting(host: Host, options: ExtractingOptions): Host {
  return {
    readFile: (path) => host.readFile(path),
    listFiles: (folder, sieve) => host.listFiles(folder, sieve),
    stat: (path) => host.stat(path),
    ...(host.isFolder ? { isFolder: (path) => host.isFolder!(path) } : {}),
    ...(host.listedPath ? { listedPath: (folder, path) => host.listedPath!(folder, path) } : {}),
    extract: extraction(options),
  };
}
