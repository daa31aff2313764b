import { loadMonitorSettings } from '../../config';
import { MEASURES } from './measures';
import { readOptions, usage } from './options';

const SETTINGS = loadMonitorSettings({});
const URL_ARGS = ['--url', 'http://127.0.0.1:3000'];

describe('observability: command line of the monitor', () => {
  it('needs an address only', () => {
    expect(readOptions(['--url', 'https://jorge.example.com/'], SETTINGS)).toEqual({
      target: { url: 'https://jorge.example.com', token: undefined, canarySecret: undefined },
      isOnce: false,
      intervalMs: 60_000,
      alertWebhookUrl: undefined,
      alertAfter: 2,
      limits: Object.fromEntries(MEASURES.map(({ option, limit }) => [option, limit])),
    });
  });

  it('takes secrets from the settings, and from itself first', () => {
    const settings = loadMonitorSettings({
      GHL_WEBHOOK_SECRET: 'new, old',
      METRICS_TOKEN: 'scraper',
      ADMIN_TOKEN: 'admin',
      MONITOR_ALERT_WEBHOOK_URL: 'https://hooks.example.com/a',
    });
    expect(readOptions([...URL_ARGS, '--canary'], settings)).toMatchObject({
      target: { token: 'scraper', canarySecret: 'new' },
      alertWebhookUrl: 'https://hooks.example.com/a',
    });
    const args = [...URL_ARGS, '--token', 'mine', '--alert-webhook', 'https://hooks.example.com/b'];
    expect(readOptions(args, settings)).toMatchObject({
      target: { token: 'mine', canarySecret: undefined },
      alertWebhookUrl: 'https://hooks.example.com/b',
    });
    expect(loadMonitorSettings({ METRICS_TOKEN: '', ADMIN_TOKEN: 'admin' }).token).toBe('admin');
  });

  it('takes limits', () => {
    const args = [...URL_ARGS, '--once', '--max-p95-ms', '250', '--min-compliance', '0.9'];
    const { limits, alertAfter } = readOptions(args, SETTINGS);
    expect(limits).toMatchObject({ 'max-p95-ms': 250, 'min-compliance': 0.9, 'max-failed': 0 });
    expect(alertAfter).toBe(1);
  });

  it.each([
    ['--url must be the address', []],
    ['--url must be the address', ['--url', 'localhost:3000']],
    ['--max-p95-ms must be a number', [...URL_ARGS, '--max-p95-ms', 'fast']],
    ['--interval-seconds must be at least 1', [...URL_ARGS, '--interval-seconds', '0']],
    ['--canary needs GHL_WEBHOOK_SECRET', [...URL_ARGS, '--canary']],
    ["Unknown option '--max-p95'", [...URL_ARGS, '--max-p95', '1']],
  ])('is refused: %s', (problem, args) => {
    expect(() => readOptions(args, SETTINGS)).toThrow(problem);
  });

  it('is explained in full', () => {
    for (const { option, limit } of MEASURES) expect(usage()).toContain(`--${option} ${limit} `);
  });

  it('refuses a wrong alert address by name and never by value', () => {
    const load = () => loadMonitorSettings({ MONITOR_ALERT_WEBHOOK_URL: 'ftp://secret' });
    expect(load).toThrow(/MONITOR_ALERT_WEBHOOK_URL: must be/);
    expect(load).not.toThrow(/secret/);
  });
});
