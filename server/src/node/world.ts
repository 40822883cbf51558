import type { Host } from '../service/host.ts';
import type { Indexer } from '../service/indexer.ts';
import type { Terminal } from './terminal.ts';

/** What a command works with. */
export interface World {
  readonly host: Host;
  readonly indexer: Indexer;
  /** Absolute. */
  readonly cwd: string;
  readonly terminal: Terminal;
}
