// The desktop VS Code, in a process of its own so that it can be ended at any point: `download` fetches it, `run` runs a suite in it.
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';

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
  else await run(JSON.parse(rest[0] ?? '') as DesktopRun);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
