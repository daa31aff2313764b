/** Of one run; `run.mjs` calls it for each target. */
const targets = (process.env.MUTATE ?? '').split(',');

/** Data, which a table in a test would only repeat. */
const TABLES = ['!src/conversation/gates/area-code-table.ts'];

/** What only Nest can call: the end-to-end tests judge it, over HTTP. */
const WIRING = ['!src/**/*.{controller,filter,guard,interceptor,middleware,module}.ts', '!src/**/index.ts'];

export default {
  testRunner: 'jest',
  // The configuration names the specs: those that reach the code through test/support would not be found by imports.
  jest: { configFile: 'test/mutation/jest.config.cjs', enableFindRelatedTests: false },
  mutate: [
    ...targets.map((target) => (target.endsWith('.ts') ? target : `${target}/**/*.ts`)),
    ...TABLES,
    ...WIRING,
    '!src/**/*.spec.ts',
  ],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  // A busy machine is slow, and what is slow must not count as caught.
  timeoutMS: 20_000,
  tempDirName: 'coverage/stryker',
  jsonReporter: { fileName: 'coverage/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
};
