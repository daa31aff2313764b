import { IANAZone } from 'luxon';
import { OTHER_AREA_CODES, US_AREA_CODES } from './area-code-table';
import { areaCodeOf, placeOf } from './area-codes';

const ROWS = [...US_AREA_CODES, ...OTHER_AREA_CODES];
const STATES =
  'AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VI VT WA WI WV WY';

describe('gates: area codes', () => {
  it('knows every state, district and territory, each in order', () => {
    const states = US_AREA_CODES.map(({ state }) => state);
    expect([...new Set(states)].join(' ')).toBe(STATES);
  });

  it('names each area code once, as the numbering plan forms them', () => {
    const codes = ROWS.flatMap((row) => row.codes.split(' '));
    expect(codes.filter((code) => !/^[2-9][0-8]\d$/.test(code) || /^\d11$/.test(code))).toEqual([]);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    // Easily recognisable codes (800, 888, 900) are not geographic.
    expect(codes.filter((code) => code[1] === code[2])).toEqual([]);
    expect(codes.length).toBeGreaterThan(450);
  });

  it('names zones that exist, and more than one only where they differ', () => {
    for (const { zones } of ROWS) {
      expect(zones.filter((zone) => !IANAZone.isValidZone(zone))).toEqual([]);
      expect(new Set(zones).size).toBe(zones.length);
    }
  });

  it.each([
    ['214', 'TX', ['America/Chicago']],
    ['945', 'TX', ['America/Chicago']],
    ['915', 'TX', ['America/Denver']],
    ['729', 'TN', ['America/New_York', 'America/Chicago']],
    ['572', 'OK', ['America/Chicago']],
    ['656', 'FL', ['America/New_York']],
    ['728', 'FL', ['America/New_York']],
    ['850', 'FL', ['America/New_York', 'America/Chicago']],
    ['483', 'AL', ['America/Chicago']],
    ['326', 'OH', ['America/New_York']],
    ['909', 'CA', ['America/Los_Angeles']],
    ['787', 'PR', ['America/Puerto_Rico']],
    ['416', null, ['America/Toronto']],
    ['876', null, ['America/Jamaica']],
    ['800', null, null],
    [null, null, null],
  ])('places %p in %p, %p', (code, state, zones) => {
    const place = placeOf(code);
    expect([place?.state ?? null, place?.zones ?? null]).toEqual([state, zones]);
  });

  it.each([
    ['+12145550123', '214'],
    ['(972) 555-0123', '972'],
    ['1-469-555-0123', '469'],
    ['945.555.0123', '945'],
    ['8005550123', '800'],
    ['+442071838750', null],
    ['555-0123', null],
    ['+1214555012', null],
    ['call me', null],
    ['', null],
  ])('reads the area code of %p as %p', (phone, areaCode) => {
    expect(areaCodeOf(phone)).toBe(areaCode);
  });
});
