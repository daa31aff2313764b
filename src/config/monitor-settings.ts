import { z } from 'zod';
import { withDotEnv } from './dot-env';
import { givenSettings, secretList } from './setting-types';
import { SettingsError } from './settings';

const ALERT_URL = 'must be an http:// or https:// address';

/** The settings of the service that its monitor shares, and the one that it has for itself. */
const environment = z.object({
  GHL_WEBHOOK_SECRET: secretList,
  METRICS_TOKEN: z.string().optional(),
  ADMIN_TOKEN: z.string().optional(),
  MONITOR_ALERT_WEBHOOK_URL: z.url({ protocol: /^https?$/, error: ALERT_URL }).optional(),
});

/** The name of every setting that the monitor reads. */
export const MONITOR_SETTING_NAMES: readonly string[] = Object.keys(environment.shape);

/** What `npm run monitor` takes from the environment: secrets, which do not belong on a command line. */
export interface MonitorSettings {
  /** Signs canary webhooks: the first of `GHL_WEBHOOK_SECRET`. */
  readonly webhookSecret: string | undefined;
  /** Opens `/performance`: `METRICS_TOKEN`, else `ADMIN_TOKEN`. */
  readonly token: string | undefined;
  /** Takes `{"text": "…"}`, as Slack does. */
  readonly alertWebhookUrl: string | undefined;
}

/**
 * Reads what the monitor needs; it runs without the rest of the service's settings. Empty variables count as unset.
 * @param env instead of the real environment and `.env`.
 * @throws {SettingsError} listing all problems at once.
 */
export function loadMonitorSettings(env: Readonly<Record<string, string | undefined>> = withDotEnv()): MonitorSettings {
  const { data, error } = environment.safeParse(givenSettings(env));
  if (!data) throw new SettingsError(error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  return {
    webhookSecret: data.GHL_WEBHOOK_SECRET[0],
    token: data.METRICS_TOKEN ?? data.ADMIN_TOKEN,
    alertWebhookUrl: data.MONITOR_ALERT_WEBHOOK_URL,
  };
}
