const DOMAINS = require('./test/domains.cjs');

// The exporter of traces loads `http` by `import()`, which Jest does not have: as CommonJS it becomes `require()`.
const EXPORTER = '@opentelemetry/otlp-exporter-base/';
const asCommonJs = { allowJs: true, isolatedModules: true, module: 'commonjs', target: 'es2023' };

const everywhere = {
  rootDir: __dirname,
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/support/loopback-only.ts'],
  transform: {
    '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json' }],
    [`${EXPORTER}.+\\.js$`]: ['ts-jest', { tsconfig: asCommonJs }],
  },
  transformIgnorePatterns: [`/node_modules/(?!${EXPORTER})`],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};

module.exports = {
  // Jest writes the domain in front of each file that it reports.
  projects: Object.entries(DOMAINS).map(([domain, places]) => ({
    ...everywhere,
    displayName: domain,
    testRegex: places.map((place) => `${place}.*(?<=\\.(?:e2e-)?spec\\.ts)$`),
  })),
  // The end-to-end tests mostly wait: a worker for every core, and patience for a machine that is busy with other work.
  maxWorkers: '100%',
  // Jest keeps something of every file that it has run; a worker that has grown is slow, and in the end falls over.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 90_000,
};
