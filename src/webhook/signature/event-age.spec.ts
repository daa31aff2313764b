import { isOutsideWindow, readTimestampMs } from './event-age';

const NOW = Date.parse('2026-11-23T12:00:00.000Z');
const AGE = 5_400;

describe('webhook: age of an event', () => {
  it.each([
    ['2026-11-23T12:00:00.000Z', NOW],
    [NOW, NOW],
    [NOW / 1_000, NOW],
    [String(NOW), NOW],
    [String(NOW / 1_000), NOW],
    [`${NOW}.25`, NOW + 0.25],
    // The first number that is milliseconds, and the last that is seconds.
    [100_000_000_000, 100_000_000_000],
    [99_999_999_999, 99_999_999_999_000],
    ['2026-11-23T06:00:00-06:00', NOW],
    ['yesterday', null],
    ['', null],
    [undefined, null],
    [null, null],
    [{}, null],
    [[NOW], null],
    [`at ${NOW}`, null],
    [`${NOW}Z`, null],
    [0, null],
    [-5, null],
    [Number.POSITIVE_INFINITY, null],
    // The last instant that a Date can hold, and the first that it cannot.
    [8_640_000_000_000_000, 8_640_000_000_000_000],
    [8_640_000_000_000_001, null],
    [1e300, null],
  ])('reads %p as %p', (timestamp, expected) => {
    expect(readTimestampMs(timestamp)).toBe(expected);
  });

  it.each([
    ['just in time', NOW - AGE * 1_000, false],
    ['a millisecond too old', NOW - AGE * 1_000 - 1, true],
    ['a little in the future', NOW + 300_000, false],
    ['too far in the future', NOW + 300_001, true],
    ['without a timestamp', undefined, false],
  ])('%s', (_title, timestamp, expected) => {
    expect(isOutsideWindow(timestamp, NOW, AGE)).toBe(expected);
  });
});
