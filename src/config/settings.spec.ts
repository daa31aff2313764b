import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { MONITOR_SETTING_NAMES } from './monitor-settings';
import { loadSettings, SETTING_NAMES, SettingsError } from './settings';

const LIVE = { GHL_ACCESS_TOKEN: 'pit-1', GHL_LOCATION_ID: 'loc1' };

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('docs: settings', () => {
  it('runs in sandbox mode on loopback with generated secrets when nothing is set', () => {
    const settings = loadSettings({});
    expect(settings).toMatchObject({ mode: 'sandbox', host: '127.0.0.1', port: 3000, dataDir: './data' });
    expect(settings.adminToken).toMatch(/^[0-9a-f]{48}$/);
    expect(settings.webhook.hmacSecrets).toHaveLength(1);
    expect(settings.webhook.publicKey?.asymmetricKeyType).toBe('ed25519');
  });

  it('runs live on all interfaces without inventing an admin token or a secret', () => {
    const settings = loadSettings(LIVE);
    expect(settings).toMatchObject({ mode: 'live', host: '0.0.0.0', adminToken: undefined });
    expect(settings.webhook.hmacSecrets).toEqual([]);
    expect(settings.ghl.calendarId).toBeUndefined();
  });

  it('is explained in .env.example, every name once', () => {
    const example = readFileSync('.env.example', 'utf8');
    const names = [...example.matchAll(/^([A-Z_0-9]+)=/gm)].map(([, name]) => name);
    expect(names.sort()).toEqual([...new Set([...SETTING_NAMES, ...MONITOR_SETTING_NAMES])].sort());
  });

  it('counts empty and blank values as not set', () => {
    expect(loadSettings({ GHL_ACCESS_TOKEN: '', GHL_LOCATION_ID: '  ', PORT: '' }).mode).toBe('sandbox');
  });

  it('takes several HMAC secrets while rotating', () => {
    expect(loadSettings({ GHL_WEBHOOK_SECRET: 'old , new' }).webhook.hmacSecrets).toEqual(['old', 'new']);
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '1e3'],
    ['GHL_LOCATION_ID', '../etc'],
    ['GHL_ACCESS_TOKEN', 'two words'],
    ['GHL_API_BASE_URL', 'http://evil.example'],
    ['GHL_API_BASE_URL', 'not an address'],
    ['CLAUDE_BASE_URL', 'http://evil.example'],
    ['CLAUDE_MODEL', 'two words'],
    ['CLAUDE_TIMEOUT_MS', '0'],
    ['GHL_WEBHOOK_SECRET', 'a,,b'],
    ['GHL_WEBHOOK_SECRET', ','],
    ['GHL_WEBHOOK_PUBLIC_KEY', 'garbage'],
    ['WEBHOOK_SIGNATURE_MODE', 'off'],
    ['WEBHOOK_MAX_AGE_SECONDS', '-1'],
    ['GHL_WEBHOOK_IDEMPOTENCY_TTL_SECONDS', '0'],
    ['GHL_TIMEOUT_MS', '0'],
    ['GHL_MAX_RETRIES', '11'],
    ['FF_GROWTH_CANARY_MODE_ENABLED', 'yes'],
    ['STORAGE_DRIVER', 'redis'],
    ['STORAGE_DRIVER', 'mongo'],
    ['LOG_LEVEL', 'loud'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'file:///etc/passwd'],
  ])('refuses %s=%s by name and never by value', (name, value) => {
    const problems = problemsOf({ ...LIVE, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}: `));
    if (value.length > 5) expect(problems[0]).not.toContain(`"${value}" is not`);
    expect(problems.join()).not.toContain('evil');
  });

  it('refuses an RSA key where an Ed25519 key belongs', () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect(problemsOf({ GHL_WEBHOOK_PUBLIC_KEY: pem })).toEqual([expect.stringMatching(/^GHL_WEBHOOK_PUBLIC_KEY: /)]);
  });

  it('reads an Ed25519 key as PEM, also with escaped line breaks, and "none" as off', () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect(loadSettings({ GHL_WEBHOOK_PUBLIC_KEY: pem }).webhook.publicKey?.equals(publicKey)).toBe(true);
    const escaped = pem.replaceAll('\n', '\\n');
    expect(loadSettings({ GHL_WEBHOOK_PUBLIC_KEY: escaped }).webhook.publicKey?.equals(publicKey)).toBe(true);
    expect(loadSettings({ GHL_WEBHOOK_PUBLIC_KEY: 'none' }).webhook.publicKey).toBeNull();
  });

  it('wants token and location together', () => {
    expect(problemsOf({ GHL_ACCESS_TOKEN: 'pit-1' })).toEqual([expect.stringMatching(/^GHL_LOCATION_ID: /)]);
    expect(problemsOf({ GHL_LOCATION_ID: 'loc1' })).toEqual([expect.stringMatching(/^GHL_ACCESS_TOKEN: /)]);
  });

  it('lists all problems of a production start at once', () => {
    const problems = problemsOf({ NODE_ENV: 'production', PORT: 'x', LOG_LEVEL: 'loud' });
    expect(problems.map((line) => line.split(':', 1)[0])).toEqual([
      'PORT',
      'LOG_LEVEL',
      'GHL_ACCESS_TOKEN',
      'GHL_LOCATION_ID',
    ]);
  });

  it('refuses a live set-up in which no webhook could ever be verified', () => {
    const problems = problemsOf({ ...LIVE, GHL_WEBHOOK_PUBLIC_KEY: 'none' });
    expect(problems).toEqual([expect.stringMatching(/^GHL_WEBHOOK_SECRET: /)]);
    expect(problemsOf({ ...LIVE, GHL_WEBHOOK_PUBLIC_KEY: 'none', GHL_WEBHOOK_TOKEN: 't' })).toEqual([]);
  });

  it('has every growth experiment off unless it is set, each by its own name', () => {
    const names = [
      'LEAD_SOURCE_ATTRIBUTION',
      'ADAPTIVE_FOLLOWUP_TIMING',
      'AB_RESPONSE_STYLE_TESTING',
      'SLA_HANDOFF_THRESHOLDS',
      'CANARY_MODE',
      'LEAD_SOURCE_WRITEBACK',
      'CONVERSION_FEEDBACK_WRITEBACK',
    ];
    const toggles = (env: Record<string, string>) => {
      const { flags, canary, writeback } = loadSettings(env).growth;
      return [...Object.values(flags), canary.isEnabled, ...Object.values(writeback)];
    };
    expect(toggles({})).toEqual(names.map(() => false));
    for (const name of names) {
      expect(toggles({ [`FF_GROWTH_${name}_ENABLED`]: 'true' })).toEqual(names.map((other) => other === name));
    }
    expect(loadSettings({}).growth.canary.source).toBeNull();
    expect(loadSettings({ FF_GROWTH_CANARY_SOURCE: 'zillow' }).growth.canary.source).toBe('zillow');
  });

  it('tells which settings have no effect yet', () => {
    const settings = loadSettings({
      REDIS_URL: 'redis://r',
      FF_GROWTH_CANARY_MODE_ENABLED: 'false',
      METRICS_TOKEN: 't',
    });
    expect(settings.withoutEffect).toEqual(['REDIS_URL']);
  });

  it('answers together what comes within four seconds, and at once in sandbox mode', () => {
    const live = { GHL_ACCESS_TOKEN: 'pit-1', GHL_LOCATION_ID: 'loc1' };
    const windows = [{}, live, { ...live, REPLY_DEBOUNCE_MS: '0' }, { REPLY_DEBOUNCE_MS: '4000' }];
    expect(windows.map((env) => loadSettings(env).replyDebounceMs)).toEqual([0, 4_000, 0, 4_000]);
  });

  it('takes no token that no header can bring', () => {
    for (const name of ['ADMIN_TOKEN', 'METRICS_TOKEN'])
      expect(() => loadSettings({ [name]: 'a pass phrase' })).toThrow(new RegExp(`${name}: must be one word`));
  });

  it('takes no notice of the newline at the end of a secret, nor of other space around a value', () => {
    const env = {
      ADMIN_TOKEN: 'secret\n',
      GHL_WEBHOOK_TOKEN: ' secret\r\n',
      PORT: '4000 ',
      DATA_DIR: 'd\r',
      LOG_LEVEL: ' ',
    };
    const { adminToken, webhook, port, dataDir, logLevel } = loadSettings(env);
    expect([adminToken, webhook.token, port, dataDir, logLevel]).toEqual(['secret', 'secret', 4_000, 'd', 'info']);
  });

  it('takes either name of the Claude key, and a key in two words not at all', () => {
    expect(loadSettings({ ANTHROPIC_API_KEY: 'k1' }).claude.apiKey).toBe('k1');
    expect(loadSettings({ ANTHROPIC_API_KEY: 'k1', CLAUDE_API_KEY: 'k2' }).claude.apiKey).toBe('k2');
    expect(() => loadSettings({ CLAUDE_API_KEY: 'k 1' })).toThrow(/CLAUDE_API_KEY: must be one word/);
  });
});
