import type Mocha from 'mocha';

export interface Results {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Runs the suites that `load` imports: they are bundled, so Mocha cannot load them by path; its interface is put in place first. */
export async function runSuite(mocha: Mocha, load: () => Promise<void>): Promise<Results> {
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await load();
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed, skipped: pending });
    });
  });
}

export const options: Mocha.MochaOptions = {
  ui: 'tdd',
  reporter: 'spec',
  color: false,
  timeout: 60_000,
  slow: 5_000,
  forbidOnly: true,
};

/** What the editor takes for a failure of the run. */
export function verdict({ passed, failed }: Results): void {
  if (failed > 0) throw new Error(`${failed} failed`);
  if (passed === 0) throw new Error('no test ran');
}

/** The suites that run wherever there is an editor: on a desktop, on a server and in a browser, where there is no Node. */
export async function loadEverywhere(): Promise<void> {
  await import('./activation.test.ts');
  await import('./misquote.test.ts');
  await import('./dates.test.ts');
  await import('./extracts.test.ts');
  await import('./formats.test.ts');
  await import('./corpus.test.ts');
  await import('./sources.test.ts');
  await import('./settingsFiles.test.ts');
}
