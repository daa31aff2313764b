import { CRM_FIELDS } from '../crm-names';
import type { FieldSeed } from './location-store';
import type { RateLimitOptions } from './rate-limit';

export interface SandboxOptions {
  readonly accessToken: string;
  /** Where contacts belong of whom nobody has said otherwise. `sandboxLocation` unless given. */
  readonly locationId?: string;
  /** The only calendar there is. Every id is served unless given. */
  readonly calendarId?: string;
  /** The location's workflows; none unless given. Every id can be started. */
  readonly workflowIds?: readonly string[];
  /** The agent's users; none unless given. */
  readonly userIds?: readonly string[];
  /**
   * True unless given: a well-formed contact id comes into being at its first mention, so that a webhook sent by hand
   * works with any id. False: 400, as GHL answers.
   */
  readonly adoptUnknownContacts?: boolean;
  /** What every location starts with: all fields that the service writes or reads, unless given. */
  readonly customFields?: readonly FieldSeed[];
  /** So high that nothing meets it, unless given. */
  readonly rateLimit?: RateLimitOptions;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** Tells messages one level deeper than described, as live answers have been seen to do. */
  readonly nestsMessages?: boolean;
  /**
   * Between the sending of a message through the API and its showing in lists and in the export; none unless given.
   * Neither the answer to the send nor the webhook that tells of it waits for it.
   */
  readonly readBackLagMs?: number;
  /** Between an API call and the webhook that tells of it; 20 unless given. */
  readonly webhookDelayMs?: number;
  /** Between the attempts of a webhook that is answered 429; 1,000 unless given (GHL waits ten minutes). */
  readonly webhookRetryDelayMs?: number;
}

/** Fields of the agent's own, which the service reads. */
const OWN_FIELDS = { lead_source: 'TEXT', utm_source: 'TEXT' };
const ALL_FIELDS: readonly FieldSeed[] = Object.entries({ ...CRM_FIELDS, ...OWN_FIELDS }).map(([name, dataType]) => ({
  name,
  dataType,
}));

/** Fills in what has been left out. */
export function withDefaults(options: SandboxOptions) {
  return {
    locationId: 'sandboxLocation',
    calendarId: undefined,
    workflowIds: [],
    userIds: [],
    adoptUnknownContacts: true,
    customFields: ALL_FIELDS,
    rateLimit: { max: 1_000_000, intervalMs: 10_000, daily: 1_000_000_000 },
    now: () => Date.now(),
    nestsMessages: false,
    readBackLagMs: 0,
    webhookDelayMs: 20,
    webhookRetryDelayMs: 1_000,
    ...options,
  };
}
