import fc from 'fast-check';
import { RollingWindow } from './rolling-window';

const BUCKET_MS = 1_000;
const BUCKETS = 60;

const newWindow = () => new RollingWindow(2, BUCKET_MS, BUCKETS);
const sumOf = (window: RollingWindow, nowMs: number) => window.read(nowMs).sums[0];

describe('observability: a rolling window', () => {
  it('holds exactly what was added in its buckets, whatever the pauses', () => {
    const pauseMs = fc.oneof(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 200_000 }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.array(pauseMs, { maxLength: 60 }), (startMs, pauses) => {
        const window = newWindow();
        const addedAt: number[] = [];
        let nowMs = startMs;
        for (const pause of pauses) {
          nowMs += pause;
          window.add(0, 1, nowMs);
          addedAt.push(nowMs);
          const oldest = Math.floor(nowMs / BUCKET_MS) - BUCKETS + 1;
          expect(sumOf(window, nowMs)).toBe(addedAt.filter((atMs) => Math.floor(atMs / BUCKET_MS) >= oldest).length);
        }
      }),
    );
  });

  it('forgets after its length, not before its length less one bucket', () => {
    const window = newWindow();
    window.add(0, 1, 500);
    expect([sumOf(window, 59_999), sumOf(window, 60_000)]).toEqual([1, 0]);
  });

  it('is empty after a pause of many times its length', () => {
    const window = newWindow();
    for (let second = 0; second < 90; second += 1) window.add(0, 1, second * 1_000);
    expect([sumOf(window, 89_000), sumOf(window, 89_000 + 7 * 86_400_000)]).toEqual([60, 0]);
  });

  it('loses nothing to an instant that comes late', () => {
    const window = newWindow();
    window.add(0, 1, 100_000);
    window.add(0, 1, 40_000);
    expect([sumOf(window, 100_000), sumOf(window, 40_000), sumOf(window, 159_999)]).toEqual([2, 2, 2]);
  });

  it('keeps columns and bins apart, and empties all of them', () => {
    const window = newWindow();
    window.add(0, 3, 0);
    window.add(1, 0.5, 0);
    window.addToBin(7, 0);
    const { sums, bins } = window.read(0);
    expect([Array.from(sums), bins[7], bins.reduce((a, b) => a + b)]).toEqual([[3, 0.5], 1, 1]);
    const later = window.read(60_000);
    expect([Array.from(later.sums), later.bins.reduce((a, b) => a + b)]).toEqual([[0, 0], 0]);
  });

  it('counts each bin over all of its buckets, and forgets it bucket by bucket', () => {
    const window = newWindow();
    for (const atMs of [5_000, 5_000, 9_000, 9_500]) window.addToBin(7, atMs);
    const seen = [9_500, 64_999, 65_000, 69_000].map((nowMs) => window.read(nowMs).bins[7]);
    expect(seen).toEqual([4, 4, 2, 0]);
  });

  it('without an end keeps everything', () => {
    const window = new RollingWindow(1, Infinity, 1);
    window.add(0, 1, 0);
    window.add(0, 1, 1e12);
    expect(sumOf(window, 1e13)).toBe(2);
  });
});
