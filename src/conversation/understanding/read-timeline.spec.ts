import { toPlainText } from './plain-text';
import { readTimeline, stepFor } from './read-timeline';
import type { Timeline } from './facts';

const TODAY = '2026-11-23';

describe('readTimeline', () => {
  it.each<[text: string, step: Timeline]>([
    ['in 2 weeks', 'immediate'],
    ['asap', 'immediate'],
    ['2wks', 'immediate'],
    ['ready to go now', 'immediate'],
    ['need to move yesterday', 'immediate'],
    ['the sooner the better', 'immediate'],
    ['by friday', 'immediate'],
    ['end of the month', 'immediate'],
    ['first of the month', 'immediate'],
    ['next month', '1_month'],
    ['30 days', '1_month'],
    ['thirty days', '1_month'],
    ['a few weeks', '1_month'],
    ['2 to 3 weeks', '1_month'],
    ['in december', '1_month'],
    ['45 days', '2_months'],
    ['in a couple of months', '2_months'],
    ['6-8 weeks', '2_months'],
    ['a month or two', '2_months'],
    ['a month and a half', '2_months'],
    ['by Christmas', '2_months'],
    ['by end of year', '2_months'],
    ['in january', '2_months'],
    ['we have to be out by Jan 15', '2_months'],
    ['90 days', '3_months'],
    ['Within the next 60-90 days', '3_months'],
    ['two to three months', '3_months'],
    ['relocating in February', '3_months'],
    ['6 months', '6_months'],
    ['3 to 6 months', '6_months'],
    ['half a year', '6_months'],
    ['by spring', '6_months'],
    ['in march', '6_months'],
    ['lease is up in April', '6_months'],
    ['our lease ends 3/31', '6_months'],
    ['Q1', '3_months'],
    ['early next year', '6_months'],
    ['not looking for another 6 months', '6_months'],
    ['no rush, maybe next spring', '6_months'],
    ['this summer', '1_year'],
    ['not until summer', '1_year'],
    ['by june 15th', '1_year'],
    ['a year or so', '1_year'],
    ['next year', '1_year'],
    ['sometime in 2027', '1_year'],
    ['in 18 months', '1_year'],
    ['maybe in the fall', '1_year'],
    ['a year or two', 'flexible'],
    ['in 3 years', 'flexible'],
    ['no rush', 'flexible'],
    ['not in a hurry', 'flexible'],
    ['just looking', 'flexible'],
    ['no set timeline', 'flexible'],
    ['not asap', 'flexible'],
    ['just looking for a house in Plano', 'unknown'],
    ['we lived here 20 years', 'unknown'],
    ['the roof is 10 years old', 'unknown'],
    ['been looking for 6 months', 'unknown'],
    ['6 months ago', 'unknown'],
    ['30 year fixed', 'unknown'],
    ['$2000 a month', 'unknown'],
    ['in 10 years', 'unknown'],
    ['built in March', 'unknown'],
    ['my dad died in June', 'unknown'],
    ["I'm at work right now", 'unknown'],
    ['call me tomorrow', 'unknown'],
    ['we march to our own beat', 'unknown'],
    ['I may do that', 'unknown'],
    ['looking for 3/2 in plano', 'unknown'],
  ])('%s is %s', (text, step) => {
    expect(readTimeline(toPlainText(text), TODAY, false)).toBe(step);
  });

  it.each<[text: string, step: Timeline]>([
    ['45', '2_months'],
    ['30-45', '2_months'],
    ['prefer 60', '2_months'],
    ['as soon as I find a place', 'flexible'],
    ['now', 'immediate'],
    ['tomorrow', 'immediate'],
    ['may', '6_months'],
    ['whenever', 'flexible'],
    ['soon', 'unknown'],
    ['600', 'unknown'],
    ['I may need to think', 'unknown'],
    ['it may be', 'unknown'],
    ['3/15', '6_months'],
  ])('asked for, %s is %s', (text, step) => {
    expect(readTimeline(toPlainText(text), TODAY, true)).toBe(step);
  });

  it.each<[text: string, today: string, step: Timeline]>([
    ['by summer', '2026-05-20', 'immediate'],
    ['by summer', '2026-07-20', '2_months'],
    ['this summer', '2026-03-10', '6_months'],
    ['in march', '2026-03-10', '1_month'],
    ['in march', '2026-03-20', 'immediate'],
    ['in march', '2026-04-02', '1_year'],
    ['end of february', '2027-01-30', '1_month'],
    ['this winter', '2027-01-10', '2_months'],
    ['by christmas', '2026-12-26', '1_year'],
    ['by 12/1', '2026-11-23', 'immediate'],
    ['next month', '2026-12-31', '1_month'],
    ['early march', '2026-12-10', '3_months'],
    ['late march', '2026-12-10', '6_months'],
    ['by the 31st', '2026-11-23', '2_months'],
    ['by the 20th', '2026-11-23', '1_month'],
    ['not until 2027', '2026-11-23', '1_year'],
    ['before valentines day', '2026-11-23', '3_months'],
    ['in march', 'not a date', 'unknown'],
  ])('%s, said on %s, is %s', (text, today, step) => {
    expect(readTimeline(toPlainText(text), today, false)).toBe(step);
  });

  it('maps days to the first step that is not shorter', () => {
    const days = [0, 14, 15, 31, 32, 62, 63, 93, 94, 186, 187, 365, 550, 551];
    expect(days.map(stepFor)).toEqual(
      'immediate immediate 1_month 1_month 2_months 2_months 3_months 3_months 6_months 6_months 1_year 1_year 1_year flexible'.split(
        ' ',
      ),
    );
  });
});
