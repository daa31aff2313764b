import { chooseSlot, describeSlots } from './booking';

const ZONE = 'America/Chicago';
const TUESDAY_10 = '2026-11-24T10:00:00-06:00';
const WEDNESDAY_1430 = '2026-11-25T14:30:00-06:00';
const offered = [TUESDAY_10, WEDNESDAY_1430];

describe('bots: choosing a time', () => {
  it('offers times in a sentence, in the zone of the contact', () => {
    expect(describeSlots(offered, ZONE)).toBe('Tuesday at 10 AM or Wednesday at 2:30 PM');
    expect(describeSlots([TUESDAY_10, '2026-11-24T10:30:00-06:00'], ZONE)).toBe('Tuesday at 10 or 10:30 AM');
    expect(describeSlots([TUESDAY_10, '2026-11-24T15:00:00-06:00'], ZONE)).toBe('Tuesday at 10 AM or 3 PM');
    expect(describeSlots(offered, 'America/Los_Angeles')).toBe('Tuesday at 8 AM or Wednesday at 12:30 PM');
  });

  it.each([
    ['the first one', TUESDAY_10],
    ['First works', TUESDAY_10],
    ['the earlier one', TUESDAY_10],
    ['tuesday', TUESDAY_10],
    ['Tues is good', TUESDAY_10],
    ['10 works', TUESDAY_10],
    ['10am', TUESDAY_10],
    ['the morning one', TUESDAY_10],
    ['either is fine', TUESDAY_10],
    ['the second', WEDNESDAY_1430],
    ['the later one please', WEDNESDAY_1430],
    ['the other one', WEDNESDAY_1430],
    ['wed', WEDNESDAY_1430],
    ['2:30 pm', WEDNESDAY_1430],
    ['afternoon', WEDNESDAY_1430],
    ['wednesday at 2:30', WEDNESDAY_1430],
    ['thursday', null],
    ['wednesday at 4', null],
    ['10pm', null],
    ['yes', null],
    ['neither works', null],
    ['not tuesday', null],
    ['none of them', null],
    ['what is this about?', null],
    ['', null],
  ])('reads %p', (text, expected) => {
    expect(chooseSlot(text, offered, ZONE)).toBe(expected);
  });

  it('tells two times of one day apart', () => {
    const sameDay = [TUESDAY_10, '2026-11-24T15:00:00-06:00'];
    expect(chooseSlot('tuesday', sameDay, ZONE)).toBeNull();
    expect(chooseSlot('tuesday at 3', sameDay, ZONE)).toBe(sameDay[1]);
    expect(chooseSlot('the later one on tuesday', sameDay, ZONE)).toBe(sameDay[1]);
  });
});
