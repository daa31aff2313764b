import type { BusinessProfile, Settings } from '../config';
import type { CrmAction, TaskRequest } from '../ghl';
import { callDueMs } from './bots/business-hours';
import { describeBudget } from './describe-budget';
import { MOST_POINTS, scoreLead } from './lead-score';
import type { LeadScore } from './lead-score';
import type { BotState, Conversation } from './state';

/** Texts of the contact that a task quotes. */
const QUOTED_TEXTS = 5;

/** Why a person is asked to take over, as the headline of a task. */
export type HandoffReason =
  | 'hot lead'
  | 'hot seller'
  | 'asked for a person'
  | 'asked for a call'
  | 'asked for advice'
  | 'question to answer'
  | 'upset contact'
  | 'appointment to change'
  | 'wrong number'
  | 'booking failed'
  | 'booking unclear'
  | 'reply withheld'
  | 'reply could not be sent'
  | 'bot stopped'
  | 'lead at risk'
  | 'still waiting for a person';

/** Asking for the same again within this time makes no second task, since the first says it all. */
const SAME_TASK_MS = 3_600_000;
const ASKED_ONCE: readonly HandoffReason[] = [
  'asked for a person',
  'asked for a call',
  'upset contact',
  'appointment to change',
  'bot stopped',
];

export interface Handoff {
  /** The first is the headline. */
  readonly reasons: readonly HandoffReason[];
  /** What the contact wrote just now; `null` when the conversation has it already. */
  readonly text: string | null;
  /** What the contact has been told; `null` when the reply did not get through. */
  readonly promise: string | null;
}

/** Injection token of the {@link Office}. */
export const OFFICE = Symbol('OFFICE');

/** Whom a handoff goes to, and how it is judged. */
export interface Office {
  readonly profile: BusinessProfile;
  readonly settings: Pick<Settings, 'ghl'>;
}

/**
 * The task by which a person learns who it is, what they want, the score and why, what was said and what was promised;
 * for a hot seller also the agent's workflow, if there is one.
 */
export function handoffActions(
  conversation: Conversation,
  handoff: Handoff,
  { profile, settings: { ghl } }: Office,
  nowMs: number,
): readonly CrmAction[] {
  const reasons = handoff.reasons.filter((reason) => !isAskedAlready(conversation.botState, reason, nowMs));
  if (reasons.length === 0) return [];
  const task: TaskRequest = {
    title: `${capitalise(reasons.join(', '))}: ${conversation.contact?.firstName ?? 'contact'} (${conversation.contactId})`,
    body: summarise(conversation, handoff, scoreOf(conversation, profile)),
    dueDate: new Date(callDueMs(profile, nowMs)).toISOString(),
    ...(ghl.handoffUserId && { assignedTo: ghl.handoffUserId }),
  };
  const workflowId = reasons.includes('hot seller') ? ghl.hotSellerWorkflowId : undefined;
  return [{ type: 'create_task', task }, ...(workflowId ? [{ type: 'trigger_workflow' as const, workflowId }] : [])];
}

/** Where the bot stands once these have been asked for. */
export function withHandoffs(botState: BotState, reasons: readonly HandoffReason[], nowMs: number): BotState {
  if (reasons.length === 0) return botState;
  const asked = Object.fromEntries(reasons.map((reason) => [reason, new Date(nowMs).toISOString()]));
  return { ...botState, handoffs: { ...botState.handoffs, ...asked } };
}

function isAskedAlready({ handoffs }: BotState, reason: HandoffReason, nowMs: number): boolean {
  const askedAt = handoffs[reason];
  return ASKED_ONCE.includes(reason) && askedAt !== undefined && nowMs - Date.parse(askedAt) < SAME_TASK_MS;
}

function scoreOf({ facts, signals, scoreRaise }: Conversation, { thresholds }: BusinessProfile): LeadScore {
  return scoreLead(facts, signals, thresholds, scoreRaise);
}

function summarise(conversation: Conversation, { text, promise }: Handoff, score: LeadScore): string {
  const said = [...conversation.history.map((turn) => turn.userMessage), ...(text === null ? [] : [text])];
  const texts = said.filter((quoted) => quoted !== '').slice(-QUOTED_TEXTS);
  return [
    `Wants: ${describeWish(conversation)}`,
    `Score: ${describeScore(conversation, score)}`,
    'Said last:',
    ...texts.map((quoted) => `  "${quoted}"`),
    promise === null ? 'The bot has not answered.' : `The bot answered: "${promise}"`,
  ].join('\n');
}

/** "85 of 100, hot: qualification 40.5 of 45 (budget, area, financing), urgency 4.5 of 15 (financing), …". */
function describeScore(
  { botType, sellerTemperature, sellerQuestionsAnswered }: Conversation,
  score: LeadScore,
): string {
  // A seller is judged by the four answers; a buyer's "cold" beside a hot seller would only confuse.
  if (botType === 'seller') {
    return `${sellerTemperature ?? 'not rated'}, ${sellerQuestionsAnswered} of 4 questions answered; as a lead ${score.total} of 100`;
  }
  const parts = (['qualification', 'urgency', 'intent'] as const).map((name) => describePart(name, score));
  return `${score.total} of 100, ${score.temperature}: ${parts.join(', ')}`;
}

function describePart(name: keyof typeof MOST_POINTS, score: LeadScore): string {
  const { points, sum, ...shares } = score[name];
  const known = Object.entries(shares).flatMap(([what, share]) => (share > 0 ? [what] : []));
  return `${name} ${points} of ${MOST_POINTS[name]}${sum > 0 ? ` (${known.join(', ')})` : ''}`;
}

function describeWish(conversation: Conversation): string {
  const { facts } = conversation;
  const budget = describeBudget(facts);
  const known = [
    describeIntent(conversation),
    facts.areas.length > 0 && `area ${facts.areas.join(', ')}`,
    budget !== null && `budget ${budget}`,
    facts.priceExpectationUsd !== null && `asks $${facts.priceExpectationUsd.toLocaleString('en-US')}`,
    facts.financing !== 'unknown' && `financing ${facts.financing.replaceAll('_', ' ')}`,
    facts.timeline !== 'unknown' && `timeline ${facts.timeline.replaceAll('_', ' ')}`,
    facts.timelineAcceptable !== null && `30 to 45 days ${facts.timelineAcceptable ? 'works' : 'does not work'}`,
    facts.propertyCondition !== 'unknown' && `condition ${facts.propertyCondition.replaceAll('_', ' ')}`,
    facts.motivation !== 'unknown' && `reason ${facts.motivation}`,
  ];
  return known.filter((part) => part !== false).join('; ');
}

/** What the contact says goes before the bot that answers: it is asked about, and a bot can be chosen by a workflow. */
function describeIntent({ facts, botType }: Conversation): string {
  switch (facts.intent) {
    case 'buy':
    case 'sell':
      return facts.intent;
    case 'both':
      return 'buy and sell';
    case 'unclear':
    case 'none':
      return botType === null ? 'not known' : botType === 'seller' ? 'sell' : 'buy';
  }
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
