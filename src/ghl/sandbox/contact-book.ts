import { isId } from '../../config';
import { ApiError } from './api-error';
import { newId } from './new-id';
import type { SandboxContact } from './records';

/** A contact to be; everything that is left out is empty. */
export type NewContact = Partial<Omit<SandboxContact, 'type' | 'dateAdded' | 'dateUpdated'>>;
export type ContactChange = Partial<Omit<SandboxContact, 'id' | 'locationId' | 'type' | 'dateAdded' | 'dateUpdated'>>;

export interface ContactBookOptions {
  readonly locationId: string;
  readonly adoptUnknownContacts: boolean;
  readonly now: () => number;
}

/** Dallas numbers whose exchange (555) is not handed out. */
const FIRST_MADE_UP_PHONE = 12_145_550_000;

/** The contacts of all locations, by id, phone and e-mail address. */
export class ContactBook {
  private readonly contacts = new Map<string, SandboxContact>();
  private readonly idByAddress = new Map<string, string>();
  private madeUpPhones = 0;

  constructor(private readonly options: ContactBookOptions) {}

  find(contactId: string): SandboxContact | undefined {
    return this.contacts.get(contactId);
  }

  /**
   * The contact with that id, which comes into being here when unknown contacts are adopted.
   * @throws ApiError 400 when there is none: GHL's description of the contacts API knows no 404.
   */
  get(contactId: string, locationId = this.options.locationId): SandboxContact {
    const known = this.contacts.get(contactId);
    if (known !== undefined) return known;
    if (!this.options.adoptUnknownContacts || !isId(contactId)) throw new ApiError(400, 'Contact not found');
    return this.add({ id: contactId, locationId, phone: this.makeUpPhone(), source: 'sandbox' });
  }

  add(contact: NewContact): SandboxContact {
    const nowIso = this.nowIso();
    const full: SandboxContact = {
      id: newId(),
      locationId: this.options.locationId,
      type: 'lead',
      name: null,
      firstName: null,
      lastName: null,
      email: null,
      phone: null,
      timezone: null,
      source: null,
      assignedTo: null,
      dnd: false,
      dndSettings: {},
      customFields: [],
      attributionSource: null,
      lastAttributionSource: null,
      ...contact,
      tags: lowerCase(contact.tags ?? []),
      dateAdded: nowIso,
      dateUpdated: nowIso,
    };
    this.store(full);
    return full;
  }

  update(contact: SandboxContact, change: ContactChange): SandboxContact {
    const tags = change.tags === undefined ? contact.tags : lowerCase(change.tags);
    const changed = { ...contact, ...change, tags, dateUpdated: this.nowIso() };
    for (const address of addressesOf(contact)) this.idByAddress.delete(address);
    this.store(changed);
    return changed;
  }

  /** What was said to and by the contact stays. */
  remove(contact: SandboxContact): void {
    this.contacts.delete(contact.id);
    for (const address of addressesOf(contact)) this.idByAddress.delete(address);
  }

  /** @param address a phone number in E.164, or an e-mail address. */
  findByAddress(locationId: string, address: string): SandboxContact | undefined {
    const contactId = this.idByAddress.get(addressKey(locationId, address));
    return contactId === undefined ? undefined : this.contacts.get(contactId);
  }

  private store(contact: SandboxContact): void {
    this.contacts.set(contact.id, contact);
    for (const address of addressesOf(contact)) this.idByAddress.set(address, contact.id);
  }

  private makeUpPhone(): string {
    return `+${FIRST_MADE_UP_PHONE + this.madeUpPhones++}`;
  }

  private nowIso(): string {
    return new Date(this.options.now()).toISOString();
  }
}

function addressesOf({ locationId, phone, email }: SandboxContact): readonly string[] {
  return [phone, email].filter((address) => address !== null).map((address) => addressKey(locationId, address));
}

function addressKey(locationId: string, address: string): string {
  return `${locationId} ${address.toLowerCase()}`;
}

function lowerCase(tags: readonly string[]): readonly string[] {
  return [...new Set(tags.map((tag) => tag.toLowerCase()))];
}
