export { assessTexts, readingContext, withSecondReading } from './assess';
export type { Assessment } from './assess';
export { mayText, refusalOf } from './permission';
export { lastReply, say, zoneOf } from './plan';
export type { Plan, PlanChanges, SpokenStep } from './plan';
export { planTurn } from './plan-turn';
