// The entry that the editor calls inside its extension host, where that is Node. Suites that need Node are added here;
// all others in runSuite.ts.
import { writeFileSync } from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';
import { loadEverywhere, options, runSuite, verdict } from './runSuite.ts';

export async function run(): Promise<void> {
  const { VERBATIM_TEST_GREP: grep } = process.env;
  const mocha = new Mocha({ ...options, ...(grep ? { grep } : {}) });
  // The editor logs a good deal on the same channel; the mark tells the suite's own lines from it.
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => console.log('[suite]', format(...args));
  const results = await runSuite(mocha, async () => {
    await loadEverywhere();
    await import('./cards.test.ts');
    await import('./findings.test.ts');
    await import('./verdicts.test.ts');
    await import('./writing.test.ts');
    // The sample is copied out of the extension's folder, which a browser cannot list.
    await import('./starting.test.ts');
    // It takes files away behind the editor's back.
    await import('./letStand.test.ts');
    await import('./report.test.ts');
    if (process.env.VERBATIM_TEST_VSIX) await import('./installed.test.ts');
  });
  const file = process.env.VERBATIM_TEST_RESULTS;
  if (file) writeFileSync(file, JSON.stringify(results));
  verdict(results);
}
