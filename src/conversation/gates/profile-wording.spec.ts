import type { BusinessProfile, FollowUpProfile } from '../../config';
import { loadBusinessProfile } from '../../config/business-profile';
import { refusedWordings, sampleWordings } from './check-wordings';
import { passTextGates } from './pass-gates';
import { MAX_SMS_CHARACTERS } from './sms-text';

const PROFILES = ['config/business.json', 'config/business.rancho-cucamonga.json'];

describe.each(PROFILES)('gates: the wording of %s', (file) => {
  const samples = sampleWordings(loadBusinessProfile(file));
  const introduction = samples.find(({ path }) => path === 'wording.introduction')?.text ?? '';

  it.each(samples.map((sample) => [sample.path, sample] as const))(
    'lets %s go, with the introduction too',
    (_, sample) => {
      const { text, truth } = sample;
      for (const draft of [text, `${introduction} ${text}`]) {
        expect(passTextGates([{ text: draft, author: 'wording' }], truth)).toEqual({
          passed: { text: draft, author: 'wording' },
          refusals: [],
        });
      }
      expect(text.length).toBeLessThanOrEqual(MAX_SMS_CHARACTERS);
    },
  );

  it("lets Claude's first reply go with the introduction in front of it", () => {
    const [sample] = samples;
    if (!sample) throw new Error('the profile has no wordings');
    const truth = { ...sample.truth, answering: 'hi', isBooked: false, isHandedOff: false };
    const text = `${introduction} Thanks for reaching out! Are you looking to buy or to sell?`;
    expect(passTextGates([{ text, author: 'claude' }], truth).passed?.text).toBe(text);
  });

  it('never uses a dash in what the seller bot says', () => {
    const seller = samples.filter(({ path }) => path.includes('wording.seller.'));
    expect(new Set(seller.map(({ path }) => path.split('.')[0]))).toEqual(new Set(['wording', 'followUp', 'styleB']));
    for (const { text } of seller) expect(text).not.toMatch(/[-–—]/);
  });
});

describe('gates: a profile of somebody else', () => {
  it('is told which of its wordings would never go out, and why', () => {
    const profile = loadBusinessProfile('config/business.json');
    const area = ['Do you want a family friendly area?', ...profile.wording.lead.area];
    const bad = { ...profile, wording: { ...profile.wording, lead: { ...profile.wording.lead, area } } };
    expect(refusedWordings(bad)).toEqual([expect.stringMatching(/^wording\.lead\.area: the gate fair_housing/)]);
    expect(refusedWordings(profile)).toEqual([]);
  });

  it.each<[string, (profile: BusinessProfile) => BusinessProfile, RegExp]>([
    [
      'a second style that judges areas',
      (profile) => withStyleB(profile, { goodbye: ['Enjoy your safe neighborhood.'] }),
      /^styleB\.wording\.goodbye: the gate fair_housing/,
    ],
    [
      'a second style that offers no times',
      (profile) => withStyleB(profile, { booking: { offer: ['{agent} would love to talk. When suits you?'] } }),
      /^styleB\.wording\.booking\.offer: .* does not name \{slots\}$/,
    ],
    [
      'a follow-up with a listing that nobody has',
      (profile) => withFollowUp(profile, { lead: ['We have found a great home for you.'] }),
      /^followUp\.wording\.lead: the gate true_claims/,
    ],
    [
      'a follow-up that names a time which it is not given',
      (profile) => withFollowUp(profile, { noShow: ['We missed you {slot}.'] }),
      /^followUp\.wording\.noShow: the gate sms .* placeholder/,
    ],
    [
      'a reminder without the time',
      (profile) => withFollowUp(profile, { appointmentReminder: ['A reminder of your appointment with {agent}.'] }),
      /^followUp\.wording\.appointmentReminder: .* does not name \{slot\}$/,
    ],
    [
      'a value in the wrong place',
      (profile) => ({ ...profile, wording: { ...profile.wording, goodbye: ['We open {opens}.'] } }),
      /^wording\.goodbye: the gate sms .* placeholder/,
    ],
  ])('does not start with %s', (_title, change, line) => {
    const refused = refusedWordings(change(loadBusinessProfile('config/business.json')));
    expect(refused).toEqual([expect.stringMatching(line)]);
  });
});

function withStyleB(profile: BusinessProfile, wording: NonNullable<BusinessProfile['styleB']>['wording']) {
  return { ...profile, styleB: { instruction: 'Write warmly.', wording } };
}

function withFollowUp(profile: BusinessProfile, change: Partial<FollowUpProfile['wording']>): BusinessProfile {
  if (!profile.followUp) throw new Error('the profile has no follow-ups');
  const { followUp } = profile;
  return { ...profile, followUp: { ...followUp, wording: { ...followUp.wording, ...change } } };
}
