import { hasTag, TAGS } from '../../ghl';
import { capReason, loopReason } from '../gates';
import { OPTED_IN_REASON } from '../state';
import type { Conversation } from '../state';
import { mayText, refusalOf } from './permission';
import { say } from './plan';
import type { Plan, TurnInput } from './plan';

/** How long a bot that runs in circles is stopped. */
const STOP_MS = 24 * 3_600_000;

/** Stop and start come before everything else; STOP is confirmed once, START only means something after it. */
export function planConsent({ assessment, profile }: TurnInput): Plan | null {
  const { conversation, understanding } = assessment;
  const { consent } = understanding.facts;
  if (consent === 'stop' && !conversation.optedOut) {
    const changes = { optedOut: true };
    // The CRM has blocked this contact: a confirmation would only be refused.
    if (conversation.contact?.isSmsBlocked) return { kind: 'silent', reason: 'opted out', changes };
    return { kind: 'say', text: say(profile.wording.optedOut, conversation, profile), reason: 'opted out', changes };
  }
  if (consent === 'start' && isStopped(conversation)) {
    const text = say(profile.wording.optedIn, conversation, profile);
    return { kind: 'say', text, reason: OPTED_IN_REASON, changes: { optedOut: false } };
  }
  return null;
}

/** Whatever forbids an answer. */
export function planSilence({ assessment, profile, nowMs }: TurnInput): Plan | null {
  const reason = refusalOf(mayText(assessment.conversation, profile, nowMs));
  return reason === null ? null : { kind: 'silent', reason, changes: {} };
}

/** Machines are not answered, and a bot that talks in circles is stopped; then a person has a look. */
export function planStop({ assessment, profile, nowMs, text }: TurnInput): Plan | null {
  const { conversation, understanding } = assessment;
  const { autoReply } = understanding.facts;
  const reason =
    loopReason(conversation.history, text, nowMs) ?? capReason(conversation.history, profile.dailyMessageCap, nowMs);
  if (reason !== null) {
    const pausedUntil = new Date(nowMs + STOP_MS).toISOString();
    return { kind: 'silent', reason, changes: { pausedUntil }, handoffs: ['bot stopped'] };
  }
  return autoReply ? { kind: 'silent', reason: 'the text is an automatic reply', changes: {} } : null;
}

/** HELP is answered with who this is and how to stop. */
export function planHelp({ assessment, profile }: TurnInput): Plan | null {
  if (assessment.understanding.facts.consent !== 'help') return null;
  const text = say(profile.wording.help, assessment.conversation, profile);
  return { kind: 'say', text, reason: 'asked for help', changes: {} };
}

function isStopped({ optedOut, contact }: Conversation): boolean {
  return optedOut || hasTag(contact?.tags ?? [], TAGS.optedOut) || contact?.isSmsBlocked === true;
}
