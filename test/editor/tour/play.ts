import { withinTime } from '../processes.ts';
import type { Scene } from './scenes.ts';
import type { Stage } from './stage.ts';

/** A scene that takes longer has failed. Milliseconds. */
const LIMIT_MS = 120_000;

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Plays the scenes whose names have `only` (or one of several, with `|` between them), one after the other, tells of each, and leaves a picture of each that failed. */
export async function play<Own extends Stage>(stage: Own, scenes: readonly Scene<Own>[], only: string): Promise<Counts> {
  let [passed, failed] = [0, 0];
  const wanted = ({ name }: Scene<Own>) => only.split('|').some((part) => name.includes(part));
  for (const { name, run } of scenes.filter(wanted)) {
    const began = Date.now();
    try {
      await withinTime(run(stage), LIMIT_MS, 'it took too long');
      console.log(`  ✔ ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      passed++;
    } catch (error) {
      console.error(`  ✘ ${name}: ${(error as Error).message.split('\n').slice(0, 4).join('\n    ')}`);
      await stage.picture(`failed-${name.replaceAll(' ', '-')}`);
      failed++;
    }
    await stage.rest().catch(() => undefined);
  }
  return { passed, failed };
}
