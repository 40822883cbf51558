// The whole test command: types, bundles, lint, the package, the Vitest suites, the suite inside a real VS Code, in which the package
// is installed, every task in it by keys alone, and a tour of all that is to be seen in its window. The first four stop the run where
// they fail; the suites all run, and the last line sums what they counted.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';

const project = path.resolve(import.meta.dirname, '..');
// The project's own tools, its Node among them, come first, whichever way this was started.
const environment = {
  ...process.env,
  PATH: [path.join(project, 'node_modules/.bin'), process.env.PATH].join(path.delimiter),
};
const { version } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8'));
// What the editor's suite is run against, where nobody has named anything else.
if (!environment.VERBATIM_EXTENSION_PATH) environment.VERBATIM_TEST_VSIX ||= path.join('dist', `verbatim-${version}.vsix`);

let current;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    current?.kill(signal);
    process.exit(128 + constants.signals[signal]);
  });
}

/** Runs a step in the open; resolves to its exit code and to what it printed, where that is asked for. */
function runStep(title, command, args, { capture = false } = {}) {
  console.log(`\n── ${title}: ${[command, ...args].join(' ')}`);
  return new Promise((resolve) => {
    current = spawn(command, args, {
      cwd: project,
      env: environment,
      stdio: ['ignore', capture ? 'pipe' : 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    current.stdout?.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    current.on('error', (error) => resolve({ code: 1, output: error.message }));
    current.on('close', (code) => resolve({ code, output }));
  });
}

async function prepare() {
  const steps = [
    ['types', 'tsc', '-b'],
    ['bundles', 'node', 'esbuild.mjs', '--tests'],
    ['lint', 'biome', 'check', '--error-on-warnings', '.'],
    ['package', 'node', 'packaging/package.mjs'],
  ];
  for (const [title, command, ...args] of steps) {
    const { code } = await runStep(title, command, args);
    if (code === 0) continue;
    console.error(`\nStopped: ${title} failed (${command} ended with ${code}). No test was run.`);
    process.exit(1);
  }
}

async function runVitest() {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-test-'));
  const report = path.join(folder, 'report.json');
  try {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { code } = await runStep('Vitest', 'vitest', args);
    return failedAtLeastOnce(countReport(report), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countReport(file) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.error('Vitest left no report.');
    return { passed: 0, failed: 0, skipped: 0 };
  }
  // A file that could not be loaded has no tests to count, and is one failure.
  const broken = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Runs something that says in a line of its own what it has counted: `name: 1 passed, 0 failed, 0 skipped`. */
async function runCounting(name, script) {
  const { code, output } = await runStep(name, 'node', [script], { capture: true });
  const line = new RegExp(`^${name}: (\\d+) passed, (\\d+) failed, (\\d+) skipped$`, 'm').exec(output);
  const [passed, failed, skipped] = line ? line.slice(1).map(Number) : [0, 0, 0];
  return failedAtLeastOnce({ passed, failed, skipped }, code);
}

/** A runner that fails for another reason than a test (an error outside of one, a process that died) still counts as a failure. */
function failedAtLeastOnce(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

await prepare();
const suites = [
  ['Vitest', await runVitest()],
  ['The editor', await runCounting('editor', 'test/editor/run.mjs')],
  ['The keyboard', await runCounting('keyboard', 'test/editor/tour/keyboard/run.ts')],
  ['The tour', await runCounting('tour', 'test/editor/tour/run.ts')],
];
const total = (key) => suites.reduce((sum, [, counts]) => sum + counts[key], 0);
const empty = suites.filter(([, { passed, failed }]) => passed + failed === 0);
for (const [name] of empty) console.error(`${name} ran no test.`);
console.log(`\n${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exitCode = total('failed') > 0 || empty.length > 0 ? 1 : 0;
