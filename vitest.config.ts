import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The editor's own module is there only inside an editor; elsewhere this stands in for it. */
const resolve = { alias: { vscode: fileURLToPath(new URL('test/support/vscodeTexts.ts', import.meta.url)) } };

// The unit suite stands beside its sources and touches no disk; the outer suite drives built bundles as a user would.
// biome-ignore lint/style/noDefaultExport: the test runner takes its configuration as the default export.
export default defineConfig({
  test: {
    projects: [
      { resolve, test: { name: 'unit', isolate: false, include: ['server/src/**/*.test.ts', 'client/src/**/*.test.ts'] } },
      {
        resolve,
        test: {
          name: 'outer',
          include: ['test/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['test/editor/suite/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
