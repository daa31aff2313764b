import { Injectable } from '@nestjs/common';
import { Clock } from '../config';
import { getFreeSlots, listCalendars } from './calendar-calls';
import { findByPhone } from './contact-calls';
import { exportMessages, latestConversation } from './conversation-calls';
import { CRM_FIELDS } from './crm-names';
import { keyOf } from './field-directory';
import { GhlHttp } from './ghl-http';
import type { GhlAttempt, GhlCall } from './ghl-http';
import type { SlotQuery } from './ghl.types';
import { getLocation, getUser, listCustomFields, listTags, listWorkflows } from './location-calls';
import { obstacleOf } from './obstacle';
import type { Obstacle } from './obstacle';

/** What came of a look at the CRM. */
export type Inspected<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly obstacle: Obstacle; readonly statusCode: number | null };

/** Nobody's: numbers ending in 555-0100 to 555-0199 are kept for fiction (NANPA). */
const NOBODY = '+12145550100';
const A_MINUTE_MS = 60_000;

/** What each scope for reading is needed for, and a harmless call that GHL's description asks it for. */
const READS: readonly {
  readonly scope: string;
  readonly call: (locationId: string, nowMs: number) => GhlCall<unknown>;
}[] = [
  { scope: 'contacts.readonly', call: (locationId) => findByPhone(locationId, NOBODY) },
  { scope: 'conversations.readonly', call: latestConversation },
  {
    scope: 'conversations/message.readonly',
    call: (locationId, nowMs) => exportMessages(locationId, { sinceMs: nowMs - A_MINUTE_MS, untilMs: nowMs }, null),
  },
  { scope: 'locations/customFields.readonly', call: listCustomFields },
  { scope: 'locations/tags.readonly', call: listTags },
  { scope: 'calendars.readonly', call: listCalendars },
];

/** Scopes that cannot be tried without changing something. */
export const WRITE_SCOPES = [
  'contacts.write',
  'conversations/message.write',
  'calendars/events.write',
  'locations/customFields.write',
  'locations/tags.write',
] as const;

/** Looks at the location for a diagnosis: every call once, nothing changed, and told why something cannot be had. */
@Injectable()
export class LocationInspection {
  constructor(
    private readonly http: GhlHttp,
    private readonly clock: Clock,
  ) {}

  /** @returns `serverMs`: the CRM's clock, epoch milliseconds by the second; `null` when it did not tell. */
  async location(): Promise<{ readonly reached: Inspected<unknown>; readonly serverMs: number | null }> {
    const attempt = await this.http.attemptOnce(getLocation(this.http.locationId));
    const date = attempt.outcome?.kind === 'answer' ? attempt.outcome.headers.date : undefined;
    const serverMs = typeof date === 'string' ? Date.parse(date) : NaN;
    return { reached: toInspected(attempt), serverMs: Number.isNaN(serverMs) ? null : serverMs };
  }

  /** One read for each scope for reading. */
  scopes(): Promise<readonly { readonly scope: string; readonly read: Inspected<unknown> }[]> {
    const { locationId } = this.http;
    const nowMs = this.clock.now();
    return Promise.all(
      READS.map(async ({ scope, call }) => ({ scope, read: await this.inspect(call(locationId, nowMs)) })),
    );
  }

  /** @returns names of custom fields that the service writes and the location does not have. */
  async missingFields(): Promise<Inspected<readonly string[]>> {
    const listed = await this.inspect(listCustomFields(this.http.locationId));
    if (!listed.ok) return listed;
    const known = new Set(listed.value.customFields.flatMap((field) => [keyOf(field), field.name.toLowerCase()]));
    return { ok: true, value: Object.keys(CRM_FIELDS).filter((name) => !known.has(name)) };
  }

  freeSlots(query: SlotQuery): Promise<Inspected<readonly string[]>> {
    return this.inspect(getFreeSlots(query));
  }

  /** @returns whether the location has the workflow. */
  async hasWorkflow(workflowId: string): Promise<Inspected<boolean>> {
    const listed = await this.inspect(listWorkflows(this.http.locationId));
    return listed.ok ? { ok: true, value: listed.value.workflows.some(({ id }) => id === workflowId) } : listed;
  }

  /** @returns whether there is such a user. */
  async hasUser(userId: string): Promise<Inspected<boolean>> {
    const found = await this.inspect(getUser(userId));
    return !found.ok && found.obstacle === 'rejected' ? { ok: true, value: false } : toPresence(found);
  }

  private async inspect<T>(call: GhlCall<T>): Promise<Inspected<T>> {
    return toInspected(await this.http.attemptOnce(call));
  }
}

function toPresence(found: Inspected<unknown>): Inspected<boolean> {
  return found.ok ? { ok: true, value: true } : found;
}

function toInspected<T>(attempt: GhlAttempt<T>): Inspected<T> {
  const { verdict, outcome } = attempt;
  if (verdict.kind === 'done') return { ok: true, value: verdict.value };
  const statusCode = outcome?.kind === 'answer' ? outcome.status : null;
  return { ok: false, obstacle: obstacleOf(attempt), statusCode };
}
