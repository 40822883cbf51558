// Makes both packages out of one set of bundles: dist/verbatim-<version>.vsix for editors and dist/verbatim-<version>.tgz for npm. What
// they hold is laid out afresh in folders of their own, so that nothing that merely lies about gets in.
//   node packaging/package.mjs [npm]    `npm`: that one alone
import { rmSync } from 'node:fs';
import path from 'node:path';
import { makeNpmPackage } from './npm.mjs';
import { ROOT, run, STAGING } from './staging.mjs';
import { makeVsix } from './vsix.mjs';

const bundles = path.join(STAGING, 'bundles');
rmSync(STAGING, { recursive: true, force: true });
run('esbuild.mjs', [`--out=${bundles}`, '--notices'], ROOT);
if (!process.argv.includes('npm')) makeVsix(bundles);
makeNpmPackage(bundles);
