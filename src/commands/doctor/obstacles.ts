import type { Inspected, Obstacle } from '../../ghl';

type Failed = Extract<Inspected<unknown>, { readonly ok: false }>;

interface Advice {
  readonly text: string;
  readonly fix: string;
}

const LATER = 'try again in a few minutes; status.gohighlevel.com tells of outages';
const PRIVATE_INTEGRATIONS = 'GHL, Settings, Private Integrations';

/** What stands between the service and GHL, and what takes it away. */
const ADVICE: Readonly<Record<Obstacle, Advice>> = {
  token_refused: {
    text: 'the token is refused',
    fix: `set GHL_ACCESS_TOKEN to a private integration token that is in force (${PRIVATE_INTEGRATIONS})`,
  },
  scope_missing: {
    text: 'a scope is missing',
    fix: `add it to the token (${PRIVATE_INTEGRATIONS}); the token stays the same`,
  },
  location_refused: {
    text: 'the token belongs to another location',
    fix: 'set GHL_LOCATION_ID to the location in which the token was made (GHL, Settings, Business Profile)',
  },
  rejected: {
    text: 'there is no such location',
    fix: 'correct GHL_LOCATION_ID (GHL, Settings, Business Profile)',
  },
  rate_limited: { text: 'too many calls are being made', fix: 'find out what else uses the token, then try again' },
  server_error: { text: 'GHL has a problem of its own', fix: LATER },
  unreachable: {
    text: 'cannot be reached: no connection or no such host',
    fix: "check this machine's network, DNS and firewall, and GHL_API_BASE_URL",
  },
  timeout: {
    text: 'no answer within GHL_TIMEOUT_MS',
    fix: "check this machine's network and firewall, or raise GHL_TIMEOUT_MS",
  },
  connection_lost: {
    text: 'the connection was cut or is not to be trusted (TLS)',
    fix: 'check proxies and certificates on the way to GHL_API_BASE_URL',
  },
  unreadable: { text: 'the answer is not that of GHL', fix: 'correct GHL_API_BASE_URL, or leave it empty' },
  held_back: { text: 'not asked: the daily limit of calls is used up', fix: 'try again tomorrow' },
};

/** Obstacles on which nothing else can be asked. */
const FINAL: ReadonlySet<Obstacle> = new Set([
  'token_refused',
  'location_refused',
  'rejected',
  'unreachable',
  'timeout',
  'connection_lost',
  'unreadable',
  'held_back',
]);

/** What to say of a call that failed. */
export function adviceOn({ obstacle, statusCode }: Failed): Advice {
  const { text, fix } = ADVICE[obstacle];
  return { text: statusCode === null ? text : `${text} (${statusCode})`, fix };
}

/** Whether there is no use in asking GHL anything else. */
export function isFinal({ obstacle }: Failed): boolean {
  return FINAL.has(obstacle);
}
