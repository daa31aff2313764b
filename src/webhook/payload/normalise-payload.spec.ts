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
    expect(read({ ...inbound, ...change }).event).toBeNull();
  });

  it.each([
    ['a user id', { userId: 'user1', source: 'api' }],
    ['the source app', { source: 'app' }],
  ])('takes an outbound text with %s for a person', (_title, change) => {
    expect(read({ ...inbound, type: 'OutboundMessage', ...change }).event).toMatchObject({ kind: 'person_wrote' });
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
    expect(() => read({ ...inbound, ...change })).toThrow(expect.objectContaining({ code }) as CodedException);
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

describe('webhook: appointments and deals', () => {
  const appointment = {
    type: 'AppointmentUpdate',
    locationId: 'loc1',
    webhookId: 'hook2',
    timestamp: '2026-11-23T12:00:00.000Z',
    appointment: {
      id: 'app1',
      contactId: 'contact1',
      startTime: '2026-11-24T10:00:00-06:00',
      appointmentStatus: 'confirmed',
    },
  };

  it('become an event of the contact', () => {
    expect(read(appointment)).toMatchObject({
      id: 'hook2',
      contactId: 'contact1',
      event: {
        kind: 'appointment_changed',
        appointmentId: 'app1',
        startsAt: '2026-11-24T10:00:00.000-06:00',
        status: 'confirmed',
        changedAtMs: Date.parse('2026-11-23T12:00:00.000Z'),
      },
    });
    const deal = {
      type: 'OpportunityStatusUpdate',
      id: 'deal1',
      contactId: 'contact1',
      locationId: 'loc1',
      status: ' won ',
    };
    expect(read(deal).event).toMatchObject({ kind: 'opportunity_changed', opportunityId: 'deal1', status: 'won' });
  });

  it.each([
    ['new', 'new'],
    ['Confirmed', 'confirmed'],
    ['no-show', 'noshow'],
    ['noShow', 'noshow'],
    ['canceled', 'cancelled'],
    ['showed', 'showed'],
    ['invalid', 'invalid'],
    ['something new', 'unknown'],
    [7, 'unknown'],
    [null, 'unknown'],
  ])('with the status %j are %s', (appointmentStatus, status) => {
    const payload = { ...appointment, appointment: { ...appointment.appointment, appointmentStatus } };
    expect(read(payload).event).toMatchObject({ status });
  });

  it('that are deleted are so, whatever their status says', () => {
    expect(read({ ...appointment, type: 'AppointmentDelete' }).event).toMatchObject({ status: 'deleted' });
  });

  it.each([['2026-11-24T10:00:00'], ['tomorrow'], [null], [1_764_000_000_000]])(
    'whose start is %j have none: nobody could tell when it is',
    (startTime) => {
      const payload = { ...appointment, appointment: { ...appointment.appointment, startTime } };
      expect(read(payload).event).toMatchObject({ startsAt: null });
    },
  );

  it('of nobody, or without an id, are acknowledged and no more', () => {
    const { contactId, ...ofNobody } = appointment.appointment;
    expect(read({ ...appointment, appointment: ofNobody })).toMatchObject({ event: null });
    expect(read({ ...appointment, appointment: { contactId } })).toMatchObject({ event: null });
    expect(read({ type: 'OpportunityCreate', id: 'deal1', locationId: 'loc1' })).toMatchObject({ event: null });
    expect(read({ type: 'OpportunityCreate', contactId: 'contact1', locationId: 'loc1' })).toMatchObject({
      event: null,
    });
  });

  it('tell what a contact has become', () => {
    const changed = { type: 'ContactUpdate', id: 'contact1', locationId: 'loc1', contactStatus: ` ${'x'.repeat(99)}` };
    expect(read(changed).event).toMatchObject({ status: 'x'.repeat(64) });
  });
});
