// Bundles what ships: the extension, the language server, the worker threads of it and the command line, each one
// CommonJS file that Node 20 runs.
// `--watch` rebuilds on change; `--tests` also bundles the suite that runs inside VS Code; `--out=DIR` bundles what ships into
// another folder than `dist`, without source maps.
import path from 'node:path';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const out = process.argv.find((argument) => argument.startsWith('--out='))?.slice('--out='.length);

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: out === undefined,
  minify: !watch && !process.argv.includes('--readable'),
  legalComments: 'linked',
  logLevel: 'warning',
  external: ['vscode'],
};

/** Libraries that read some kind of file. They are large, and each is loaded only when such a file is read. */
const READING = ['@mozilla/readability', 'fast-xml-parser', 'feedsmith', 'fflate', 'linkedom', 'mammoth', 'postal-mime', 'unpdf/pdfjs'];

const fileOf = (/** @type {string} */ library) => `lib/${library.replace(/^@/, '').replaceAll('/', '-')}.cjs`;

/** One file a library, beside the programs that share it: none of them carries it, or has it parsed at its start. */
const besideThem = {
  name: 'libraries beside the programs',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^[@a-z]/ }, ({ path }) =>
      READING.includes(path) ? { path: `./${fileOf(path)}`, external: true } : undefined,
    );
  },
};

/** @type {import('esbuild').BuildOptions[]} */
const libraries = READING.map((library) => ({
  stdin: { contents: `export * from '${library}';`, resolveDir: import.meta.dirname },
  outfile: `dist/${fileOf(library)}`,
  // PDF pages are never drawn.
  external: ['@napi-rs/canvas', 'canvas'],
}));

const bundles = [
  ...libraries,
  { entryPoints: ['client/src/extension.ts'], outfile: 'dist/extension.cjs' },
  { entryPoints: ['client/src/report/page/page.ts'], outfile: 'dist/report.js', platform: 'browser', target: 'es2022', format: 'iife' },
  { entryPoints: ['server/src/node/serverMain.ts'], outfile: 'dist/server.cjs' },
  { entryPoints: ['server/src/node/indexWorkerMain.ts'], outfile: 'dist/worker.cjs' },
  { entryPoints: ['server/src/node/extraction/extractMain.ts'], outfile: 'dist/extract.cjs' },
  { entryPoints: ['server/src/node/cli.ts'], outfile: 'dist/cli.cjs', banner: { js: '#!/usr/bin/env node' } },
];
if (process.argv.includes('--tests')) {
  // Mocha is loaded from node_modules at run time: it finds its own files by path.
  bundles.push({
    entryPoints: ['test/editor/suite/index.ts'],
    outfile: 'dist/test/index.cjs',
    minify: false,
    external: ['vscode', 'mocha'],
  });
  bundles.push({ entryPoints: ['bench/editor/suite.ts'], outfile: 'dist/test/bench.cjs', minify: false });
}

for (const bundle of bundles) {
  const outfile = out === undefined ? bundle.outfile : path.join(out, path.relative('dist', bundle.outfile));
  const options = { ...shared, ...(libraries.includes(bundle) ? {} : { plugins: [besideThem] }), ...bundle, outfile };
  if (watch) await (await context(options)).watch();
  else await build(options);
}
