/** What an event goes through, whatever the bots say to it. */
const OF_EVENTS = 'appointment-news|contact-lanes|contact-news|event-outcome|outbox[\\w-]*|same-text';

/** Where the tests of each domain lie: patterns of paths from the project's folder. Each test belongs to one domain. */
module.exports = {
  context: [
    '/src/stop-signals\\.',
    '/src/conversation/state/',
    `/src/conversation/(${OF_EVENTS})\\.`,
    '/src/storage/',
    '/test/(routes|durability|full-disk|catch-up|cut-short|start)\\.',
  ],
  ghl: ['/src/ghl/', '/test/(crm-faults|live-mode|live)\\.'],
  webhook: ['/src/(webhook|http)/', '/test/(webhook[\\w-]*|access|dead-letter[\\w-]*|meanwhile|one-reply)\\.'],
  observability: [
    '/src/(telemetry|health|conversation/speed|commands/monitor)/',
    '/src/commands/command-line\\.',
    '/test/support/',
    '/test/(health|metrics|prometheus|monitor|monitoring|tracing|tracing-off|logging|speed-to-lead)\\.',
  ],
  bots: [
    '/src/conversation/(understanding|bots|planning|gates|claude|crm|turn|routes|initiative)/',
    `/src/conversation/(?!(${OF_EVENTS})\\.)[\\w-]+\\.`,
    '/src/follow-up/',
    '/test/(bots|conversation|claude|late-replies|unsent-replies|follow-up[\\w-]*)\\.',
    '/test/eval/',
  ],
  growth: ['/src/growth/', '/src/commands/growth/', '/src/conversation/experiments/', '/test/growth[\\w-]*\\.'],
  docs: ['/test/docs/', '/src/(config|commands/doctor)/', '/test/(build|doctor[\\w-]*|deploy[\\w-]*)\\.'],
};
