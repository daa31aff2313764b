/** The tests beside the code alone, compiled file by file: mutants do not keep the types anyway. */
module.exports = {
  ...require('./jest.config.cjs'),
  roots: ['<rootDir>/src'],
  testRegex: '\\.spec\\.ts$',
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json', isolatedModules: true, diagnostics: false }] },
};
