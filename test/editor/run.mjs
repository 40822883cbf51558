// Runs the suite inside a real VS Code, on a desktop or served to a browser, and then inside one that runs in a browser alone; each
// time in a fresh copy of the fixture. Says how many tests passed.
//   VERBATIM_TEST_EDITOR     desktop, workbench or web: that one alone
//   VERBATIM_EXTENSION_PATH  another extension folder than this project
//   VERBATIM_TEST_VSIX       a package that is installed and tested instead, with Node
//   VERBATIM_TEST_SUITE      another bundled suite than dist/test/index.cjs, or in the browser than dist/test/web.cjs
//   VERBATIM_TEST_GREP       runs the tests alone whose names have this, with Node
//   VERBATIM_TEST_LIMIT      seconds that the suite may take
//   VERBATIM_TEST_VERBOSE    anything: prints all that the editor says in the browser, not the suite's lines alone
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { prepareHost, prepareWeb } from './host.ts';
import { emptyExtension, installPackage } from './installed.ts';
import { startPages } from './pages.ts';
import { start, stop, temporaryFolder, withinTime } from './processes.ts';
import { startWeb } from './web.ts';
import { openBrowser, startServer, suiteFlag, workbenchAddress, writeSettings } from './workbench.ts';

const project = path.resolve(import.meta.dirname, '../..');
const extension = path.resolve(process.env.VERBATIM_EXTENSION_PATH || project);
const vsix = process.env.VERBATIM_TEST_VSIX && path.resolve(process.env.VERBATIM_TEST_VSIX);
const suiteIn = (file) => path.resolve(process.env.VERBATIM_TEST_SUITE || path.join(project, 'dist/test', file));
// What the suite's own lines begin with, among all that an editor logs, and the line with its results where they are in no file.
const suiteMark = '[suite]';
const resultsMark = '[results]';
const limit = 1000 * Number(process.env.VERBATIM_TEST_LIMIT || 300);

function prepareRun(suite, site) {
  for (const file of [path.join(extension, 'package.json'), suite]) {
    if (!existsSync(file)) throw new Error(`${file} does not exist.`);
  }
  const folder = temporaryFolder();
  const results = path.join(folder, 'results.json');
  const run = {
    suite,
    extension,
    workspace: path.join(folder, 'workspace'),
    profile: path.join(folder, 'profile'),
    results,
    environment: { VERBATIM_TEST_RESULTS: results },
  };
  mkdirSync(run.profile);
  cpSync(path.join(import.meta.dirname, 'fixture'), run.workspace, { recursive: true });
  // Where the suite finds pages of the web (see pages.ts).
  writeFileSync(path.join(run.workspace, '.site'), site);
  writeSettings(run.profile);
  return run;
}

/** What is installed is given to its users, who are given nothing that is for tests alone unless they ask for it. */
async function installIn(host, run) {
  await installPackage(host, vsix, run.profile);
  run.extension = emptyExtension(run.profile);
  Object.assign(run.environment, { VERBATIM_TEST_API: '1', VERBATIM_TEST_VSIX: vsix, VERBATIM_TEST_PROFILE: run.profile });
}

async function runInDesktop(host, run) {
  const { environment, extension } = run;
  const options = { executable: host.executable, extension, suite: run.suite, workspace: run.workspace, profile: run.profile, environment };
  const command = [...host.display, process.execPath, path.join(import.meta.dirname, 'desktop.ts'), 'run', JSON.stringify(options)];
  const child = start(command[0], command.slice(1), { stdio: 'inherit' });
  try {
    const ended = new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
    return await withinTime(ended, limit, 'the suite did not finish');
  } finally {
    stop(child);
  }
}

async function runInWorkbench(host, run) {
  const server = await startServer(host, run.profile, { flags: [suiteFlag], environment: run.environment });
  const paths = { extensionDevelopmentPath: run.extension, extensionTestsPath: run.suite };
  return await runInChromium(host, { ...server, address: workbenchAddress(server.port, run.workspace, paths) }, run);
}

async function runInWeb(host, run) {
  return await runInChromium(host, await startWeb(host, { ...withSuite(run), workspace: run.workspace }), run);
}

