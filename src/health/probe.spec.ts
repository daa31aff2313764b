import { setImmediate } from 'node:timers/promises';
import { ManualClock } from '../../test/support/manual-clock';
import { Probe } from './probe';

const KEEP_MS = 10_000;

let clock: ManualClock;
let asked: number;
let answers: (() => Promise<string>)[];

beforeEach(() => {
  clock = new ManualClock();
  asked = 0;
  answers = [];
});

function newProbe(): Probe<string> {
  const ask = () => {
    asked += 1;
    return (answers.shift() ?? (() => Promise.resolve('fine')))();
  };
  return new Probe(clock, ask, 'nobody knows', KEEP_MS);
}

const never = () => new Promise<string>(() => undefined);

describe('observability: a probe', () => {
  it('asks once for all who want to know at once', async () => {
    const probe = newProbe();
    expect(await Promise.all([probe.latest(), probe.latest()])).toEqual(['fine', 'fine']);
    expect(asked).toBe(1);
  });

  it('relies on an answer for a while that differs from probe to probe', async () => {
    const probes = Array.from({ length: 40 }, newProbe);
    for (const probe of probes) await probe.latest();
    const askedAfter = async (ms: number) => {
      clock.advance(ms);
      asked = 0;
      for (const probe of probes) await probe.latest();
      return asked;
    };
    expect(await askedAfter(0.8 * KEEP_MS - 1)).toBe(0);
    const early = await askedAfter(0.2 * KEEP_MS);
    expect(early).toBeGreaterThan(0);
    expect(early).toBeLessThan(40);
  });

  it('asks again when an answer is old, and believes the new one', async () => {
    const probe = newProbe();
    answers = [() => Promise.resolve('up'), () => Promise.resolve('down')];
    expect(await probe.latest()).toBe('up');
    clock.advance(1.2 * KEEP_MS);
    expect(await probe.latest()).toBe('down');
  });

  it('does not wait for an answer that does not come, nor asks again meanwhile', async () => {
    const probe = newProbe();
    answers = [never];
    expect(await probe.latest()).toBe('nobody knows');
    clock.advance(10 * KEEP_MS);
    expect(await probe.latest()).toBe('nobody knows');
    expect(asked).toBe(1);
  });

  it('goes on with the last answer for a minute while the next one is late, then believes it no more', async () => {
    const probe = newProbe();
    let answer: (word: string) => void = () => undefined;
    answers = [() => Promise.resolve('up'), () => new Promise((resolve) => (answer = resolve))];
    await probe.latest();
    clock.advance(59_999);
    expect(await probe.latest()).toBe('up');
    clock.advance(1);
    expect(await probe.latest()).toBe('nobody knows');
    answer('down');
    await setImmediate();
    expect(await probe.latest()).toBe('down');
  });
});
