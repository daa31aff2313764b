import { OpenFeature } from '@openfeature/server-sdk';
import { FlagProvider } from './flag-provider';
import { stateOfSettings } from './growth-state';

const STATE = stateOfSettings({
  flags: {
    leadSourceAttribution: true,
    adaptiveFollowupTiming: false,
    abResponseStyleTesting: false,
    slaHandoffThresholds: false,
  },
  canary: { isEnabled: false, source: null, percentage: 100 },
  writeback: { leadSource: false, conversionFeedback: false },
});

describe('growth: the provider for OpenFeature', () => {
  const client = OpenFeature.getClient('spec');
  beforeAll(() => OpenFeature.setProviderAndWait('spec', new FlagProvider(() => STATE)));

  it.each<[string, boolean, string | undefined]>([
    ['lead_source_attribution', true, 'enabled'],
    ['adaptive_followup_timing', false, 'flag_disabled'],
  ])('decides on %s', async (feature, value, reason) => {
    const details = await client.getBooleanDetails(feature, false, { targetingKey: 'contact1' });
    expect(details).toMatchObject({ value, reason });
  });

  it('has nothing else', async () => {
    const unknown = await client.getBooleanDetails('warp_drive', false);
    expect(unknown).toMatchObject({ value: false, errorCode: 'FLAG_NOT_FOUND' });
    expect(await client.getStringDetails('lead_source_attribution', 'x')).toMatchObject({ errorCode: 'TYPE_MISMATCH' });
    expect(await client.getNumberDetails('lead_source_attribution', 1)).toMatchObject({ errorCode: 'TYPE_MISMATCH' });
    expect(await client.getObjectDetails('lead_source_attribution', {})).toMatchObject({ errorCode: 'TYPE_MISMATCH' });
  });
});
