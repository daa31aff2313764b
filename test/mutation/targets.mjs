/**
 * What is mutated together, by domain: folders and files, judged by the specs beside them. `judges` are the end-to-end tests
 * that what escapes the specs is put before, one after the other: some classes do nothing without the service around them.
 */
export const TARGETS = [
  { domain: 'context', mutate: ['src/conversation/state'], judges: ['durability'] },
  { domain: 'context', mutate: ['src/storage'], judges: ['durability', 'full-disk'] },
  { domain: 'ghl', mutate: ['src/ghl'], judges: ['crm-faults', 'doctor', 'live'] },
  {
    domain: 'webhook',
    mutate: ['src/webhook', 'src/http'],
    judges: ['webhook', 'webhook-audit', 'access', 'catch-up', 'dead-letters'],
  },
  { domain: 'observability', mutate: ['src/telemetry'], judges: ['tracing', 'metrics', 'prometheus', 'logging'] },
  {
    domain: 'observability',
    mutate: ['src/health', 'src/conversation/speed'],
    judges: ['health', 'metrics', 'prometheus', 'speed-to-lead'],
  },
  { domain: 'bots', mutate: ['src/conversation/gates'] },
  {
    domain: 'bots',
    mutate: ['lead-score', 'lead-criteria', 'handoff', 'same-text'].map((name) => `src/conversation/${name}.ts`),
  },
  { domain: 'growth', mutate: ['src/growth'], judges: ['growth-flags', 'growth-report'] },
];
