// Serves a web build of VS Code, the extension and a folder, in a process of its own so that it can be ended at any point.
import { createRequire } from 'node:module';

export interface WebServerOptions {
  /** The folder of the package that serves. */
  server: string;
  builds: string;
  commit: string;
  port: number;
  extension: string;
  /** Left out, the page is an ordinary window. */
  suite?: string;
  workspace: string;
}

/** As much of `@vscode/test-web` as is used; it is not among the project's own packages. */
interface TestWeb {
  open(options: object): Promise<unknown>;
}

const options = JSON.parse(process.argv[2] ?? '') as WebServerOptions;
const { open } = createRequire(import.meta.url)(options.server) as TestWeb;
await open({
  browserType: 'none',
  host: '127.0.0.1',
  port: options.port,
  quality: 'stable',
  commit: options.commit,
  testRunnerDataDir: options.builds,
  extensionDevelopmentPath: options.extension,
  ...(options.suite === undefined ? {} : { extensionTestsPath: options.suite }),
  folderPath: options.workspace,
});
