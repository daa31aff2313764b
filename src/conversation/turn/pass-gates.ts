import type { BusinessProfile } from '../../config';
import { describeSlots } from '../bots/booking';
import { passTextGates } from '../gates';
import type { OutgoingText, Truth } from '../gates';
import { lastReply, mayText, say, zoneOf } from '../planning';
import type { Conversation, GateDecision } from '../state';
import type { Decision, GatedReply } from './decision';

const CONFIRMATION: GateDecision = {
  gate: 'consent',
  verdict: 'pass',
  reason: "confirms the contact's own STOP or START",
};

/**
 * Puts what the bot wants to say through all gates: may the contact be texted at all, and may these words go out.
 * @param claudeDraft the bot's step in Claude's words; `null` when there are none.
 * @param texts what is being answered.
 */
export function passGates(
  decision: Decision,
  claudeDraft: string | null,
  texts: readonly string[],
  conversation: Conversation,
  profile: BusinessProfile,
  nowMs: number,
): GatedReply {
  const isConfirmation = decision.changes.optedOut !== undefined;
  const permission = isConfirmation ? [CONFIRMATION] : mayText(conversation, profile, nowMs);
  if (decision.text === null) return { text: null, gates: permission, isWithheld: false };
  const introduction = isConfirmation || conversation.botState.isIntroduced ? null : introduce(conversation, profile);
  const safe = say(profile.wording.safe, conversation, profile, conversation.history.length);
  const drafts: readonly OutgoingText[] = [
    ...(claudeDraft === null ? [] : [{ text: claudeDraft, author: 'claude' as const }]),
    { text: decision.text, author: 'wording' },
  ];
  const introduced = [...drafts, { text: safe, author: 'wording' as const }].map((draft) => ({
    ...draft,
    text: introduction === null ? draft.text : `${introduction} ${draft.text}`,
  }));
  const truth = truthFor(decision, texts, conversation, profile, nowMs);
  const { passed, refusals } = passTextGates(introduced.slice(0, -1), truth);
  const gated = passed
    ? { passed, refusals: [] }
    : passTextGates(introduced.slice(-1), { ...truth, isHandedOff: true });
  const refused = [...refusals, ...gated.refusals].map(({ gate, author, reason }): GateDecision => ({
    gate,
    verdict: 'refuse',
    reason: `${author}: ${reason}`,
  }));
  const released: GateDecision[] = gated.passed
    ? [
        {
          gate: 'text',
          verdict: 'pass',
          reason: `${passed ? gated.passed.author : 'safe wording'}: nothing against it`,
        },
      ]
    : [];
  return { text: gated.passed?.text ?? null, gates: [...permission, ...refused, ...released], isWithheld: !passed };
}

function introduce(conversation: Conversation, profile: BusinessProfile): string {
  return say(profile.wording.introduction, conversation, profile);
}

function truthFor(
  { changes, handoffs, step }: Decision,
  texts: readonly string[],
  conversation: Conversation,
  profile: BusinessProfile,
  nowMs: number,
): Truth {
  const botState = changes.botState ?? conversation.botState;
  const slots = [...botState.offeredSlots, ...(botState.bookedSlot === null ? [] : [botState.bookedSlot])];
  const isOwed = step === null && changes.botState === undefined;
  return {
    profile,
    answering: texts.join('\n'),
    knownTexts: [
      conversation.contact?.firstName ?? '',
      ...conversation.history.map((turn) => turn.userMessage),
      JSON.stringify(conversation.facts),
      describeSlots(slots, zoneOf(conversation, profile), nowMs),
    ],
    isBooked: botState.bookedSlot !== null,
    isHandedOff: handoffs.length > 0 || botState.handedOffAt !== null || Object.keys(botState.handoffs).length > 0,
    // HELP and the confirmations of STOP and START are owed however often they are asked for.
    previousReply: isOwed && handoffs.length === 0 ? null : lastReply(conversation),
  };
}
