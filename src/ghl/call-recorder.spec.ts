import type { PinoLogger } from 'nestjs-pino';
import { ManualClock } from '../../test/support/manual-clock';
import { recordSpans } from '../../test/support/recorded-spans';
import { continueTrace, Registry } from '../telemetry';
import { CallRecorder } from './call-recorder';
import type { Attempt } from './call-recorder';
import { changeTags } from './contact-calls';
import type { Verdict } from './verdict';

const spans = recordSpans();
const [told, toldFaintly, warned] = [jest.fn(), jest.fn(), jest.fn()];
const logger = { info: told, debug: toldFaintly, warn: warned } as unknown as PinoLogger;

let registry: Registry;
beforeAll(() => {
  spans.start();
});
beforeEach(() => {
  jest.clearAllMocks();
  spans.reset();
  registry = new Registry(new ManualClock());
});
afterAll(() => spans.stop());

const CALL = changeTags('addTags', 'contact_1', ['Hot-Lead']);
const DONE: Verdict<unknown> = { kind: 'done', value: {} };
const FAILED: Verdict<unknown> = { kind: 'unclear', reason: 'server_error', problems: ['tags'] };

/** Records an attempt in a span of its own; gives what the span says of it. */
async function record(attempt: Attempt, verdict: Verdict<unknown>, call: typeof CALL = CALL) {
  const recorder = new CallRecorder(registry, logger);
  await continueTrace(undefined, 'ghl', {}, () => {
    recorder.record(call, attempt, verdict);
    return Promise.resolve();
  });
  return spans.all()[0]?.attributes;
}

describe('ghl: an attempt of a call', () => {
  it('is told when it went well', async () => {
    expect(await record({ number: 2, statusCode: 200, durationMs: 12.6 }, DONE)).toEqual({
      'http.response.status_code': 200,
    });
    const line = { operation: 'addTags', method: 'POST', attempt: 2, status_code: 200, duration_ms: 13 };
    expect(told.mock.calls).toEqual([[line, 'GHL call']]);
    expect([toldFaintly.mock.calls, warned.mock.calls]).toEqual([[], []]);
    expect(await registry.countsByLabel()).toEqual({ ghl_calls_total: { 'addTags:ok': 1 } });
    const metrics = await registry.prometheus.metrics();
    expect(metrics).toContain('jorge_ghl_call_duration_seconds_sum{operation="addTags"} 0.0126\n');
  });

  it('is told with its reason when it failed', async () => {
    expect(await record({ number: 1, statusCode: 500, durationMs: 3 }, FAILED)).toEqual({
      'http.response.status_code': 500,
      'error.type': 'server_error',
    });
    const line = { operation: 'addTags', method: 'POST', attempt: 1, status_code: 500, duration_ms: 3 };
    expect(warned.mock.calls).toEqual([[{ ...line, reason: 'server_error', problems: ['tags'] }, 'GHL call failed']]);
    expect(await registry.countsByLabel()).toEqual({
      ghl_calls_total: { 'addTags:server_error': 1 },
      ghl_calls_failed: { 'addTags:server_error': 1 },
    });
  });

  it('has no status and no duration when it did not go out', async () => {
    const turnedAway = { kind: 'turned_away', reason: 'stopped' } as const;
    expect(await record({ number: 1, statusCode: null, durationMs: null }, turnedAway)).toEqual({
      'error.type': 'stopped',
    });
    const facts = { operation: 'addTags', method: 'POST', attempt: 1, status_code: null, duration_ms: 0 };
    const line = { ...facts, fallback_used: true, reason: 'stopped', problems: undefined };
    expect(warned.mock.calls).toEqual([[line, 'GHL call failed']]);
    expect(await registry.prometheus.metrics()).not.toContain('jorge_ghl_call_duration_seconds_count{');
  });

  it('is told faintly when it only asked whether the CRM is there', async () => {
    await record({ number: 1, statusCode: 200, durationMs: 1 }, DONE, { ...CALL, operation: 'checkHealth' } as never);
    expect([told.mock.calls.length, toldFaintly.mock.calls.length]).toEqual([0, 1]);
  });
});
