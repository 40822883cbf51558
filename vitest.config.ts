import { defineConfig } from 'vitest/config';

// The unit suite stands beside its sources and touches no disk; the outer suite drives built bundles as a user would.
// biome-ignore lint/style/noDefaultExport: the test runner takes its configuration as the default export.
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', isolate: false, include: ['server/src/**/*.test.ts', 'client/src/**/*.test.ts'] } },
      {
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
