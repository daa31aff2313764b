import { errorFunction, median } from 'simple-statistics';
import { growthReport } from '../../growth';
import type { FeatureReport } from '../../growth';
import { runExperiment, START_MS } from './experiment';
import type { Experiment, ExperimentResult, Truth } from './experiment';
import { seededRandom } from './random';

/** How much is simulated. */
export interface SimulationSize {
  /** Per experiment. */
  readonly leads: number;
  /** Experiments per question. */
  readonly runs: number;
  readonly seed: number;
}

/** A share of the experiments, and what it has to be. */
export interface Check {
  readonly title: string;
  readonly share: number;
  readonly expected: number;
  /** How far chance may take it: three standard errors. */
  readonly tolerance: number;
  readonly isUpperBound: boolean;
}

export interface Simulation {
  readonly checks: readonly Check[];
  /** In words, what has no right answer. */
  readonly remarks: readonly string[];
}

const SIGNIFICANCE = 0.05;
const Z_95 = 1.959_964;
const BASE: Truth = { bookedRate: 0.2, optOutRate: 0.03, handoffSeconds: 600 };
/** The named effects: +10% booked, -15% waiting. */
const BETTER: Truth = { ...BASE, bookedRate: BASE.bookedRate * 1.1, handoffSeconds: BASE.handoffSeconds * 0.85 };
const REPELLING: Truth = { ...BASE, optOutRate: BASE.optOutRate * 2 };

/** Asks of the report and the auto-stop how often they are right about leads of whom the truth is known. */
export function simulate(size: SimulationSize): Simulation {
  const same = runAll('same', BASE, 'watches', size);
  const better = runAll('better', BETTER, 'off', size);
  const repelling = runAll('repelling', REPELLING, 'ends', size);
  const [sameReports, betterReports] = [same.map(reportOf), better.map(reportOf)];
  const check = checkOf(size.runs);
  return {
    checks: [
      check('no effect, "appointment booked" is called different', shareOf(sameReports, isBookedFound), SIGNIFICANCE),
      check('no effect, "handoff" is called different', shareOf(sameReports, isHandoffFound), SIGNIFICANCE),
      check('no effect, interval of the booked lift covers it', shareOf(sameReports, coversBooked(0)), 0.95),
      check('+10% booked is found (power)', shareOf(betterReports, isBookedFound), powerOf(size.leads)),
      check('+10% booked, the interval covers it', shareOf(betterReports, coversBooked(0.1)), 0.95),
      check('-15% to handoff, the interval covers it', shareOf(betterReports, coversHandoff(-0.15)), 0.95),
      { ...check('no effect, auto-stop at any look', shareOf(same, isPaused), SIGNIFICANCE), isUpperBound: true },
    ],
    remarks: [
      `-15% to handoff is found in ${percent(shareOf(betterReports, isHandoffFound))} of the experiments.`,
      describeStops(repelling),
    ],
  };
}

/** True when chance explains what is between the share and what it has to be. */
export function holds({ share, expected, tolerance, isUpperBound }: Check): boolean {
  const excess = share - expected;
  return (isUpperBound ? excess : Math.abs(excess)) <= tolerance;
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function runAll(
  name: string,
  truthOfB: Truth,
  autoStop: Experiment['autoStop'],
  { leads, runs, seed }: SimulationSize,
): readonly ExperimentResult[] {
  const experiment: Experiment = { name, leads, truths: { A: BASE, B: truthOfB }, autoStop };
  const random = seededRandom(seed);
  return Array.from({ length: runs }, (_, run) =>
    runExperiment({ ...experiment, name: `${name}-${seed}-${run}` }, random),
  );
}

/** Every handoff is answered, so it does not matter when the report is made. */
function reportOf({ participations }: ExperimentResult): FeatureReport {
  return growthReport(participations, { nowMs: START_MS, autoStop: null }).features.ab_response_style_testing;
}

function isBookedFound({ comparison }: FeatureReport): boolean {
  return (comparison.appointment_booked_rate.p_value ?? 1) < SIGNIFICANCE;
}

function isHandoffFound({ comparison }: FeatureReport): boolean {
  return (comparison.response_to_handoff_seconds.p_value ?? 1) < SIGNIFICANCE;
}

function coversBooked(lift: number) {
  return ({ comparison }: FeatureReport) => covers(comparison.appointment_booked_rate.confidence_interval, lift);
}

function coversHandoff(lift: number) {
  return ({ comparison }: FeatureReport) => covers(comparison.response_to_handoff_seconds.confidence_interval, lift);
}

type Interval = FeatureReport['comparison']['opt_out_rate']['confidence_interval'];

function covers(interval: Interval, value: number): boolean {
  return interval !== null && interval.lower <= value && value <= interval.upper;
}

function isPaused({ pausedAfter }: ExperimentResult): boolean {
  return pausedAfter !== null;
}

function shareOf<Item>(items: readonly Item[], isHit: (item: Item) => boolean): number {
  return items.filter(isHit).length / items.length;
}

function checkOf(runs: number) {
  return (title: string, share: number, expected: number): Check => {
    const tolerance = 3 * Math.sqrt((expected * (1 - expected)) / runs);
    return { title, share, expected, tolerance, isUpperBound: false };
  };
}

/** Of the z test with half of the leads in each arm, from its textbook formula (Fleiss, Levin & Paik 2003). */
function powerOf(leads: number): number {
  const [before, after] = [BASE.bookedRate, BETTER.bookedRate];
  const mean = (before + after) / 2;
  const distance = Math.abs(after - before) * Math.sqrt(leads / 2) - Z_95 * Math.sqrt(2 * mean * (1 - mean));
  const z = distance / Math.sqrt(before * (1 - before) + after * (1 - after));
  return (1 + errorFunction(z / Math.SQRT2)) / 2;
}

function describeStops(results: readonly ExperimentResult[]): string {
  const stops = results.flatMap(({ pausedAfter }) => (pausedAfter ? [pausedAfter] : []));
  const stopped = `Doubled opt-outs are stopped in ${percent(stops.length / results.length)} of the experiments`;
  if (stops.length === 0) return `${stopped}.`;
  const [leads, optOuts] = [stops.map((stop) => stop.leads), stops.map((stop) => stop.optOuts)];
  return `${stopped}, in the median after ${median(leads).toFixed(0)} leads and ${median(optOuts).toFixed(0)} opt-outs.`;
}
