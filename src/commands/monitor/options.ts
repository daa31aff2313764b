import type { MonitorSettings } from '../../config';
import { parseOptions, UsageError } from '../command-line';
import type { Limits } from './judge';
import type { Target } from './look';
import { MEASURES } from './measures';

/** What the monitor was asked to do. */
export interface MonitorOptions {
  readonly target: Target;
  readonly isOnce: boolean;
  readonly intervalMs: number;
  readonly alertWebhookUrl: string | undefined;
  /** Looks in a row before a change is told. */
  readonly alertAfter: number;
  readonly limits: Limits;
}

const NUMBERS = { 'interval-seconds': 60, 'alert-after': 2 };

/**
 * Reads the command line; secrets that it does not have come from the settings.
 * @throws {UsageError}
 */
export function readOptions(args: readonly string[], settings: MonitorSettings): MonitorOptions {
  const values = parse(args);
  const isCanary = values.canary === true;
  if (isCanary && settings.webhookSecret === undefined)
    throw new UsageError('--canary needs GHL_WEBHOOK_SECRET, the one that the service has');
  const isOnce = values.once === true;
  const intervalSeconds = numberOf(values, 'interval-seconds', NUMBERS['interval-seconds']);
  if (intervalSeconds < 1) throw new UsageError('--interval-seconds must be at least 1');
  return {
    target: {
      url: baseUrl(values.url),
      token: textOf(values.token) ?? settings.token,
      canarySecret: isCanary ? settings.webhookSecret : undefined,
    },
    isOnce,
    intervalMs: intervalSeconds * 1_000,
    alertWebhookUrl: textOf(values['alert-webhook']) ?? settings.alertWebhookUrl,
    alertAfter: isOnce ? 1 : numberOf(values, 'alert-after', NUMBERS['alert-after']),
    limits: Object.fromEntries(MEASURES.map(({ option, limit }) => [option, numberOf(values, option, limit)])),
  };
}

/** How the monitor is used. */
export function usage(): string {
  const limits = MEASURES.map(({ option, limit, meaning }) => `  --${`${option} ${limit}`.padEnd(28)}${meaning}`);
  return [
    'npm run monitor -- --url http://127.0.0.1:3000 [options]',
    '  --token TOKEN                 opens /performance; else METRICS_TOKEN or ADMIN_TOKEN',
    '  --canary                      also sends a webhook signed with GHL_WEBHOOK_SECRET, which nobody is texted for',
    '  --once                        one look, then exit',
    '  --interval-seconds 60         from look to look',
    '  --alert-webhook URL           is posted {"text": …} on a change; else MONITOR_ALERT_WEBHOOK_URL',
    '  --alert-after 2               looks in a row before a change is told; 1 with --once',
    ...limits,
    'Exits with 0 ok, 1 warning, 2 critical (of the last look), 3 wrong usage.',
  ].join('\n');
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

function parse(args: readonly string[]): Values {
  const texts = ['url', 'token', 'alert-webhook', ...Object.keys(NUMBERS), ...MEASURES.map(({ option }) => option)];
  const options = {
    ...Object.fromEntries(texts.map((name) => [name, { type: 'string' as const }])),
    canary: { type: 'boolean' as const },
    once: { type: 'boolean' as const },
  };
  return parseOptions(args, options);
}

function baseUrl(value: Values[string]): string {
  const url = textOf(value);
  if (url === undefined || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new UsageError('--url must be the address of the service, such as http://127.0.0.1:3000');
  return url.replace(/\/+$/, '');
}

function numberOf(values: Values, name: string, fallback: number): number {
  const text = textOf(values[name]);
  if (text === undefined) return fallback;
  if (!/^\d+(\.\d+)?$/.test(text)) throw new UsageError(`--${name} must be a number`);
  return Number(text);
}

function textOf(value: Values[string]): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
