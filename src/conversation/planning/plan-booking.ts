import { chooseSlot, describeSlots } from '../bots/booking';
import { MAX_TIMES_ASKED } from '../bots/bot-step';
import { answersTo } from './answers';
import { say, zoneOf } from './plan';
import type { Plan, TurnInput } from './plan';

/**
 * The contact has been offered times: a choice is booked, an unclear answer is asked about once, then a person helps. An
 * answer can come days later: times that have gone by are neither booked nor named again.
 */
export function planBooking(input: TurnInput): Plan | null {
  const { text, assessment, profile, nowMs } = input;
  const { conversation } = assessment;
  const { botState } = conversation;
  if (botState.pendingQuestion !== 'booking') return null;
  const zone = zoneOf(conversation, profile);
  const slot = chooseSlot(text, botState.offeredSlots, zone, nowMs);
  const open = botState.offeredSlots.filter((offered) => Date.parse(offered) > nowMs);
  if (slot !== null && open.includes(slot)) return { kind: 'book', slot, reason: 'chose an offered time', changes: {} };
  if (slot !== null || open.length === 0) {
    return { kind: 'offer_times', reason: 'the offered time has gone by', changes: {} };
  }
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
  const slots = describeSlots(open, zone, nowMs);
  const answers = answersTo(input);
  return {
    kind: 'say',
    answers: answers.texts,
    text: say(profile.wording.booking.offerAgain, conversation, profile, timesAsked, { slots }),
    reason: 'asked again which of the offered times',
    changes: {
      botState: { ...botState, offeredSlots: open, timesAsked: { ...botState.timesAsked, booking: timesAsked } },
    },
    handoffs: answers.handoffs,
  };
}
