import { FEATURES } from '../feature';
import type { Feature } from '../feature';
import { comparingOf, groupBy, splitArms } from './arms';
import type { Comparing } from './arms';
import { imbalances } from './balance';
import { compare } from './comparison';
import type { Comparison } from './comparison';
import type { Arm, Participation } from './participation';
import { judgeSuccess } from './success';
import type { SuccessMetrics } from './success';
import { tallyOf } from './tally';
import type { Tally } from './tally';

/** Since when the response styles stand still, ISO, and why. */
export interface AutoStop {
  readonly paused_at: string;
  readonly reason: string;
}

export interface ReportContext {
  /** Epoch milliseconds. */
  readonly nowMs: number;
  /** `null`: nothing was stopped. */
  readonly autoStop: AutoStop | null;
}

/** Some of a feature's contacts, in the two groups that are compared. */
export interface GroupReport {
  readonly arms: Readonly<Record<Arm, Tally>>;
  readonly comparison: Comparison;
}

export interface FeatureReport extends GroupReport {
  readonly contacts: number;
  /** What is compared with what. */
  readonly compares: string;
  /** False when the groups differ by more than the feature: then no difference is an effect of it. */
  readonly randomised: boolean;
  readonly notes: readonly string[];
  readonly success_metrics: SuccessMetrics;
  readonly variants: Readonly<Record<string, Tally>>;
  readonly segments: Readonly<Record<string, GroupReport>>;
  readonly sources: Readonly<Record<string, GroupReport>>;
}

/** The answer of `GET /growth/report`. */
export interface Report {
  readonly generated_at: string;
  readonly auto_stop: AutoStop | null;
  readonly features: Readonly<Record<Feature, FeatureReport>>;
}

const ONE_LOOK =
  'p values hold for one look, once the sample is as large as planned; segments and sources are for questions, not answers.';

/** What the experiments have come to. */
export function growthReport(participations: readonly Participation[], { nowMs, autoStop }: ReportContext): Report {
  const byFeature = groupBy(participations, ({ feature }) => feature);
  const features = FEATURES.map((feature) => [feature, reportFeature(feature, byFeature.get(feature) ?? [], nowMs)]);
  return {
    generated_at: new Date(nowMs).toISOString(),
    auto_stop: autoStop,
    features: Object.fromEntries(features) as Record<Feature, FeatureReport>,
  };
}

function reportFeature(feature: Feature, all: readonly Participation[], nowMs: number): FeatureReport {
  const comparing = comparingOf(feature);
  const arms = splitArms(all, comparing);
  const group = reportGroup(all, comparing, nowMs);
  const differences = imbalances(arms, comparing.isByCoin);
  const reportBy = (key: (participation: Participation) => string | null) =>
    mapGroups(all, key, (members) => reportGroup(members, comparing, nowMs));
  return {
    contacts: all.length,
    compares: comparing.compares,
    randomised: differences.length === 0,
    notes: [...differences, ONE_LOOK],
    ...group,
    success_metrics: judgeSuccess(arms, group.comparison, nowMs),
    variants: mapGroups(
      all,
      ({ variant, arm }) => variant ?? arm,
      (members) => tallyOf(members, nowMs),
    ),
    segments: reportBy(({ segment }) => segment),
    sources: reportBy(({ source }) => source),
  };
}

function reportGroup(members: readonly Participation[], comparing: Comparing, nowMs: number): GroupReport {
  const arms = splitArms(members, comparing);
  const { control, treatment } = arms;
  return {
    arms: { control: tallyOf(control, nowMs), treatment: tallyOf(treatment, nowMs) },
    comparison: compare(arms, nowMs),
  };
}

/** In the order of names, so that two reports can be laid side by side. */
function mapGroups<Result>(
  all: readonly Participation[],
  key: (participation: Participation) => string | null,
  report: (members: readonly Participation[]) => Result,
): Readonly<Record<string, Result>> {
  const groups = [...groupBy(all, key)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(groups.map(([name, members]) => [name, report(members)]));
}
