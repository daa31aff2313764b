interface CounterDefinition {
  readonly prometheus: string;
  readonly help: string;
  readonly labels: readonly string[];
}

interface DurationDefinition extends CounterDefinition {
  /** Upper bounds of its Prometheus buckets. */
  readonly bucketsSeconds: readonly number[];
}

/**
 * Everything that is counted. Each name is a field of every window and of the totals of `GET /metrics`, and has a name of
 * its own for Prometheus. A label has few values, none of them given by whoever sends a request.
 */
export const COUNTERS = {
  requests_total: {
    prometheus: 'jorge_http_requests_total',
    help: 'HTTP requests by handler and status; "aborted" when the client did not wait for the answer.',
    labels: ['handler', 'status'],
  },
  client_errors_total: {
    prometheus: 'jorge_http_client_errors_total',
    help: 'HTTP answers of 400 to 499: refused requests.',
    labels: ['handler'],
  },
  server_errors_total: {
    prometheus: 'jorge_http_server_errors_total',
    help: 'HTTP answers of 500 and above: the service could not do its part.',
    labels: ['handler'],
  },
  slow_requests: {
    prometheus: 'jorge_http_slow_requests_total',
    help: 'HTTP requests that took longer than a second.',
    labels: ['handler'],
  },
  webhooks_total: {
    prometheus: 'jorge_webhooks_total',
    help: 'Webhooks by what became of them: accepted, acknowledged, duplicate_ignored, refused_<status>, aborted.',
    labels: ['outcome'],
  },
  signature_failures: {
    prometheus: 'jorge_webhook_signature_failures_total',
    help: 'Webhooks whose signature is missing or wrong, also those let through by WEBHOOK_SIGNATURE_MODE=warn.',
    labels: ['scheme'],
  },
  duplicate_webhooks: {
    prometheus: 'jorge_webhook_duplicates_total',
    help: 'Webhooks of an event that was known already.',
    labels: [],
  },
  ghl_calls_total: {
    prometheus: 'jorge_ghl_calls_total',
    help: 'Calls of GHL, each attempt, by operation and outcome: "ok", or why not.',
    labels: ['operation', 'outcome'],
  },
  ghl_calls_failed: {
    prometheus: 'jorge_ghl_calls_failed_total',
    help: 'Calls of GHL, each attempt, that did not come to a good answer.',
    labels: ['operation', 'outcome'],
  },
  cache_hits: {
    prometheus: 'jorge_cache_hits_total',
    help: 'Look-ups that a cache answered.',
    labels: ['cache'],
  },
  cache_misses: {
    prometheus: 'jorge_cache_misses_total',
    help: 'Look-ups that found nothing fresh in a cache.',
    labels: ['cache'],
  },
  claude_calls_total: {
    prometheus: 'jorge_claude_calls_total',
    help: 'Questions to Claude that the cache could not answer, by outcome: "answered", or why not.',
    labels: ['outcome'],
  },
  claude_cost_usd: {
    prometheus: 'jorge_claude_cost_usd_total',
    help: 'What the answers of Claude have cost, in US dollars.',
    labels: [],
  },
  fallbacks_total: {
    prometheus: 'jorge_fallbacks_total',
    help: 'Times that something else was done because the usual could not be: log lines with fallback_used.',
    labels: ['operation'],
  },
  feature_flag_evaluations_total: {
    prometheus: 'jorge_feature_flag_evaluations_total',
    help: 'Times that a growth feature was looked up for a contact, by feature and answer.',
    labels: ['feature', 'reason'],
  },
  feature_flag_enabled_total: {
    prometheus: 'jorge_feature_flag_enabled_total',
    help: 'Look-ups of a growth feature that was on.',
    labels: ['feature', 'reason'],
  },
  feature_flag_blocked_total: {
    prometheus: 'jorge_feature_flag_blocked_total',
    help: 'Look-ups of a growth feature that was off for the contact, by why.',
    labels: ['feature', 'reason'],
  },
  growth_feature_events_total: {
    prometheus: 'jorge_growth_feature_events_total',
    help: 'What the growth experiments have done, by feature and event.',
    labels: ['feature', 'event'],
  },
  five_minute_warnings: {
    prometheus: 'jorge_five_minute_warnings_total',
    help: 'Texts that had waited four minutes for their answer.',
    labels: [],
  },
  five_minute_violations: {
    prometheus: 'jorge_five_minute_violations_total',
    help: 'Texts that had waited five minutes for their answer.',
    labels: [],
  },
} as const satisfies Readonly<Record<string, CounterDefinition>>;

/** Everything whose duration is measured. */
export const DURATIONS = {
  request: {
    prometheus: 'jorge_http_request_duration_seconds',
    help: 'From the arrival of an HTTP request to the end of its answer.',
    labels: ['handler'],
    bucketsSeconds: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  },
  ghl_call: {
    prometheus: 'jorge_ghl_call_duration_seconds',
    help: 'Calls of GHL, each attempt that went out.',
    labels: ['operation'],
    bucketsSeconds: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  },
  speed_to_lead: {
    prometheus: 'jorge_speed_to_lead_seconds',
    help: 'From the receipt of a text to the SMS that answers it, accepted by GHL.',
    labels: [],
    bucketsSeconds: [1, 2.5, 5, 10, 20, 30, 60, 120, 240, 300, 600, 1_800, 3_600],
  },
} as const satisfies Readonly<Record<string, DurationDefinition>>;

export type CounterName = keyof typeof COUNTERS;
export type DurationName = keyof typeof DURATIONS;

type LabelsOf<Definition extends { readonly labels: readonly string[] }> = Readonly<
  Record<Definition['labels'][number], string>
>;
export type CounterLabels<Name extends CounterName> = LabelsOf<(typeof COUNTERS)[Name]>;
export type DurationLabels<Name extends DurationName> = LabelsOf<(typeof DURATIONS)[Name]>;

export const COUNTER_NAMES = Object.keys(COUNTERS) as readonly CounterName[];
