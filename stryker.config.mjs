/**
 * Mutation testing: what the tests beside the code would not notice. It takes hours for everything, so it is run folder by
 * folder: `npm run test:mutation -- --mutate 'src/growth/rules/**'`. docs/testing.md has the scores.
 */
const domain = [
  'src/conversation/understanding/**/*.ts',
  'src/conversation/gates/**/*.ts',
  'src/conversation/planning/**/*.ts',
  'src/conversation/bots/**/*.ts',
  'src/conversation/{lead-score,lead-criteria,handoff,same-text,appointment-news,event-outcome}.ts',
  'src/conversation/crm/crm-state.ts',
  'src/conversation/initiative/hold.ts',
  'src/follow-up/plan-*.ts',
  'src/ghl/{call-policy,rate-limiter,daily-budget,payloads,verdict,phone,acknowledgement}.ts',
  'src/growth/{rules,flags,results}/**/*.ts',
  'src/telemetry/{rolling-window,latency-bins,registry}.ts',
  'src/webhook/{payload,signature,idempotency}/**/*.ts',
];
/** Data, which a table in a test would only repeat. */
const tables = ['src/conversation/gates/area-code-table.ts'];

export default {
  testRunner: 'jest',
  jest: { configFile: 'jest.mutation.cjs' },
  mutate: [...domain, ...tables.map((path) => `!${path}`), '!src/**/*.spec.ts', '!src/**/index.ts'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  incremental: true,
  incrementalFile: 'coverage/stryker-incremental.json',
  tempDirName: 'coverage/stryker',
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 85, break: 85 },
};
