// The exporter of traces loads `http` by `import()`, which Jest does not have: as CommonJS it becomes `require()`.
const EXPORTER = '@opentelemetry/otlp-exporter-base/';
const asCommonJs = { allowJs: true, isolatedModules: true, module: 'commonjs', target: 'es2023' };

module.exports = {
  rootDir: '.',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testEnvironment: 'node',
  testRegex: '\\.(e2e-)?spec\\.ts$',
  transform: {
    '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json' }],
    [`${EXPORTER}.+\\.js$`]: ['ts-jest', { tsconfig: asCommonJs }],
  },
  transformIgnorePatterns: [`/node_modules/(?!${EXPORTER})`],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // The end-to-end tests mostly wait: a worker for every core, and patience for a machine that is busy with other work.
  maxWorkers: '100%',
  testTimeout: 90_000,
};
