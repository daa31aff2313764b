import { isBeyond, MEASURES, readMeasure } from './measures';
import type { Severity } from './measures';

/** What came of a request: an answer, or none and why. `body` is `null` when it is not JSON. */
export type Reading =
  | { readonly kind: 'answer'; readonly httpStatus: number; readonly body: unknown; readonly durationMs: number }
  | { readonly kind: 'silence'; readonly reason: string };

/** One look at the service. */
export interface Look {
  readonly health: Reading;
  readonly performance: Reading;
  /** `null`: not asked for; else what went wrong, or nothing. */
  readonly canary: { readonly problem: string | null } | null;
}

export interface Finding {
  readonly severity: 'warning' | 'critical';
  readonly text: string;
}

/** Limits by the options of {@link MEASURES}. */
export type Limits = Readonly<Record<string, number>>;

/** As `/health` names them. Without its data folder the service takes no webhook; GHL and Claude are waited for. */
const CRITICAL_SERVICES: ReadonlySet<string> = new Set(['storage']);

/** Holds what was seen against the limits: everything that is wrong, in the order of the look. */
export function judge(look: Look, limits: Limits): readonly Finding[] {
  return [
    ...judgeHealth(look.health),
    ...judgePerformance(look.performance),
    ...MEASURES.flatMap((measure) => {
      const reading = look[measure.from];
      if (!isGood(reading)) return [];
      const value = readMeasure(measure, reading.body);
      const limit = limits[measure.option] ?? measure.limit;
      if (value === undefined) return [warning(`${measure.from} does not tell ${nameOf(measure)}`)];
      if (value === null || !isBeyond(measure, value, limit)) return [];
      return [{ severity: measure.severity, text: `${nameOf(measure)} is ${value}, ${measure.option} is ${limit}` }];
    }),
    ...(look.canary?.problem ? [critical(`canary: ${look.canary.problem}`)] : []),
  ];
}

/** What is told of every look, good or bad: the values that were read. */
export function summarise({ health, performance, canary }: Look): string {
  const readings = { health, performance };
  const values = MEASURES.map((measure) => {
    const reading = readings[measure.from];
    const value = isGood(reading) ? readMeasure(measure, reading.body) : undefined;
    return `${nameOf(measure)}=${value ?? '-'}`;
  });
  const durations = Object.entries(readings).map(
    ([name, reading]) => `${name}=${reading.kind === 'answer' ? `${Math.round(reading.durationMs)}ms` : '-'}`,
  );
  return [...durations, ...values, ...(canary ? [`canary=${canary.problem ? 'failed' : 'ok'}`] : [])].join(' ');
}

/** The worst of what was found. */
export function severityOf(findings: readonly Finding[]): Severity {
  if (findings.some(({ severity }) => severity === 'critical')) return 'critical';
  return findings.length > 0 ? 'warning' : 'ok';
}

function judgeHealth(reading: Reading): readonly Finding[] {
  if (reading.kind === 'silence') return [critical(`no answer from /health: ${reading.reason}`)];
  if (reading.httpStatus !== 200) return [critical(`/health answers ${reading.httpStatus}`)];
  const { status, services } = toHealth(reading.body);
  if (status === 'ok') return [];
  if (status !== 'degraded') return [critical('/health is not that of Jorge Bots')];
  const down = Object.entries(services).flatMap(([name, service]) => (service?.status === 'up' ? [] : [name]));
  return down.map((name) => (CRITICAL_SERVICES.has(name) ? critical : warning)(`${name} is down`));
}

function judgePerformance(reading: Reading): readonly Finding[] {
  if (reading.kind === 'silence') return [critical(`no answer from /performance: ${reading.reason}`)];
  if (reading.httpStatus === 200) return [];
  const isRefused = reading.httpStatus === 401 || reading.httpStatus === 403;
  const advice = isRefused ? '; give --token, METRICS_TOKEN or ADMIN_TOKEN' : '';
  return [(reading.httpStatus < 500 ? warning : critical)(`/performance answers ${reading.httpStatus}${advice}`)];
}

interface Health {
  readonly status?: unknown;
  readonly services: Readonly<Record<string, { readonly status?: unknown } | null>>;
}

function toHealth(body: unknown): Health {
  const { status, services } = (body ?? {}) as Partial<Health>;
  return { status, services: services ?? {} };
}

function isGood(reading: Reading): reading is Reading & { readonly kind: 'answer' } {
  return reading.kind === 'answer' && reading.httpStatus === 200;
}

function nameOf({ within, keys: [key] }: (typeof MEASURES)[number]): string {
  return within === undefined ? key : `${within}.${key}`;
}

function warning(text: string): Finding {
  return { severity: 'warning', text };
}

function critical(text: string): Finding {
  return { severity: 'critical', text };
}
