import { loadBusinessProfile } from '../../config/business-profile';
import type { BusinessProfile } from '../../config';
import { MAX_SMS_CHARACTERS } from './sms-text';
import { passTextGates } from './pass-gates';
import type { Truth } from './gate';

const PROFILES = ['config/business.json', 'config/business.rancho-cucamonga.json'];

/** Wordings that are only said when this is so. */
const TRUE_BY_THEN: Readonly<Record<string, Partial<Truth>>> = {
  'booking.booked': { isBooked: true },
  'booking.callSoon': { isHandedOff: true },
  'booking.callLater': { isHandedOff: true },
  'booking.inGoodHands': { isHandedOff: true },
  human: { isHandedOff: true },
};

const valuesOf = ({ agent, team, market }: BusinessProfile): Readonly<Record<string, string>> => ({
  agent,
  team,
  market,
  name: ' Christian',
  slots: 'Tuesday at 10 AM or Wednesday at 2:30 PM',
  slot: 'Monday the 7th at 10 AM',
  opens: 'tomorrow at 9 AM',
});

/** Every wording with its path: "lead.area", "booking.offer". */
function wordingsIn(value: unknown, path: readonly string[] = []): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => wordingsIn(item, path));
  return Object.entries(value as object).flatMap(([key, item]) => wordingsIn(item, [...path, key]));
}

describe.each(PROFILES)('gates: the wording of %s', (file) => {
  const profile = loadBusinessProfile(file);
  const values = valuesOf(profile);
  const filled = wordingsIn(profile.wording).map(
    ([path, text]) => [path, text.replaceAll(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all)] as const,
  );
  const introduction = filled.find(([path]) => path === 'introduction')?.[1] ?? '';

  it.each(filled)('lets %s go, with the introduction too: %p', (path, text) => {
    const truth: Truth = {
      profile,
      answering: '',
      knownTexts: [],
      isBooked: false,
      isHandedOff: false,
      previousReply: null,
      ...TRUE_BY_THEN[path],
    };
    for (const draft of [text, `${introduction} ${text}`]) {
      expect(passTextGates([{ text: draft, author: 'wording' }], truth)).toEqual({
        passed: { text: draft, author: 'wording' },
        refusals: [],
      });
    }
    expect(text.length).toBeLessThanOrEqual(MAX_SMS_CHARACTERS);
  });

  it("lets Claude's first reply go with the introduction in front of it", () => {
    const truth = { profile, answering: 'hi', knownTexts: ['Christian'], isBooked: false, isHandedOff: false };
    const text = `${introduction} Thanks for reaching out! Are you looking to buy or to sell?`;
    expect(passTextGates([{ text, author: 'claude' }], { ...truth, previousReply: null }).passed?.text).toBe(text);
  });

  it.each(Object.keys(TRUE_BY_THEN))('holds %s back until it is true', (path) => {
    const truth = { profile, answering: '', knownTexts: [], isBooked: false, isHandedOff: false, previousReply: null };
    const said = filled.filter(([of]) => of === path);
    expect(said.some(([, text]) => passTextGates([{ text, author: 'wording' }], truth).passed === null)).toBe(true);
  });
});
