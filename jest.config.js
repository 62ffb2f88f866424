/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': '<rootDir>/scripts/jest-transform.mjs' },
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  // Loaded where it is used, and seeded there.
  moduleNameMapper: { '^fast-check$': '<rootDir>/test/support/seeded-fast-check.ts' },
  // What hangs ends; how long a machine takes is no finding.
  testTimeout: 300_000,
  // A worker that has run many suites takes its time to free what they held.
  workerGracefulExitTimeout: 20_000,
  // With one worker fewer than cores, as is the default, two cores are one.
  maxWorkers: '100%',
  // Suites leave some of what they loaded behind; a worker that has grown is slow to collect and to fork.
  workerIdleMemoryLimit: '300MB',
};
