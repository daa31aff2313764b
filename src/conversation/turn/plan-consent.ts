import { hasTag } from '../../ghl';
import { say } from './plan';
import type { Plan, TurnInput } from './plan';

/** Stop and start come before everything else; STOP is confirmed once, START only means something after it. */
export function planConsent({ assessment, profile }: TurnInput): Plan | null {
  const { conversation, understanding } = assessment;
  const { consent } = understanding.facts;
  if (consent === 'stop' && !conversation.optedOut) {
    const text = say(profile.wording.optedOut, conversation, profile);
    return { kind: 'say', text, reason: 'opted out', changes: { optedOut: true } };
  }
  if (consent === 'start' && conversation.optedOut) {
    const text = say(profile.wording.optedIn, conversation, profile);
    return { kind: 'say', text, reason: 'opted in again', changes: { optedOut: false } };
  }
  return null;
}

/** Whatever forbids an answer. */
export function planSilence({ assessment, profile, nowMs }: TurnInput): Plan | null {
  const { conversation, understanding } = assessment;
  const { contact, pausedUntil } = conversation;
  const pauseTag = profile.pauseTags.find((tag) => hasTag(contact?.tags ?? [], tag));
  const reasons = [
    conversation.optedOut && 'the contact has opted out',
    contact?.isSmsBlocked && 'the CRM forbids SMS to this contact',
    pausedUntil !== null && Date.parse(pausedUntil) > nowMs && 'a person is writing with this contact',
    pauseTag !== undefined && `the tag ${pauseTag} says that a person has taken over`,
    understanding.facts.autoReply && 'the text is an automatic reply',
  ];
  const reason = reasons.find((candidate) => typeof candidate === 'string');
  return reason ? { kind: 'silent', reason, changes: {} } : null;
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
