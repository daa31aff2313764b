import type { BusinessProfile } from '../../config';
import { passTextGates } from './pass-gates';
import type { Truth } from './gate';

/** Wordings that are only said when a person has been told. */
const WITH_HANDOFF: ReadonlySet<string> = new Set([
  'booking.callSoon',
  'booking.callLater',
  'booking.inGoodHands',
  'human',
  'call',
  'upset',
  'appointmentChange',
  'safe',
  'answers.advice',
  'answers.listings',
  'answers.homeValue',
  'answers.fees',
  'answers.other',
]);

/** What stands for the values that are only known later. */
const SAMPLES: Readonly<Record<string, string>> = {
  name: ' Sam',
  slots: 'Tuesday at 10 AM or Wednesday at 2:30 PM',
  slot: 'Monday the 7th at 10 AM',
  opens: 'tomorrow at 9 AM',
};

/** A sentence of the profile, filled with sample values; `path` as in "lead.area". */
export interface SampleWording {
  readonly path: string;
  readonly text: string;
  /** What is true when it is said. */
  readonly truth: Truth;
}

/** Every sentence of the profile as the bots could say it. */
export function sampleWordings(profile: BusinessProfile): readonly SampleWording[] {
  const { agent, team, market } = profile;
  const values: Readonly<Record<string, string>> = { ...SAMPLES, agent, team, market };
  return wordingsIn(profile.wording).map(([path, wording]) => ({
    path,
    text: wording.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder),
    truth: {
      profile,
      answering: '',
      knownTexts: Object.values(SAMPLES),
      isBooked: path === 'booking.booked',
      isHandedOff: WITH_HANDOFF.has(path),
      previousReply: null,
    },
  }));
}

/**
 * The wordings of a profile that the gates would hold back whenever they are to be said.
 * @returns one line each: the wording's place in the profile and why.
 */
export function refusedWordings(profile: BusinessProfile): readonly string[] {
  return sampleWordings(profile).flatMap(({ path, text, truth }) => {
    const { refusals } = passTextGates([{ text, author: 'wording' }], truth);
    return refusals.map(({ gate, reason }) => `wording.${path}: the gate ${gate} refuses "${text}": ${reason}`);
  });
}

function wordingsIn(value: unknown, path: readonly string[] = []): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => wordingsIn(item, path));
  return Object.entries(value as object).flatMap(([key, item]) => wordingsIn(item, [...path, key]));
}
