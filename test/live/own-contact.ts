import type { GhlClient } from '../../src/ghl';
import { findByPhone, upsertContact } from '../../src/ghl/contact-calls';
import type { GhlHttp } from '../../src/ghl/ghl-http';
import { expectThat, passed } from './check';
import type { Verdict } from './check';
import { RefusedError } from './consent';
import { CONTACT_MARK, TITLE } from './marks';
import { deleteContact, deleteEvent, deleteTag, tagsWithIds } from './removal-calls';

/** The contact that the tests make, and everything that hangs on it. */
export class OwnContact {
  constructor(
    private readonly client: GhlClient,
    private readonly http: GhlHttp,
    private readonly phone: string,
  ) {}

  /**
   * Makes sure that nobody else's contact has the phone. What an earlier run left behind is removed.
   * @throws {RefusedError} when it is somebody's: nothing may be written to it, and it must not be removed.
   */
  async claimPhone(): Promise<void> {
    const contactId = await this.idOfPhone();
    if (contactId === null) return;
    const contact = await this.client.getContact(contactId);
    if (contact === false || !contact.tags.includes(CONTACT_MARK)) {
      throw new RefusedError('Nothing was done: LIVE_TEST_PHONE is the number of a contact already. Give another.');
    }
    await this.remove();
  }

  /** @returns its id. */
  async create(): Promise<string> {
    const made = await this.http.call(upsertContact(this.http.locationId, this.phone));
    expectThat(made.ok, 'the contact cannot be created');
    const { id } = made.value.contact;
    expectThat(await this.client.addTag(id, CONTACT_MARK), 'the contact cannot be marked');
    return id;
  }

  /** Removes its appointments, then itself; whatever has the phone now is the tests' own. */
  async remove(): Promise<Verdict> {
    const contactId = await this.idOfPhone();
    if (contactId === null) return passed('there is none');
    const kept = await this.removeAppointments(contactId);
    const isGone = (await this.http.call(deleteContact(contactId))).ok;
    expectThat(isGone, `remove the contact with the tag ${CONTACT_MARK} by hand`);
    expectThat(kept === 0, `${kept} appointments could not be removed: look for "${TITLE}" in the calendar`);
    return passed('with its appointments and tasks');
  }

  /** Removes the tags that the tests gave the location. */
  async removeTags(): Promise<Verdict> {
    const { locationId } = this.http;
    const listed = await this.http.call(tagsWithIds(locationId));
    expectThat(listed.ok, 'the tags cannot be listed');
    const own = listed.value.tags.filter(({ name }) => name.startsWith(CONTACT_MARK));
    const results = await Promise.all(own.map(({ id }) => this.http.call(deleteTag(locationId, id))));
    const kept = results.filter(({ ok }) => !ok).length;
    expectThat(kept === 0, `${kept} tags stay: remove those that begin with ${CONTACT_MARK} by hand`);
    return passed(`${own.length} of the location's`);
  }

  /** @returns how many could not be removed. */
  private async removeAppointments(contactId: string): Promise<number> {
    const listed = await this.client.getAppointments(contactId);
    if (listed === false) return 1;
    const own = listed.filter(({ title }) => title?.startsWith(TITLE));
    const results = await Promise.all(own.map(({ id }) => this.http.call(deleteEvent(id))));
    return results.filter(({ ok }) => !ok).length;
  }

  private async idOfPhone(): Promise<string | null> {
    const found = await this.http.call(findByPhone(this.http.locationId, this.phone));
    expectThat(found.ok, 'GHL cannot be asked who has the phone; npm run doctor says why');
    return found.value.contact?.id ?? null;
  }
}
