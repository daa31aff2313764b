const { basename, dirname } = require('node:path');

const target = process.env.MUTATE ?? 'src/growth/rules';
const isFile = target.endsWith('.ts');

/** The specs of the mutated folder, or of the one file; compiled file by file: mutants do not keep the types anyway. */
module.exports = {
  ...require('./jest.config.cjs'),
  maxWorkers: 1,
  roots: [`<rootDir>/${isFile ? dirname(target) : target}`],
  testRegex: isFile ? `/${basename(target, '.ts')}\\.spec\\.ts$` : '\\.spec\\.ts$',
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json', isolatedModules: true, diagnostics: false }] },
};
