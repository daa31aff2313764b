import { GrowthService } from './support/growth-service';

const ALL_OFF = {
  lead_source_attribution: false,
  adaptive_followup_timing: false,
  ab_response_style_testing: false,
  sla_handoff_thresholds: false,
};

let service: GrowthService;
beforeEach(async () => {
  service = new GrowthService({ FF_GROWTH_CANARY_SOURCE: 'Zillow Leads', FF_GROWTH_CANARY_PERCENTAGE: '40' });
  await service.start();
});
afterEach(() => service.end());

describe('growth: the flags', () => {
  it('are those of the settings until somebody changes them', async () => {
    expect(await service.json('/growth/flags')).toEqual({
      ...ALL_OFF,
      canary: { enabled: false, source: 'zillow_leads', percentage: 40 },
      writeback_toggles: { lead_source: false, conversion_feedback: false },
      overridden: [],
    });
  });

  it('change at once, say what was changed, and go back to the setting', async () => {
    const answer = await service.patchFlags({ sla_handoff_thresholds: true, canary: { source: 'Open House' } });
    expect([answer.status, await answer.json()]).toEqual([
      200,
      {
        ...ALL_OFF,
        sla_handoff_thresholds: true,
        canary: { enabled: false, source: 'open_house', percentage: 40 },
        writeback_toggles: { lead_source: false, conversion_feedback: false },
        overridden: ['sla_handoff_thresholds', 'canary.source'],
      },
    ]);
    await service.patchFlags({ canary: { source: '' } });
    expect(await service.json('/growth/flags')).toMatchObject({ canary: { source: null } });
    await service.patchFlags({ sla_handoff_thresholds: null, canary: { source: null } });
    expect(await service.json('/growth/flags')).toMatchObject({
      ...ALL_OFF,
      canary: { source: 'zillow_leads' },
      overridden: [],
    });
  });

  it.each([
    ['an unknown name', { warp_drive: true }, /warp_drive/],
    ['a wrong type', { sla_handoff_thresholds: 'yes' }, /sla_handoff_thresholds/],
    ['an unknown canary', { canary: { colour: 'red' } }, /canary.*colour/],
    ['too many percent', { canary: { percentage: 101 } }, /canary\.percentage/],
    ['a source without letters', { canary: { source: '---' } }, /canary\.source/],
    ['a wrong toggle', { writeback_toggles: { lead_source: 1 } }, /writeback_toggles\.lead_source/],
    ['nothing', {}, /at least one/],
    ['a list', [true], /body/],
    ['something right beside something wrong', { lead_source_attribution: true, nope: 1 }, /nope/],
  ])('are not changed by %s', async (_what, body, message) => {
    const answer = await service.patchFlags(body);
    const { code, message: told } = (await answer.json()) as { code: string; message: string };
    expect([answer.status, code]).toEqual([400, 'invalid_request']);
    expect(told).toMatch(message);
    expect(await service.json('/growth/flags')).toMatchObject({ ...ALL_OFF, overridden: [] });
    expect((await service.json('/growth/flags/audit')).items).toEqual([]);
  });

  it('are for the admin alone', async () => {
    for (const [method, path] of [
      ['GET', '/growth/flags'],
      ['PATCH', '/growth/flags'],
      ['GET', '/growth/flags/audit'],
    ] as const) {
      expect((await service.request(method, path, '')).status).toBe(401);
    }
  });

  it('survive a restart and a kill, with who changed them and when', async () => {
    await service.patchFlags({ lead_source_attribution: true, writeback_toggles: { lead_source: true } });
    await service.restart();
    await service.patchFlags({ adaptive_followup_timing: true });
    await service.kill();
    await service.start();
    expect(await service.json('/growth/flags')).toMatchObject({
      lead_source_attribution: true,
      adaptive_followup_timing: true,
      writeback_toggles: { lead_source: true, conversion_feedback: false },
    });
    const { items } = await service.json('/growth/flags/audit');
    expect(items).toMatchObject([
      { actor: 'admin', before: { adaptive_followup_timing: false }, after: { adaptive_followup_timing: true } },
      { actor: 'admin', after: { lead_source_attribution: true, 'writeback_toggles.lead_source': true } },
    ]);
    expect(service.app.logs.filter(({ msg }) => msg === 'growth flags changed').length).toBeGreaterThan(1);
  });

  it('are counted with every look, and shown in the metrics', async () => {
    await service.talk('counted1', 'I want to buy a house');
    const evaluations = await service.counted('feature_flag_evaluations_total');
    const blocked = await service.counted('feature_flag_blocked_total');
    for (const feature of Object.keys(ALL_OFF)) {
      expect(evaluations[`${feature}:flag_disabled`]).toBeGreaterThan(0);
      expect(blocked[`${feature}:flag_disabled`]).toBe(evaluations[`${feature}:flag_disabled`]);
    }
    expect(await service.counted('feature_flag_enabled_total')).toEqual({});
    await service.patchFlags({ sla_handoff_thresholds: true });
    await service.talk('counted1', 'Frisco');
    const enabled = await service.counted('feature_flag_enabled_total');
    expect(enabled).toEqual({ 'sla_handoff_thresholds:enabled': 1 });
    expect((await service.json('/metrics')).growth_rollout).toMatchObject({
      flags: { ...ALL_OFF, sla_handoff_thresholds: true },
    });
  });
});
