import { loadBusinessProfile } from '../../config/business-profile';
import { refuseUnfairHousing } from './fair-housing';
import { judgedText } from './judged-text';

const SHIPPED = loadBusinessProfile('config/business.json');
const PROFILE = {
  ...SHIPPED,
  market: 'Grand Prairie',
  agent: 'Christian',
  team: 'The Church & Young Group',
  serviceAreas: [
    { name: 'Family Village', aliases: ['FV'] },
    { name: 'Family Village (North)', aliases: [] },
    { name: 'St. Mary', aliases: [''] },
  ],
};

const plainOf = (text: string, profile = PROFILE) => judgedText({ text, author: 'claude' }, profile).plain;

describe('gates: the names of the profile', () => {
  it.each([
    ['Homes in Family Village?', 'homes in area?'],
    ['Homes in Family Village (North) go fast', 'homes in area go fast'],
    ['FV or Grand Prairie?', 'area or area?'],
    ['FVX is no area, nor is AFV', 'fvx is no area, nor is afv'],
    ['St. Mary it is', 'area it is'],
    ['Stx Mary it is', 'stx mary it is'],
    ['The Church & Young Group can call', 'the team can call'],
    ['Christian can call', 'agent can call'],
    ['A christian, a Christian', 'a agent, a agent'],
    ['Which area?', 'which area?'],
  ])('are read as what they name: %p', (text, plain) => {
    expect(plainOf(text)).toBe(plain);
  });

  it('change nothing where the profile has none', () => {
    const nameless = { ...PROFILE, team: '', agent: '' };
    expect(plainOf('Our team is here', nameless)).toBe('our team is here');
  });

  it('are no words about families or religion, as they would be in any other text', () => {
    const truth = { answering: '', profile: PROFILE, knownTexts: [], isBooked: false, isHandedOff: false };
    const refusal = (text: string) =>
      refuseUnfairHousing(judgedText({ text, author: 'claude' }, PROFILE), { ...truth, previousReply: null });
    expect(refusal('Do you like Family Village? Christian can call.')).toBeNull();
    expect(refusal('Do you like a family village?')).toBeNull();
    expect(refusal('Do you have a family?')).not.toBeNull();
  });

  it('keep who wrote the text, and the text itself', () => {
    expect(judgedText({ text: 'Hi FV', author: 'wording' }, PROFILE)).toMatchObject({
      text: 'Hi FV',
      author: 'wording',
    });
  });
});
