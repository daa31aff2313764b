import { asksToChangeAppointment } from '../bots/appointment-change';
import type { HandoffReason } from '../handoff';
import type { Facts } from '../understanding';
import { answersTo } from './answers';
import { planBooking } from './plan-booking';
import { say } from './plan';
import type { Plan, TurnInput } from './plan';

/** What only a person can deal with; the first that fits. */
const NEEDS: readonly (readonly [need: keyof Facts, handoff: HandoffReason, wording: 'upset' | 'call' | 'human'])[] = [
  ['isAbusive', 'upset contact', 'upset'],
  ['isAngry', 'upset contact', 'upset'],
  ['wantsCall', 'asked for a call', 'call'],
  ['wantsHuman', 'asked for a person', 'human'],
];

/** What a person has to look at: nothing more is asked in the same text. */
export function planPerson(input: TurnInput): Plan | null {
  const { assessment, profile } = input;
  const { conversation, understanding } = assessment;
  if (understanding.facts.wrongNumber) {
    const text = say(profile.wording.wrongNumber, conversation, profile);
    return { kind: 'say', text, reason: 'wrong number', changes: { optedOut: true }, handoffs: ['wrong number'] };
  }
  return planAppointmentChange(input) ?? planNeed(input);
}

/** The bots book and do not move: what stands in the calendar is a promise between people. */
function planAppointmentChange({ text, assessment, profile, nowMs }: TurnInput): Plan | null {
  const { conversation } = assessment;
  const { bookedSlot, pendingQuestion } = conversation.botState;
  const isBooked = bookedSlot !== null && Date.parse(bookedSlot) > nowMs;
  if (pendingQuestion === 'booking' || !asksToChangeAppointment(text, isBooked)) return null;
  return {
    kind: 'say',
    text: say(profile.wording.appointmentChange, conversation, profile),
    reason: 'wants to change an appointment',
    changes: {},
    handoffs: ['appointment to change'],
  };
}

function planNeed(input: TurnInput): Plan | null {
  const { assessment, profile } = input;
  const { conversation, understanding } = assessment;
  const need = NEEDS.find(([name]) => understanding.facts[name] === true);
  if (!need) return null;
  // The appointment is a call: "call me Tuesday" chooses one of the times offered for it.
  if (need[0] === 'wantsCall' && planBooking(input)?.kind === 'book') return null;
  const [name, handoff, wording] = need;
  const answers = name === 'isAbusive' || name === 'isAngry' ? null : answersTo(input);
  return {
    kind: 'say',
    ...(answers && { answers: answers.texts }),
    text: say(profile.wording[wording], conversation, profile, conversation.history.length),
    reason: handoff,
    changes: {},
    handoffs: [handoff, ...(answers?.handoffs ?? [])],
  };
}
