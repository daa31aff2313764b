import { createHash } from 'node:crypto';
import { CHICAGO, GrowthService } from './support/growth-service';
import { OWN_LOCATION } from './support/killable-service';
import { eventually } from './support/test-app';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let service: GrowthService;
async function start(environment: Readonly<Record<string, string>>): Promise<void> {
  service = new GrowthService(environment);
  await service.start();
}
afterEach(() => service.end());

/** A contact whom the experiment gives this style: as specified, and worked out here once more. */
function contactOf(variant: 'A' | 'B', source: string, nth = 0): string {
  const ids = Array.from({ length: 500 }, (_, index) => `styled${index}`).filter((id) => {
    const hash = createHash('sha256').update(`${id}:${source}`).digest('hex');
    return (BigInt(`0x${hash}`) % 100n < 50n ? 'A' : 'B') === variant;
  });
  return ids[nth] ?? '';
}

describe('growth: lead-source attribution and conversion feedback', () => {
  const ON = { FF_GROWTH_LEAD_SOURCE_ATTRIBUTION_ENABLED: 'true' };
  const WRITING = {
    ...ON,
    FF_GROWTH_LEAD_SOURCE_WRITEBACK_ENABLED: 'true',
    FF_GROWTH_CONVERSION_FEEDBACK_WRITEBACK_ENABLED: 'true',
  };

  it('only counts until its toggles are on', async () => {
    await start(ON);
    service.crm.addContact({ id: 'lead1', source: 'Facebook Ads', ...CHICAGO });
    const file = await service.talk('lead1', 'I want to buy a house');
    expect(file.growth).toMatchObject({
      attribution: { first_touch: 'facebook_ads', source: 'facebook_ads' },
      feedback: { state: 'unknown', signal: 'low_intent' },
    });
    expect(service.crm.fields('lead1')).not.toHaveProperty('lead_source_attribution');
    const events = await service.counted('growth_feature_events_total');
    for (const event of [
      'source_observed_facebook_ads',
      'feedback_signal_observed_low_intent',
      'follow_up_enriched',
      'telemetry_only_mode',
      'applied',
      'writeback_attribution_disabled',
      'writeback_feedback_disabled',
      'conversion_feedback_observed_unknown',
      'conversion_feedback_loop_unknown',
      'conversion_feedback_telemetry_only',
    ]) {
      expect(events).toHaveProperty([`lead_source_attribution:${event}`], 1);
    }
  });

  it('writes source, signal and outcome, with one update and one change of tags a turn', async () => {
    await start(WRITING);
    service.crm.addContact({ id: 'lead2', source: 'Zillow', ...CHICAGO });
    await service.talk('lead2', 'I want to buy a house in Frisco, up to 550k, cash, asap');
    expect(service.crm.fields('lead2')).toMatchObject({
      lead_source_attribution: 'zillow',
      lead_source_model: 'single_touch',
      conversion_feedback_signal: 'high_intent',
      conversion_feedback_state: 'unknown',
    });
    expect(service.crm.contact('lead2').tags).toContain('conversion-signal-high-intent');
    const writes = service.crm.requests.filter(
      ({ method, path }) => method !== 'GET' && path.includes('/contacts/lead2'),
    );
    expect(writes.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    expect(writes.filter(({ method, path }) => method === 'POST' && path.endsWith('/tags'))).toHaveLength(1);
  });

  it('hears of deals and appointments, whatever is said of them', async () => {
    await start(WRITING);
    await service.talk('lead3', 'I want to buy a house');
    const opportunity = { type: 'OpportunityStatusUpdate', id: 'deal1', contactId: 'lead3', locationId: OWN_LOCATION };
    for (const [status, state] of [
      ['open', 'active'],
      [{ odd: true }, 'unknown'],
      ['won', 'converted'],
    ] as const) {
      await service.crm.deliverWebhook({ ...opportunity, status, timestamp: new Date(service.nowMs()).toISOString() });
      await service.idle();
      await service.talk('lead3', `somewhere near ${String(service.nowMs()).slice(-4)} Main Street`);
      expect(service.crm.fields('lead3')).toMatchObject({ conversion_feedback_state: state });
    }
  });

  it('keeps the first touch', async () => {
    await start(ON);
    service.crm.addContact({ id: 'lead4', source: 'Zillow', ...CHICAGO });
    await service.talk('lead4', 'I want to buy a house');
    service.crm.contact('lead4');
    service.crm.addContact({ id: 'lead4', source: 'Open House', ...CHICAGO });
    service.turnClock(4 * HOUR_MS + 1_000);
    await eventually(() => (service.sentTo('lead4').length === 2 ? true : null));
    const file = await service.talk('lead4', 'Frisco');
    expect(file.growth).toMatchObject({
      attribution: { first_touch: 'zillow', last_touch: 'open_house', source: 'zillow', model: 'first_touch' },
    });
  });
});

describe('growth: adaptive follow-up timing', () => {
  it.each([
    ['immediate', ['I want to buy a house in Frisco, up to 550k, cash'], 5],
    ['standard', ['I want to buy a house, up to 400k', 'in 6 months'], 120],
    ['nurture', ['I want to buy a house'], 720],
  ])('follows up the sooner the more engaged a lead is: %s', async (bucket, texts, minutes) => {
    await start({ FF_GROWTH_ADAPTIVE_FOLLOWUP_TIMING_ENABLED: 'true' });
    await service.talk('timed1', ...texts);
    const events = await service.counted('growth_feature_events_total');
    expect(Object.keys(events)).toContain(`adaptive_followup_timing:applied_${bucket}`);
    expect(await service.followUpDelayMs('timed1')).toBe(minutes * MINUTE_MS);
  });

  it('leaves the profile’s timing to everybody else', async () => {
    await start({});
    await service.talk('timed2', 'I want to buy a house in Frisco, up to 550k, cash');
    expect(await service.followUpDelayMs('timed2')).toBe(4 * HOUR_MS);
    const events = await service.counted('growth_feature_events_total');
    expect(events['adaptive_followup_timing:bypassed_flag_disabled']).toBe(1);
  });
});

describe('growth: two response styles', () => {
  const ON = { FF_GROWTH_AB_RESPONSE_STYLE_TESTING_ENABLED: 'true' };

  it('differ in words and in nothing else, and stay with the contact over restarts', async () => {
    await start(ON);
    const [a, b] = [contactOf('A', 'zillow'), contactOf('B', 'zillow')];
    for (const id of [a, b]) service.crm.addContact({ id, source: 'Zillow', ...CHICAGO });
    const texts = ['I want to sell my house', 'we are moving to Austin', 'no problem at all'];
    const [fileA] = [await service.talk(a, ...texts.slice(0, 2)), await service.talk(b, ...texts.slice(0, 2))];
    await service.restart();
    await service.talk(a, ...texts.slice(2));
    const fileB = await service.talk(b, ...texts.slice(2));
    expect(fileA.response_style_experiment).toMatchObject({ variant: 'A', segment: 'standard', source: 'zillow' });
    expect(fileB.response_style_experiment).toMatchObject({ variant: 'B', segment: 'standard', source: 'zillow' });
    const [textsA, textsB] = [a, b].map((id) => service.sentTo(id).map(({ body }) => body));
    expect(textsA).toHaveLength(3);
    for (const [index, text] of (textsB ?? []).entries()) expect(text).not.toBe(textsA?.[index]);
    // The introduction is the law's, not a matter of style.
    expect([textsA?.[0], textsB?.[0]].map((text) => text?.includes('Reply STOP'))).toEqual([true, true]);
    const asked = (file: typeof fileA) => (file.bot_state as { pending_question: string }).pending_question;
    expect(asked(fileB)).toBe('condition');
    const events = await service.counted('growth_feature_events_total');
    expect(events['ab_response_style_testing:applied']).toBe(2);
  });

  it('end for everybody when the flag is turned off: the next turn obeys', async () => {
    await start(ON);
    const b = contactOf('B', 'sandbox');
    await service.talk(b, 'I want to sell my house');
    const before = service.sentTo(b).at(-1)?.body;
    expect(before).toMatch(/I would like to understand your plans/);
    await service.patchFlags({ ab_response_style_testing: false });
    await service.talk(b, 'we are moving to Austin');
    expect(service.sentTo(b).at(-1)?.body).toMatch(/^(Got it|Thanks|Good to know|Understood)\. If your home sold/);
  });

  it('are for the canary’s source alone, and nothing changes for others', async () => {
    await start({ ...ON, FF_GROWTH_CANARY_MODE_ENABLED: 'true', FF_GROWTH_CANARY_SOURCE: 'zillow' });
    const b = contactOf('B', 'facebook');
    service.crm.addContact({ id: b, source: 'Facebook', ...CHICAGO });
    const file = await service.talk(b, 'I want to sell my house');
    expect(file.response_style_experiment).toBeUndefined();
    const blocked = await service.counted('feature_flag_blocked_total');
    expect(blocked['ab_response_style_testing:canary_source_mismatch']).toBe(1);
    const events = await service.counted('growth_feature_events_total');
    expect(events['ab_response_style_testing:bypassed_canary_source_mismatch']).toBe(1);
    expect(service.sentTo(b)[0]?.body).toMatch(/What has you thinking about selling/);
  });

  it('stop themselves when one of them drives people away, and a person is told', async () => {
    await start(ON);
    for (let nth = 0; nth < 9; nth += 1) {
      for (const variant of ['A', 'B'] as const)
        await service.talk(contactOf(variant, 'sandbox', nth), 'I want to buy a house');
    }
    expect(await service.json('/growth/flags')).toMatchObject({ ab_response_style_testing: true });
    for (let nth = 0; nth < 9; nth += 1) await service.talk(contactOf('B', 'sandbox', nth), 'STOP');
    expect(await service.json('/growth/flags')).toMatchObject({ ab_response_style_testing: false });
    expect((await service.json('/growth/flags/audit')).items[0]).toMatchObject({ actor: 'auto_stop' });
    expect((await service.json('/growth/report')).auto_stop).toMatchObject({
      reason: expect.stringMatching(/style B/),
    });
    expect(service.app.logs).toContainEqual(
      expect.objectContaining({ msg: 'the experiment has stopped itself', variant: 'B' }),
    );
    const tasks = Array.from({ length: 9 }, (_, nth) => service.crm.tasks(contactOf('B', 'sandbox', nth))).flat();
    expect(tasks.filter(({ title }) => /stopped itself/.test(title))).toHaveLength(1);
  });
});

describe('growth: handoff by risk', () => {
  const ON = { FF_GROWTH_SLA_HANDOFF_THRESHOLDS_ENABLED: 'true' };
  const hasTag = (id: string) => service.crm.contact(id).tags.includes('needs-handoff-sla');

  it('asks for a person at once for a lead at high risk, and once more when nobody comes', async () => {
    await start(ON);
    service.crm.addContact({ id: 'risk1', ...CHICAGO });
    const file = await service.talk('risk1', 'I want to buy in Frisco, 550k, FHA loan, in 3 months, we are relocating');
    expect(file.growth).toMatchObject({ sla: { risk_level: 'high', reason_code: 'sla_high_risk_contact_now' } });
    expect(hasTag('risk1')).toBe(true);
    expect(service.crm.tasks('risk1')).toHaveLength(1);
    const events = await service.counted('growth_feature_events_total');
    for (const event of ['observed', 'risk_high', 'handoff_recommended'])
      expect(events[`sla_handoff_thresholds:${event}`]).toBe(1);
    service.turnClock(HOUR_MS + 1_000);
    await eventually(() => (service.crm.tasks('risk1').length === 2 ? true : null));
    expect(service.crm.tasks('risk1')[1]?.title).toMatch(/Still waiting for a person/);
    await service.restart();
    service.turnClock(24 * HOUR_MS);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(service.crm.tasks('risk1')).toHaveLength(2);
  });

  it('stops its clock at a person’s first text', async () => {
    await start(ON);
    await service.talk('risk2', 'I want to buy in Frisco, 550k, FHA loan, in 3 months, we are relocating');
    expect(hasTag('risk2')).toBe(true);
    await service.crm.sendAsPerson('risk2', 'Hi, Jorge here.', 'user1');
    await eventually(() => (hasTag('risk2') ? null : true));
    service.turnClock(2 * HOUR_MS);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(service.crm.tasks('risk2')).toHaveLength(1);
  });

  it('finds after two minutes that a lead for review is at risk, also after a kill', async () => {
    await start(ON);
    const file = await service.talk('risk3', 'I want to buy a house, up to 950k');
    expect(file.growth).toMatchObject({ sla: { risk_level: 'medium', asked_at: null } });
    expect(hasTag('risk3')).toBe(false);
    await service.kill();
    await service.start();
    service.turnClock(2 * MINUTE_MS);
    await eventually(() => (hasTag('risk3') ? true : null));
    expect((await service.file('risk3')).growth).toMatchObject({ sla: { risk_level: 'high' } });
    await eventually(() => (service.crm.tasks('risk3').length === 1 ? true : null));
  });

  it('finds it too when something else happens to the contact just then', async () => {
    await start(ON);
    await service.talk('risk5', 'I want to buy a house, up to 950k');
    service.turnClock(2 * MINUTE_MS);
    const { name, tags } = service.crm.contact('risk5');
    const change = { type: 'ContactUpdate', id: 'risk5', locationId: OWN_LOCATION, name, tags };
    await service.crm.deliverWebhook(change);
    await eventually(() => (hasTag('risk5') ? true : null));
  });

  it('does nothing while it is off', async () => {
    await start({});
    const file = await service.talk('risk4', 'I want to buy in Frisco, 550k, FHA loan, in 3 months, we are relocating');
    expect(file.growth).toBeUndefined();
    expect(hasTag('risk4')).toBe(false);
  });
});
