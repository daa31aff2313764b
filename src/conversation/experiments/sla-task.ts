import { handoffActions, withHandoffs } from '../handoff';
import type { HandoffReason, Office } from '../handoff';
import type { BotState, Conversation, CrmRecord } from '../state';

/** A person who has just been asked need not be asked again. */
const JUST_ASKED_MS = 3_600_000;

/**
 * Asks a person to take over, unless one has been asked within the hour.
 * @returns what changes in the conversation; nothing when nobody is to be asked.
 */
export function askForPerson(
  conversation: Conversation,
  reason: HandoffReason,
  office: Office,
  nowMs: number,
): { readonly crm?: CrmRecord; readonly botState?: BotState } {
  const { botState, crm } = conversation;
  const asked = [...Object.values(botState.handoffs), botState.handedOffAt ?? ''];
  if (asked.some((at) => nowMs - Date.parse(at) < JUST_ASKED_MS)) return {};
  const handoff = { reasons: [reason], text: null, promise: lastAnswer(conversation) };
  return {
    crm: { ...crm, todo: [...crm.todo, ...handoffActions(conversation, handoff, office, nowMs)] },
    botState: withHandoffs(botState, [reason], nowMs),
  };
}

/** What the contact's last text was answered; `null` when the bot stayed silent, or was not heard. */
function lastAnswer({ history }: Conversation): string | null {
  const last = history.at(-1);
  return last === undefined || last.aiResponse === '' || last.sent === false ? null : last.aiResponse;
}
