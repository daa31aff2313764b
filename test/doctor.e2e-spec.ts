import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '../src/commands/doctor/diagnose';
import { toJson } from '../src/commands/doctor/print';
import { DataFolder } from '../src/storage';
import { DoctorBed } from './support/doctor-bed';
import type { Environment } from './support/doctor-bed';

/** GHL's own words. */
const SCOPE = { statusCode: 401, message: 'The token is not authorized for this scope.' };
const OTHER_LOCATION = { statusCode: 403, message: 'The token does not have access to this location.' };

describe('npm run doctor', () => {
  let bed: DoctorBed;
  let environment: ReturnType<DoctorBed['goodSetUp']>;
  const examine = (change: Environment = {}) => bed.diagnose({ ...environment, ...change });

  beforeAll(async () => {
    bed = await DoctorBed.start();
  });
  beforeEach(() => {
    bed.reset();
    environment = bed.goodSetUp();
  });
  afterAll(() => bed.stop());

  it('has nothing to say against a good set-up, changes nothing and leaves nothing behind', async () => {
    const before = bed.crm.requests.length;
    const { isSound, troubles, all } = await examine();
    expect(troubles).toEqual([]);
    expect(isSound).toBe(true);
    expect(all).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^ok {4}GHL scopes {6}6 of 6 for reading are there; cannot be checked .*contacts\.write/),
        expect.stringMatching(/^ok {4}calendar .* free times in 14 days/),
        expect.stringMatching(/^ok {4}people .*HANDOFF_USER_ID is there/),
        expect.stringMatching(/^ok {4}Claude .* claude-haiku-5-5 is there/),
      ]),
    );
    expect(bed.crm.requests.slice(before).filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(readdirSync(environment.DATA_DIR)).toEqual([]);
  });

  it('is content with sandbox mode, and says that it is', async () => {
    const { isSound, all } = await bed.diagnose({ DATA_DIR: environment.DATA_DIR, PORT: '0' });
    expect(isSound).toBe(true);
    expect(all.join('\n')).toMatch(/sandbox mode.*\n(.*\n)*ok {4}GHL .*stand-in CRM/);
  });

  it.each<[string, Environment, RegExp]>([
    [
      'a token without its location',
      { GHL_LOCATION_ID: '' },
      /^fail {2}settings .*GHL_LOCATION_ID: required.*Fix: .*\.env/,
    ],
    ['a number that is none', { PORT: 'http' }, /^fail {2}settings .*PORT: must be a whole number.*Fix: /],
    [
      'no way to verify a webhook',
      { GHL_WEBHOOK_PUBLIC_KEY: 'none', GHL_WEBHOOK_SECRET: '', GHL_WEBHOOK_TOKEN: '' },
      /^fail {2}settings .*GHL_WEBHOOK_SECRET: required when/,
    ],
    [
      'a misspelt setting',
      { GHL_ACCES_TOKEN: 'pit-0123456789abcdef' },
      /^warn {2}settings .*GHL_ACCES_TOKEN is set.*Fix: rename it to GHL_ACCESS_TOKEN/,
    ],
    [
      'no business profile',
      { BUSINESS_PROFILE: '/nowhere.json' },
      /^fail {2}profile .*cannot read.*Fix: .*BUSINESS_PROFILE/,
    ],
    [
      'an admin token that no header can bring',
      { ADMIN_TOKEN: 'a long pass phrase of the office' },
      /^fail {2}settings .*ADMIN_TOKEN: must be one word.*Fix: /,
    ],
    [
      'a PEM of which there is but the first line',
      { GHL_WEBHOOK_PUBLIC_KEY: '-----BEGIN PUBLIC KEY-----' },
      /^fail {2}settings .*GHL_WEBHOOK_PUBLIC_KEY: must be .*PEM in double quotes.*Fix: /,
    ],
    [
      'a value that Docker has left its quotes',
      { GHL_WEBHOOK_SECRET: '"0123456789abcdef0123456789"' },
      /^warn {2}settings .*GHL_WEBHOOK_SECRET is in quotes.*Fix: take the quotes off/,
    ],
    [
      'a key that a template has',
      { CLAUDE_API_KEY: 'sk-ant-changeme' },
      /^warn {2}settings .*CLAUDE_API_KEY looks as it does in a template.*Fix: set it to your own/,
    ],
    [
      'a reference that nobody has resolved',
      { GHL_WEBHOOK_TOKEN: '${GHL_WEBHOOK_TOKEN_OF_PRODUCTION}' },
      /^warn {2}settings .*GHL_WEBHOOK_TOKEN looks as it does in a template/,
    ],
    ['an address of another machine', { HOST: '192.0.2.1' }, /^fail {2}port .*HOST: cannot listen.*Fix: set HOST to/],
    ['a file for a data folder', { DATA_DIR: __filename }, /^fail {2}data folder .*is a file.*Fix: set DATA_DIR/],
    [
      'a data folder that takes no write',
      { DATA_DIR: '/proc/jorge' },
      /^fail {2}data folder .*takes no write.*Fix: give/,
    ],
    [
      'a token that is too short',
      { ADMIN_TOKEN: 'hunter2' },
      /^warn {2}tokens .*ADMIN_TOKEN is shorter.*Fix: .*openssl/,
    ],
    ['no admin token', { ADMIN_TOKEN: '' }, /^warn {2}tokens .*ADMIN_TOKEN is not set.*Fix: set it/],
    [
      'webhooks that anybody can post',
      { WEBHOOK_SIGNATURE_MODE: 'warn' },
      /^warn {2}webhooks .*anybody can post.*Fix: set it to "enforce"/,
    ],
    [
      'a calendar that is not there',
      { GHL_CALENDAR_ID: 'wrong' },
      /^fail {2}calendar .*GHL_CALENDAR_ID is no calendar.*Fix: /,
    ],
    [
      'a workflow that is not there',
      { HOT_SELLER_WORKFLOW_ID: 'wrong' },
      /^fail {2}people .*HOT_SELLER_WORKFLOW_ID is no workflow.*Fix: correct/,
    ],
    [
      'a user who is not there',
      { HANDOFF_USER_ID: 'wrong' },
      /^fail {2}people .*HANDOFF_USER_ID is no user.*Fix: correct/,
    ],
    [
      'a GHL that cannot be reached',
      { GHL_API_BASE_URL: 'http://127.0.0.1:9' },
      /^fail {2}GHL .*cannot be reached.*Fix: .*GHL_API_BASE_URL/,
    ],
    [
      'a wrong token',
      { GHL_ACCESS_TOKEN: 'pit-another-token' },
      /^fail {2}GHL .*token is refused \(401\).*Fix: set GHL_ACCESS_TOKEN/,
    ],
  ])('finds %s', async (_title, change, expected) => {
    const { isSound, troubles } = await examine(change);
    expect(troubles[0]).toMatch(expected);
    expect(isSound).toBe(!expected.source.includes('fail'));
  });

  it('finds a Node that is too old', async () => {
    const { troubles } = await bed.diagnose(environment, '20.18.3');
    expect(troubles).toEqual([
      expect.stringMatching(/^fail {2}Node .*20\.18\.3 is too old\. Fix: install Node 20\.19 or newer/),
    ]);
  });

  it.each([
    [
      /^\/locations\/location1$/,
      401,
      { message: 'Invalid JWT' },
      /GHL .*the token is refused \(401\).*GHL_ACCESS_TOKEN/,
    ],
    [/^\/locations\/location1$/, 403, OTHER_LOCATION, /GHL .*another location \(403\).*Fix: set GHL_LOCATION_ID/],
    [/^\/locations\/location1$/, 404, {}, /GHL .*no such location \(404\).*Fix: correct GHL_LOCATION_ID/],
    [/^\/locations\/location1$/, 401, SCOPE, /GHL .*locations\.readonly is missing.*Fix: add it/],
    [/^\/contacts\//, 403, {}, /GHL scopes .*contacts\.readonly is missing.*Fix: add it to the token/],
    [/^\/conversations\/search/, 401, SCOPE, /GHL scopes .*conversations\.readonly is missing.*Fix: add it/],
    [/^\/conversations\/messages/, 401, SCOPE, /GHL scopes .*conversations\/message\.readonly is missing/],
    [/^\/calendars\/\?/, 401, SCOPE, /GHL scopes .*calendars\.readonly is missing/],
    [/^\/locations\/location1\/tags/, 401, SCOPE, /GHL scopes .*locations\/tags\.readonly is missing/],
  ])('tells an answer of GHL at %s with %i %j', async (path, status, body, expected) => {
    bed.ghl.interfere(path, { status, body });
    const { isSound, troubles } = await examine();
    expect(troubles).toEqual([expect.stringMatching(new RegExp(`^fail {2}${expected.source}`))]);
    expect(isSound).toBe(false);
  });

  it('tells a GHL that does not answer from one that has a problem', async () => {
    bed.ghl.interfere(/^\/locations\/location1$/, 'hang');
    expect((await examine({ GHL_TIMEOUT_MS: '300' })).troubles).toEqual([
      expect.stringMatching(/^fail {2}GHL .*no answer within GHL_TIMEOUT_MS/),
    ]);
    bed.ghl.reset();
    bed.ghl.interfere(/^\//, { status: 502 });
    expect((await examine()).troubles[0]).toMatch(/^fail {2}GHL .*a problem of its own \(502\).*Fix: try again/);
  });

  it('names custom fields that are missing and the command that makes them', async () => {
    const fields = [{ id: 'f1', name: 'bot_type', fieldKey: 'contact.bot_type' }];
    bed.ghl.interfere(/customFields/, { status: 200, body: { customFields: fields } });
    const { troubles } = await examine();
    expect(troubles).toEqual([
      expect.stringMatching(/^fail {2}custom fields {3}missing: ai_lead_score, .*\. Fix: npm run setup:ghl$/),
    ]);
    expect(troubles[0]).not.toContain('bot_type');
  });

  it('warns of a calendar without free times, and of what the token may not look at', async () => {
    bed.ghl.interfere(/free-slots/, { status: 200, body: { traceId: 't' } });
    bed.ghl.interfere(/^\/(users|workflows)\//, { status: 401, body: SCOPE });
    const { isSound, troubles } = await examine();
    expect(troubles).toEqual([
      expect.stringMatching(/^warn {2}calendar .*no free time in the next 14 days\. Fix: give/),
      expect.stringMatching(
        /^warn {2}people .*HOT_SELLER_WORKFLOW_ID could not be checked\. Fix: .*workflows\.readonly/,
      ),
      expect.stringMatching(/^warn {2}people .*HANDOFF_USER_ID could not be checked\. Fix: .*users\.readonly/),
    ]);
    expect(isSound).toBe(true);
  });

  it.each([
    [-120_000, 'ahead of'],
    [120_000, 'behind'],
  ])("warns of a clock that is off GHL's by %i ms", async (shiftMs, side) => {
    bed.ghl.shiftDate(shiftMs);
    const { isSound, troubles } = await examine();
    expect(troubles).toEqual([
      expect.stringMatching(new RegExp(`^warn {2}clock .*1(19|20|21) s ${side} GHL's.*timedatectl`)),
    ]);
    expect(isSound).toBe(true);
  });

  it.each([
    [401, /^fail {2}Claude .*key is refused \(401\)\. Fix: set CLAUDE_API_KEY/],
    [403, /^fail {2}Claude .*may not use.*\(403\)\. Fix: /],
    [404, /^fail {2}Claude .*no such model \(404\)\. Fix: correct CLAUDE_MODEL/],
    [529, /^warn {2}Claude .*overloaded \(529\).*Fix: /],
  ])('tells an answer of Claude with %i', async (status, expected) => {
    bed.claudeAnswers(status);
    expect((await examine()).troubles).toEqual([expect.stringMatching(expected)]);
  });

  it('does not wait for a Claude that hangs', async () => {
    bed.claude.reset();
    bed.claude.interfere(/^\/v1\/models\//, 'hang');
    expect((await examine({ CLAUDE_TIMEOUT_MS: '200' })).troubles).toEqual([
      expect.stringMatching(/^warn {2}Claude .*late; replies go out without it/),
    ]);
  });

  it('finds a wording of the profile that could never be said', async () => {
    const path = join(environment.DATA_DIR, 'business.json');
    const profile = readFileSync('config/business.json', 'utf8');
    const { wording, ...rest } = JSON.parse(profile) as { readonly wording: { readonly lead: object } };
    const lead = { ...wording.lead, area: ['Do you want a neighborhood without children?'] };
    writeFileSync(path, JSON.stringify({ ...rest, wording: { ...wording, lead } }));
    const { troubles } = await examine({ BUSINESS_PROFILE: path });
    expect(troubles[0]).toMatch(/^fail {2}profile .*wording\.lead\.area: .*Fix: word it otherwise/);
  });

  it('names the service that runs on the data folder, and finds nothing wrong with it', async () => {
    const path = environment.DATA_DIR;
    const folder = await DataFolder.open(path, new Date().toISOString(), () => undefined);
    const { troubles, all } = await examine();
    await folder.onApplicationShutdown();
    expect(troubles).toEqual([]);
    expect(all.join('\n')).toContain(`a service runs on it, process ${process.pid} on `);
    expect((await examine()).all.join('\n')).toContain('no service runs on it now');
  });

  it('tells machines the same', async () => {
    bed.claudeAnswers(401);
    const findings = await diagnose(() => environment, { nodeVersion: '22.0.0', now: () => Date.now() });
    const told = JSON.parse(toJson(findings)) as { readonly ok: boolean; readonly findings: unknown };
    expect(told).toEqual({ ok: false, findings });
  });
});
