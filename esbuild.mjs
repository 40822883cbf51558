// Bundles what ships: the extension, the language server, the worker threads of it and the command line, each one
// CommonJS file that Node 20 runs; and the extension and the server once more for web workers.
// `--notices` writes with them what of others is in them, and under what terms;
// `--watch` rebuilds on change; `--tests` also bundles the suite that runs inside VS Code; `--out=DIR` bundles what ships into
// another folder than `dist`, without source maps.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, context } from 'esbuild';
import { noticesOf, packageOf } from './packaging/notices.mjs';
import { NOTICES } from './packaging/staging.mjs';

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

/** Of these what they export by default is all that is used: it has to be the whole module, since Node takes that for a script's default. */
const BY_DEFAULT = ['mammoth', 'postal-mime'];

const nameOf = (/** @type {string} */ library) => library.replace(/^@/, '').replaceAll('/', '-');
const isReading = { filter: new RegExp(`^(?:${READING.join('|')})$`) };

/** What is said in other languages than English: whoever reads English never loads it. */
const LANGUAGES = 'l10n';
const isLanguages = { filter: /^\.\/catalogue\.ts$/ };

/** One file a library, beside the programs that share it: none of them carries it, or has it parsed at its start. */
const besideThem = {
  name: 'libraries beside the programs',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve(isReading, ({ path }) => ({ path: `./lib/${nameOf(path)}.js`, external: true }));
    build.onResolve(isLanguages, () => ({ path: `./lib/${LANGUAGES}.js`, external: true }));
  },
};

/** The same in a web worker, where `server/src/browser/libraries.ts` loads them. */
const besideTheWorker = {
  name: 'libraries beside the worker',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve(isReading, ({ path }) => ({ path, namespace: 'beside' }));
    build.onResolve(isLanguages, () => ({ path: LANGUAGES, namespace: 'beside' }));
    build.onLoad({ filter: /./, namespace: 'beside' }, ({ path }) => ({
      contents: `module.exports = verbatimLibrary('${nameOf(path)}');`,
    }));
  },
};

/** The library of the language client is read once the extension has started: it is most of what there is to read. */
const besideTheExtension = {
  name: 'the language client beside the extension',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /[\\/]languageClient\.node\.ts$/ }, ({ kind }) =>
      kind === 'entry-point' ? null : { path: './client.cjs', external: true },
    );
  },
};

/**
 * What is imported when it is needed is required there. Node's own way of importing would go round the editor's, which is what `vscode`
 * comes from, and there is none for code that was compiled before.
 * @type {import('esbuild').BuildOptions}
 */
const required = { supported: { 'dynamic-import': false } };

/** The library of the command line could start programs as commands. There are none, and what starts programs takes long to load. */
const noPrograms = {
  name: 'no programs as commands',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'none' } : null,
    );
    build.onLoad({ filter: /./, namespace: 'none' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Libraries of commands that serve others, by file. Most commands have no need of them, and would have them read at their start. */
const SERVING = {
  'vscode-languageserver': { filter: /^vscode-languageserver(?:\/node)?$/, parts: ['vscode-languageserver/node'] },
  'modelcontextprotocol-server': {
    filter: /^@modelcontextprotocol\/server(?:\/stdio)?$/,
    parts: ['@modelcontextprotocol/server', '@modelcontextprotocol/server/stdio'],
  },
};
const besideTheProgram = {
  name: 'what serves others beside the program',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    for (const [name, { filter }] of Object.entries(SERVING))
      build.onResolve({ filter }, () => ({ path: `./lib/${name}.js`, external: true }));
  },
};

/** What zod says when something is wrong with settings or metadata is told in words of our own; of its languages one is enough. */
const oneLanguage = {
  name: 'one language',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

/** Mocha's file for browsers takes itself for a script, and lies in a package of modules: it is read as the script that it is. */
const mochaInBrowser = {
  name: 'Mocha in a browser',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^mocha$/ }, () => ({ path: 'mocha', namespace: 'script' }));
    build.onLoad({ filter: /^mocha$/, namespace: 'script' }, () => {
      const script = readFileSync(path.join(import.meta.dirname, 'node_modules/mocha/mocha.js'), 'utf8');
      return { contents: `${script}\nmodule.exports = globalThis.Mocha;` };
    });
  },
};

/**
 * As browsers need them, which suits Node as well, which is told what they export, since it cannot see that by itself. What they
 * name stays their own where several are loaded into one worker.
 * @param {string} library
 * @returns {Promise<import('esbuild').BuildOptions>}
 */
async function libraryBundle(library) {
  const wholly = BY_DEFAULT.includes(library);
  const names = wholly ? [] : Object.keys(await import(library)).filter((name) => name !== 'default' && /^[\w$]+$/.test(name));
  return {
    stdin: {
      contents: wholly ? `const it = require('${library}');\nmodule.exports = it.default ?? it;` : `export * from '${library}';`,
      resolveDir: import.meta.dirname,
    },
    outfile: `dist/lib/${nameOf(library)}.js`,
    platform: 'browser',
    banner: { js: '(function () {' },
    footer: { js: `${names.length > 0 ? `0 && (module.exports = { ${names.join(', ')} });` : ''}})();` },
    // PDF pages are never drawn.
    external: ['@napi-rs/canvas', 'canvas'],
  };
}

/** @type {import('esbuild').BuildOptions[]} */
const libraries = await Promise.all(READING.map(libraryBundle));
libraries.push({
  entryPoints: ['server/src/features/l10n/catalogue.ts'],
  outfile: `dist/lib/${LANGUAGES}.js`,
  platform: 'browser',
  charset: 'utf8',
  banner: { js: '(function () {' },
  footer: { js: '0 && (module.exports = { TEXTS });})();' },
});

