import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host';
import { loadSettings } from '../config';
import { AdminGuard } from './admin.guard';
import { CodedException } from './coded-exception';
import { MetricsGuard } from './metrics.guard';

const LIVE = { GHL_ACCESS_TOKEN: 'token', GHL_LOCATION_ID: 'location' };
const ADMIN = { ADMIN_TOKEN: 'an-admin-token-of-some-length' };
const METRICS = { METRICS_TOKEN: 'a-metrics-token-of-some-length' };

type Guard = typeof AdminGuard | typeof MetricsGuard;
type Env = Readonly<Record<string, string>>;

/** `opens`, or the status, code and words of the refusal. */
function answer(Guard: Guard, settings: Env, authorization?: string): string {
  const guard = new Guard(loadSettings(settings));
  try {
    return guard.canActivate(new ExecutionContextHost([{ headers: { authorization } }])) ? 'opens' : 'silent no';
  } catch (refusal) {
    if (!(refusal instanceof CodedException)) throw refusal;
    return `${refusal.getStatus()} ${refusal.code}: ${refusal.message}`;
  }
}

const admin = ADMIN.ADMIN_TOKEN;
const metrics = METRICS.METRICS_TOKEN;
const ADMIN_REFUSED = '401 unauthorized: Send the header Authorization: Bearer <ADMIN_TOKEN>.';
const METRICS_REFUSED = '401 unauthorized: Send the header Authorization: Bearer <METRICS_TOKEN>.';

describe('webhook: who gets in', () => {
  it.each<[string, Guard, Env, string | undefined, string]>([
    ['the admin', AdminGuard, { ...LIVE, ...ADMIN }, `Bearer ${admin}`, 'opens'],
    ['the admin, whatever the case of the scheme', AdminGuard, { ...LIVE, ...ADMIN }, `bearer ${admin}`, 'opens'],
    ['an admin of the sandbox, too', AdminGuard, ADMIN, `Bearer ${admin}`, 'opens'],
    ['nobody of the sandbox without the token', AdminGuard, ADMIN, undefined, ADMIN_REFUSED],
    ['nobody with another token', AdminGuard, { ...LIVE, ...ADMIN }, `Bearer ${admin}x`, ADMIN_REFUSED],
    ['nobody with a token and more', AdminGuard, { ...LIVE, ...ADMIN }, `Bearer ${admin} x`, ADMIN_REFUSED],
    ['nobody with another scheme', AdminGuard, { ...LIVE, ...ADMIN }, `Not Bearer ${admin}`, ADMIN_REFUSED],
    ['nobody with the bare token', AdminGuard, { ...LIVE, ...ADMIN }, admin, ADMIN_REFUSED],
    ['no scraper', AdminGuard, { ...LIVE, ...ADMIN, ...METRICS }, `Bearer ${metrics}`, ADMIN_REFUSED],
    [
      'nobody without an admin token set',
      AdminGuard,
      LIVE,
      `Bearer ${admin}`,
      '403 admin_token_not_set: Set ADMIN_TOKEN to open this route.',
    ],
    ['everybody in the sandbox to the metrics', MetricsGuard, { ...ADMIN, ...METRICS }, undefined, 'opens'],
    ['a scraper to the metrics', MetricsGuard, { ...LIVE, ...ADMIN, ...METRICS }, `Bearer ${metrics}`, 'opens'],
    ['the admin to the metrics', MetricsGuard, { ...LIVE, ...ADMIN, ...METRICS }, `Bearer ${admin}`, 'opens'],
    ['a scraper without an admin', MetricsGuard, { ...LIVE, ...METRICS }, `Bearer ${metrics}`, 'opens'],
    ['nobody without a token', MetricsGuard, { ...LIVE, ...ADMIN, ...METRICS }, undefined, METRICS_REFUSED],
    ['nobody with another token', MetricsGuard, { ...LIVE, ...METRICS }, `Bearer ${admin}`, METRICS_REFUSED],
    [
      'nobody to the metrics without any token set',
      MetricsGuard,
      LIVE,
      `Bearer ${metrics}`,
      '403 metrics_token_not_set: Set METRICS_TOKEN or ADMIN_TOKEN to open this route.',
    ],
  ])('%s', (_title, Guard, settings, authorization, expected) => {
    expect(answer(Guard, settings, authorization)).toBe(expected);
  });
});
