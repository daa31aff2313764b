import { chooseSlot, describeSlots } from '../bots/booking';
import { MAX_TIMES_ASKED } from '../bots/bot-step';
import { answersTo } from './answers';
import { say, zoneOf } from './plan';
import type { Plan, TurnInput } from './plan';

/** The contact has been offered times: a choice is booked, an unclear answer is asked about once, then a person helps. */
export function planBooking(input: TurnInput): Plan | null {
  const { text, assessment, profile, nowMs } = input;
  const { conversation } = assessment;
  const { botState } = conversation;
  if (botState.pendingQuestion !== 'booking') return null;
  const zone = zoneOf(conversation, profile);
  const slot = chooseSlot(text, botState.offeredSlots, zone, nowMs);
  if (slot !== null) return { kind: 'book', slot, reason: 'chose an offered time', changes: {} };
  const timesAsked = (botState.timesAsked.booking ?? 0) + 1;
  if (timesAsked > MAX_TIMES_ASKED) {
    return {
      kind: 'say',
      text: say(profile.wording.human, conversation, profile, timesAsked),
      reason: 'the answer to the offered times is unclear',
      changes: { botState: { ...botState, pendingQuestion: null, offeredSlots: [] } },
      handoffs: ['booking unclear'],
    };
  }
  const slots = describeSlots(botState.offeredSlots, zone, nowMs);
  const answers = answersTo(input);
  return {
    kind: 'say',
    answers: answers.texts,
    text: say(profile.wording.booking.offerAgain, conversation, profile, timesAsked, { slots }),
    reason: 'asked again which of the offered times',
    changes: { botState: { ...botState, timesAsked: { ...botState.timesAsked, booking: timesAsked } } },
    handoffs: answers.handoffs,
  };
}
