import { chooseSlot } from './booking';

const ZONE = 'America/Chicago';
/** A Monday. */
const NOW_MS = Date.parse('2026-11-23T09:00:00-06:00');
const TODAY_15 = '2026-11-23T15:00:00-06:00';
const TUESDAY_9 = '2026-11-24T09:00:00-06:00';
const TUESDAY_10 = '2026-11-24T10:00:00-06:00';
const TUESDAY_NOON = '2026-11-24T12:00:00-06:00';
const TUESDAY_1730 = '2026-11-24T17:30:00-06:00';
const WEDNESDAY_10 = '2026-11-25T10:00:00-06:00';
const WEDNESDAY_1430 = '2026-11-25T14:30:00-06:00';
const FRIDAY_10 = '2026-11-27T10:00:00-06:00';
const SATURDAY_14 = '2026-11-28T14:00:00-06:00';
const MONDAY_14 = '2026-11-30T14:00:00-06:00';
const TUESDAY_OR_WEDNESDAY = [TUESDAY_10, WEDNESDAY_1430];

/** What each text chooses of the times offered; `null`: nothing. */
function expectAll(slots: readonly string[], cases: readonly (readonly [text: string, slot: string | null])[]): void {
  expect(cases.map(([text]) => [text, chooseSlot(text, slots, ZONE, NOW_MS)])).toEqual(cases);
}

describe('bots: rarer ways to choose a time', () => {
  it('counts days from today', () => {
    expectAll(
      [WEDNESDAY_10, FRIDAY_10],
      [
        ['the day after tomorrow', WEDNESDAY_10],
        ['day after tomorrow at 10', WEDNESDAY_10],
        ['day after tmrw works', WEDNESDAY_10],
        ['can we do the day after tomorrow?', WEDNESDAY_10],
        ['in two days', WEDNESDAY_10],
        ['2 days from now is good', WEDNESDAY_10],
        ['in 4 days', FRIDAY_10],
        ['not the day after tomorrow', null],
        ['the day after tuesday works', null],
        ['after tomorrow works', null],
        ['how about in 3 days', null],
        ['it takes 2 days', null],
      ],
    );
    expectAll(
      [FRIDAY_10, MONDAY_14],
      [
        ['the day after tomorrow', null],
        ['a week from today', MONDAY_14],
        ['in a week', MONDAY_14],
        ['a week from monday works', null],
      ],
    );
  });

  it('tells weeks and weekends apart', () => {
    expectAll(
      [FRIDAY_10, MONDAY_14],
      [
        ['this week please', FRIDAY_10],
        ['later this week', FRIDAY_10],
        ['end of the week', FRIDAY_10],
        ['friday of this week', FRIDAY_10],
        ['next week works better', MONDAY_14],
        ['early next week', MONDAY_14],
        ['monday next week', MONDAY_14],
        ['this weekend', null],
      ],
    );
    expectAll(
      [FRIDAY_10, SATURDAY_14],
      [
        ['this weekend', SATURDAY_14],
        ['over the weekend', SATURDAY_14],
        ['weekends are best', SATURDAY_14],
        ['any time this weekend', SATURDAY_14],
        ['next weekend works', null],
        ['not this weekend', null],
      ],
    );
  });

  it('reads hours and halves of the day as they are said', () => {
    expectAll(TUESDAY_OR_WEDNESDAY, [
      ['half past 2', WEDNESDAY_1430],
      ['two thirty', WEDNESDAY_1430],
      ['2.30', WEDNESDAY_1430],
      ['14:30', WEDNESDAY_1430],
      ['wed pm', WEDNESDAY_1430],
      ['10 a m', TUESDAY_10],
      ['10 o clock', TUESDAY_10],
      ['10 sharp', TUESDAY_10],
      ['first thing tomorrow', TUESDAY_10],
      ['10am central', TUESDAY_10],
      ['10am eastern works', null],
      ['10 est', null],
      ['2.5 baths', null],
      ['2.30 million', null],
    ]);
    expectAll(
      [TUESDAY_9, TUESDAY_1730],
      [
        ['tuesday am', TUESDAY_9],
        ['tuesday pm', TUESDAY_1730],
        ['the early one', TUESDAY_9],
        ['the late one', TUESDAY_1730],
        ['whichever is later', TUESDAY_1730],
        ['whichever is sooner', TUESDAY_9],
        ['quarter to 9 works', null],
        ["I'm running late", null],
      ],
    );
  });

  it('reads days as they are written', () => {
    expectAll(
      [TODAY_15, TUESDAY_NOON],
      [
        ['2day', TODAY_15],
        ['later today', TODAY_15],
        ['2morrow', TUESDAY_NOON],
        ['tomo works', TUESDAY_NOON],
        ['the 24', TUESDAY_NOON],
        ['the second choice is better', TUESDAY_NOON],
      ],
    );
  });

  it('who says that any would do is booked only into one of those', () => {
    expectAll(TUESDAY_OR_WEDNESDAY, [
      ['anytime wednesday', WEDNESDAY_1430],
      ['any time in the afternoon', WEDNESDAY_1430],
      ['either works but the later one is better', WEDNESDAY_1430],
      ['either works, wednesday is better', WEDNESDAY_1430],
      ['either tuesday or thursday', TUESDAY_10],
      ['either works, how much is it?', TUESDAY_10],
      ['any time thursday', null],
      ['any time tomorrow afternoon', null],
      ['either works, is 11 possible?', null],
      ['either works, tuesday at 3', null],
    ]);
  });

  it('never books what is ruled out', () => {
    expectAll(TUESDAY_OR_WEDNESDAY, [
      ['anything but tuesday', null],
      ['any day but wednesday', null],
      ['any of those but tuesday', null],
      ['any time other than tuesday', null],
      ['tuesday works but not before 11', null],
      ['either is fine, but not before 12', null],
      ['wednesday not tuesday', WEDNESDAY_1430],
      ['wednesday instead of tuesday', WEDNESDAY_1430],
      ['2:30 not 10', WEDNESDAY_1430],
      ['the second not the first', WEDNESDAY_1430],
      ['not tuesday but wednesday', WEDNESDAY_1430],
      ['only tuesday', TUESDAY_10],
      ['tuesday works, I have a meeting after 11', TUESDAY_10],
      ['tuesday works. Before that, what do I prepare?', TUESDAY_10],
    ]);
  });
});
