/** How bad it is; also what the monitor exits with, as checks of Nagios do. */
export const EXIT_CODES = { ok: 0, warning: 1, critical: 2, unknown: 3 } as const;
export type Severity = 'ok' | 'warning' | 'critical';

/** Something that `/health` or `/performance` tells and that has a limit. */
export interface Measure {
  /** The command line's name of the limit; `max-` or `min-` says on which side of it is bad. */
  readonly option: `${'max' | 'min'}-${string}`;
  readonly limit: number;
  readonly from: 'health' | 'performance';
  /** The object that it is in, wherever in the answer that is. */
  readonly within?: string;
  /** What it is called; the first one that is found counts. */
  readonly keys: readonly [string, ...string[]];
  readonly severity: 'warning' | 'critical';
  readonly meaning: string;
}

export const MEASURES: readonly Measure[] = [
  {
    option: 'min-compliance',
    limit: 0.95,
    from: 'performance',
    within: 'five_minute_compliance',
    keys: ['rate', 'compliance_rate'],
    severity: 'critical',
    meaning: 'share of texts answered within five minutes, from 0 to 1',
  },
  {
    option: 'max-violations',
    limit: 0,
    from: 'performance',
    within: 'five_minute_compliance',
    keys: ['violations_24h', 'violations', 'five_minute_violations'],
    severity: 'warning',
    meaning: 'texts of the last 24 hours that were not answered within five minutes',
  },
  {
    option: 'max-p95-ms',
    limit: 1_000,
    from: 'performance',
    keys: ['p95_response_ms'],
    severity: 'warning',
    meaning: 'time in which 95% of the requests were answered',
  },
  {
    option: 'min-ghl-success-rate',
    limit: 0.9,
    from: 'performance',
    keys: ['ghl_success_rate'],
    severity: 'warning',
    meaning: 'share of calls that GHL took, from 0 to 1',
  },
  {
    option: 'max-backlog',
    limit: 100,
    from: 'health',
    within: 'inbox',
    keys: ['unfinished'],
    severity: 'warning',
    meaning: 'events that are accepted and not done',
  },
  {
    option: 'max-failed',
    limit: 0,
    from: 'health',
    within: 'inbox',
    keys: ['failed'],
    severity: 'warning',
    meaning: 'events that need a person: GET /events?status=failed',
  },
];

/**
 * Finds what is measured in an answer, in whatever depth it is.
 * @returns `null` where the service says that it has no value yet, `undefined` where it says nothing.
 */
export function readMeasure({ within, keys }: Measure, answer: unknown): number | null | undefined {
  const place = within === undefined ? answer : find(answer, within);
  for (const key of keys) {
    const value = find(place, key);
    if (value === null || typeof value === 'number') return value;
  }
  return undefined;
}

/** Whether a value is on the bad side of the limit. */
export function isBeyond({ option }: Measure, value: number, limit: number): boolean {
  return option.startsWith('max-') ? value > limit : value < limit;
}

/** The value of a key, the nearest one to the top. */
function find(json: unknown, key: string): unknown {
  let level = [json].filter(isObject);
  while (level.length > 0) {
    const found = level.find((object) => Object.hasOwn(object, key));
    if (found) return found[key];
    level = level.flatMap((object) => Object.values(object)).filter(isObject);
  }
  return undefined;
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null;
}
