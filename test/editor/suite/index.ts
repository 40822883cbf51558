// The entry that the editor calls inside its extension host.
import { writeFileSync } from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 60_000, slow: 5_000, forbidOnly: true });
  // The editor logs a good deal on the same channel; the mark tells the suite's own lines from it.
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => console.log('[suite]', format(...args));
  // The suites are bundled with this file, so Mocha cannot load them by path: its interface is put in place first, then they are.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./activation.test.ts');
  await import('./misquote.test.ts');
  await import('./cards.test.ts');
  await import('./dates.test.ts');
  await import('./extracts.test.ts');
  await import('./corpus.test.ts');
  await import('./sources.test.ts');
  await import('./findings.test.ts');
  await import('./letStand.test.ts');
  await import('./starting.test.ts');
  await import('./verdicts.test.ts');
  await import('./writing.test.ts');
  await import('./report.test.ts');

  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      const results = process.env.VERBATIM_TEST_RESULTS;
      if (results) writeFileSync(results, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
      if (failures > 0) reject(new Error(`${failures} failed`));
      else if (passes === 0) reject(new Error('no test ran'));
      else resolve();
    });
  });
}
