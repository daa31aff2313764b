import type { z } from 'zod';
import { ApiError } from './api-error';
import type { contactUpdate } from './contact-bodies';
import type { ContactBook } from './contact-book';
import type { LocationStore } from './location-store';
import type { SandboxContact } from './records';

type ContactBody = z.infer<typeof contactUpdate>;

/** Changes contacts as the API and as people in the CRM do, and tells who listens when tags have changed. */
export class ContactChanges {
  constructor(
    private readonly contacts: ContactBook,
    private readonly locations: LocationStore,
    private readonly onTagsChanged: (contact: SandboxContact) => void,
  ) {}

  /** Addresses and the like are accepted and not kept. */
  apply(contact: SandboxContact, body: ContactBody): SandboxContact {
    const { firstName, lastName, name, email, phone, timezone, source, assignedTo, dnd, tags } = body;
    const given = { firstName, lastName, name, email, phone, timezone, source, assignedTo, dnd };
    const changed = this.contacts.update(contact, {
      ...onlyGiven(given),
      dndSettings: { ...contact.dndSettings, ...body.dndSettings },
      customFields: this.mergeFields(contact, body.customFields ?? []),
    });
    return tags === undefined ? changed : this.setTags(changed, tags);
  }

  /** Puts exactly these tags on the contact. */
  setTags(contact: SandboxContact, tags: readonly string[]): SandboxContact {
    for (const tag of tags) this.locations.useTag(contact.locationId, tag);
    const changed = this.contacts.update(contact, { tags });
    if (changed.tags.join() !== contact.tags.join()) this.onTagsChanged(changed);
    return changed;
  }

  addTags(contact: SandboxContact, tags: readonly string[]): SandboxContact {
    return this.setTags(contact, [...contact.tags, ...tags]);
  }

  removeTags(contact: SandboxContact, tags: readonly string[]): SandboxContact {
    const removed = new Set(tags.map((tag) => tag.toLowerCase()));
    return this.setTags(
      contact,
      contact.tags.filter((tag) => !removed.has(tag)),
    );
  }

  /** @throws ApiError 400 for a name that the location has no field of. */
  setFieldsByName(contact: SandboxContact, fields: Readonly<Record<string, unknown>>): SandboxContact {
    const values = Object.entries(fields).map(([name, value]) => {
      const field = this.locations.fieldByName(contact.locationId, name);
      if (field === undefined) throw new ApiError(400, `No custom field ${name}`);
      return { id: field.id, field_value: value };
    });
    return this.contacts.update(contact, { customFields: this.mergeFields(contact, values) });
  }

  /** GHL passes over ids that it does not know without a word. */
  private mergeFields(
    contact: SandboxContact,
    values: readonly { readonly id: string; readonly field_value: unknown }[],
  ): SandboxContact['customFields'] {
    const merged = new Map(contact.customFields.map(({ id, value }) => [id, value]));
    for (const { id, field_value } of values) {
      if (this.locations.fieldById(id) !== undefined) merged.set(id, field_value);
    }
    return [...merged].map(([id, value]) => ({ id, value }));
  }
}

/** What is left out stays; `null` empties. */
function onlyGiven<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
