import type { CallResult } from './measure-calls';
import type { IntakeResult, ServerName } from './measure-intake';
import type { RecordingResult } from './measure-recording';
import type { TurnResult } from './measure-turns';
import type { Throughput } from './load';

interface Latency {
  readonly p50: number;
  readonly p99: number;
}

/** All that a run has found out; what is missing could not be measured. */
export interface Measurements {
  intake?: Readonly<Record<ServerName, IntakeResult>>;
  recording?: RecordingResult;
  acks?: { readonly service: Latency; readonly bare: Latency };
  texts?: Throughput;
  turns?: TurnResult;
  calls?: CallResult;
  idleRssMb?: number;
  memory?: { readonly events: number; readonly rssMb: number };
  bootMs?: number;
}

/** One line of the table. `hold` is the number to hold; without one the line is for reading only. */
export interface Row {
  readonly what: string;
  readonly value: string;
  readonly ratio: string;
  readonly hold: string;
  /** `null` where there is nothing to hold. */
  readonly isMet: boolean | null;
}

/** Turns a second of the earlier Python system, measured on a machine of this class. */
const PYTHON_TURNS_PER_SECOND = 18;

/** The table. The numbers to hold are those of the project's design. */
export function toRows(found: Measurements): Row[] {
  return [...intakeRows(found), ...turnRows(found), ...footprintRows(found)];
}

function intakeRows({ intake, recording, acks, texts }: Measurements): Row[] {
  const raw = intake?.['raw http'];
  const bare = intake?.['bare nest'];
  const service = intake?.service;
  const known = intake?.['service, 100,000 known'];
  return [
    plain('intake: raw node:http, HMAC', show(raw?.perSecond, '/s'), perEvent(raw)),
    plain('intake: bare Nest, HMAC, group commit', show(bare?.perSecond, '/s'), perEvent(bare)),
    plain('intake: service, everything on', show(service?.perSecond, '/s'), perEvent(service)),
    plain('intake: service, 100,000 known events', show(known?.perSecond, '/s'), perEvent(known)),
    ratio('  service to bare Nest', service?.perSecond, bare?.perSecond, 0.8),
    ratio('  service to raw node:http', service?.perSecond, raw?.perSecond, 0.2),
    ratio('  100,000 known to none', known?.perSecond, service?.perSecond, 0.95),
    ratio('  CPU without recording to with it', recording?.offUs, recording?.onUs, 0.98),
    plain('intake: service, first texts', show(texts?.perSecond, '/s'), texts ? `${texts.refused} refused` : ''),
    plain('ack at 200/s: bare Nest', latency(acks?.bare), ''),
    below('ack at 200/s: service, p99', acks?.service.p99, 25, 'ms', latency(acks?.service)),
  ];
}

function turnRows({ turns, calls }: Measurements): Row[] {
  const times = turns && turns.perSecond / PYTHON_TURNS_PER_SECOND;
  const perOperation = Object.entries(calls?.byOperation ?? {}).map(([name, count]) => `${name} ${count.toFixed(2)}`);
  return [
    {
      what: 'whole first turns, 64 contacts at once',
      value: show(turns?.perSecond, '/s'),
      ratio: times === undefined ? '' : `${times.toFixed(1)} × Python's 18/s`,
      hold: '≥ 50 ×',
      isMet: times !== undefined && times >= 50,
    },
    below('whole first turns at 100/s, p95', turns?.p95, 50, 'ms', turns && `p50 ${show(turns.p50, 'ms')}`),
    below('GHL calls per steady turn', calls?.perTurn, 2, '', perOperation.join(', ')),
    plain('GHL calls per first turn', show(calls?.perFirstTurn, ''), ''),
  ];
}

function footprintRows({ idleRssMb, memory, bootMs }: Measurements): Row[] {
  // A slow service does not get that far in the time of the run; fewer events prove nothing.
  const afterAll = memory && memory.events >= 100_000 ? memory.rssMb : undefined;
  const reached = memory && `${memory.rssMb.toFixed(0)} MB after ${memory.events}`;
  return [
    below('RSS idle', idleRssMb, 150, 'MB'),
    below('RSS after 100,000 events', afterAll, 350, 'MB', reached),
    below('boot with 10,000 conversations', bootMs, 2_000, 'ms'),
  ];
}

function plain(what: string, value: string, note: string): Row {
  return { what, value, ratio: note, hold: '', isMet: null };
}

function ratio(what: string, value: number | undefined, base: number | undefined, atLeast: number): Row {
  const found = value === undefined || base === undefined ? undefined : value / base;
  return {
    what,
    value: '',
    ratio: found?.toFixed(3) ?? 'not measured',
    hold: `≥ ${atLeast}`,
    isMet: found !== undefined && found >= atLeast,
  };
}

function below(what: string, value: number | undefined, atMost: number, unit: string, note = ''): Row {
  const isMet = value !== undefined && value <= atMost;
  return { what, value: show(value, unit), ratio: note, hold: `≤ ${atMost} ${unit}`.trim(), isMet };
}

function show(value: number | undefined, unit: string): string {
  if (value === undefined) return 'not measured';
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return unit === '/s' ? `${value.toFixed(digits)}/s` : `${value.toFixed(digits)} ${unit}`.trim();
}

function latency(found: Latency | undefined): string {
  return found ? `p50 ${show(found.p50, 'ms')}, p99 ${show(found.p99, 'ms')}` : 'not measured';
}

function perEvent(result: IntakeResult | undefined): string {
  if (!result) return '';
  const refused = result.refused > 0 ? `, ${result.refused} refused` : '';
  return `${result.cpuUs.toFixed(0)} µs CPU each, client ${(result.clientBusy * 100).toFixed(0)}% busy${refused}`;
}
