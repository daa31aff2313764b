/**
 * What is mutated together, by domain: folders and files, judged by the specs beside them. `judges` are the end-to-end tests
 * that what escapes the specs is put before: where a class does nothing without the service around it.
 */
export const TARGETS = [
  { domain: 'context', mutate: ['src/conversation/state'] },
  { domain: 'context', mutate: ['src/storage'], judges: ['durability', 'full-disk'] },
  {
    domain: 'ghl',
    mutate: inFolder('src/ghl', [
      ...[
        'acknowledgement',
        'appointments',
        'call-recorder',
        'calendar-calls',
        'contact-calls',
        'contacts',
        'crm-actions',
      ],
      ...[
        'conversation-calls',
        'crm-names',
        'location-calls',
        'payloads',
        'phone',
        'verdict',
        'call-policy',
        'endpoint',
      ],
    ]),
    judges: ['crm-faults', 'live-mode', 'live'],
  },
  {
    domain: 'ghl',
    mutate: inFolder('src/ghl', [
      ...['conversation-reader', 'field-directory', 'message-export', 'rate-limiter', 'rate-announcement', 'fifo'],
      ...['daily-budget', 'bookings', 'ghl-http', 'http-exchange', 'ghl.client', 'message-sender', 'setup'],
      ...['inspection', 'obstacle'],
    ]),
    judges: ['crm-faults', 'live-mode', 'doctor'],
  },
  { domain: 'webhook', mutate: ['src/webhook/payload'], judges: ['webhook'] },
  { domain: 'webhook', mutate: ['src/webhook/signature', 'src/http'], judges: ['webhook', 'access'] },
  { domain: 'webhook', mutate: ['src/webhook/idempotency'], judges: ['webhook'] },
  {
    domain: 'webhook',
    mutate: [
      'src/webhook/inbox',
      ...inFolder('src/webhook', ['audit.middleware', 'delivery', 'webhook-body.middleware', 'webhook.controller']),
    ],
    judges: ['webhook', 'dead-letters', 'full-disk', 'catch-up'],
  },
  { domain: 'observability', mutate: ['src/telemetry'], judges: ['metrics', 'prometheus', 'tracing', 'logging'] },
  {
    domain: 'observability',
    mutate: ['src/health', 'src/conversation/speed'],
    judges: ['health', 'metrics', 'prometheus', 'speed-to-lead'],
  },
  { domain: 'bots', mutate: ['src/conversation/gates'] },
  {
    domain: 'bots',
    mutate: inFolder('src/conversation', ['lead-score', 'lead-criteria', 'handoff', 'same-text']),
  },
  { domain: 'growth', mutate: ['src/growth/rules'] },
  { domain: 'growth', mutate: ['src/growth/flags', 'src/growth/results'], judges: ['growth-flags', 'growth-report'] },
];

function inFolder(folder, names) {
  return names.map((name) => `${folder}/${name}.ts`);
}
