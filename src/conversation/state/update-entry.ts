import { mergeFacts } from '../understanding';
import { replacedFields } from './context-update';
import type { ContextUpdate } from './context-update';
import { bookedAsReported } from './booked-as-reported';
import { newConversation, newTurn } from './conversation';
import type { Conversation, Turn } from './conversation';
import { fromFactsFile } from './facts-file';

/** An update as it stands in the journal: applied to the revision before it, it makes `revision`. */
export interface UpdateEntry {
  readonly revision: number;
  /** ISO 8601. */
  readonly at: string;
  readonly update: ContextUpdate;
}

/** Applies updates; skips what the conversation already has; an entry can stand in the journal twice. */
export function applyInOrder(before: Conversation | null, entries: readonly UpdateEntry[]): Conversation | null {
  return entries.reduce<Conversation | null>((conversation, entry) => {
    const { contactId, locationId } = entry.update;
    const current = conversation ?? newConversation(contactId, locationId, entry.at);
    return entry.revision > current.revision ? applyEntry(current, entry) : current;
  }, before);
}

/** The conversation with one more update. Pure. */
export function applyEntry(before: Conversation, { revision, at, update }: UpdateEntry): Conversation {
  const { extractedData } = update;
  return {
    ...before,
    ...replacedFields(update),
    // A journal of an earlier version does not have all of it.
    botState: bookedAsReported({ ...before.botState, ...update.botState }, update.appointments ?? before.appointments),
    revision,
    facts: extractedData ? mergeFacts(before.facts, fromFactsFile(extractedData)) : before.facts,
    history: appendTurn(before.history, update, at),
    lastUpdated: at,
  };
}

function appendTurn(history: readonly Turn[], update: ContextUpdate, nowIso: string): readonly Turn[] {
  if (update.userMessage === undefined && update.aiResponse === undefined) {
    return update.turn ? completeTurn(history, update.turn) : history;
  }
  return [
    ...history,
    {
      ...newTurn({
        timestamp: nowIso,
        userMessage: update.userMessage ?? '',
        aiResponse: update.aiResponse ?? '',
      }),
      extractedData: update.extractedData ?? {},
      ...update.turn,
    },
  ];
}

/** Without a text, `turn` completes the one of its event: what became of the CRM is known only after the reply. */
function completeTurn(history: readonly Turn[], change: Partial<Turn>): readonly Turn[] {
  const index = change.eventId === undefined ? history.length - 1 : history.findLastIndex(isOf(change.eventId));
  return history.map((turn, position) => (position === index ? { ...turn, ...change } : turn));
}

function isOf(eventId: string | null) {
  return (turn: Turn) => turn.eventId === eventId;
}
