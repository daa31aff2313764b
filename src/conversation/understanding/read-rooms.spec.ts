import { toPlainText } from './plain-text';
import { readRooms } from './read-rooms';

describe('readRooms', () => {
  it.each<[text: string, beds: number | null, baths: number | null]>([
    ['3/2', 3, 2],
    ['looking for 3/2 in plano', 3, 2],
    ['4/2.5', 4, 2.5],
    ['3/2/2', 3, 2],
    ['3 bed 2 bath', 3, 2],
    ['3 bed 2 under 500', 3, 2],
    ['3br 2ba', 3, 2],
    ['3bd/2ba', 3, 2],
    ['3b2b', 3, 2],
    ['4 bedrooms', 4, null],
    ['four bed three bath', 4, 3],
    ['3-bedroom', 3, null],
    ['3-4 bedrooms', 3, null],
    ['4+ bed', 4, null],
    ['2.5 baths', null, 2.5],
    ['2 1/2 baths', null, 2.5],
    ['two and a half baths', null, 2.5],
    ['moving on 3/2', null, null],
    ['by 3/2', null, null],
    ['24/7', null, null],
    ['1/2 acre', null, null],
    ['11/23/2026', null, null],
    ['30 days', null, null],
    ['75 bedrooms', null, null],
  ])('%s: %s bed %s bath', (text, beds, baths) => {
    expect(readRooms(toPlainText(text), false)).toEqual({ beds, baths });
  });

  it('takes 3/2 for a date where a date was asked for', () => {
    expect(readRooms('3/2', true)).toEqual({ beds: null, baths: null });
  });
});
