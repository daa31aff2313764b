import type { BusinessProfile } from '../../config';
import { hasTag, TAGS } from '../../ghl';
import type { Conversation } from '../state';
import { say } from './plan';
import type { Plan, TurnInput } from './plan';

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
  const isStopped = conversation.optedOut || hasOptedOutTag(conversation) || conversation.contact?.isSmsBlocked;
  if (consent === 'start' && isStopped) {
    const text = say(profile.wording.optedIn, conversation, profile);
    return { kind: 'say', text, reason: 'opted in again', changes: { optedOut: false } };
  }
  return null;
}

/** Whatever forbids an answer. */
export function planSilence({ assessment, profile, nowMs }: TurnInput): Plan | null {
  const { conversation, understanding } = assessment;
  const isAutoReply = understanding.facts.autoReply;
  const reason = silenceReason(conversation, profile, nowMs) ?? (isAutoReply ? 'the text is an automatic reply' : null);
  return reason === null ? null : { kind: 'silent', reason, changes: {} };
}

/** Why nothing may be sent to this contact now; `null` when it may. */
export function silenceReason(conversation: Conversation, profile: BusinessProfile, nowMs: number): string | null {
  const { contact, pausedUntil } = conversation;
  const pauseTag = profile.pauseTags.find((tag) => hasTag(contact?.tags ?? [], tag));
  if (conversation.optedOut) return 'the contact has opted out';
  if (hasOptedOutTag(conversation)) return `the CRM has the tag ${TAGS.optedOut}`;
  if (contact?.isSmsBlocked) return 'the CRM forbids SMS to this contact';
  if (pausedUntil !== null && Date.parse(pausedUntil) > nowMs) return 'a person is writing with this contact';
  return pauseTag === undefined ? null : `the tag ${pauseTag} says that a person has taken over`;
}

function hasOptedOutTag({ contact }: Conversation): boolean {
  return hasTag(contact?.tags ?? [], TAGS.optedOut);
}

/** HELP is answered with who this is and how to stop. */
export function planHelp({ assessment, profile }: TurnInput): Plan | null {
  if (assessment.understanding.facts.consent !== 'help') return null;
  const text = say(profile.wording.help, assessment.conversation, profile);
  return { kind: 'say', text, reason: 'asked for help', changes: {} };
}

/** What a person has to look at: a wrong number, or somebody who asks for a person. */
export function planPerson({ assessment, profile }: TurnInput): Plan | null {
  const { conversation, understanding } = assessment;
  if (understanding.facts.wrongNumber) {
    const text = say(profile.wording.wrongNumber, conversation, profile);
    return { kind: 'say', text, reason: 'wrong number', changes: { optedOut: true }, handoff: 'wrong number' };
  }
  if (!understanding.facts.wantsHuman) return null;
  const text = say(profile.wording.human, conversation, profile);
  return { kind: 'say', text, reason: 'asked for a person', changes: {}, handoff: 'asked for a person' };
}
