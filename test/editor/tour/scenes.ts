import type { Stage } from './stage.ts';

/** One thing that a writer does or sees; it fails where what it waits for does not come. */
export interface Scene<Own extends Stage = Stage> {
  readonly name: string;
  readonly run: (stage: Own) => Promise<void>;
}
