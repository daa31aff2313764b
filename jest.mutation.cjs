/** The specs of the mutated folder alone, compiled file by file: mutants do not keep the types anyway. */
module.exports = {
  ...require('./jest.config.cjs'),
  maxWorkers: 1,
  roots: [`<rootDir>/${process.env.MUTATE ?? 'src/growth/rules'}`],
  testRegex: '\\.spec\\.ts$',
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json', isolatedModules: true, diagnostics: false }] },
};
