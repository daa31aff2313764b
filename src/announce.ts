import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { BUSINESS_PROFILE, SETTINGS } from './config';
import type { BusinessProfile, Settings } from './config';
import { GHL_ENDPOINT } from './ghl';
import type { GhlEndpoint } from './ghl';

export const MIN_SECRET_LENGTH = 16;

/** Says what the service runs on, where it listens and, in the sandbox, what to try next. */
export function announce(app: NestExpressApplication, url: string): void {
  const settings = app.get<Settings>(SETTINGS);
  const logger = app.get(Logger);
  for (const name of settings.withoutEffect) logger.warn(`${name} is set, but has no effect in this version`);
  if (app.get<BusinessProfile>(BUSINESS_PROFILE, { strict: false }).followUp === undefined) {
    logger.warn(`${settings.businessProfile} has no followUp: the bots answer, and never speak first`);
  }
  if (settings.webhook.signatureMode === 'warn') {
    logger.warn('WEBHOOK_SIGNATURE_MODE is "warn": anybody can post webhooks; set it to "enforce" outside of staging');
  }
  if (settings.mode === 'live') {
    for (const name of guessableSecrets(settings))
      logger.warn(`${name} is shorter than ${MIN_SECRET_LENGTH} characters`);
    logger.log(
      `live on ${url}, CRM ${settings.ghl.apiBaseUrl}, location ${settings.ghl.locationId}, data in ${settings.dataDir}`,
    );
    return;
  }
  const { baseUrl } = app.get<GhlEndpoint>(GHL_ENDPOINT, { strict: false });
  process.stdout.write(`${sandboxBanner(settings, url, baseUrl).join('\n')}\n`);
}

/** Names of secrets that are too short to be safe from guessing; a service that runs is not stopped for it. */
export function guessableSecrets({ webhook, adminToken, metricsToken }: Settings): readonly string[] {
  const secrets = {
    GHL_WEBHOOK_SECRET: webhook.hmacSecrets,
    GHL_WEBHOOK_TOKEN: [webhook.token ?? ''],
    ADMIN_TOKEN: [adminToken ?? ''],
    METRICS_TOKEN: [metricsToken ?? ''],
  };
  const isShort = (secret: string) => secret !== '' && secret.length < MIN_SECRET_LENGTH;
  return Object.entries(secrets).flatMap(([name, values]) => (values.some(isShort) ? [name] : []));
}

/** Who reads the texts, and so who gets them. */
function whatLeaves({ claude }: Settings): string[] {
  return claude.apiKey === undefined
    ? ['Sandbox mode: no GHL credentials, so nothing leaves this machine.', '  understanding   pattern engine']
    : [
        'Sandbox mode: no GHL credentials, so no text goes out; Claude gets what is said.',
        `  understanding   pattern engine and ${claude.model} on ${claude.baseUrl}`,
      ];
}

/** The secrets are the sandbox's own, made for this run or given for trying out. */
function sandboxBanner(settings: Settings, url: string, crmUrl: string): string[] {
  const token = settings.adminToken ?? '';
  const body = JSON.stringify({
    contact_id: 'lead1',
    location_id: settings.ghl.locationId,
    message: 'Looking in Frisco up to 550k, pre approved, moving next month',
    dry_run: true,
  });
  return [
    '',
    `Jorge Bots listens on ${url}  (API page: ${url}/docs)`,
    ...whatLeaves(settings),
    `  CRM             stand-in on ${crmUrl}`,
    `  data            ${settings.dataDir}`,
    `  ADMIN_TOKEN     ${token}`,
    `  GHL_WEBHOOK_SECRET  ${settings.webhook.hmacSecrets[0] ?? ''}`,
    '',
    'Try:',
    `  curl -s ${url}/analyze-lead -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' -d '${body}'`,
    '  npm run demo',
    '',
  ];
}
