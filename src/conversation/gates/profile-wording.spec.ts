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
    const seller = samples.filter(({ path }) => path.startsWith('seller.'));
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
});
