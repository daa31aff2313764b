import { declines } from './read-decline';

describe('bots: nothing to follow up', () => {
  it.each([
    'not interested',
    "I'm not interested, thanks",
    'no longer interested',
    'No thanks',
    'no thank you',
    "we're not selling anymore",
    'not looking right now',
    'we already sold',
    'I already have a realtor',
    'working with another agent',
    'we decided not to sell',
    'changed our minds',
  ])('is what "%s" says', (text) => {
    expect(declines(text)).toBe(true);
  });

  it.each([
    'not interested in a condo, only houses',
    'thanks',
    'no, 3 beds is fine',
    'looking in Frisco',
    'not sure yet',
    'no problem',
    'not before spring',
    'I want to sell',
    'no thanks to the last agent we lost months',
    'we need an agent',
    'the house next door just sold for 500k',
  ])('is not what "%s" says', (text) => {
    expect(declines(text)).toBe(false);
  });
});
