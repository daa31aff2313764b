const { resolve } = require('node:path');
const { projects, testTimeout } = require('../../jest.config.cjs');
const { testsNamed } = require('./tests-named.cjs');
const [{ displayName, ...everywhere }] = projects;

/** What waits longer waits for what a mutant has taken away: it fails by itself, which is cheaper than Stryker's way. */
const SPEC_PATIENCE_MS = 8_000;

/** One test file that has all others in it: the service's modules are loaded once for a mutant, not once for a file. */
module.exports = {
  ...everywhere,
  rootDir: resolve(__dirname, '../..'),
  testTimeout: testsNamed().isEndToEnd ? testTimeout : SPEC_PATIENCE_MS,
  maxWorkers: 1,
  testRegex: ['/test/mutation/all-tests\\.cjs$'],
};
