import { loadBusinessProfile } from '../../config/business-profile';
import { callDueMs, describeOpening, isOpen, nextOpening } from './business-hours';

// Monday to Saturday, 9 to 18 o'clock in Dallas (UTC-6 in winter, UTC-5 in summer).
const profile = loadBusinessProfile('config/business.json');
const at = (iso: string) => Date.parse(iso);

describe('bots: business hours', () => {
  it.each([
    ['2026-11-23T15:00:00Z', true],
    ['2026-11-23T14:59:59Z', false],
    ['2026-11-23T23:59:59Z', true],
    ['2026-11-24T00:00:00Z', false],
    ['2026-11-22T18:00:00Z', false],
    ['2026-07-06T14:00:00Z', true],
  ])('at %s it is open: %p', (iso, expected) => {
    expect(isOpen(profile, at(iso))).toBe(expected);
  });

  it.each([
    ['2026-11-23T10:00:00Z', '2026-11-23T15:00:00Z', 'today at 9 AM'],
    ['2026-11-24T01:00:00Z', '2026-11-24T15:00:00Z', 'Tuesday at 9 AM'],
    ['2026-11-29T01:00:00Z', '2026-11-30T15:00:00Z', 'Monday at 9 AM'],
    ['2026-10-31T23:30:00Z', '2026-11-02T15:00:00Z', 'Monday at 9 AM'],
  ])('after %s it opens at %s', (now, opening, words) => {
    expect(new Date(nextOpening(profile, at(now))).toISOString()).toBe(new Date(opening).toISOString());
    expect(describeOpening(profile, at(now))).toBe(words);
  });

  it('has a person call within the hour, or within the first hour of the next day', () => {
    expect(callDueMs(profile, at('2026-11-23T16:00:00Z'))).toBe(at('2026-11-23T17:00:00Z'));
    expect(callDueMs(profile, at('2026-11-23T10:00:00Z'))).toBe(at('2026-11-23T16:00:00Z'));
  });
});
