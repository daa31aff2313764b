import { misspeltSettings } from './misspelt-settings';

describe('settings whose names are not quite right', () => {
  it.each([
    ['GHL_ACCES_TOKEN', 'GHL_ACCESS_TOKEN'],
    ['GHL_ACCESS_TOKENS', 'GHL_ACCESS_TOKEN'],
    ['GHL_LOCATIONID', 'GHL_LOCATION_ID'],
    ['CLAUDE_APIKEY', 'CLAUDE_API_KEY'],
    ['claude_api_key', 'CLAUDE_API_KEY'],
    ['DATADIR', 'DATA_DIR'],
    ['PROT_', null],
    ['MONITOR_ALERT_WEBHOOK', null],
    ['GHL_API_KEY', null],
    ['FF_GROWTH_EVERYTHING', null],
  ])('%s is taken for %s', (name, nearest) => {
    const isOwn = nearest !== null || /^(GHL|FF_GROWTH)_/.test(name);
    expect(misspeltSettings({ [name]: 'x' })).toEqual(isOwn ? [{ name, nearest }] : []);
  });

  it.each([
    'PATH',
    'HOME',
    'HOSTNAME',
    'PORTAL',
    'OPENAI_API_KEY',
    'CLAUDE_CODE_ENTRYPOINT',
    'NODE_OPTIONS',
    'LOGNAME',
  ])("leaves other programs' %s alone", (name) => {
    expect(misspeltSettings({ [name]: 'x' })).toEqual([]);
  });

  it('says nothing of settings that are right or empty', () => {
    expect(misspeltSettings({ GHL_ACCESS_TOKEN: 'x', MONITOR_ALERT_WEBHOOK_URL: 'x', GHL_ACCES_TOKEN: ' ' })).toEqual(
      [],
    );
  });
});
