import type { Arms } from './arms';
import { BOOKED_LIFT } from './comparison';
import type { Comparison, Effect } from './comparison';
import { durationsPerArm } from './durations';
import { contactsPerArm, isEnoughForZ } from './proportions';
import { handoffSeconds, shareOf } from './tally';

const SIGNIFICANCE = 0.05;
/** Hot leads are to wait shorter for a person by this, relatively. */
const HANDOFF_LIFT = -0.15;
/** A rise of the opt-out rate that can be excluded to be larger counts as none: one contact in a hundred. */
export const OPT_OUT_MARGIN = 0.01;

type Status = 'met' | 'not_met' | 'not_enough_data';

/** One goal of the experiments, and whether the data bears it out. */
export interface SuccessMetric extends Effect {
  readonly goal: string;
  readonly status: Status;
}

export interface SuccessMetrics {
  readonly appointment_booked_rate: SuccessMetric;
  readonly response_to_handoff_seconds: SuccessMetric;
  readonly opt_out_rate: SuccessMetric;
}

/** Judges the three goals that every experiment has. */
export function judgeSuccess(arms: Arms, comparison: Comparison, nowMs: number): SuccessMetrics {
  const { appointment_booked_rate: booked, response_to_handoff_seconds: handoff, opt_out_rate: optOuts } = comparison;
  return {
    appointment_booked_rate: { goal: '+10% relative', status: judgeBooked(arms, booked), ...booked },
    response_to_handoff_seconds: {
      goal: '-15% relative, median of hot leads',
      status: judgeHandoff(arms, handoff, nowMs),
      ...handoff,
    },
    opt_out_rate: {
      goal: `no rise; the interval excludes one of ${OPT_OUT_MARGIN * 100} percentage point or more`,
      status: judgeOptOuts(optOuts),
      ...optOuts,
    },
  };
}

function judgeBooked({ control, treatment }: Arms, effect: Effect): Status {
  const [before, after] = [control, treatment].map((arm) => shareOf(arm, 'appointment_booked_rate'));
  if (!before || !after || !isEnoughForZ(before, after)) return 'not_enough_data';
  const needed = contactsPerArm(effect.control ?? 0, BOOKED_LIFT) ?? Infinity;
  const isExcluded = (effect.confidence_interval?.upper ?? Infinity) < BOOKED_LIFT;
  return judge(
    effect,
    (lift) => lift >= BOOKED_LIFT,
    isExcluded || Math.min(control.length, treatment.length) >= needed,
  );
}

function judgeHandoff({ control, treatment }: Arms, effect: Effect, nowMs: number): Status {
  const [before, after] = [handoffSeconds(control, nowMs), handoffSeconds(treatment, nowMs)];
  const needed = durationsPerArm(before, 1 + HANDOFF_LIFT) ?? Infinity;
  const isExcluded = (effect.confidence_interval?.lower ?? -Infinity) > HANDOFF_LIFT;
  return judge(effect, (lift) => lift <= HANDOFF_LIFT, isExcluded || Math.min(before.length, after.length) >= needed);
}

/**
 * Met: as good as wanted, and not by chance. Else it is not met only if that says something: the interval excludes the
 * goal, or there was data enough to see it.
 */
function judge({ p_value, relative_lift }: Effect, isReached: (lift: number) => boolean, isTelling: boolean): Status {
  if (p_value === null || relative_lift === null) return 'not_enough_data';
  if (p_value < SIGNIFICANCE && isReached(relative_lift)) return 'met';
  return isTelling ? 'not_met' : 'not_enough_data';
}

/** Non-inferiority by the confidence interval (CONSORT extension, Piaggio et al. 2012). */
function judgeOptOuts({ absolute_confidence_interval: interval }: Effect): Status {
  if (interval === null) return 'not_enough_data';
  if (interval.lower > 0) return 'not_met';
  return interval.upper < OPT_OUT_MARGIN ? 'met' : 'not_enough_data';
}
