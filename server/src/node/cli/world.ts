import type { Host } from '../../service/host.ts';
import type { Indexer } from '../../service/indexer.ts';
import type { LibraryOptions } from '../../service/library.ts';
import type { Terminal } from './terminal.ts';

/** What a command works with. */
export interface World {
  readonly host: Host;
  readonly indexer: Indexer;
  /** Where the index of a corpus is kept from one start to the next; nowhere if nothing is given. */
  readonly keeping?: NonNullable<LibraryOptions['keeping']>;
  /** Absolute. */
  readonly cwd: string;
  readonly terminal: Terminal;
}
