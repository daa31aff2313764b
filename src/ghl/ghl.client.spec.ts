import { answer, DRIP, HANG, MALFORMED, RESET } from '../../test/support/fake-ghl-server';
import { startGhlClient } from '../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../test/support/start-ghl-client';
import type { GhlClient } from './ghl.client';

const TASK = { title: 'Call Ann', body: 'Hot seller', dueDate: '2026-03-10T15:00:00Z' };
const SLOTS = { calendarId: 'cal_1', startMs: 1_000, endMs: 2_000, timeZone: 'America/Chicago' };
const APPOINTMENT = { calendarId: 'cal_1', contactId: 'contact_1', startTime: '2026-03-10T10:00:00-05:00' };

interface Method {
  /** The call of the API that goes wrong. */
  readonly operation: string;
  readonly call: (client: GhlClient) => Promise<unknown>;
  readonly success: unknown;
  readonly failure: false | null;
  /** How often that call is made when the CRM never gives a clear answer, with two retries. */
  readonly unclearCalls: number;
  readonly throttledCalls?: number;
  /** Nothing is needed back: any answer that does not deny it will do. */
  readonly isAcknowledged?: true;
}

const methods: Readonly<Record<string, Method>> = {
  sendSms: {
    operation: 'findByPhone',
    call: (client) => client.sendSms('(214) 555-0100', 'Hi'),
    success: 'message_1',
    failure: null,
    unclearCalls: 3,
  },
  sendMessage: {
    operation: 'sendMessage',
    call: (client) => client.sendMessage('contact_1', 'Hi'),
    success: 'message_1',
    failure: null,
    unclearCalls: 3,
  },
  getContact: {
    operation: 'getContact',
    call: (client) => client.getContact('contact_1'),
    success: expect.objectContaining({ id: 'contact_1', firstName: 'Ann' }) as unknown,
    failure: false,
    unclearCalls: 3,
  },
  updateContact: {
    operation: 'updateContact',
    call: (client) => client.updateContact('contact_1', { isSmsBlocked: true }),
    success: true,
    failure: false,
    unclearCalls: 3,
    isAcknowledged: true,
  },
  updateContactCustomFields: {
    operation: 'updateContact',
    call: (client) => client.updateContactCustomFields('contact_1', { ai_lead_score: 82 }),
    success: true,
    failure: false,
    unclearCalls: 3,
    isAcknowledged: true,
  },
  addContactTags: {
    operation: 'addTags',
    call: (client) => client.addContactTags('contact_1', ['Hot-Lead', 'Cash-Buyer']),
    success: true,
    failure: false,
    unclearCalls: 3,
    isAcknowledged: true,
  },
  addTag: {
    operation: 'addTags',
    call: (client) => client.addTag('contact_1', 'Hot-Lead'),
    success: true,
    failure: false,
    unclearCalls: 3,
    isAcknowledged: true,
  },
  removeTags: {
    operation: 'removeTags',
    call: (client) => client.removeTags('contact_1', ['Cold-Lead']),
    success: true,
    failure: false,
    unclearCalls: 3,
    isAcknowledged: true,
  },
  triggerWorkflow: {
    operation: 'triggerWorkflow',
    call: (client) => client.triggerWorkflow('contact_1', 'workflow_1'),
    success: true,
    failure: false,
    unclearCalls: 1,
    isAcknowledged: true,
  },
  getFreeSlots: {
    operation: 'getFreeSlots',
    call: (client) => client.getFreeSlots(SLOTS),
    success: [],
    failure: false,
    unclearCalls: 3,
  },
  createAppointment: {
    operation: 'createAppointment',
    call: (client) => client.createAppointment(APPOINTMENT),
    success: true,
    failure: false,
    unclearCalls: 1,
  },
  getAppointments: {
    operation: 'getAppointments',
    call: (client) => client.getAppointments('contact_1'),
    success: [],
    failure: false,
    unclearCalls: 3,
  },
  createTask: {
    operation: 'createTask',
    call: (client) => client.createTask('contact_1', TASK),
    success: true,
    failure: false,
    unclearCalls: 1,
    isAcknowledged: true,
  },
  getMessages: {
    operation: 'getMessages',
    call: (client) => client.getMessages('contact_1'),
    success: [],
    failure: false,
    unclearCalls: 3,
  },
  exportMessages: {
    operation: 'exportMessages',
    call: (client) => client.exportMessages({ sinceMs: 1_000, untilMs: 2_000 }),
    success: [],
    failure: false,
    unclearCalls: 3,
  },
  checkHealth: {
    operation: 'checkHealth',
    call: (client) => client.checkHealth(),
    success: true,
    failure: false,
    unclearCalls: 1,
    throttledCalls: 1,
  },
};

let bed: GhlTestBed;
afterEach(() => bed.stop());

