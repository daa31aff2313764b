import { styledProfile } from '../../config';
import type { BusinessProfile } from '../../config';
import { passTextGates } from './pass-gates';
import type { Truth } from './gate';

/** Wordings that are only said when a person has been told. */
const WITH_HANDOFF: ReadonlySet<string> = new Set([
  'wording.booking.callSoon',
  'wording.booking.callLater',
  'wording.booking.inGoodHands',
  'wording.human',
  'wording.call',
  'wording.upset',
  'wording.appointmentChange',
  'wording.safe',
  'wording.answers.advice',
  'wording.answers.listings',
  'wording.answers.homeValue',
  'wording.answers.fees',
  'wording.answers.other',
]);

/** Wordings that are only said of an appointment that there is. */
const WHEN_BOOKED: ReadonlySet<string> = new Set(['wording.booking.booked', 'followUp.wording.appointmentReminder']);

/** The value that only some wordings are given, and which of them cannot do without it. */
const GIVEN: Readonly<Record<string, { readonly name: string; readonly isNeeded: boolean }>> = {
  'wording.booking.offer': { name: 'slots', isNeeded: true },
  'wording.booking.offerAgain': { name: 'slots', isNeeded: true },
  'wording.booking.booked': { name: 'slot', isNeeded: true },
  'wording.booking.callLater': { name: 'opens', isNeeded: false },
  'followUp.wording.appointmentReminder': { name: 'slot', isNeeded: true },
};

/** What stands for the values that are only known later. */
const SAMPLES: Readonly<Record<string, string>> = {
  name: ' Sam',
  slots: 'Tuesday at 10 AM or Wednesday at 2:30 PM',
  slot: 'Monday the 7th at 10 AM',
  opens: 'tomorrow at 9 AM',
};

/** A sentence of the profile, filled with sample values; `path` as in "wording.lead.area". */
export interface SampleWording {
  readonly path: string;
  readonly text: string;
  /** The value that it has to name and does not; `null`: it names what it has to. */
  readonly missing: string | null;
  /** What is true when it is said. */
  readonly truth: Truth;
}

/** Every sentence of the profile as the bots could say it, in both styles, and asked or unasked. */
export function sampleWordings(given: BusinessProfile): readonly SampleWording[] {
  const { wording, followUp } = given;
  return [
    ...samplesOf(given, wordingsIn(wording, ['wording'])),
    ...samplesOf(given, wordingsIn(followUp?.wording ?? {}, ['followUp', 'wording'])),
    ...samplesOf(styledProfile(given, 'B'), wordingsIn(given.styleB?.wording ?? {}, ['styleB', 'wording'])),
  ];
}

function samplesOf(
  profile: BusinessProfile,
  wordings: readonly (readonly [path: string, wording: string])[],
): readonly SampleWording[] {
  const { agent, team, market } = profile;
  const always = { agent, team, market, name: SAMPLES.name };
  return wordings.map(([path, wording]) => ({
    path,
    text: fillSample(wording, path, always),
    missing: missingIn(wording, path),
    truth: {
      profile,
      answering: '',
      knownTexts: Object.values(SAMPLES),
      isBooked: WHEN_BOOKED.has(path),
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
  return sampleWordings(profile).flatMap(({ path, text, missing, truth }) => {
    if (missing !== null) return [`${path}: "${text}" does not name {${missing}}`];
    const { refusals } = passTextGates([{ text, author: 'wording' }], truth);
    return refusals.map(({ gate, reason }) => `${path}: the gate ${gate} refuses "${text}": ${reason}`);
  });
}

/** What a wording is not given stays a placeholder, as it would in a reply; the gates refuse it. */
function fillSample(wording: string, path: string, always: Readonly<Record<string, string | undefined>>): string {
  const { name: given } = givenAt(path);
  const valueOf = (name: string) => (name === given ? SAMPLES[name] : always[name]);
  return wording.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => valueOf(name) ?? placeholder);
}

function missingIn(wording: string, path: string): string | null {
  const { name, isNeeded } = givenAt(path);
  return isNeeded && !wording.includes(`{${name}}`) ? name : null;
}

/** A second style is given what the first is. */
function givenAt(path: string) {
  return GIVEN[path.replace(/^styleB\./, '')] ?? { name: '', isNeeded: false };
}

function wordingsIn(value: unknown, path: readonly string[] = []): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => wordingsIn(item, path));
  return Object.entries(value as object).flatMap(([key, item]) => wordingsIn(item, [...path, key]));
}
