import { randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { growthSettings } from './growth-settings';
import type { GrowthSettings } from './growth-settings';
import { parsePublicKey } from './public-key';
import { apiBaseUrl, givenSettings, httpUrl, idSetting, integer, secretList, toggle } from './setting-types';

/** GHL's published Ed25519 webhook key (SPKI DER, base64), in force since July 2026. Source: GHL's webhook guide. */
const GHL_PUBLISHED_KEY = 'MCowBQYDK2VwAyEAi2HR1srL4o18O8BRa7gVJY7G7bupbN3H9AwJrHCDiOg=';

/** The stand-in CRM's own location and calendar. */
const SANDBOX_LOCATION_ID = 'sandboxLocation';
const SANDBOX_CALENDAR_ID = 'sandboxCalendar';

/** Part of the outside contract, checked, but served by later versions. */
const WITHOUT_EFFECT: readonly string[] = ['REDIS_URL'];

/** The business profile that is shipped. */
export const DEFAULT_PROFILE = 'config/business.json';

/** What goes into a header or a request as it is. */
const token = z.string().regex(/^[\x21-\x7e]+$/, 'must be one word without spaces');

/** Every setting by the name it has in the environment. `.env.example` explains each. */
const environment = z.object({
  NODE_ENV: z.string().optional(),
  PORT: integer(3_000, 0, 65_535),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default('./data'),
  GHL_ACCESS_TOKEN: token.optional(),
  GHL_LOCATION_ID: idSetting,
  GHL_API_BASE_URL: apiBaseUrl.default('https://services.leadconnectorhq.com'),
  GHL_WEBHOOK_SECRET: secretList,
  GHL_WEBHOOK_PUBLIC_KEY: z
    .string()
    .default(GHL_PUBLISHED_KEY)
    .transform((value, context): KeyObject | null => {
      const key = parsePublicKey(value);
      if (key !== 'malformed') return key;
      context.addIssue({
        code: 'custom',
        message: 'must be an Ed25519 public key (base64, or PEM in double quotes), or "none"',
      });
      return z.NEVER;
    }),
  GHL_WEBHOOK_TOKEN: z.string().optional(),
  WEBHOOK_SIGNATURE_MODE: z.enum(['enforce', 'warn'], 'must be "enforce" or "warn"').default('enforce'),
  WEBHOOK_MAX_AGE_SECONDS: integer(5_400, 1, 604_800),
  GHL_WEBHOOK_IDEMPOTENCY_TTL_SECONDS: integer(86_400, 1, 31_536_000),
  GHL_CALENDAR_ID: idSetting,
  HOT_SELLER_WORKFLOW_ID: idSetting,
  HANDOFF_USER_ID: idSetting,
  GHL_TIMEOUT_MS: integer(10_000, 1, 120_000),
  GHL_MAX_RETRIES: integer(3, 0, 10),
  CLAUDE_API_KEY: token.optional(),
  ANTHROPIC_API_KEY: token.optional(),
  CLAUDE_MODEL: token.default('claude-haiku-5-5'),
  CLAUDE_BASE_URL: apiBaseUrl.default('https://api.anthropic.com'),
  CLAUDE_TIMEOUT_MS: integer(8_000, 1, 120_000),
  BUSINESS_PROFILE: z.string().default(DEFAULT_PROFILE),
  REPLY_DEBOUNCE_MS: integer(4_000, 0, 60_000),
  FF_GROWTH_LEAD_SOURCE_ATTRIBUTION_ENABLED: toggle,
  FF_GROWTH_ADAPTIVE_FOLLOWUP_TIMING_ENABLED: toggle,
  FF_GROWTH_AB_RESPONSE_STYLE_TESTING_ENABLED: toggle,
  FF_GROWTH_SLA_HANDOFF_THRESHOLDS_ENABLED: toggle,
  FF_GROWTH_CANARY_MODE_ENABLED: toggle,
  FF_GROWTH_CANARY_SOURCE: z.string().optional(),
  FF_GROWTH_CANARY_PERCENTAGE: integer(100, 0, 100),
  FF_GROWTH_LEAD_SOURCE_WRITEBACK_ENABLED: toggle,
  FF_GROWTH_CONVERSION_FEEDBACK_WRITEBACK_ENABLED: toggle,
  ADMIN_TOKEN: token.optional(),
  METRICS_TOKEN: token.optional(),
  STORAGE_DRIVER: z.enum(['file', 'redis'], 'must be "file" or "redis"').default('file'),
  REDIS_URL: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  OTEL_SERVICE_NAME: z.string().default('jorge-bots'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'must be a pino level, such as "info"')
    .default('info'),
});
type Environment = z.infer<typeof environment>;

/** The name of every setting. */
export const SETTING_NAMES: readonly string[] = Object.keys(environment.shape);

/** Where traces go. */
export interface TracingSettings {
  /** Base address of an OTLP/HTTP receiver; `/v1/traces` is appended. */
  readonly endpoint: string;
  readonly serviceName: string;
}

/** What the service runs with. Durations carry their unit in the name. */
export interface Settings {
  /** `sandbox`: no GHL credentials, the built-in stand-in CRM answers. */
  readonly mode: 'sandbox' | 'live';
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly businessProfile: string;
  readonly logLevel: Environment['LOG_LEVEL'];
  /** `null`: no traces. */
  readonly tracing: TracingSettings | null;
  readonly adminToken: string | undefined;
  /** Opens `/metrics` and `/performance`, and nothing else. */
  readonly metricsToken: string | undefined;
  /** Texts of a contact within this window get one reply. */
  readonly replyDebounceMs: number;
  readonly ghl: {
    readonly accessToken: string;
    /** The one location that the token belongs to; in sandbox mode every location is served. */
    readonly locationId: string;
    readonly apiBaseUrl: string;
    readonly timeoutMs: number;
    readonly maxRetries: number;
    readonly calendarId: string | undefined;
    readonly hotSellerWorkflowId: string | undefined;
    readonly handoffUserId: string | undefined;
  };
  readonly webhook: {
    readonly hmacSecrets: readonly string[];
    /** `null` refuses Ed25519. */
    readonly publicKey: KeyObject | null;
    readonly token: string | undefined;
    readonly signatureMode: 'enforce' | 'warn';
    readonly maxAgeSeconds: number;
    readonly idempotencyTtlSeconds: number;
  };
  /** The growth experiments as they are set; all off unless set. */
  readonly growth: GrowthSettings;
  readonly claude: {
    /** `undefined`: the pattern engine alone. */
    readonly apiKey: string | undefined;
    readonly model: string;
    readonly baseUrl: string;
    /** For a whole call, from connecting to the last byte. */
    readonly timeoutMs: number;
  };
  /** Names of settings that are set but do nothing in this version; said at start. */
  readonly withoutEffect: readonly string[];
}

/** Everything that is wrong with the settings, by name, never by value. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The settings have ${problems.length} problem(s):\n${problems.map((line) => `  - ${line}`).join('\n')}`);
  }
}

/**
 * Turns environment variables into settings. Empty variables count as unset.
 * @throws {SettingsError} listing all problems at once.
 */
export function loadSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = givenSettings(env);
  const parsed = environment.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ...missingSettings(given),
  ];
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems);
  return toSettings(parsed.data, given);
}

