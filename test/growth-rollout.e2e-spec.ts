import { CHICAGO, GrowthService } from './support/growth-service';

/** Walks docs/rollout.md: baseline, canary, a share, everybody, and back. */
const service = new GrowthService({ WEBHOOK_SIGNATURE_MODE: 'enforce' });
beforeAll(() => service.start());
afterAll(() => service.end());

const FEATURE = 'sla_handoff_thresholds';
const AT_RISK = 'I want to buy in Frisco, 550k, FHA loan, in 3 months, we are relocating';

async function newLead(id: string, source: string): Promise<boolean> {
  service.crm.addContact({ id, source, ...CHICAGO });
  await service.talk(id, AT_RISK);
  return service.crm.contact(id).tags.includes('needs-handoff-sla');
}

describe('growth: a feature is rolled out and taken back', () => {
  it('does nothing at first', async () => {
    expect(await service.json('/growth/flags')).toMatchObject({ [FEATURE]: false, canary: { enabled: false } });
    expect(await newLead('base1', 'zillow')).toBe(false);
    expect(await service.counted('feature_flag_enabled_total')).toEqual({});
  });

  it('is tried with leads of one source', async () => {
    await service.patchFlags({ [FEATURE]: true, canary: { enabled: true, source: 'Zillow' } });
    expect(await newLead('canary1', 'Zillow')).toBe(true);
    expect(await newLead('canary2', 'Facebook')).toBe(false);
    expect(await newLead('canary3', '')).toBe(false);
    const evaluations = await service.counted('feature_flag_evaluations_total');
    expect(evaluations).toMatchObject({
      [`${FEATURE}:enabled`]: 1,
      [`${FEATURE}:canary_source_mismatch`]: 1,
      [`${FEATURE}:canary_source_missing`]: 1,
    });
    const events = await service.counted('growth_feature_events_total');
    const others = Object.keys(events).filter((name) => !name.startsWith(FEATURE) && !name.includes('bypassed'));
    expect(others).toEqual([]);
  });

  it('is tried with a share of the contacts, who stay the same', async () => {
    await service.patchFlags({ canary: { source: '', percentage: 50 } });
    const leads = Array.from({ length: 16 }, (_, index) => `share${index}`);
    const isIn = new Map<string, boolean>();
    for (const lead of leads) isIn.set(lead, await newLead(lead, 'zillow'));
    expect(new Set(isIn.values()).size).toBe(2);
    await service.restart();
    const { features } = await service.json('/growth/report');
    expect(JSON.stringify(features)).toContain(FEATURE);
    for (const lead of leads) {
      await service.talk(lead, 'and a garden would be nice');
      const { growth } = await service.file(lead);
      expect((growth as { sla: object | null } | undefined)?.sla ? true : false).toBe(isIn.get(lead));
    }
  });

  it('is on for everybody, and taken back with the next turn', async () => {
    await service.patchFlags({ canary: { enabled: false } });
    expect(await newLead('all1', 'facebook')).toBe(true);
    await service.patchFlags({ [FEATURE]: false });
    expect(await newLead('after1', 'zillow')).toBe(false);
    await service.talk('all1', 'and a garden would be nice');
    expect(service.crm.contact('all1').tags).not.toContain('needs-handoff-sla');
    const { items } = await service.json('/growth/flags/audit');
    expect(items).toHaveLength(4);
  });
});
