const { basename, dirname } = require('node:path');
const { projects, testTimeout } = require('./jest.config.cjs');
const [{ displayName, ...everywhere }] = projects;

const target = process.env.MUTATE ?? 'src/growth/rules';
const judges = process.env.JUDGES ?? '';
const isFile = target.endsWith('.ts');
const ownSpecs = isFile ? `/${basename(target, '.ts')}\\.spec\\.ts$` : `/${target}/.*\\.spec\\.ts$`;

/** The specs of the mutated folder or file, and the judges; compiled file by file: mutants do not keep the types anyway. */
module.exports = {
  ...everywhere,
  testTimeout,
  maxWorkers: 1,
  roots: [`<rootDir>/${isFile ? dirname(target) : target}`, ...(judges === '' ? [] : ['<rootDir>/test'])],
  testRegex: judges === '' ? [ownSpecs] : [ownSpecs, `/test/(?:${judges})\\.e2e-spec\\.ts$`],
  transform: {
    ...everywhere.transform,
    '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json', isolatedModules: true, diagnostics: false }],
  },
};
