import type { Host } from '../service/host.ts';
import type { Terminal } from './terminal.ts';

/** What a command works with. */
export interface World {
  readonly host: Host;
  /** Absolute. */
  readonly cwd: string;
  readonly terminal: Terminal;
}
