import fc from 'fast-check';
import { US_AREA_CODES } from './area-code-table';
import { placeOf } from './area-codes';
import { botInitiatedCap, nextAllowedMs } from './quiet-hours';
import type { ContactPlace } from './quiet-hours';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DALLAS = 'America/Chicago';

const contact = (areaCode: string | null, timeZone: string | null = null): ContactPlace => ({ areaCode, timeZone });

function held(place: ContactPlace, now: string, locationZone = DALLAS): string {
  const nowMs = Date.parse(now);
  const allowedMs = nextAllowedMs(place, locationZone, nowMs);
  return allowedMs === nowMs ? 'now' : new Date(allowedMs).toISOString().replace(':00.000Z', 'Z');
}

describe('gates: quiet hours', () => {
  // 2026-11-23 is a Monday; New York is at -5, Chicago at -6, Denver at -7, Los Angeles at -8.
  it.each([
    ['New York opens at 8', contact('212'), '2026-11-23T12:59:59Z', '2026-11-23T13:00Z'],
    ['New York is open at 8', contact('212'), '2026-11-23T13:00:00Z', 'now'],
    ['New York is open until 9 p.m.', contact('212'), '2026-11-24T01:59:59.999Z', 'now'],
    ['New York closes at 9 p.m.', contact('212'), '2026-11-24T02:00:00Z', '2026-11-24T13:00Z'],
    ['New York is open on Sunday at 8', contact('212'), '2026-11-22T13:00:00Z', 'now'],
    ['Dallas opens at 9', contact('214'), '2026-11-23T14:00:00Z', '2026-11-23T15:00Z'],
    ['Dallas is open at 9', contact('214'), '2026-11-23T15:00:00Z', 'now'],
    [
      'Dallas closes on Saturday at 9 p.m. until Sunday noon',
      contact('945'),
      '2026-11-22T03:00:00Z',
      '2026-11-22T18:00Z',
    ],
    ['Dallas is quiet on Sunday before noon', contact('214'), '2026-11-22T17:59:00Z', '2026-11-22T18:00Z'],
    ['Dallas is open on Sunday at noon', contact('214'), '2026-11-22T18:00:00Z', 'now'],
    [
      'Dallas closes on Sunday at 9 p.m. until Monday at 9',
      contact('214'),
      '2026-11-23T03:00:00Z',
      '2026-11-23T15:00Z',
    ],
    ['El Paso is an hour behind', contact('915'), '2026-11-23T15:00:00Z', '2026-11-23T16:00Z'],
    ['Miami is open at 8', contact('305'), '2026-11-23T13:00:00Z', 'now'],
    ['Miami closes at 8 p.m.', contact('786'), '2026-11-24T01:00:00Z', '2026-11-24T13:00Z'],
    ['Oklahoma City closes at 8 p.m.', contact('572'), '2026-11-24T02:00:00Z', '2026-11-24T14:00Z'],
    ['Pensacola opens when both its zones have', contact('850'), '2026-11-23T13:00:00Z', '2026-11-23T14:00Z'],
    ['Pensacola closes when one of its zones has', contact('448'), '2026-11-24T01:00:00Z', '2026-11-24T14:00Z'],
    ['Boise opens when Pacific time has', contact('208'), '2026-11-23T15:30:00Z', '2026-11-23T16:00Z'],
    ['Phoenix', contact('602'), '2026-11-23T14:59:00Z', '2026-11-23T15:00Z'],
    ['Anchorage waits for the Aleutians', contact('907'), '2026-11-23T17:00:00Z', '2026-11-23T18:00Z'],
    ['Honolulu', contact('808'), '2026-11-23T17:00:00Z', '2026-11-23T18:00Z'],
    ['Guam is a day ahead', contact('671'), '2026-11-22T21:00:00Z', '2026-11-22T22:00Z'],
  ])('%s', (_, place, now, expected) => {
    expect(held(place, now)).toBe(expected);
  });

  it.each([
    [
      'the zone of the contact goes before that of the area code',
      contact('212', 'America/Los_Angeles'),
      '2026-11-23T14:00:00Z',
      '2026-11-23T16:00Z',
    ],
    ['one zone is enough where the contact has it', contact('850', 'America/New_York'), '2026-11-23T13:00:00Z', 'now'],
    [
      'the state of the area code goes along',
      contact('214', 'America/New_York'),
      '2026-11-23T13:00:00Z',
      '2026-11-23T14:00Z',
    ],
    ['also to another country', contact('305', 'Europe/Berlin'), '2026-11-23T19:00:00Z', '2026-11-24T07:00Z'],
    ['a zone that does not exist is none', contact('212', 'America/Dallas'), '2026-11-23T13:00:00Z', 'now'],
    ['nor is what the CRM fills in', contact('212', 'UTC'), '2026-11-23T10:00:00Z', '2026-11-23T13:00Z'],
    ['nor an offset', contact('212', 'Etc/GMT+1'), '2026-11-23T10:00:00Z', '2026-11-23T13:00Z'],
    ['nor an empty one', contact('212', ''), '2026-11-23T10:00:00Z', '2026-11-23T13:00Z'],
  ])('%s', (_, place, now, expected) => {
    expect(held(place, now)).toBe(expected);
  });

  it.each([
    ['opens at 9', contact(null), '2026-11-23T14:00:00Z', '2026-11-23T15:00Z'],
    ['closes at 8 p.m.', contact('800'), '2026-11-24T02:00:00Z', '2026-11-24T15:00Z'],
    ['opens at noon on Sunday', contact('999'), '2026-11-22T15:00:00Z', '2026-11-22T18:00Z'],
    [
      'also where the contact only has a zone',
      contact(null, 'America/New_York'),
      '2026-11-23T13:00:00Z',
      '2026-11-23T14:00Z',
    ],
    ['also in Toronto, in its own zone', contact('416'), '2026-11-23T13:00:00Z', '2026-11-23T14:00Z'],
  ])('the strictest of all rules for a number that no state claims: %s', (_, place, now, expected) => {
    expect(held(place, now)).toBe(expected);
  });

  it.each([
    ['spring forward: from Saturday night to Sunday', contact('212'), '2026-03-08T02:00:00Z', '2026-03-08T12:00Z'],
    ['spring forward: before the clock is changed', contact('212'), '2026-03-08T06:30:00Z', '2026-03-08T12:00Z'],
    ['spring forward in Texas', contact('214'), '2026-03-08T03:00:00Z', '2026-03-08T17:00Z'],
    ['fall back: from Saturday night to Sunday', contact('212'), '2026-11-01T01:00:00Z', '2026-11-01T13:00Z'],
    ['fall back: in the hour that comes twice', contact('212'), '2026-11-01T06:30:00Z', '2026-11-01T13:00Z'],
    ['fall back, open until 9 p.m. of the new time', contact('212'), '2026-11-02T01:59:00Z', 'now'],
    ['Arizona has no summer time, the Navajo Nation has', contact('928'), '2026-07-06T14:30:00Z', '2026-07-06T15:00Z'],
  ])('%s', (_, place, now, expected) => {
    expect(held(place, now)).toBe(expected);
  });

  it.each([
    ['305', 3],
    ['850', 3],
    ['405', 3],
    ['214', null],
    ['212', null],
    [null, 3],
    ['800', 3],
    ['416', 3],
  ])('allows bot-initiated texts to %p within 24 hours: %p', (areaCode, cap) => {
    expect(botInitiatedCap(areaCode)).toBe(cap);
  });

  /** The same rules told another way: by Intl, as a question about one instant. */
  function isAllowed({ areaCode, timeZone }: ContactPlace, locationZone: string, ms: number): boolean {
    const place = placeOf(areaCode);
    const zones = timeZone === null ? (place?.zones ?? [locationZone]) : [timeZone];
    const state = place?.state ?? 'strictest';
    return zones.every((zone) => {
      const [weekday = '', hour = ''] = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        weekday: 'short',
        hour: '2-digit',
        hourCycle: 'h23',
      })
        .format(ms)
        .split(', ');
      const isLate = ['TX', 'strictest'].includes(state);
      const from = isLate ? (weekday === 'Sun' ? 12 : 9) : 8;
      const to = ['FL', 'OK', 'strictest'].includes(state) ? 20 : 21;
      return Number(hour) >= from && Number(hour) < to;
    });
  }

  it('is allowed at that time, not before it, and stays when asked again', () => {
    const areaCodes = ['214', '915', '305', '850', '405', '212', '907', '208', '928', '671', '709', '867', '800', null];
    const zones = ['America/New_York', 'America/Los_Angeles', 'Australia/Lord_Howe', 'Asia/Kathmandu', null, null];
    const time = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') });
    fc.assert(
      fc.property(fc.constantFrom(...areaCodes), fc.constantFrom(...zones), time, (areaCode, timeZone, nowMs) => {
        const place = { areaCode, timeZone };
        const allowedMs = nextAllowedMs(place, DALLAS, nowMs);
        expect(allowedMs).toBeGreaterThanOrEqual(nowMs);
        expect(isAllowed(place, DALLAS, allowedMs)).toBe(true);
        expect(nextAllowedMs(place, DALLAS, allowedMs)).toBe(allowedMs);
        for (let before = nowMs; before < allowedMs; before += 10 * MINUTE) {
          expect(isAllowed(place, DALLAS, before)).toBe(false);
        }
        if (allowedMs > nowMs) expect(isAllowed(place, DALLAS, allowedMs - 1)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('never holds a text for more than a day, wherever in the United States', () => {
    for (const { codes } of US_AREA_CODES) {
      for (let nowMs = Date.parse('2026-11-20T00:00:00Z'); nowMs < Date.parse('2026-11-27'); nowMs += 3 * HOUR) {
        const allowedMs = nextAllowedMs(contact(codes.slice(0, 3)), DALLAS, nowMs);
        expect(allowedMs - nowMs).toBeLessThanOrEqual(16 * HOUR);
      }
    }
  });
});
