import type { z } from 'zod';
import { startGhlClient } from '../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../test/support/start-ghl-client';
import type { GhlClient } from './ghl.client';
import { payloads, problemOf } from './payloads';

const TASK = { title: 'Call Ann', body: 'Hot seller', dueDate: '2026-03-10T15:00:00Z' };
const SLOTS = { calendarId: 'cal_1', startMs: 1_000, endMs: 2_000, timeZone: 'America/Chicago' };
const APPOINTMENT = { calendarId: 'cal_1', contactId: 'contact_1', startTime: '2026-03-10T10:00:00-05:00' };

const DAYS_31_MS = 31 * 86_400_000;

it.each<[string | null, z.ZodType, unknown]>([
  ['contactId is not a GHL id', payloads.contact, { contactId: 'a/b' }],
  ['tags.1 is empty', payloads.contactTags, { contactId: 'c', tags: ['Hot-Lead', ' '] }],
  ['tags are empty', payloads.contactTags, { contactId: 'c', tags: [] }],
  ['contactId is not a GHL id; tags are not a list', payloads.contactTags, { tags: 'Hot-Lead' }],
  ['change is empty', payloads.contactChange, { contactId: 'c', change: { firstName: undefined } }],
  ['fields are empty', payloads.contactFields, { contactId: 'c', fields: {} }],
  ['request spans no or over 31 days', payloads.slotQuery, { ...SLOTS, endMs: SLOTS.startMs }],
  ['request spans no or over 31 days', payloads.slotQuery, { ...SLOTS, endMs: SLOTS.startMs + DAYS_31_MS + 1 }],
  [null, payloads.slotQuery, { ...SLOTS, endMs: SLOTS.startMs + DAYS_31_MS }],
  ['request ends before it begins', payloads.exportQuery, { sinceMs: 2, untilMs: 1 }],
  [null, payloads.exportQuery, { sinceMs: 1, untilMs: 1 }],
])('says %s', (problem, shape, payload) => {
  expect(problemOf(shape, payload)).toBe(problem);
});

const malformed: readonly (readonly [title: string, call: (client: GhlClient) => Promise<unknown>, answer: unknown])[] =
  [
    ['letters for a phone number', (client) => client.sendSms('call me', 'Hi'), null],
    ['a phone number that is too short', (client) => client.sendSms('555-0100', 'Hi'), null],
    ['an empty text to a phone number', (client) => client.sendSms('+12145550100', ' '), null],
    ['an empty text', (client) => client.sendMessage('contact_1', '  '), null],
    ['a text to a path', (client) => client.sendMessage('../contacts', 'Hi'), null],
    ['an empty contact id', (client) => client.getContact(''), false],
    ['a contact id that is none', (client) => client.getContact(undefined as unknown as string), false],
    ['an empty change', (client) => client.updateContact('contact_1', {}), false],
    ['empty updates', (client) => client.updateContactCustomFields('contact_1', {}), false],
    ['an empty field name', (client) => client.updateContactCustomFields('contact_1', { ' ': 1 }), false],
    ['NaN', (client) => client.updateContactCustomFields('contact_1', { ai_lead_score: NaN }), false],
    ['an object for a value', (client) => client.updateContactCustomFields('c', { a: {} as unknown as string }), false],
    [
      'no updates at all',
      (client) => client.updateContactCustomFields('c', null as unknown as Record<string, string>),
      false,
    ],
    ['no tags', (client) => client.addContactTags('contact_1', []), false],
    ['an empty tag among others', (client) => client.addContactTags('contact_1', ['Hot-Lead', '']), false],
    ['an empty tag', (client) => client.addTag('contact_1', ' '), false],
    ['an empty tag to remove', (client) => client.removeTags('contact_1', ['']), false],
    ['a workflow id that is none', (client) => client.triggerWorkflow('contact_1', 'a/b'), false],
    ['slots of no time', (client) => client.getFreeSlots({ ...SLOTS, endMs: 1_000 }), false],
    ['slots of 32 days', (client) => client.getFreeSlots({ ...SLOTS, endMs: 1_001 + 31 * 86_400_000 }), false],
    ['a local time', (client) => client.createAppointment({ ...APPOINTMENT, startTime: '2026-03-10T10:00:00' }), false],
    ['a task without a title', (client) => client.createTask('contact_1', { ...TASK, title: '' }), false],
    ['a task with no due date', (client) => client.createTask('contact_1', { ...TASK, dueDate: 'soon' }), false],
    ['a limit of none', (client) => client.getMessages('contact_1', 0), false],
    ['appointments of nobody', (client) => client.getAppointments(''), false],
  ];

describe('a malformed request', () => {
  let bed: GhlTestBed;
  afterEach(() => bed.stop());

  it.each(malformed)('refuses %s before any call, and says so', async (_title, call, expected) => {
    bed = await startGhlClient();
    expect(await call(bed.client)).toBe(expected);
    expect(bed.crm.requests).toEqual([]);
    const line = {
      level: 50,
      operation: expect.stringMatching(/^\w+$/) as unknown,
      reason: expect.stringMatching(/\w/) as unknown,
    };
    const msg = 'Malformed request refused before calling GHL';
    expect(bed.log()).toContainEqual(expect.objectContaining({ ...line, msg }));
  });
});
