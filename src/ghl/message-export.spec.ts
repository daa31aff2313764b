import { answer } from '../../test/support/fake-ghl-server';
import { startGhlClient } from '../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../test/support/start-ghl-client';

const SINCE = '2026-03-10T10:00:00.000Z';
const UNTIL = '2026-03-10T12:00:00.000Z';
const RANGE = { sinceMs: Date.parse(SINCE), untilMs: Date.parse(UNTIL) };

let bed: GhlTestBed;
beforeEach(async () => {
  bed = await startGhlClient();
});
afterEach(() => bed.stop());

const record = (id: string, change: object = {}) => ({
  id,
  contactId: 'contact_1',
  direction: 'inbound',
  dateAdded: '2026-03-10T11:00:00.000Z',
  ...change,
});
const read = () => bed.client.exportMessages(RANGE);
const readIds = async () => {
  const messages = await read();
  return messages && messages.map(({ id }) => id);
};
const queries = () => bed.crm.requests.map(({ query }) => query);

it('asks for the texts of the time, oldest first, and follows the cursor to the end', async () => {
  bed.crm.exportPages = [[record('m1')], [], [record('m3')]];
  expect(await readIds()).toEqual(['m1', 'm3']);
  const asked = {
    locationId: 'location_1',
    channel: 'SMS',
    limit: '500',
    sortBy: 'createdAt',
    sortOrder: 'asc',
    startDate: SINCE,
    endDate: UNTIL,
  };
  expect(queries()).toEqual([asked, { ...asked, cursor: 'page_1' }, { ...asked, cursor: 'page_2' }]);
});

it('translates a message, whatever optional parts are missing or null', async () => {
  const full = { body: 'Hi', source: 'app', userId: 'user_1', status: 'delivered', conversationId: 'conversation_1' };
  const none = { body: null, source: null, userId: null, status: null, conversationId: null };
  bed.crm.exportPages = [[record('m1', { ...full, direction: 'outbound' }), record('m2', none), record('m3')]];
  const known = { contactId: 'contact_1', direction: 'inbound', dateAdded: '2026-03-10T11:00:00.000Z' };
  expect(await read()).toEqual([
    { ...known, id: 'm1', ...full, direction: 'outbound' },
    { ...known, id: 'm2', ...none, body: '' },
    { ...known, id: 'm3', ...none, body: '' },
  ]);
});

it('sorts by date, tells each message once, and leaves out what lies outside the time', async () => {
  bed.crm.exportPages = [
    [record('late', { dateAdded: UNTIL }), record('after', { dateAdded: '2026-03-10T12:00:00.001Z' })],
    [record('late', { dateAdded: UNTIL }), record('before', { dateAdded: '2026-03-10T09:59:59.999Z' })],
    [record('early', { dateAdded: SINCE })],
  ];
  expect(await readIds()).toEqual(['early', 'late']);
});

it.each([
  ['contact', { contactId: null }],
  ['contact id', { contactId: '' }],
  ['direction', { direction: null }],
  ['direction at all', { direction: undefined }],
])('leaves out a record without a %s', async (_title, change) => {
  bed.crm.exportPages = [[record('m1', change), record('m2')]];
  expect(await readIds()).toEqual(['m2']);
  expect(bed.log()).not.toContainEqual(expect.objectContaining({ fallback_used: true }));
});

it.each([
  ['id', { id: 7 }, 'id: invalid_type'],
  ['date', { dateAdded: 'secret' }, 'dateAdded: custom'],
  ['direction', { direction: 'secret' }, 'direction: invalid_value'],
])('loses only the record with a malformed %s, and logs where it is wrong but not what it says', async (...row) => {
  const [, change, problem] = row;
  bed.crm.exportPages = [[record('m1'), record('m2', change), null, record('m3')]];
  expect(await readIds()).toEqual(['m1', 'm3']);
  const line = { operation: 'exportMessages', fallback_used: true };
  const msg = 'Malformed message left out of the export';
  expect(bed.log()).toContainEqual(expect.objectContaining({ ...line, problems: [problem], msg }));
  expect(bed.log()).toContainEqual(expect.objectContaining({ ...line, problems: ['message: invalid_type'] }));
  expect(bed.logText()).not.toContain('"secret"');
});

it('reads at most 40 pages, and says that there was more', async () => {
  bed.crm.exportPages = Array.from({ length: 41 }, (_, page) => [record(`m${page}`)]);
  expect(await readIds()).toHaveLength(40);
  expect(bed.crm.count('exportMessages')).toBe(40);
  const reason = 'more than 40 pages; the newest were not read';
  const line = { operation: 'exportMessages', fallback_used: true, reason, msg: 'Message export cut short' };
  expect(bed.log()).toContainEqual(expect.objectContaining(line));
});

it('does not complain about exactly 40 pages', async () => {
  bed.crm.exportPages = Array.from({ length: 40 }, (_, page) => [record(`m${page}`)]);
  expect(await readIds()).toHaveLength(40);
  expect(bed.log()).not.toContainEqual(expect.objectContaining({ fallback_used: true }));
});

it('fails as a whole when a later page cannot be read', async () => {
  bed.crm.next('exportMessages', answer(200, { messages: [record('m1')], nextCursor: 'page_1' }), answer(400));
  expect(await read()).toBe(false);
});

it.each([
  { sinceMs: 2, untilMs: 1 },
  { sinceMs: -1, untilMs: 1 },
  { sinceMs: 0, untilMs: Infinity },
  { sinceMs: 0, untilMs: 8_640_000_000_000_001 },
  { sinceMs: 0.5, untilMs: 1 },
])('refuses the time %j', async (range) => {
  expect(await bed.client.exportMessages(range)).toBe(false);
  expect(bed.crm.requests).toEqual([]);
});
