import { isId } from '../../config';
import type { ContactEvent } from '../../conversation';
import { CodedException } from '../../http';

/** A JSON object as it came over the wire: nothing in it can be relied on. */
export type Payload = Readonly<Record<string, unknown>>;

/** What every event has. */
export type EventBase = Pick<
  ContactEvent,
  'id' | 'contactId' | 'locationId' | 'receivedAtMs' | 'requestId' | 'traceparent'
>;

const VISIBLE = /[^\s\u200b-\u200d\u2060\ufeff]/;
const EVENT_ID = /^[A-Za-z0-9_.:-]{1,128}$/;

/** The first of the values that is there: not undefined, null or an empty string. */
export function firstGiven(...values: readonly unknown[]): unknown {
  return values.find((value) => value !== undefined && value !== null && value !== '');
}

/** The value as an object to look into; anything else counts as an empty one. */
export function objectAt(value: unknown): Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Payload) : {};
}

/** The value as text, or `null` when it is not text or blank; zero-width characters are blank too. */
export function textAt(value: unknown): string | null {
  return typeof value === 'string' && VISIBLE.test(value) ? value.trim() : null;
}

/**
 * The value as a contact or location id.
 * @param field the name the caller knows it by.
 * @throws {CodedException} 400 when it is missing or not an id.
 */
export function requireId(value: unknown, field: 'contact_id' | 'location_id'): string {
  if (value === undefined) throw new CodedException(400, `missing_${field}`, `The payload has no ${field}.`);
  if (isId(value)) return value;
  throw new CodedException(400, `invalid_${field}`, `${field} must be letters, digits, "_" and "-", at most 64.`);
}

/**
 * The value as an event id; `null` when there is none (GHL leaves it out or sends null now and then).
 * @throws {CodedException} 400 for text that cannot be an id.
 */
export function eventIdAt(value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return null;
  if (EVENT_ID.test(value)) return value;
  throw new CodedException(400, 'invalid_webhook_id', 'The event id must be letters, digits and "_.:-", at most 128.');
}

/** Tags as a list; workflows send them separated by commas. `null` when the payload does not tell. */
export function tagsAt(value: unknown): readonly string[] | null {
  if (Array.isArray(value)) return value.filter((tag) => typeof tag === 'string');
  if (typeof value !== 'string') return null;
  return value
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}
