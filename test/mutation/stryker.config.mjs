/** Data, which a table in a test would only repeat. */
const TABLES = ['!src/conversation/gates/area-code-table.ts'];

/** A tool of the tests, with specs of its own. */
const STAND_IN = ['!src/ghl/sandbox/**', '!src/ghl/sandbox-host.ts'];

/** Of one round; `run.mjs` calls it. */
export default {
  testRunner: 'jest',
  // The configuration names the tests: those that reach the code through test/support would not be found by imports.
  jest: { configFile: 'test/mutation/jest.config.cjs', enableFindRelatedTests: false },
  mutate: [
    ...(process.env.MUTATE ?? '').split(','),
    ...TABLES,
    ...STAND_IN,
    '!src/**/index.ts',
    '!src/**/*.module.ts',
    '!src/**/*.spec.ts',
  ],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  // A busy machine is slow, and what is slow must not count as caught.
  timeoutMS: 20_000,
  tempDirName: 'coverage/stryker',
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: 'coverage/mutation.json' },
};
