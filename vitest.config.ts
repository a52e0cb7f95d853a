import { defineConfig } from 'vitest/config';

const node = {
  environment: 'node' as const,
  testTimeout: 20_000,
  // A second, as it is by default, is a test of how busy the machine is.
  expect: { poll: { timeout: 15_000 } },
};

export default defineConfig({
  test: {
    // Many tests wait for processes and timers, so every core has a worker.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...node,
          name: 'unit',
          // Pure functions: one thread for many files, each module loaded once.
          pool: 'threads',
          isolate: false,
          include: [
            '{contract,functions,web,scripts,eval}/**/*.test.{ts,tsx}',
            'local/gemini/analyst/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/*.integration.test.ts'],
        },
      },
      {
        test: {
          ...node,
          name: 'integration',
          globalSetup: ['local/data/testing/keep-demos.ts'],
          include: ['{local,reliability}/**/*.test.ts', '**/*.integration.test.ts'],
          exclude: ['**/node_modules/**', 'local/gemini/analyst/**/!(*.integration).test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...node,
          name: 'browser',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
