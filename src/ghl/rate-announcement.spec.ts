import { readRateAnnouncement } from './rate-announcement';

const ALL = {
  'x-ratelimit-max': '1',
  'x-ratelimit-interval-milliseconds': '100',
  'x-ratelimit-remaining': '0',
  'x-ratelimit-limit-daily': '1',
  'x-ratelimit-daily-remaining': '0',
};

it('reads what GHL announces, down to the least that makes sense', () => {
  const announced = { max: 1, intervalMs: 100, remaining: 0, dailyLimit: 1, dailyRemaining: 0 };
  expect(readRateAnnouncement(ALL)).toEqual(announced);
});

it.each([
  [{ ...ALL, 'x-ratelimit-max': '0' }, { max: null }],
  [{ ...ALL, 'x-ratelimit-interval-milliseconds': '99' }, { intervalMs: null }],
  [{ ...ALL, 'x-ratelimit-limit-daily': '0' }, { dailyLimit: null }],
  [{ ...ALL, 'x-ratelimit-remaining': '-1' }, { remaining: null }],
  [{ ...ALL, 'x-ratelimit-daily-remaining': '1.5' }, { dailyRemaining: null }],
  [{ ...ALL, 'x-ratelimit-max': '1234567890123' }, { max: null }],
  [{ ...ALL, 'x-ratelimit-max': ['1'] }, { max: null }],
  [{}, { max: null, intervalMs: null, remaining: null, dailyLimit: null, dailyRemaining: null }],
])('does not take nonsense for a limit: %j', (headers, expected) => {
  expect(readRateAnnouncement(headers)).toMatchObject(expected);
});
