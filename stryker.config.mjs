/**
 * Mutation testing: what the tests beside the code would not notice. One folder at a time, judged by the specs of that
 * folder alone, or every mutant would wait for half of the suite: `MUTATE=src/growth/rules npm run test:mutation`.
 * A file is judged by its own spec. docs/testing.md has the scores.
 */
const target = process.env.MUTATE ?? 'src/growth/rules';

/** Data, which a table in a test would only repeat. */
const TABLES = ['src/conversation/gates/area-code-table.ts'];

/** What only Nest can call: the end-to-end tests judge it, over HTTP. */
const WIRING = ['!src/**/*.{controller,filter,guard,interceptor,middleware,module}.ts', '!src/**/index.ts'];

export default {
  testRunner: 'jest',
  // The configuration names the specs: those that reach the code through test/support would not be found by imports.
  jest: { configFile: 'jest.mutation.cjs', enableFindRelatedTests: false },
  mutate: [
    target.endsWith('.ts') ? target : `${target}/**/*.ts`,
    ...TABLES.map((path) => `!${path}`),
    ...WIRING,
    '!src/**/*.spec.ts',
  ],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  tempDirName: 'coverage/stryker',
  reporters: ['clear-text'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 85, break: 85 },
};
