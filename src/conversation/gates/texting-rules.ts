import { placeOf } from './area-codes';

/** Local hours in which a text may be sent: `[from, to)`. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** When, and how often, a bot may speak first. */
export interface TextingRule {
  readonly mondayToSaturday: Hours;
  readonly sunday: Hours;
  /** Bot-initiated texts to one contact in any 24 hours; `null`: no limit of its own. */
  readonly maxPer24Hours: number | null;
}

/** Telephone Consumer Protection Act: 47 CFR 64.1200(c)(1). */
const FEDERAL: TextingRule = {
  mondayToSaturday: { from: 8, to: 21 },
  sunday: { from: 8, to: 21 },
  maxPer24Hours: null,
};

/** Stricter states. The area code decides, wherever the contact is. */
const STATES: Readonly<Record<string, TextingRule>> = {
  /** Tex. Bus. & Com. Code 301.051; 302.001 counts texts as calls since 1 September 2025 (S.B. 140). */
  TX: { mondayToSaturday: { from: 9, to: 21 }, sunday: { from: 12, to: 21 }, maxPer24Hours: null },
  /** Fla. Stat. 501.616(6), with 501.059 for texts. */
  FL: { mondayToSaturday: { from: 8, to: 20 }, sunday: { from: 8, to: 20 }, maxPer24Hours: 3 },
  /** Okla. Stat. tit. 15, s. 775C.4. */
  OK: { mondayToSaturday: { from: 8, to: 20 }, sunday: { from: 8, to: 20 }, maxPer24Hours: 3 },
};

/** What every state allows. */
const STRICTEST = Object.values(STATES).reduce(stricter, FEDERAL);

/** The rule for a number; whose home is not a known US area code gets the strictest of all. */
export function ruleOf(areaCode: string | null): TextingRule {
  const state = placeOf(areaCode)?.state ?? null;
  return state === null ? STRICTEST : (STATES[state] ?? FEDERAL);
}

function stricter(a: TextingRule, b: TextingRule): TextingRule {
  const caps = [a.maxPer24Hours, b.maxPer24Hours].filter((cap) => cap !== null);
  return {
    mondayToSaturday: overlap(a.mondayToSaturday, b.mondayToSaturday),
    sunday: overlap(a.sunday, b.sunday),
    maxPer24Hours: caps.length === 0 ? null : Math.min(...caps),
  };
}

function overlap(a: Hours, b: Hours): Hours {
  return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
}