describe.each(Object.entries(methods))('%s', (_name, method) => {
  const { operation, call, success, failure, unclearCalls, throttledCalls = 3 } = method;

  it('succeeds', async () => {
    bed = await startGhlClient();
    expect(await call(bed.client)).toEqual(success);
    expect(bed.crm.count(operation)).toBe(1);
  });

  it('fails at once on 401', async () => {
    bed = await startGhlClient();
    bed.crm.always(operation, answer(401));
    expect(await call(bed.client)).toBe(failure);
    expect(bed.crm.count(operation)).toBe(1);
  });

  it('gives up on 429 after its retries', async () => {
    bed = await startGhlClient();
    bed.crm.always(operation, answer(429, {}, { 'Retry-After': '0' }));
    expect(await call(bed.client)).toBe(failure);
    expect(bed.crm.count(operation)).toBe(throttledCalls);
  });

  it.each([
    ['500', answer(500)],
    ['a lost connection', RESET],
  ])('fails on %s, repeating only what may be repeated', async (_title, behaviour) => {
    bed = await startGhlClient();
    bed.crm.always(operation, behaviour);
    expect(await call(bed.client)).toBe(failure);
    expect(bed.crm.count(operation)).toBe(unclearCalls);
  });

  it.each([
    ['that does not begin', HANG],
    ['that does not end', DRIP],
  ])('gives up an answer %s', async (_title, behaviour) => {
    bed = await startGhlClient({ timeoutMs: 250, maxRetries: 0 });
    bed.crm.always(operation, behaviour);
    expect(await call(bed.client)).toBe(failure);
    expect(bed.log()).toContainEqual(expect.objectContaining({ operation, status_code: null, reason: 'timeout' }));
  });

  it.each([
    ['not JSON', MALFORMED],
    ['not an object', answer(200, '[]')],
    ['of another shape', answer(200, { succeded: false, contact: 'x', messages: 1, location: [], extra: {} })],
  ])('fails on an answer that is %s', async (_title, behaviour) => {
    bed = await startGhlClient();
    bed.crm.always(operation, behaviour);
    expect(await call(bed.client)).toBe(failure);
    expect(bed.crm.count(operation)).toBe(1);
    expect(bed.log()).toContainEqual(
      expect.objectContaining({ operation, status_code: 200, reason: 'malformed_answer' }),
    );
  });
});

const sparse = [
  ['no body', answer(204, '')],
  ['an empty object', answer(201, {})],
  ['another success', answer(200, { success: true, error: null, traceId: 'x' })],
] as const;

describe.each(Object.entries(methods).filter(([, { isAcknowledged }]) => isAcknowledged))(
  '%s',
  (_name, { operation, call }) => {
    it.each(sparse)('takes %s for a success', async (_title, behaviour) => {
      bed = await startGhlClient();
      bed.crm.always(operation, behaviour);
      expect(await call(bed.client)).toBe(true);
      expect(bed.crm.count(operation)).toBe(1);
    });
  },
);

it.each(sparse)('does not take %s for a text sent or an appointment booked', async (_title, behaviour) => {
  bed = await startGhlClient();
  bed.crm.always('sendMessage', behaviour);
  bed.crm.always('createAppointment', behaviour);
  expect(await bed.client.sendMessage('contact_1', 'Hi')).toBeNull();
  expect(await bed.client.createAppointment(APPOINTMENT)).toBe(false);
});

it('never throws when nobody answers, and retries what was certainly not executed', async () => {
  bed = await startGhlClient({}, 'http://127.0.0.1:9');
  for (const { call, failure } of Object.values(methods)) expect(await call(bed.client)).toBe(failure);
  const attempts = bed.log().filter(({ operation }) => operation === 'createTask');
  expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
  expect(attempts).toContainEqual(expect.objectContaining({ reason: 'unreachable' }));
});

const UNKNOWN = 'Outcome of a GHL call is unknown';

it.each([
  ['an error', answer(502)],
  ['nonsense', MALFORMED],
])('says that the outcome of an appointment is unknown after %s', async (_title, behaviour) => {
  bed = await startGhlClient();
  bed.crm.always('createAppointment', behaviour);
  await bed.client.createAppointment(APPOINTMENT);
  const reason = 'GHL may have done it; not repeated';
  const line = { operation: 'createAppointment', outcome: 'unknown', fallback_used: true, reason, msg: UNKNOWN };
  expect(bed.log()).toContainEqual(expect.objectContaining(line));
});

it('says no such thing of what is refused, or may be repeated', async () => {
  bed = await startGhlClient();
  bed.crm.always('createAppointment', answer(400));
  bed.crm.always('addTags', answer(502));
  await bed.client.createAppointment(APPOINTMENT);
  await bed.client.addTag('contact_1', 'Hot-Lead');
  await bed.client.removeTags('contact_1', ['Hot-Lead']);
  expect(bed.log().filter(({ msg }) => msg === UNKNOWN)).toEqual([]);
});

it('knows its location', async () => {
  bed = await startGhlClient();
  expect(bed.client.locationId).toBe('location_1');
});
