import fc from 'fast-check';
import { CodedException } from '../../http';
import { normalisePayload } from './normalise-payload';

const receipt = { receivedAtMs: 1_000, requestId: 'request-1' };
const inbound = {
  type: 'InboundMessage',
  locationId: 'loc1',
  contactId: 'contact1',
  conversationId: 'conv1',
  messageId: 'msg1',
  webhookId: 'hook1',
  body: 'Hello',
  messageType: 'SMS',
  direction: 'inbound',
  timestamp: '2026-11-23T12:00:00.000Z',
};

function read(payload: Record<string, unknown>) {
  return normalisePayload(payload, Buffer.from(JSON.stringify(payload)), receipt);
}

describe('webhook: payloads', () => {
  it('reads an inbound text of the marketplace', () => {
    expect(read(inbound)).toEqual({
      id: 'hook1',
      type: 'InboundMessage',
      contactId: 'contact1',
      event: {
        kind: 'text',
        id: 'hook1',
        contactId: 'contact1',
        locationId: 'loc1',
        text: 'Hello',
        messageId: 'msg1',
        botType: null,
        firstName: null,
        tags: null,
        ...receipt,
      },
    });
  });

  it.each([
    ['2026-11-23T11:59:58.000Z', Date.parse('2026-11-23T11:59:58.000Z')],
    [1_795_435_198, 1_795_435_198_000],
    ['yesterday', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('reads when GHL got the text from %p', (dateAdded, addedAtMs) => {
    const { event } = read({ ...inbound, dateAdded });
    expect(event?.kind === 'text' && event.addedAtMs).toBe(addedAtMs);
  });

  it('does not take the date of a workflow webhook, which can be that of the contact', () => {
    const { event } = read({ ...inbound, type: undefined, dateAdded: '2020-01-01T00:00:00.000Z' });
    expect(event).not.toHaveProperty('addedAtMs');
  });

  it('reads a workflow webhook and the bot it chooses', () => {
    const payload = {
      contact_id: 'contact1',
      location: { id: 'loc1' },
      message: { body: ' Hello ', type: 2 },
      full_name: 'Maria Lopez',
      tags: 'buyer-intent, vip',
      customData: { bot_type: 'Seller' },
    };
    expect(read(payload).event).toMatchObject({
      kind: 'text',
      text: 'Hello',
      botType: 'seller',
      firstName: 'Maria',
      tags: ['buyer-intent', 'vip'],
    });
    expect(read({ ...payload, customData: {}, 'Bot Type': 'buyer' }).event).toMatchObject({ botType: 'lead' });
  });

  it("reads the earlier system's payload", () => {
    const payload = {
      type: 'message.received',
      location_id: 'loc1',
      contact_id: 'contact1',
      message: { body: 'Hello' },
      contact: { first_name: 'Maria', tags: ['vip'] },
      timestamp: '2026-11-23T12:00:00Z',
    };
    expect(read(payload).event).toMatchObject({ kind: 'text', text: 'Hello', firstName: 'Maria', tags: ['vip'] });
    expect(read({ ...payload, message: 'Hello' }).event).toMatchObject({ text: 'Hello' });
  });

  it.each([
    ['a call without a body', { messageType: 'CALL', body: undefined }],
    ['an e-mail', { messageType: 'Email' }],
    ['a blank text', { body: '   ' }],
    ['a body that is not text', { body: { a: 1 } }],
    ['a message type that is not text', { messageType: { toString: 1 } }],
    ['a type that nobody knows', { type: 'FancyNewThing' }],
    ['an opportunity', { type: 'OpportunityCreate' }],
    ["the monitor's canary, even with a text in it", { type: 'JorgeCanary' }],
    ["the bot's own text", { type: 'OutboundMessage', source: 'api' }],
    ["an automation's text", { type: 'OutboundMessage', source: 'workflow' }],
  ])('has nothing to do for %s', (_title, change) => {
    const { type, event } = read({ ...inbound, ...change });
    expect([event, type]).toEqual([null, 'type' in change ? change.type : 'InboundMessage']);
  });

  it.each([
    ['a user id', { userId: 'user1', source: 'api' }],
    ['the source app', { source: 'app' }],
  ])('takes an outbound text with %s for a person', (_title, change) => {
    expect(read({ ...inbound, type: 'OutboundMessage', ...change }).event).toEqual({
      kind: 'person_wrote',
      id: 'hook1',
      contactId: 'contact1',
      locationId: 'loc1',
      messageId: 'msg1',
      ...receipt,
    });
  });

  it("finds the contact's own id where contact events have it", () => {
    const payload = {
      type: 'ContactDndUpdate',
      id: 'contact1',
      locationId: 'loc1',
      dndSettings: { SMS: { status: 'active' } },
    };
    expect(read(payload).event).toMatchObject({ kind: 'contact_changed', contactId: 'contact1', isSmsBlocked: true });
    expect(read({ ...payload, dndSettings: { SMS: { status: 'inactive' } } }).event).toMatchObject({
      isSmsBlocked: false,
    });
    expect(read({ ...payload, dndSettings: undefined }).event).toMatchObject({ isSmsBlocked: null, tags: null });
  });

  const changed = { type: 'ContactUpdate', id: 'contact1', locationId: 'loc1' };

  it('takes the id of a contact only from events about contacts', () => {
    const payload = { ...changed, type: 'NoteContactUpdate', contactId: 'contact2' };
    expect(read(payload).contactId).toBe('contact2');
  });

  it.each([
    ['dnd', { dnd: true }, true],
    ['no dnd', { dnd: false }, false],
    ['dnd for everything, whatever is set for SMS', { dnd: true, dndSettings: { SMS: { status: 'inactive' } } }, true],
    ['dnd for SMS alone', { dnd: false, dndSettings: { SMS: { status: 'permanent' } } }, true],
    ['dnd that is not true or false', { dnd: 'yes' }, null],
    ['dnd of the contact inside', { contact: { dnd: true } }, true],
  ])('reads from %s whether SMS is blocked', (_title, dnd, isSmsBlocked) => {
    expect(read({ ...changed, ...dnd }).event).toMatchObject({ isSmsBlocked });
  });

  it.each([
    [
      [{ id: 'f1', value: 'Seller' }, { id: 'f2', value: 'blue' }, null, { id: 'f3', value: 'buyer' }],
      ['seller', 'lead'],
    ],
    [[], []],
    ['seller', []],
    [undefined, []],
  ])('finds in the custom fields %j the bots %j', (customFields, botTypes) => {
    expect(read({ ...changed, customFields }).event).toMatchObject({ botTypes });
  });

  it.each([
    [
      ['vip', 7, null, 'seller-intent'],
      ['vip', 'seller-intent'],
    ],
    [' vip ,, seller-intent, ', ['vip', 'seller-intent']],
    [7, null],
  ])('reads the tags %j as %j', (tags, expected) => {
    expect(read({ ...changed, tags }).event).toMatchObject({ tags: expected });
  });

  it('takes the first word of a full name, however far the next is', () => {
    expect(read({ ...inbound, fullName: 'Maria  Lopez' }).event).toMatchObject({ firstName: 'Maria' });
  });

  describe('event id', () => {
    const bare = { ...inbound, webhookId: null, messageId: undefined };
    it('is the webhook id, else the message id', () => {
      expect(read(inbound).id).toBe('hook1');
      expect(read({ ...inbound, webhookId: null }).id).toBe('msg1');
    });
    it('is else made of contact, time and type: the same for the same event, another for any other', () => {
      const id = read(bare).id;
      expect(id).toMatch(/^event-[0-9a-f]{64}$/);
      expect(read({ ...bare, body: 'differently written' }).id).toBe(id);
      expect(read({ ...bare, timestamp: '2026-11-23T12:00:01.000Z' }).id).not.toBe(id);
      expect(read({ ...bare, contactId: 'contact2' }).id).not.toBe(id);
      expect(read({ ...bare, type: 'ContactUpdate', id: 'contact1' }).id).not.toBe(id);
    });
    it('is else made of the whole body', () => {
      const id = read({ ...bare, timestamp: undefined }).id;
      expect(id).toMatch(/^body-[0-9a-f]{64}$/);
      expect(read({ ...bare, timestamp: undefined, body: 'other' }).id).not.toBe(id);
      expect(read({ ...bare, timestamp: ['2026-11-23'] }).id).toMatch(/^body-/);
    });
    it('takes a time that is a number like one that is words', () => {
      expect(read({ ...bare, timestamp: 1_795_435_198 }).id).toMatch(/^event-/);
    });
    it('passes over one that is empty or no text', () => {
      expect(read({ ...inbound, webhookId: '' }).id).toBe('msg1');
      expect(read({ ...inbound, webhookId: 7 }).id).toBe('msg1');
    });
  });

  it.each([
    ['missing_contact_id', { contactId: undefined }],
    ['missing_contact_id', { contactId: '' }],
    ['missing_location_id', { locationId: null }],
    ['invalid_contact_id', { contactId: '../../etc/passwd' }],
    ['invalid_contact_id', { contactId: 17 }],
    ['invalid_contact_id', { contactId: 'a'.repeat(65) }],
    ['invalid_contact_id', { contactId: ['contact1'] }],
    ['invalid_location_id', { locationId: 'loc 1' }],
    ['invalid_location_id', { locationId: {} }],
    ['invalid_webhook_id', { webhookId: '../../etc/passwd' }],
    ['invalid_webhook_id', { webhookId: 'a\nb' }],
    ['invalid_webhook_id', { webhookId: 'a'.repeat(129) }],
  ])('refuses with %s', (code, change) => {
    expect(() => read({ ...inbound, ...change })).toThrow(
      expect.objectContaining({ code, status: 400 }) as CodedException,
    );
  });

  it.each([
    [{ contactId: undefined }, 'The payload has no contact_id.'],
    [{ locationId: 'loc 1' }, 'location_id must be letters, digits, "_" and "-", at most 64.'],
    [{ webhookId: 'a b' }, 'The event id must be letters, digits and "_.:-", at most 128.'],
  ])('says of %j what is wrong', (change, message) => {
    expect(() => read({ ...inbound, ...change })).toThrow(message);
  });

  it('acknowledges an unknown type whatever its ids look like', () => {
    expect(read({ type: 'AppInstall', contactId: '../x' })).toMatchObject({ contactId: null, event: null });
  });

  it('answers any JSON object with an event or a coded refusal, never with another error', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(...Object.keys(inbound), 'message', 'contact', 'tags', 'id', '__proto__'),
          fc.jsonValue(),
        ),
        (payload) => {
          try {
            expect(read({ ...payload }).id).toMatch(/^[A-Za-z0-9_.:-]{1,128}$/);
          } catch (error) {
            expect(error).toBeInstanceOf(CodedException);
          }
        },
      ),
    );
  });
});
