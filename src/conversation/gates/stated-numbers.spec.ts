import { loadBusinessProfile } from '../../config/business-profile';
import type { Truth } from './gate';
import { judgedText } from './judged-text';
import { refuseFalseClaims } from './true-claims';

const TRUTH: Truth = {
  profile: loadBusinessProfile('config/business.json'),
  answering: '',
  knownTexts: [],
  isBooked: false,
  isHandedOff: false,
  previousReply: null,
};

const refusal = (text: string, truth: Partial<Truth> = {}) =>
  refuseFalseClaims(judgedText({ text, author: 'claude' }, TRUTH.profile), { ...TRUTH, ...truth });
const refusalOfWording = (text: string) =>
  refuseFalseClaims(judgedText({ text, author: 'wording' }, TRUTH.profile), TRUTH);

describe('gates: numbers, days and links', () => {
  it.each([
    ['a sum', 'Is $600,000 the most?', ['600k']],
    ['a sum', 'Is $600k the most?', ['{"budgetMaxUsd":600000}']],
    ['a sum', 'Up to $1.2M?', ['1.2 million tops']],
    ['a sum', 'Between 400 and 450k?', ['$400,000 to $450,000']],
    ['a sum', 'So half a million?', ['500k']],
    ['a time', 'Does 10:30 AM work?', ['tomorrow at 10 or 10:30 AM']],
    ['a time', 'Does 10 AM work?', ['tomorrow at 10 or 10:30 AM']],
    ['a time', 'At 3 PM then?', ['call me at 3']],
    ['a time', 'At 3 then?', ['call me at 3pm']],
    ['a day', 'Tuesday or Wednesday?', ['Tuesday at 10 AM or Wednesday at 2:30 PM']],
    ['a day', 'Does tomorrow work?', ['can we talk tomorrow']],
    ['a date', 'By 11/30?', ['we must be out by 11/30/2026']],
    ['a count', '3 beds and 2.5 baths, right?', ['3 bed 2.5 bath']],
    ['a count', 'Three bedrooms, right?', ['3br']],
    ['a count', 'In 3 months?', ['{"timeline":"3_months"}']],
    ['a percentage', 'So 20% it is?', ['20 percent down']],
    ['a phone number', 'Is 972-555-0123 the best number?', ['call (972) 555 0123']],
    ['an address', 'Is it 1234 Main Street?', ['1234 Main St']],
    ['a time', 'Does 14:30 work?', ['how about 14:30']],
    ['a time', 'Does 2:30 work?', ['2:30 PM is free']],
    ['a sum', 'Is 450,000 the most?', ['$450,000']],
    ['a sum', 'Would 450 do?', ['$450,000']],
    ['a sum', 'Would $1,000 do?', ['1000']],
  ])('lets %s go that has been named: %p', (_, text, knownTexts) => {
    expect([refusal(text, { knownTexts }), refusal(text)]).toEqual([null, expect.stringMatching(/^names a/)]);
  });

  it.each([
    ['names a sum that nobody has named', 'Would $650k do?', ['600k']],
    ['names a sum that nobody has named', 'Would 600 thousand do?', ['600 days']],
    ['names a time that nobody has named', 'Does 10:30 PM work?', ['tomorrow at 10:30 AM']],
    ['names a time that nobody has named', 'Does 3 PM work?', ['3 beds']],
    ['names a day that nobody has named', 'Does Thursday work?', ['Tuesday works']],
    ['names a day that nobody has named', 'How about noon?', []],
    ['names a day that nobody has named', 'Out by March?', ['out by may']],
    ['names a date that nobody has named', 'By 12/15?', ['by 11/15']],
    ['names a percentage that nobody has named', 'With 6% commission?', ['6 beds']],
    ['names a percentage that nobody has named', 'With 20 percent down?', ['20 days']],
    ['names a phone number that nobody has named', 'Text 972-555-0199 please.', ['my number is 972-555-0123']],
    ['names a number that nobody has named', 'Is it 4321 Main Street?', ['1234 Main St']],
    ['names a number that nobody has named', 'Four bedrooms, right?', ['3 beds']],
    ['names a number that nobody has named', 'Built in 1990?', []],
    ['names a time that nobody has named', 'Does 14:30 work?', ['how about 14:00']],
    ['names a time that nobody has named', 'Does 2:30 PM work?', ['2:30 AM is free']],
    ['names a sum that nobody has named', 'Would $999 do?', ['999 days']],
    ['names a link that is not in the profile', 'See www.example.com/homes', ['www.example.com/homes']],
    ['names a link that is not in the profile', 'See https://bit.ly/2x', []],
    ['names a link that is not in the profile', 'Mail jorge@example.com please', []],
    ['names a link that is not in the profile', 'Public sources such as example.org can tell you.', []],
  ])('%s: %p', (reason, text, knownTexts) => {
    expect(refusal(text, { knownTexts })).toBe(reason);
  });

  it("may repeat the numbers and links of the profile's wording", () => {
    const { wording } = TRUTH.profile;
    const profile = {
      ...TRUTH.profile,
      wording: { ...wording, help: ['See greatschools.org, open 24/7, line 214-555-0100'] },
    };
    const text = 'Would 30 to 45 days work? greatschools.org is public, and 214-555-0100 is best.';
    expect([refusal(text, { profile }), refusal(text)]).toEqual([null, expect.stringMatching(/^names a/)]);
    for (const link of ['www.greatschools.org', 'https://greatschools.org/plano']) {
      expect(refusal(`Would ${link} do?`, { profile })).toBeNull();
    }
    expect(refusal('Would greatschools.org.example.com do?', { profile })).not.toBeNull();
  });

  it("leaves the profile's own numbers and links to the agent", () => {
    expect(refusalOfWording('Open 24/7. Tuesday at 10 AM? See example.com or 214-555-0100. 6% it is.')).toBeNull();
  });
});
