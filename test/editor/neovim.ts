// Makes a Neovim available to run in.
//   VERBATIM_TEST_NEOVIM  the program to use

import { findCommand, installPackages } from './host.ts';
import { collect } from './processes.ts';

/** The path of a Neovim, which Debian's package is installed for where there is none; rejects, saying what to do, where that cannot be. */
export async function prepareNeovim(): Promise<string> {
  const named = process.env.VERBATIM_TEST_NEOVIM;
  if (named) return named;
  if (!findCommand('nvim')) await installPackages(['neovim']);
  const found = findCommand('nvim');
  if (!found) throw new Error('No Neovim was found, and none could be installed.');
  const { code, output } = await collect(found, ['--version'], { limit: 20_000 });
  if (code !== 0) throw new Error(`${found} does not run: ${output}`);
  console.log(`neovim: ${output.split('\n')[0]}`);
  return found;
}
