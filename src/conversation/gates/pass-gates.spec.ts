import fc from 'fast-check';
import { loadBusinessProfile } from '../../config/business-profile';
import { refuseUnfairHousing } from './fair-housing';
import type { OutgoingText, Truth } from './gate';
import { judgedText } from './judged-text';
import { passTextGates } from './pass-gates';
import { refuseRepetition } from './repetition';
import { MAX_SMS_CHARACTERS, toSmsText } from './sms-text';
import { refuseFalseClaims } from './true-claims';

const TRUTH: Truth = {
  profile: loadBusinessProfile('config/business.json'),
  answering: '',
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

  const INNOCENT = [
    'Got it.',
    'Which area?',
    'Thanks 👍',
    'What is your budget?',
    'Okay, 3 beds',
    '…',
    'No problem',
    '\n',
  ];
  const HOSTILE = [
    'Plano is a safe area',
    'great for families',
    'the schools are top rated',
    'perfect for a young couple',
    'are you married?',
    'what country are you from?',
    'no section 8',
    'close to church',
    "you're booked",
    'Jorge will call you',
    'we will pay $500,000 cash',
    'your home is worth $1M',
    'I found a home for you',
    'I guarantee it',
    "I'm a real person",
    'rates are low',
    'you can deduct that',
    'another buyer is interested',
    "it won't last",
  ];
  const author = fc.constantFrom<OutgoingText['author']>('wording', 'claude');
  const anyDraft = fc.record({
    text: fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 700 }),
      fc.array(fc.constantFrom(...INNOCENT, ...HOSTILE), { maxLength: 12 }).map((parts) => parts.join(' ')),
    ),
    author,
  });
  const anyTruth = fc.record({
    isBooked: fc.boolean(),
    isHandedOff: fc.boolean(),
    answering: fc.constantFrom('', 'is it safe there?', '3 beds in Plano'),
    previousReply: fc.constantFrom(null, 'Got it.', 'Which area?'),
  });

  it('lets only go what every gate lets go, within three segments, and lets that go again', () => {
    fc.assert(
      fc.property(fc.array(anyDraft, { maxLength: 4 }), anyTruth, (drafts, known) => {
        const truth = { ...TRUTH, ...known };
        const { passed, refusals } = passTextGates(drafts, truth);
        expect(refusals.length).toBe(
          passed === null ? drafts.length : drafts.findIndex((_, at) => at === refusals.length),
        );
        if (passed === null) return;
        const judged = judgedText(passed, truth.profile);
        expect([refuseRepetition, refuseUnfairHousing, refuseFalseClaims].map((gate) => gate(judged, truth))).toEqual([
          null,
          null,
          null,
        ]);
        expect(passed.text.length).toBeLessThanOrEqual(MAX_SMS_CHARACTERS);
        expect(toSmsText(passed.text)).toEqual({ text: passed.text, isWhole: true });
        expect(passTextGates([passed], truth)).toEqual({ passed, refusals: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('lets nothing go with a forbidden part, whoever wrote it and whatever stands around it', () => {
    const frame = fc.array(fc.constantFrom(...INNOCENT), { maxLength: 3 }).map((parts) => parts.join(' '));
    const styles = [
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.replaceAll(' ', '  '),
      (text: string) => text.replaceAll("'", '’'),
      (text: string) => text.replaceAll(' ', '\u00a0'),
      (text: string) => text.replaceAll('a', 'a\u200b'),
      (text: string) => text.replaceAll('e', 'é'),
    ];
    fc.assert(
      fc.property(
        frame,
        fc.constantFrom(...HOSTILE),
        fc.constantFrom(...styles),
        frame,
        author,
        (before, part, style, after, by) => {
          const draft = { text: `${before} ${style(part)}. ${after}`, author: by };
          expect(passTextGates([draft], TRUTH).passed).toBeNull();
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('never quotes what it refuses', () => {
    fc.assert(
      fc.property(anyDraft, anyTruth, ({ text, author: by }, known) => {
        const { refusals } = passTextGates([{ text: `${text} 972-555-0123 q9z`, author: by }], { ...TRUTH, ...known });
        for (const { reason } of refusals) expect(reason).not.toMatch(/972|0123|q9z/);
      }),
    );
  });
});
