import fc from 'fast-check';
import { Clock } from '../config';
import { DailyBudget } from './daily-budget';
import type { Lane } from './daily-budget';
import { readRateAnnouncement } from './rate-announcement';
import { RateLimiter } from './rate-limiter';
import type { Permit } from './rate-limiter';

class TimerClock extends Clock {
  override now(): number {
    return Date.now();
  }
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function start() {
  const warnings: unknown[] = [];
  const clock = new TimerClock();
  const budget = new DailyBudget(clock, { warn: (line: unknown) => void warnings.push(line) });
  return { limiter: new RateLimiter(clock, budget), warnings };
}

function announce(headers: Readonly<Record<string, string>>) {
  return readRateAnnouncement(headers);
}

async function granted(limiter: RateLimiter, lane: Lane = 'reply'): Promise<Permit> {
  const permit = await limiter.acquire(lane);
  if (typeof permit === 'string') throw new Error(`refused: ${permit}`);
  return permit;
}

/** Asks for `count` calls at once and notes the order in which they start. */
function ask(limiter: RateLimiter, count: number, lane: Lane, started: (string | Permit)[] = []) {
  for (let i = 0; i < count; i++) void limiter.acquire(lane).then((permit) => started.push(permit));
  return started;
}

const settle = () => jest.advanceTimersByTimeAsync(0);

it('starts 95 calls in ten seconds, and the next ten seconds after the first has ended', async () => {
  const { limiter } = start();
  const started = ask(limiter, 96, 'reply');
  await settle();
  expect(started).toHaveLength(95);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(started).toHaveLength(95);
  limiter.release(started[0] as Permit, null);
  await jest.advanceTimersByTimeAsync(9_999);
  expect(started).toHaveLength(95);
  await jest.advanceTimersByTimeAsync(1);
  expect(started).toHaveLength(96);
});

it('never lets the CRM count more than its limit in any stretch of time', async () => {
  const MAX = 10;
  const INTERVAL_MS = 1_000;
  const calls = fc.array(
    fc.record({
      gapMs: fc.nat(300),
      latencyMs: fc.nat(1_500),
      arrival: fc.double({ min: 0, max: 1, noNaN: true }),
      lane: fc.constantFrom<Lane>('reply', 'urgent', 'routine'),
    }),
    { minLength: 20, maxLength: 80 },
  );
  await fc.assert(
    fc.asyncProperty(calls, async (plan) => {
      const { limiter } = start();
      const learn = { 'x-ratelimit-max': String(MAX), 'x-ratelimit-interval-milliseconds': String(INTERVAL_MS) };
      limiter.release(await granted(limiter), announce(learn));
      await jest.advanceTimersByTimeAsync(INTERVAL_MS);
      const arrivals: number[] = [];
      let at = 0;
      for (const { gapMs, latencyMs, arrival, lane } of plan) {
        at += gapMs;
        setTimeout(() => {
          void granted(limiter, lane).then((permit) => {
            arrivals.push(Date.now() + latencyMs * arrival);
            setTimeout(() => {
              limiter.release(permit, null);
            }, latencyMs);
          });
        }, at);
      }
      await jest.runAllTimersAsync();
      expect(arrivals).toHaveLength(plan.length);
      const crowd = (from: number) => arrivals.filter((time) => time >= from && time < from + INTERVAL_MS).length;
      expect(Math.max(...arrivals.map(crowd))).toBeLessThanOrEqual(MAX);
    }),
    { numRuns: 60 },
  );
});

it('lets replies go first, then urgent calls, each lane in order', async () => {
  const { limiter } = start();
  const permits = ask(limiter, 95, 'reply');
  await settle();
  const order: string[] = [];
  for (const [lane, name] of [
    ['routine', 'r1'],
    ['routine', 'r2'],
    ['urgent', 'u1'],
    ['urgent', 'u2'],
    ['reply', 't1'],
  ] as const) {
    void limiter.acquire(lane).then(() => order.push(name));
  }
  for (const permit of permits) limiter.release(permit as Permit, null);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(order).toEqual(['t1', 'u1', 'u2', 'r1', 'r2']);
});

it('keeps part of the limit for replies, so that a burst of reads cannot hold them up', async () => {
  const { limiter } = start();
  const reads = ask(limiter, 200, 'urgent');
  const replies = ask(limiter, 200, 'reply');
  await settle();
  expect([reads.length, replies.length]).toEqual([54, 41]);
});

it('costs no waiting where the CRM announces a high limit', async () => {
  const { limiter } = start();
  const high = announce({ 'x-ratelimit-max': '1000000', 'x-ratelimit-remaining': '999999' });
  limiter.release(await granted(limiter), high);
  expect(await Promise.all(Array.from({ length: 20_000 }, () => granted(limiter)))).toHaveLength(20_000);
  expect(jest.getTimerCount()).toBe(0);
});

it.each([
  ['x-ratelimit-max', '0'],
  ['x-ratelimit-max', '-5'],
  ['x-ratelimit-max', 'many'],
  ['x-ratelimit-max', '1e9'],
  ['x-ratelimit-interval-milliseconds', '0'],
  ['x-ratelimit-remaining', 'none'],
])('ignores the nonsense %s: %s', async (name, value) => {
  const { limiter } = start();
  limiter.release(await granted(limiter), announce({ [name]: value }));
  const started = ask(limiter, 200, 'reply');
  await settle();
  expect(started).toHaveLength(94);
});

it('counts what others called, as the CRM tells', async () => {
  const { limiter } = start();
  limiter.release(await granted(limiter), announce({ 'x-ratelimit-max': '100', 'x-ratelimit-remaining': '20' }));
  const started = ask(limiter, 95, 'reply');
  await settle();
  expect(started).toHaveLength(15);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(started.length).toBeGreaterThan(80);
});

it('does not take its own calls for those of others', async () => {
  const { limiter } = start();
  const permits = await Promise.all(Array.from({ length: 50 }, () => granted(limiter)));
  for (const permit of permits) limiter.release(permit, announce({ 'x-ratelimit-remaining': '50' }));
  const started = ask(limiter, 95, 'reply');
  await settle();
  expect(started).toHaveLength(45);
});

it('does not take for those of others what ended before a call began, or began while it was under way', async () => {
  const { limiter } = start();
  for (let called = 1; called <= 10; called++) {
    limiter.release(await granted(limiter), announce({ 'x-ratelimit-remaining': String(100 - called) }));
  }
  const [first, ...others] = await Promise.all(Array.from({ length: 10 }, () => granted(limiter)));
  limiter.release(first as Permit, announce({ 'x-ratelimit-remaining': '80' }));
  expect(others).toHaveLength(9);
  const started = ask(limiter, 95, 'reply');
  await settle();
  expect(started).toHaveLength(75);
});

it('starts again when the calls of others are past, even with none of its own to wait for', async () => {
  const { limiter } = start();
  const [first, second] = await Promise.all([granted(limiter), granted(limiter)]);
  limiter.release(first, announce({ 'x-ratelimit-remaining': '0' }));
  limiter.release(second, announce({ 'x-ratelimit-interval-milliseconds': '1000' }));
  const started = ask(limiter, 1, 'reply');
  await jest.advanceTimersByTimeAsync(9_999);
  expect(started).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  expect(started).toHaveLength(1);
});

it('has no timer while only calls under way can make room', async () => {
  const { limiter } = start();
  ask(limiter, 96, 'reply');
  await settle();
  expect(jest.getTimerCount()).toBe(0);
});

it('makes no call while it is paused', async () => {
  const { limiter } = start();
  limiter.pause(3_000);
  const started = ask(limiter, 1, 'urgent');
  await jest.advanceTimersByTimeAsync(2_999);
  expect(started).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  expect(started).toHaveLength(1);
});

it('refuses at once what would wait behind 5,000 others, but not in the other lane', async () => {
  const { limiter } = start();
  ask(limiter, 54 + 5_000, 'routine');
  expect(await limiter.acquire('routine')).toBe('queue_full');
  const started = ask(limiter, 1, 'urgent');
  await settle();
  expect(started).toEqual([]);
});

it('refuses whoever waits when it stops, and leaves no timer behind', async () => {
  const { limiter } = start();
  const started = ask(limiter, 96, 'reply');
  limiter.pause(1_000);
  await settle();
  limiter.release(started[0] as Permit, null);
  limiter.stop();
  await settle();
  expect(started.at(-1)).toBe('stopped');
  expect(await limiter.acquire('urgent')).toBe('stopped');
  expect(jest.getTimerCount()).toBe(0);
});

describe('daily budget', () => {
  const remaining = (count: number) =>
    announce({ 'x-ratelimit-limit-daily': '200000', 'x-ratelimit-daily-remaining': String(count) });

  it('warns once below a tenth, and again only after it was above', async () => {
    const { limiter, warnings } = start();
    for (const count of [20_000, 19_999, 15_000, 199_999, 19_000]) {
      limiter.release(await granted(limiter, 'routine'), remaining(count));
    }
    expect(warnings).toHaveLength(2);
  });

  it('keeps the last fiftieth for urgent calls, but looks every minute whether the day has turned', async () => {
    const { limiter } = start();
    limiter.release(await granted(limiter, 'routine'), remaining(3_999));
    const probe = await granted(limiter, 'routine');
    expect(await limiter.acquire('routine')).toBe('daily_budget');
    expect(await limiter.acquire('urgent')).not.toBe('daily_budget');
    await jest.advanceTimersByTimeAsync(60_000);
    limiter.release(probe, remaining(3_998));
    limiter.release(await granted(limiter, 'routine'), remaining(200_000));
    expect(await limiter.acquire('routine')).not.toBe('daily_budget');
  });

  it('ignores a remainder above the limit', async () => {
    const { limiter } = start();
    limiter.release(await granted(limiter, 'routine'), remaining(10));
    limiter.release(await granted(limiter, 'routine'), remaining(200_001));
    expect(await limiter.acquire('routine')).toBe('daily_budget');
  });
});
