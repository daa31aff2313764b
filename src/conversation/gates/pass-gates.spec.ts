import { loadBusinessProfile } from '../../config/business-profile';
import type { OutgoingText, Truth } from './gate';
import { passTextGates } from './pass-gates';

const TRUTH: Truth = {
  profile: loadBusinessProfile('config/business.json'),
  knownTexts: [],
  isBooked: false,
  isHandedOff: false,
  previousReply: null,
};

const byClaude = (text: string): OutgoingText => ({ text, author: 'claude' });
const byProfile = (text: string): OutgoingText => ({ text, author: 'wording' });

function gateOf(draft: OutgoingText, truth: Partial<Truth> = {}): string | null {
  const { passed, refusals } = passTextGates([draft], { ...TRUTH, ...truth });
  return passed === null ? (refusals[0]?.gate ?? 'none') : null;
}

describe('gates: the pipeline', () => {
  it('lets the first draft go that passes, and says why those before it did not', () => {
    const drafts = [byClaude('What is your budget?'), byProfile('How soon?'), byProfile('What for?')];
    expect(passTextGates(drafts, { ...TRUTH, previousReply: 'What is your budget?' })).toEqual({
      passed: byProfile('How soon?'),
      refusals: [{ author: 'claude', gate: 'repetition', reason: 'was said just before' }],
    });
  });

  it('lets nothing go when no draft passes', () => {
    expect(passTextGates([byClaude('👍'), byProfile(' ')], TRUTH)).toEqual({
      passed: null,
      refusals: [
        { author: 'claude', gate: 'sms', reason: 'nothing is left to send' },
        { author: 'wording', gate: 'sms', reason: 'nothing is left to send' },
      ],
    });
  });

  it('sends the text as it fits into an SMS', () => {
    expect(passTextGates([byClaude('It’s great 👍')], TRUTH).passed).toEqual(byClaude("It's great"));
  });

  it.each(['{slots} works?', 'Hi [Name], which area?', 'Hi <first name>, which area?', 'Hi {}'])(
    'refuses an unfilled placeholder: %p',
    (text) => {
      expect([gateOf(byClaude(text)), gateOf(byProfile(text))]).toEqual(['sms', 'sms']);
    },
  );

  it('refuses what Claude wrote too long, and cuts the wording of the profile', () => {
    const long = `${'word '.repeat(60)}end. ${'more '.repeat(60)}end.`;
    expect(gateOf(byClaude(long))).toBe('sms');
    expect(passTextGates([byProfile(long)], TRUTH).passed?.text).toMatch(/^(?:word ){60}end\.$/);
  });

  it('refuses what Claude wrote in letters that an SMS of ours cannot carry', () => {
    expect([gateOf(byClaude('Hi Ольга, which area?')), gateOf(byProfile('Hi Ольга, which area?'))]).toEqual([
      'sms',
      null,
    ]);
  });

  it.each([
    ['Which area?', 'which area'],
    ['Hi, assistant here. Reply STOP to opt out. Which area?', 'Which area?'],
  ])('after %p refuses %p as said just before', (previousReply, text) => {
    expect([gateOf(byClaude(text), { previousReply }), gateOf(byProfile(text), { previousReply })]).toEqual([
      'repetition',
      'repetition',
    ]);
  });

  it.each([
    ['Which area? How soon?', 'Which area?'],
    ['$500 then?', '500 then?'],
    ['Subarea?', 'area?'],
  ])('after %p lets %p go', (previousReply, text) => {
    expect(gateOf(byProfile(text), { previousReply })).toBeNull();
  });
});
