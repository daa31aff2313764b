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
  testTimeout: 30_000,
};
