import { run } from 'jest';

/**
 * `npm test` runs everything, `npm test -- webhook` one domain, anything else is handed to Jest. Titles begin with their
 * domain too, so that a failing run names it.
 */
const DOMAINS = {
  context: [
    'src/stop-signals',
    'src/conversation/state/',
    'src/conversation/appointment-news',
    'src/storage/',
    'test/(routes|durability|catch-up)',
  ],
  ghl: ['src/ghl/', 'test/(crm-faults|live-mode|live)\\.'],
  webhook: ['src/webhook/', 'src/http/', 'test/(webhook|dead-letters|one-reply)\\.'],
  observability: [
    'src/(telemetry|health)/',
    'src/conversation/speed/',
    'src/commands/monitor/',
    'test/support/',
    'test/(health|metrics|prometheus|monitor|monitoring|tracing|tracing-off|logging|speed-to-lead)\\.',
  ],
  bots: [
    'src/conversation/(understanding|bots|planning|gates|claude|crm|turn|routes|initiative)/',
    'src/conversation/[\\w-]+\\.spec',
    'src/follow-up/',
    'test/(bots|conversation|claude|late-replies|follow-up[\\w-]*)\\.',
    'test/eval/',
  ],
  growth: ['src/growth/', 'src/commands/growth', 'src/conversation/experiments/', 'test/growth'],
  docs: ['test/docs/', 'test/doctor', 'src/config/', 'test/deploy'],
};

const [first, ...others] = process.argv.slice(2);
const patterns = DOMAINS[first];
await run(patterns ? [...patterns, ...others] : process.argv.slice(2));
