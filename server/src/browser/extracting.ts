import type { Host } from '../service/host.ts';
import { Extractor, startingWith } from './extractor.ts';

/** A host that reads files whose text has to be taken out of them in a worker of their own, so that typing never waits for a PDF. */
export function extracting(host: Host, script: string): Host {
  const extractor = new Extractor(startingWith(script));
  return {
    readFile: (path) => host.readFile(path),
    listFiles: (folder, sieve) => host.listFiles(folder, sieve),
    stat: (path) => host.stat(path),
    ...(host.isFolder ? { isFolder: (path) => host.isFolder!(path) } : {}),
    extract: (path, bytes) => extractor.extract(path, bytes),
  };
}