/** The page loads the suite from the extension's folder. Where it is not there, a folder of links has both. */
function withSuite({ suite, profile }) {
  if (!path.relative(extension, suite).startsWith('..')) return { extension, suite };
  const both = path.join(profile, 'extension');
  mkdirSync(both);
  for (const name of readdirSync(extension)) symlinkSync(path.join(extension, name), path.join(both, name));
  const copy = path.join(both, 'suite-in-browser.cjs');
  cpSync(suite, copy);
  return { extension: both, suite: copy };
}

async function runInChromium(host, server, run) {
  const editorLog = [];
  let code = null;
  try {
    const browser = await openBrowser(host);
    code = await withinTime(runInPage(server, browser, run, editorLog), limit, 'the suite did not finish');
    await withinTime(browser.close(), 10_000, 'Chromium did not close').catch((error) => console.error(error.message));
  } finally {
    stop(server.process);
    if (code !== 0) printEditorLog(editorLog, existsSync(run.results) ? '' : server.output());
  }
  return code;
}

/** The workbench hands what is logged, and the suite's exit code, to two functions that it expects in its page. */
async function runInPage(server, browser, run, editorLog) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  return new Promise((resolve, reject) => {
    const log = (_type, args) => {
      if (args[0] === suiteMark) console.log(args.slice(1).join(' '));
      else if (args[0] === resultsMark) writeFileSync(run.results, args[1]);
      else if (process.env.VERBATIM_TEST_VERBOSE) console.log(format(...args));
      else editorLog.push(format(...args));
    };
    const open = async () => {
      await page.exposeFunction('codeAutomationLog', log);
      await page.exposeFunction('codeAutomationExit', resolve);
      await page.goto(server.address);
    };
    server.process.on('exit', (code) => reject(new Error(`the VS Code server ended with ${code}`)));
    page.on('crash', () => reject(new Error('the page crashed')));
    page.on('close', () => reject(new Error('the page was closed')));
    open().catch(reject);
  });
}

/** What may explain a failure; the install does without some native modules, whose absence is complained about at length. */
function printEditorLog(editorLog, serverLog) {
  const entries = editorLog.filter(
    (entry) => !/spdlog|native-watchdog|^(\[|Ignoring|Updating|Creating a socket|Resolv|Error: \d+ failed)/.test(entry),
  );
  const lines = [...entries.slice(-40), ...serverLog.split('\n').filter((line) => line.startsWith('['))];
  if (lines.length > 0) console.error(`The editor's own log:\n${lines.join('\n')}`);
}

/** The counts that the suite wrote; a run that wrote none has failed as a whole. */
function readResults(run, code) {
  const results = existsSync(run.results) ? JSON.parse(readFileSync(run.results, 'utf8')) : { passed: 0, failed: 0, skipped: 0 };
  if (results.passed + results.failed === 0) console.error('No test ran in the editor.');
  else if (code !== 0 && results.failed === 0) console.error(`The editor ended with ${code}.`);
  if (code !== 0 && results.failed === 0) results.failed = 1;
  return results;
}

async function runOn(kind, site) {
  if (kind === 'web') {
    const run = prepareRun(suiteIn('web.cjs'), site);
    return readResults(run, await runInWeb(await prepareWeb(), run));
  }
  const run = prepareRun(suiteIn('index.cjs'), site);
  const host = await prepareHost();
  if (vsix) await installIn(host, run);
  return readResults(run, await (host.kind === 'desktop' ? runInDesktop(host, run) : runInWorkbench(host, run)));
}

const wanted = process.env.VERBATIM_TEST_EDITOR;
const total = { passed: 0, failed: 0, skipped: 0 };
const site = await startPages();
for (const kind of wanted === 'web' ? ['web'] : wanted ? ['editor'] : ['editor', 'web']) {
  let results = { passed: 0, failed: 1, skipped: 0 };
  try {
    results = await runOn(kind, site);
  } catch (error) {
    console.error(`The editor run failed: ${error.message}`);
  }
  const title = kind === 'web' ? 'in a browser alone' : 'with Node';
  console.log(`${title}: ${results.passed} passed, ${results.failed} failed, ${results.skipped} skipped`);
  // A run without a test is none.
  if (results.passed + results.failed === 0) results.failed = 1;
  for (const key of Object.keys(total)) total[key] += results[key];
}
console.log(`editor: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
