/**
 * What is mutated together, by domain: folders and files, judged by the specs beside them. `judges` are end-to-end tests that
 * judge too, where a class does nothing without the service around it; they take a hundred times as long.
 */
export const TARGETS = [
  { domain: 'context', mutate: ['src/conversation/state'] },
  { domain: 'context', mutate: ['src/storage'] },
  {
    domain: 'ghl',
    mutate: ['acknowledgement', 'appointments', 'contacts', 'crm-actions', 'payloads', 'phone', 'verdict'].map(inGhl),
  },
  { domain: 'ghl', mutate: ['conversation-reader', 'field-directory', 'message-export', 'rate-limiter'].map(inGhl) },
  { domain: 'ghl', mutate: ['bookings', 'ghl-http', 'ghl.client', 'message-sender', 'setup'].map(inGhl) },
  { domain: 'webhook', mutate: ['src/webhook/payload'] },
  { domain: 'webhook', mutate: ['src/webhook/signature'] },
  { domain: 'webhook', mutate: ['src/webhook/idempotency'] },
  { domain: 'webhook', mutate: ['src/webhook/inbox'], judges: ['webhook', 'dead-letters', 'full-disk', 'catch-up'] },
  {
    domain: 'observability',
    mutate: ['fallback-counter', 'latency-bins', 'registry', 'rolling-window'].map(
      (name) => `src/telemetry/${name}.ts`,
    ),
  },
  { domain: 'observability', mutate: ['src/health/liveness.ts', 'src/health/probe.ts', 'src/conversation/speed'] },
  { domain: 'bots', mutate: ['src/conversation/gates'] },
  {
    domain: 'bots',
    mutate: ['lead-score', 'lead-criteria', 'handoff', 'same-text'].map((name) => `src/conversation/${name}.ts`),
  },
  { domain: 'growth', mutate: ['src/growth/rules'] },
  { domain: 'growth', mutate: ['src/growth/flags/evaluate-feature.ts'] },
];

function inGhl(name) {
  return `src/ghl/${name}.ts`;
}