function missingSettings(given: Readonly<Record<string, unknown>>): string[] {
  const problems: string[] = [];
  const isProduction = given.NODE_ENV === 'production';
  for (const name of ['GHL_ACCESS_TOKEN', 'GHL_LOCATION_ID'] as const) {
    if (given[name]) continue;
    if (isProduction) problems.push(`${name}: required in production; see "Connect your GHL" in README.md`);
    else if (given.GHL_ACCESS_TOKEN ?? given.GHL_LOCATION_ID)
      problems.push(`${name}: GHL_ACCESS_TOKEN and GHL_LOCATION_ID are set together or not at all`);
  }
  const noVerifier = ['GHL_WEBHOOK_SECRET', 'GHL_WEBHOOK_TOKEN'].every((name) => !given[name]);
  if (given.GHL_ACCESS_TOKEN && given.GHL_WEBHOOK_PUBLIC_KEY === 'none' && noVerifier)
    problems.push(
      'GHL_WEBHOOK_SECRET: required when GHL_WEBHOOK_PUBLIC_KEY is "none", else no webhook can be verified',
    );
  if (given.STORAGE_DRIVER === 'redis')
    problems.push('STORAGE_DRIVER: "redis" is not available in this version; remove it or set it to "file"');
  return problems;
}

function toSettings(env: Environment, given: Readonly<Record<string, unknown>>): Settings {
  const isSandbox = env.GHL_ACCESS_TOKEN === undefined;
  return {
    mode: isSandbox ? 'sandbox' : 'live',
    host: env.HOST ?? (isSandbox ? '127.0.0.1' : '0.0.0.0'),
    port: env.PORT,
    dataDir: env.DATA_DIR,
    businessProfile: env.BUSINESS_PROFILE,
    logLevel: env.LOG_LEVEL,
    tracing: tracingSettings(env),
    replyDebounceMs: isSandbox && given.REPLY_DEBOUNCE_MS === undefined ? 0 : env.REPLY_DEBOUNCE_MS,
    adminToken: env.ADMIN_TOKEN ?? (isSandbox ? generateSecret() : undefined),
    metricsToken: env.METRICS_TOKEN,
    ghl: {
      accessToken: env.GHL_ACCESS_TOKEN ?? generateSecret(),
      locationId: env.GHL_LOCATION_ID ?? SANDBOX_LOCATION_ID,
      apiBaseUrl: env.GHL_API_BASE_URL,
      timeoutMs: env.GHL_TIMEOUT_MS,
      maxRetries: env.GHL_MAX_RETRIES,
      calendarId: env.GHL_CALENDAR_ID ?? (isSandbox ? SANDBOX_CALENDAR_ID : undefined),
      hotSellerWorkflowId: env.HOT_SELLER_WORKFLOW_ID,
      handoffUserId: env.HANDOFF_USER_ID,
    },
    webhook: {
      hmacSecrets: isSandbox && env.GHL_WEBHOOK_SECRET.length === 0 ? [generateSecret()] : env.GHL_WEBHOOK_SECRET,
      publicKey: env.GHL_WEBHOOK_PUBLIC_KEY,
      token: env.GHL_WEBHOOK_TOKEN,
      signatureMode: env.WEBHOOK_SIGNATURE_MODE,
      maxAgeSeconds: env.WEBHOOK_MAX_AGE_SECONDS,
      idempotencyTtlSeconds: env.GHL_WEBHOOK_IDEMPOTENCY_TTL_SECONDS,
    },
    growth: growthSettings(env),
    claude: {
      apiKey: env.CLAUDE_API_KEY ?? env.ANTHROPIC_API_KEY,
      model: env.CLAUDE_MODEL,
      baseUrl: env.CLAUDE_BASE_URL,
      timeoutMs: env.CLAUDE_TIMEOUT_MS,
    },
    withoutEffect: WITHOUT_EFFECT.filter((name) => name in given),
  };
}

function tracingSettings(env: Environment): TracingSettings | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: serviceName } = env;
  return endpoint === undefined ? null : { endpoint, serviceName };
}

/** A token belongs to one location, so nothing can be done for another; the sandbox serves them all. */
export function servesLocation({ mode, ghl }: Settings, locationId: string): boolean {
  return mode === 'sandbox' || locationId === ghl.locationId;
}

function generateSecret(): string {
  return randomBytes(24).toString('hex');
}
