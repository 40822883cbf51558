// Checks the sample draft against the sample corpus, and says how to see the same in an editor.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const draft = 'demo/draft.md';
for (const needed of ['dist/cli.cjs', draft, 'corpus']) {
  if (existsSync(root + needed)) continue;
  console.error(`demo: ${needed} is missing; run “npm run demo” in a complete clone of the repository.`);
  process.exit(2);
}

console.log(`verbatim check ${draft} --corpus corpus\n`);
const { status } = spawnSync(process.execPath, ['dist/cli.cjs', 'check', draft, '--corpus', 'corpus'], { cwd: root, stdio: 'inherit' });
// 1 is what a check with errors gives; anything else means that it did not run.
if (status !== 0 && status !== 1) process.exit(status ?? 2);
console.log(`
These faults were put into the sample draft on purpose, so all is well: the check found them.

The same in VS Code, with squiggles, hovers and quick fixes:

    code --extensionDevelopmentPath="$PWD" demo

then open draft.md; or open this folder (code .) and press F5.`);
