import { GhlClient } from '../src/ghl';
import { SandboxCrm } from '../src/ghl/sandbox';
import { CLIENT_CHECKS } from './live/client-checks';
import { lineOf, totalOf } from './live/report';
import { runLiveTests } from './live/run';
import type { Row } from './live/run';
import { FrontServer } from './support/front-server';
import { fails, MessagesApi } from './support/messages-api';

const TOKEN = 'pit-token-of-the-tests';
const PHONE = '+12145550142';
const LOCATION = 'location1';
const MARK = 'jorge-live-test';

describe('the live tests, in front of a stand-in', () => {
  let crm: SandboxCrm;
  let claude: MessagesApi;
  let environment: Readonly<Record<string, string>>;

  beforeEach(async () => {
    crm = new SandboxCrm({
      accessToken: TOKEN,
      locationId: LOCATION,
      calendarId: 'calendar1',
      adoptUnknownContacts: false,
    });
    claude = await MessagesApi.start();
    environment = {
      GHL_ACCESS_TOKEN: TOKEN,
      GHL_LOCATION_ID: LOCATION,
      GHL_API_BASE_URL: await crm.start(),
      GHL_CALENDAR_ID: 'calendar1',
      GHL_MAX_RETRIES: '0',
      CLAUDE_API_KEY: 'sk-ant-key-of-the-tests',
      CLAUDE_BASE_URL: claude.url,
      LIVE_TESTS_CONFIRM: 'I-understand-this-texts-a-real-phone',
      LIVE_TEST_PHONE: '(214) 555-0142',
      LIVE_TEST_WORKFLOW_ID: 'workflow1',
    };
  });
  afterEach(async () => {
    await Promise.all([crm.stop(), claude.stop()]);
  });

  async function run(change: Readonly<Record<string, string>> = {}, tell: (row: Row) => void = () => undefined) {
    const stop = new AbortController();
    const conduct = { stop: stop.signal, patienceMs: 200, tell };
    const rows = await runLiveTests({ ...environment, ...change }, conduct);
    return { rows, named: (name: string) => rows.find((row) => row.name === name) };
  }

  /** Everything that was asked of the CRM, as `POST /contacts/upsert`. */
  const asked = () => crm.requests.map(({ method, path }) => `${method} ${path}`);
  const written = () => asked().filter((request) => !request.startsWith('GET '));
  const contactId = () => {
    const upsert = crm.requests.find(({ path, status }) => path.endsWith('/tags') && status === 201);
    return upsert?.path.split('/')[2] ?? '';
  };
  const isContactGone = () => {
    expect(() => crm.contact(contactId())).toThrow('has no contact');
  };

  it('checks every method of the client and a turn with Claude, and removes all that it made', async () => {
    const { rows } = await run();
    expect(rows.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(rows.map(({ name }) => name)).toEqual([
      'create a contact',
      ...Object.keys(CLIENT_CHECKS),
      'remove the contact',
      'remove the tags',
      'Claude turn',
    ]);
    isContactGone();
    expect(crm.messages(contactId())).toHaveLength(2);
    expect(crm.workflowRuns(contactId())).toMatchObject([{ workflowId: 'workflow1' }]);
    expect(crm.appointments(contactId())).toEqual([]);
    expect(asked().filter((request) => request.startsWith('DELETE /calendars/events/'))).toHaveLength(1);
    const tags = await fetch(`${environment.GHL_API_BASE_URL ?? ''}/locations/${LOCATION}/tags`, {
      headers: { Authorization: `Bearer ${TOKEN}`, Version: '2021-07-28' },
    });
    expect(await tags.text()).not.toContain(MARK);
    expect(claude.requests).toHaveLength(1);
  });

  it('has a check for every method that the client has', () => {
    const own = Object.getOwnPropertyNames(GhlClient.prototype);
    const helpers = ['constructor', 'locationId', 'succeeds', 'perform', 'isSound', 'refuse'];
    expect(Object.keys(CLIENT_CHECKS).sort()).toEqual(own.filter((name) => !helpers.includes(name)).sort());
  });

  it.each([
    ['LIVE_TESTS_CONFIRM', ''],
    ['LIVE_TESTS_CONFIRM', 'yes'],
    ['LIVE_TEST_PHONE', ''],
    ['LIVE_TEST_PHONE', '12'],
  ])('refuses to begin with %s="%s"', async (name, value) => {
    await expect(run({ [name]: value })).rejects.toThrow(new RegExp(`Nothing was done[^]*${name}`));
    expect(asked()).toEqual([]);
  });

  it('refuses to begin without a real location', async () => {
    await expect(run({ GHL_ACCESS_TOKEN: '', GHL_LOCATION_ID: '' })).rejects.toThrow(
      /Nothing was done[^]*GHL_ACCESS_TOKEN/,
    );
    expect(asked()).toEqual([]);
  });

  it("does not touch somebody's contact that has the phone", async () => {
    const { id } = crm.addContact({ phone: PHONE, locationId: LOCATION, tags: ['hot-lead'] });
    await expect(run()).rejects.toThrow(/the number of a contact already/);
    expect(written()).toEqual([]);
    expect(crm.contact(id).tags).toEqual(['hot-lead']);
  });

  it('removes what an earlier run could not', async () => {
    const { id } = crm.addContact({ phone: PHONE, locationId: LOCATION, tags: [MARK] });
    const { rows } = await run();
    expect(() => crm.contact(id)).toThrow('has no contact');
    expect(rows.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  });

  it('says what was not asked for and why', async () => {
    const { named } = await run({ GHL_CALENDAR_ID: '', LIVE_TEST_WORKFLOW_ID: '', CLAUDE_API_KEY: '' });
    for (const name of ['getFreeSlots', 'createAppointment', 'getAppointments']) {
      expect(named(name)).toMatchObject({ outcome: 'skipped', detail: 'GHL_CALENDAR_ID is not set' });
    }
    expect(named('triggerWorkflow')).toMatchObject({
      outcome: 'skipped',
      detail: expect.stringContaining('LIVE_TEST_WORKFLOW_ID') as string,
    });
    expect(named('Claude turn')).toMatchObject({ outcome: 'skipped' });
    expect(asked().join()).not.toMatch(/workflow|calendars/);
  });

  it.each([
    ['sendSms', 'POST', /^\/conversations\/messages$/, /not sent \(sendMessage 403 unauthorized\)/],
    ['getMessages', 'GET', /^\/conversations\/[^/]+\/messages$/, /cannot be read \(getMessages 403/],
    ['updateContact', 'PUT', /^\/contacts\//, /not taken/],
    ['removeTags', 'DELETE', /\/contacts\/.+\/tags$/, /not removed/],
    ['createTask', 'POST', /\/tasks$/, /not taken \(createTask 403/],
    ['triggerWorkflow', 'POST', /\/workflow\//, /not started/],
    ['createAppointment', 'POST', /^\/calendars\/events/, /not booked/],
    ['exportMessages', 'GET', /export$/, /cannot be read/],
    ['applyActions', 'POST', /\/tasks$/, /not done: create_task/],
  ] as const)('tells that %s fails, goes on, and cleans up', async (name, method, path, detail) => {
    crm.injectFault({ kind: 'status', status: 403, method, path });
    const { rows, named } = await run();
    expect(named(name)).toMatchObject({ outcome: 'failed', detail: expect.stringMatching(detail) as string });
    expect(rows).toHaveLength(Object.keys(CLIENT_CHECKS).length + 4);
    expect(named('remove the contact')).toMatchObject({ outcome: 'passed' });
    isContactGone();
  });

  it('does not believe that something was done because it was accepted', async () => {
    const front = await FrontServer.start(environment.GHL_API_BASE_URL ?? '');
    front.interfere(/^\/contacts\//, { status: 200, body: { succeded: true } }, 'PUT');
    crm.setReadBackLag(60_000);
    const { named } = await run({ GHL_API_BASE_URL: front.url });
    await front.stop();
    expect(named('updateContact')).toMatchObject({ outcome: 'failed', detail: 'the first name is another' });
    expect(named('getMessages')).toMatchObject({ outcome: 'failed', detail: 'the two texts do not show' });
    expect(named('exportMessages')).toMatchObject({ outcome: 'failed' });
  });

  it('says what has to be removed by hand', async () => {
    crm.injectFault({ kind: 'status', status: 500, method: 'DELETE', path: /^\/(?:contacts\/[^/]+|calendars\/.+)$/ });
    const { named } = await run();
    expect(named('remove the contact')).toMatchObject({
      outcome: 'failed',
      detail: expect.stringMatching(
        /remove the contact with the tag jorge-live-test by hand \(.*deleteContact 500/,
      ) as string,
    });
    expect(named('remove the tags')).toMatchObject({ outcome: 'passed' });
  });

  it('removes what it made when it is stopped, and asks nothing else', async () => {
    const stop = new AbortController();
    const tell = ({ name }: Row) => {
      if (name === 'sendSms') stop.abort();
    };
    const rows = await runLiveTests(environment, { stop: stop.signal, patienceMs: 200, tell });
    expect(rows.map(({ name }) => name).slice(-3)).toEqual(['sendSms', 'remove the contact', 'remove the tags']);
    isContactGone();
    expect(claude.requests).toEqual([]);
  });

  it('tells that Claude was not used, and why', async () => {
    claude.always = fails(401, 'authentication_error');
    expect((await run()).named('Claude turn')).toMatchObject({
      outcome: 'failed',
      detail: expect.stringContaining('unauthorised') as string,
    });
  });

  it('prints a line for each check, without phone and token', async () => {
    const lines: string[] = [];
    const { rows } = await run({}, (row) => lines.push(lineOf(row)));
    expect(lines).toContainEqual(expect.stringMatching(/^passed {2}checkHealth +\d+ ms {2}the location answers$/));
    expect(totalOf(rows)).toBe(`${rows.length} passed, 0 skipped, 0 failed`);
    expect(lines.join('\n')).not.toMatch(/5550142|pit-token|sk-ant/);
  });
});
