const { basename, dirname, resolve } = require('node:path');
const { projects, testTimeout } = require('../../jest.config.cjs');
const [{ displayName, ...everywhere }] = projects;

const targets = (process.env.MUTATE ?? '').split(',');
const judges = process.env.JUDGES ?? '';
const isFile = (target) => target.endsWith('.ts');
const specsOf = (target) =>
  isFile(target) ? `/${dirname(target)}/${basename(target, '.ts')}\\.spec\\.ts$` : `/${target}/.*\\.spec\\.ts$`;

/** The specs of the mutated folders and files, and the judges; in one process, since Stryker has several of its own. */
module.exports = {
  ...everywhere,
  rootDir: resolve(__dirname, '../..'),
  testTimeout,
  maxWorkers: 1,
  testRegex: [...targets.map(specsOf), ...(judges === '' ? [] : [`/test/(?:${judges})\\.e2e-spec\\.ts$`])],
};
