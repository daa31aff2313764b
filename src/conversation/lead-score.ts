import type { Facts, TextSignals, Timeline } from './understanding';

/** One part of the score: what it is made of (0 to 1 each), their sum capped at 1, and the points that gives. */
export type ScorePart<Name extends string> = Readonly<Record<Name | 'sum' | 'points', number>>;

/** Points that Claude adds to what the patterns have found. Source of the limits: docs/bots.md, "Lead score". */
export interface ScoreRaise {
  /** 0 to 15. */
  readonly fit: number;
  /** 0 to 10. */
  readonly clarity: number;
  /** 0 to 10. */
  readonly qualification: number;
}

export const NO_RAISE: ScoreRaise = { fit: 0, clarity: 0, qualification: 0 };

/** The score of a lead with all that it is made of, as it is stored and shown. */
export interface LeadScore {
  readonly base: number;
  readonly qualification: ScorePart<'budget' | 'timeline' | 'area' | 'financing'>;
  readonly urgency: ScorePart<'timeline' | 'words' | 'financing'>;
  readonly intent: ScorePart<'length' | 'facts' | 'phrases' | 'questions'>;
  readonly claude: ScoreRaise;
  /** Whole number from 0 to 100. */
  readonly total: number;
  readonly temperature: 'hot' | 'warm' | 'cold';
}

/** Scores from which a lead is hot or warm. */
export interface ScoreThresholds {
  readonly hot: number;
  readonly warm: number;
}

const BASE_POINTS = 35;
/** The most that each part of the score can give. */
export const MOST_POINTS = { qualification: 45, urgency: 15, intent: 5 } as const;
const HIGH_BUDGET_USD = 300_000;

/** Parts are kept in hundredths until the end: sums of tenths are not exact in floating point. */
const TIMELINE_WEIGHT: Readonly<Record<Timeline, number>> = {
  immediate: 100,
  '1_month': 80,
  '2_months': 60,
  '3_months': 40,
  '6_months': 20,
  '1_year': 10,
  flexible: 0,
  unknown: 0,
};

/**
 * Scores a lead from all facts known: `35 + 45·qualification + 15·urgency + 5·intent`, each part capped at 1.
 * Source of the formula and of every weight: docs/bots.md, "Lead score".
 */
export function scoreLead(
  facts: Facts,
  signals: TextSignals,
  thresholds: ScoreThresholds,
  claude = NO_RAISE,
): LeadScore {
  const qualification = scorePart(qualificationOf(facts), MOST_POINTS.qualification);
  const urgency = scorePart(urgencyOf(facts, signals), MOST_POINTS.urgency);
  const intent = scorePart(intentOf(facts, signals), MOST_POINTS.intent);
  const points = [qualification, urgency, intent].reduce((sum, part) => sum + Math.round(part.points * 100), 0);
  const raise = claude.fit + claude.clarity + claude.qualification;
  const total = Math.min(100, Math.max(0, Math.round(BASE_POINTS + points / 100 + raise)));
  const temperature = temperatureOf(total, thresholds);
  return { base: BASE_POINTS, qualification, urgency, intent, claude, total, temperature };
}

function qualificationOf(facts: Facts) {
  const budgetUsd = facts.budgetMaxUsd ?? facts.budgetMinUsd;
  const isHighBudget = budgetUsd !== null && budgetUsd >= HIGH_BUDGET_USD;
  const otherFinancing = facts.financing === 'unknown' ? 0 : 10;
  return {
    budget: (budgetUsd === null ? 0 : 30) + (isHighBudget ? 10 : 0),
    timeline: facts.timeline === 'unknown' || facts.timeline === 'flexible' ? 0 : 20,
    area: facts.areas.length > 0 ? 20 : 0,
    financing: hasMoneyReady(facts) ? 30 : otherFinancing,
  };
}

function urgencyOf(facts: Facts, signals: TextSignals) {
  return {
    timeline: (4 * TIMELINE_WEIGHT[facts.timeline]) / 10,
    words: Math.min(30, 10 * signals.urgentWords),
    financing: hasMoneyReady(facts) ? 30 : 0,
  };
}

function intentOf(facts: Facts, signals: TextSignals) {
  return {
    length: signals.length > 100 ? 20 : signals.length > 50 ? 10 : 0,
    facts: 15 * countFacts(facts),
    phrases: Math.min(20, 10 * signals.intentPhrases),
    questions: Math.min(10, 5 * signals.questions),
  };
}

/** Of budget, timeline, area, financing, beds, baths and motivation: how many are known. */
function countFacts(facts: Facts): number {
  const known = [
    facts.budgetMinUsd !== null || facts.budgetMaxUsd !== null,
    facts.timeline !== 'unknown',
    facts.areas.length > 0,
    facts.financing !== 'unknown',
    facts.beds !== null,
    facts.baths !== null,
    facts.motivation !== 'unknown',
  ];
  return known.filter(Boolean).length;
}

function hasMoneyReady({ financing }: Facts): boolean {
  return financing === 'cash' || financing === 'pre_approved';
}

function scorePart<Name extends string>(
  hundredths: Readonly<Record<Name, number>>,
  mostPoints: number,
): ScorePart<Name> {
  const entries = Object.entries<number>(hundredths);
  const sum = Math.min(
    100,
    entries.reduce((total, [, value]) => total + value, 0),
  );
  const shares = entries.map(([name, value]) => [name, value / 100] as const);
  return { ...Object.fromEntries(shares), sum: sum / 100, points: (sum * mostPoints) / 100 } as ScorePart<Name>;
}

function temperatureOf(total: number, { hot, warm }: ScoreThresholds): LeadScore['temperature'] {
  if (total >= hot) return 'hot';
  return total >= warm ? 'warm' : 'cold';
}
