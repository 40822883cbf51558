// The desktop VS Code, in a process of its own so that it can be ended at any point: `download` fetches it, `install` installs a
// package in a profile of it, `run` runs a suite in it.
import { spawnSync } from 'node:child_process';
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';

export interface DesktopRun {
  executable: string;
  extension: string;
  suite: string;
  workspace: string;
  profile: string;
  environment: Record<string, string>;
}

async function download(version: string, cachePath: string): Promise<void> {
  // Every report is a sign of life for the process that waits.
  const reporter = { report: (progress: { stage: string }) => console.log(progress.stage), error: console.log };
  const executable = await downloadAndUnzipVSCode({ version, cachePath, timeout: 10_000, reporter });
  console.log(executable);
}

function install({ executable, folders, file }: { executable: string; folders: readonly string[]; file: string }): void {
  const command = resolveCliPathFromVSCodeExecutablePath(executable);
  const { status, error } = spawnSync(command, ['--install-extension', file, ...folders], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`The package was not installed: ${status}.`);
}

async function run(options: DesktopRun): Promise<void> {
  await runTests({
    vscodeExecutablePath: options.executable,
    extensionDevelopmentPath: options.extension,
    extensionTestsPath: options.suite,
    extensionTestsEnv: options.environment,
    launchArgs: [
      options.workspace,
      `--user-data-dir=${options.profile}`,
      `--extensions-dir=${options.profile}/extensions`,
      '--disable-telemetry',
    ],
  });
}

const [task, ...rest] = process.argv.slice(2);
try {
  if (task === 'download') await download(rest[0] ?? '', rest[1] ?? '');
  else if (task === 'install') install(JSON.parse(rest[0] ?? '') as Parameters<typeof install>[0]);
  else await run(JSON.parse(rest[0] ?? '') as DesktopRun);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
