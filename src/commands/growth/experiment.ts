import { assignVariant, Outcomes, styleVerdict } from '../../growth';
import type { Happening, Participation, Variant } from '../../growth';
import { logNormal } from './random';

const FEATURE = 'ab_response_style_testing';
export const START_MS = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;
const SOURCES = ['zillow', 'website', 'referral'] as const;
const REPLY_RATE = 0.5;
const HOT_HANDOFF_RATE = 0.3;
/** Of the logarithm of waiting times: the middle two thirds lie within a factor of e about the median. */
const WAIT_SPREAD = 1;

/** What is true of the leads of a variant, and what an experiment is to find out. */
export interface Truth {
  readonly bookedRate: number;
  readonly optOutRate: number;
  /** Median from the request for a person to what the person writes. */
  readonly handoffSeconds: number;
}

export interface Experiment {
  /** Makes its contacts others than those of another experiment. */
  readonly name: string;
  readonly leads: number;
  readonly truths: Readonly<Record<Variant, Truth>>;
  /** Whether the auto-stop looks on, and whether its first verdict to pause ends the experiment. */
  readonly autoStop: 'off' | 'watches' | 'ends';
}

export interface ExperimentResult {
  readonly participations: readonly Participation[];
  /** The lead after whose opt-out the verdict was to pause first, from 1, and the opt-outs until then. */
  readonly pausedAfter: { readonly leads: number; readonly optOuts: number } | null;
}

/** Sends synthetic leads through the service's own assignment, records and auto-stop. */
export function runExperiment({ name, leads, truths, autoStop }: Experiment, random: () => number): ExperimentResult {
  const outcomes = new Outcomes();
  let pausedAfter: ExperimentResult['pausedAfter'] = null;
  let optOuts = 0;
  for (let lead = 1; lead <= leads && !(autoStop === 'ends' && pausedAfter); lead += 1) {
    const happenings = sendLead(outcomes, `${name}-${lead}`, truths, { random, atMs: START_MS + lead * MINUTE_MS });
    if (!happenings.some(({ kind }) => kind === 'opted_out')) continue;
    optOuts += 1;
    if (autoStop !== 'off' && pausedAfter === null && styleVerdict(outcomes.of(FEATURE)).pause)
      pausedAfter = { leads: lead, optOuts };
  }
  return { participations: outcomes.of(FEATURE), pausedAfter };
}

interface Chance {
  readonly random: () => number;
  readonly atMs: number;
}

function sendLead(
  outcomes: Outcomes,
  contactId: string,
  truths: Experiment['truths'],
  { random, atMs }: Chance,
): readonly Happening[] {
  const source = SOURCES[Math.floor(random() * SOURCES.length)] ?? SOURCES[0];
  const { variant } = assignVariant(contactId, source);
  const exposure = { contactId, feature: FEATURE, arm: 'treatment', variant, segment: null, source, atMs } as const;
  outcomes.add({ type: 'exposed', ...exposure });
  const happenings = happeningsOf(contactId, truths[variant], { random, atMs });
  for (const happening of happenings) outcomes.add({ type: 'happened', ...happening });
  return happenings;
}

function happeningsOf(
  contactId: string,
  { bookedRate, optOutRate, handoffSeconds }: Truth,
  { random, atMs }: Chance,
): readonly Happening[] {
  const happens = (kind: Happening['kind'], happensAtMs = atMs) => [
    { contactId, kind, isHot: true, atMs: happensAtMs },
  ];
  const waitMs = logNormal(random, handoffSeconds, WAIT_SPREAD) * 1_000;
  return [
    ...(random() < REPLY_RATE ? happens('replied') : []),
    ...(random() < bookedRate ? happens('booked') : []),
    ...(random() < optOutRate ? happens('opted_out') : []),
    ...(random() < HOT_HANDOFF_RATE ? [...happens('handoff_asked'), ...happens('person_wrote', atMs + waitMs)] : []),
  ];
}
