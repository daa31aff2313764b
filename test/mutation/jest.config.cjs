const { basename, dirname, resolve } = require('node:path');
const { projects, testTimeout } = require('../../jest.config.cjs');
/** A spec that waits longer waits for what a mutant has taken away: it fails by itself, which is cheaper than Stryker's way. */
const SPEC_PATIENCE_MS = 4_000;
const [{ displayName, ...everywhere }] = projects;

const listed = (name) => (process.env[name] ?? '').split(',').filter(Boolean);
const specsOf = (path) =>
  path.endsWith('.ts') ? `/${dirname(path)}/${basename(path, '.ts')}\\.spec\\.ts$` : `/${path}/.*\\.spec\\.ts$`;
const judge = (name) => `/test/${name}\\.e2e-spec\\.ts$`;

/** The specs of folders and files, or the end-to-end tests named; in one process, since Stryker has several of its own. */
module.exports = {
  ...everywhere,
  rootDir: resolve(__dirname, '../..'),
  testTimeout: listed('SPECS').length > 0 ? SPEC_PATIENCE_MS : testTimeout,
  maxWorkers: 1,
  testRegex: [...listed('SPECS').map(specsOf), ...listed('JUDGES').map(judge)],
};
