import type { Arms } from './arms';
import { mannWhitneyP, medianDifferenceInterval, medianOf, medianRatioInterval } from './durations';
import { contactsPerArm, differenceInterval, proportionsP, rateOf, ratioInterval } from './proportions';
import type { Interval, Share } from './proportions';
import { handoffSeconds, shareOf } from './tally';
import type { RateName } from './tally';

/** The booked rate is to rise by this, relatively. */
export const BOOKED_LIFT = 0.1;

/** Treatment against control in one number; `null` where there is too little to tell. Intervals are of 95%. */
export interface Effect {
  /** A rate, or a median in seconds. */
  readonly control: number | null;
  readonly treatment: number | null;
  /** treatment / control - 1. */
  readonly relative_lift: number | null;
  /** Of the relative lift. */
  readonly confidence_interval: Interval | null;
  /** treatment - control. */
  readonly absolute_difference: number | null;
  readonly absolute_confidence_interval: Interval | null;
  /** Two-sided, for one look. */
  readonly p_value: number | null;
}

export interface Comparison extends Readonly<Record<RateName, Effect>> {
  readonly response_to_handoff_seconds: Effect;
  /** `null`: there are contacts enough to find the wanted rise of the booked rate. */
  readonly sample_size_warning: string | null;
}

/** Holds the treatment against the control. */
export function compare({ control, treatment }: Arms, nowMs: number): Comparison {
  const rate = (name: RateName) => rateEffect(shareOf(control, name), shareOf(treatment, name));
  return {
    reply_rate: rate('reply_rate'),
    appointment_booked_rate: rate('appointment_booked_rate'),
    opt_out_rate: rate('opt_out_rate'),
    response_to_handoff_seconds: durationEffect(handoffSeconds(control, nowMs), handoffSeconds(treatment, nowMs)),
    sample_size_warning: sampleSizeWarning(shareOf(control, 'appointment_booked_rate'), treatment.length),
  };
}

function rateEffect(control: Share, treatment: Share): Effect {
  return {
    ...pointEstimates(rateOf(control), rateOf(treatment)),
    confidence_interval: liftOf(ratioInterval(control, treatment)),
    absolute_confidence_interval: toInterval(differenceInterval(control, treatment)),
    p_value: toNumber(proportionsP(control, treatment)),
  };
}

function durationEffect(control: readonly number[], treatment: readonly number[]): Effect {
  return {
    ...pointEstimates(medianOf(control), medianOf(treatment)),
    confidence_interval: liftOf(medianRatioInterval(control, treatment)),
    absolute_confidence_interval: toInterval(medianDifferenceInterval(control, treatment)),
    p_value: toNumber(mannWhitneyP(control, treatment)),
  };
}

type PointEstimates = Pick<Effect, 'control' | 'treatment' | 'relative_lift' | 'absolute_difference'>;

function pointEstimates(control: number | null, treatment: number | null): PointEstimates {
  if (control === null || treatment === null) {
    return {
      control: toNumber(control),
      treatment: toNumber(treatment),
      relative_lift: null,
      absolute_difference: null,
    };
  }
  return {
    control: toNumber(control),
    treatment: toNumber(treatment),
    relative_lift: toNumber(treatment / control - 1),
    absolute_difference: toNumber(treatment - control),
  };
}

function sampleSizeWarning(control: Share, treated: number): string | null {
  const fewer = Math.min(control.total, treated);
  const needed = contactsPerArm(rateOf(control) ?? 0, BOOKED_LIFT);
  if (needed === null) return 'The booked rate of the control does not tell yet how many contacts are needed.';
  if (fewer >= needed) return null;
  return (
    `The smaller arm has ${fewer} contacts; ${needed} per arm are needed to find a rise of ` +
    `${BOOKED_LIFT * 100}% in the booked rate with 80% power.`
  );
}

function liftOf(ratio: Interval | null): Interval | null {
  return ratio && toInterval({ lower: ratio.lower - 1, upper: ratio.upper - 1 });
}

function toInterval(interval: Interval | null): Interval | null {
  const [lower, upper] = [toNumber(interval?.lower ?? null), toNumber(interval?.upper ?? null)];
  return lower === null || upper === null ? null : { lower, upper };
}

/** Six digits are more than the data has; JSON has no infinity. */
function toNumber(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(6));
}
