import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { findByPhone, getContact, updateContact, upsertContact } from './contact-calls';
import type { ContactRecord } from './contact-calls';
import { FieldDirectory } from './field-directory';
import { GhlHttp } from './ghl-http';
import type { GhlResult } from './ghl-http';
import type { ContactChange, FieldValue, GhlContact } from './ghl.types';

/** Reads and writes contacts, with their custom fields by name. */
@Injectable()
export class Contacts {
  constructor(
    private readonly http: GhlHttp,
    private readonly fields: FieldDirectory,
    private readonly logger: PinoLogger,
  ) {}

  async get(contactId: string): Promise<GhlContact | false> {
    const result = await this.http.call(getContact(contactId));
    if (!result.ok) return false;
    const { contact } = result.value;
    return toContact(contact, contact.customFields?.length ? await this.fields.namesById() : new Map());
  }

  /** @returns the id of the contact with this number, created if need be; `null` when that failed. */
  async idOfPhone(e164: string): Promise<string | null> {
    const found = await this.http.call(findByPhone(this.http.locationId, e164));
    if (!found.ok) return null;
    if (found.value.contact) return found.value.contact.id;
    const made = await this.http.call(upsertContact(this.http.locationId, e164));
    return made.ok ? made.value.contact.id : null;
  }

  /**
   * Writes both in one call. Fields that the location does not have are left out, which is logged.
   * @returns what became of the call, and the names of the fields that were written.
   */
  async write(
    contactId: string,
    change: ContactChange,
    fields: Readonly<Record<string, FieldValue>>,
  ): Promise<{ readonly result: GhlResult<unknown>; readonly fields: readonly string[] }> {
    const ids = await this.idsByName(fields);
    if (Object.keys(change).length === 0 && !ids?.size) {
      return { result: { ok: false, outcome: ids ? 'refused' : 'unavailable' }, fields: [] };
    }
    const values = new Map([...(ids ?? [])].map(([name, id]) => [id, String(fields[name])]));
    const result = await this.http.call(updateContact(contactId, change, values));
    return { result, fields: result.ok ? [...(ids?.keys() ?? [])] : [] };
  }

  /** @returns `null` when the field directory cannot be read. */
  private async idsByName(fields: Readonly<Record<string, FieldValue>>): Promise<ReadonlyMap<string, string> | null> {
    const names = Object.keys(fields);
    if (names.length === 0) return new Map();
    const ids = await this.fields.idsOf(names);
    if (!ids?.size) {
      const reason = ids ? 'none of the fields exists in the location' : 'the field directory cannot be read';
      this.logger.warn({ operation: 'updateContact', fallback_used: true, reason }, 'Custom fields were not written');
    }
    return ids;
  }
}

function toContact(record: ContactRecord, nameById: ReadonlyMap<string, string>): GhlContact {
  const { id, firstName, phone, timezone, source, assignedTo, tags, customFields, dnd, dndSettings } = record;
  const fields = (customFields ?? []).flatMap(({ id: fieldId, value }) => {
    const name = nameById.get(fieldId);
    return name === undefined || value === null || value === undefined ? [] : [[name, toText(value)] as const];
  });
  return {
    id,
    firstName: firstName ?? null,
    phone: phone ?? null,
    timezone: timezone ?? null,
    source: source ?? null,
    firstAttribution: sourceOf(record.attributionSource),
    lastAttribution: sourceOf(record.lastAttributionSource),
    type: record.type ?? null,
    assignedTo: assignedTo ?? null,
    tags: tags ?? [],
    fields: Object.fromEntries(fields),
    isSmsBlocked: dnd === true || ['active', 'permanent'].includes(dndSettings?.SMS?.status ?? ''),
  };
}

function sourceOf(attribution: ContactRecord['attributionSource']): string | null {
  return attribution?.utmSource ?? attribution?.sessionSource ?? attribution?.medium ?? null;
}

/** Lists and files become JSON. */
function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
