// The entry that the editor calls inside its web extension host.
import Mocha from 'mocha';
import { loadEverywhere, options, runSuite, verdict } from './runSuite.ts';

export async function run(): Promise<void> {
  const mocha = new Mocha(options);
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => console.log('[suite]', formatted(args));
  const results = await runSuite(mocha, loadEverywhere);
  // There is no file to write them to.
  console.log('[results]', JSON.stringify(results));
  verdict(results);
}

/** As much of Node's `format` as the reporter needs. */
function formatted([first, ...rest]: readonly unknown[]): string {
  const text = String(first ?? '').replace(/%[sd]/g, () => String(rest.shift()));
  return [text, ...rest.map(String)].join(' ');
}