for (const [name, { parts }] of Object.entries(SERVING)) {
  libraries.push({
    stdin: { contents: parts.map((part) => `export * from '${part}';`).join('\n'), resolveDir: import.meta.dirname },
    outfile: `dist/lib/${name}.js`,
    plugins: [oneLanguage],
  });
}

/**
 * A worker has no document, which some packages use in browsers.
 * @type {import('esbuild').BuildOptions}
 */
const forWeb = { platform: 'browser', target: 'es2022', conditions: ['worker'] };

const bundles = [
  ...libraries,
  { entryPoints: ['client/src/extension.node.ts'], outfile: 'dist/extension.cjs', plugins: [besideTheExtension], ...required },
  { entryPoints: ['client/src/languageClient.node.ts'], outfile: 'dist/client.cjs', ...required },
  { entryPoints: ['client/src/report/page/page.ts'], outfile: 'dist/report.js', platform: 'browser', target: 'es2022', format: 'iife' },
  { entryPoints: ['server/src/node/serverMain.ts'], outfile: 'dist/server.cjs' },
  { entryPoints: ['server/src/node/threadMain.ts'], outfile: 'dist/worker.cjs' },
  {
    entryPoints: ['server/src/node/cli/cli.ts'],
    outfile: 'dist/program.cjs',
    ...required,
    sourcemap: watch,
    plugins: [besideTheProgram, besideThem, oneLanguage, noPrograms],
  },
  { entryPoints: ['server/src/core/core.ts'], outfile: 'dist/core.cjs' },
  { entryPoints: ['client/src/extension.web.ts'], outfile: 'dist/web/extension.cjs', ...forWeb, plugins: [oneLanguage] },
  {
    entryPoints: ['server/src/browser/main.ts'],
    outfile: 'dist/web/server.js',
    ...forWeb,
    format: 'iife',
    plugins: [besideTheWorker, oneLanguage],
  },
];
if (process.argv.includes('--tests')) {
  // Mocha is loaded from node_modules at run time: it finds its own files by path.
  bundles.push({
    entryPoints: ['test/editor/suite/index.ts'],
    outfile: 'dist/test/index.cjs',
    minify: false,
    external: ['vscode', 'mocha'],
    // It lies elsewhere than the programs, and carries what it needs.
    plugins: [],
  });
  bundles.push({
    entryPoints: ['test/editor/suite/index.web.ts'],
    outfile: 'dist/test/web.cjs',
    ...forWeb,
    minify: false,
    plugins: [mochaInBrowser],
    alias: { 'node:assert/strict': './test/editor/suite/assertInBrowser.ts' },
  });
  bundles.push({ entryPoints: ['bench/editor/suite.ts'], outfile: 'dist/test/bench.cjs', minify: false });
  bundles.push({ entryPoints: ['bench/editor/startSuite.ts'], outfile: 'dist/test/start.cjs', minify: false });
}

// Node and browsers load the same libraries, and browsers only what is called `.js`.
const lib = path.resolve(import.meta.dirname, out ?? 'dist', 'lib');
mkdirSync(lib, { recursive: true });
writeFileSync(path.join(lib, 'package.json'), '{ "type": "commonjs" }\n');

const placeOf = (/** @type {string} */ file) => (out === undefined ? file : path.join(out, path.relative('dist', file)));

function digestOf(/** @type {string} */ file) {
  const program = readFileSync(path.resolve(import.meta.dirname, file));
  return createHash('sha256').update(program).digest('hex').slice(0, 16);
}

/**
 * The command line's start knows the program by its digest: what was compiled of another is not taken for it. While the program is
 * built again and again there is none.
 * @returns {import('esbuild').BuildOptions}
 */
function startOfCommandLine() {
  return {
    entryPoints: ['server/src/node/cli/start.ts'],
    outfile: 'dist/cli.cjs',
    banner: { js: '#!/usr/bin/env node' },
    define: { PROGRAM_DIGEST: JSON.stringify(watch ? '' : digestOf(placeOf('dist/program.cjs'))) },
  };
}

/**
 * A program in ASCII is read in half the time, and takes half the memory. What esbuild leaves of other characters stands in patterns and
 * templates, where their escapes mean the same.
 */
function writeInAscii(/** @type {string} */ file) {
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/** The packages of others that something was taken from. */
const packages = new Set(/** @type {string[]} */ ([]));

/** @param {import('esbuild').BuildOptions} bundle */
async function make(bundle) {
  const outfile = placeOf(bundle.outfile ?? '');
  const options = {
    ...shared,
    ...(libraries.includes(bundle) ? {} : { plugins: [besideThem, oneLanguage, noPrograms] }),
    ...bundle,
    outfile,
  };
  if (watch) await (await context(options)).watch();
  else {
    const { metafile } = await build({ ...options, metafile: true });
    for (const input of Object.keys(metafile.inputs)) packages.add(packageOf(input) ?? '');
  }
}

for (const bundle of bundles) await make(bundle);
if (!watch) writeInAscii(path.resolve(import.meta.dirname, placeOf('dist/program.cjs')));
await make(startOfCommandLine());
if (process.argv.includes('--notices')) {
  const folders = [...packages].filter((folder) => folder !== '');
  writeFileSync(path.resolve(import.meta.dirname, placeOf(`dist/${NOTICES}`)), noticesOf(folders, import.meta.dirname));
}
