import type { BusinessProfile } from '../../config';
import { hasTag, TAGS } from '../../ghl';
import type { Conversation, GateDecision } from '../state';

/** Each gate says why this contact may not be texted now; `null`: nothing against it. */
type PermissionGate = (conversation: Conversation, profile: BusinessProfile, nowMs: number) => string | null;

const GATES: readonly (readonly [gate: string, refusal: PermissionGate])[] = [
  ['consent', consentRefusal],
  ['do_not_disturb', ({ contact }) => (contact?.isSmsBlocked ? 'the CRM forbids SMS to this contact' : null)],
  ['pause', pauseRefusal],
];

function consentRefusal({ optedOut, contact }: Conversation): string | null {
  if (optedOut) return 'the contact has opted out';
  return hasTag(contact?.tags ?? [], TAGS.optedOut) ? `the CRM has the tag ${TAGS.optedOut}` : null;
}

function pauseRefusal(
  { pausedUntil, contact }: Conversation,
  { pauseTags }: BusinessProfile,
  nowMs: number,
): string | null {
  if (pausedUntil !== null && Date.parse(pausedUntil) > nowMs) return 'the bot is paused for this contact';
  const tag = pauseTags.find((candidate) => hasTag(contact?.tags ?? [], candidate));
  return tag === undefined ? null : `the tag ${tag} says that a person has taken over`;
}

/** Whether this contact may be texted at all now: what each gate says, up to the first that refuses. */
export function mayText(conversation: Conversation, profile: BusinessProfile, nowMs: number): readonly GateDecision[] {
  const decisions: GateDecision[] = [];
  for (const [gate, refusal] of GATES) {
    const reason = refusal(conversation, profile, nowMs);
    decisions.push({ gate, verdict: reason === null ? 'pass' : 'refuse', reason: reason ?? 'nothing against it' });
    if (reason !== null) break;
  }
  return decisions;
}

/** Why the answer is no; `null` when it is yes. */
export function refusalOf(decisions: readonly GateDecision[]): string | null {
  return decisions.find(({ verdict }) => verdict !== 'pass')?.reason ?? null;
}
