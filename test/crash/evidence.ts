import type { SandboxCrm } from '../../src/ghl/sandbox';
import { readConversations, readLeftovers, readStatuses } from './data-folder';
import type { TurnJson } from './data-folder';
import type { Ledger, SentText } from './ledger';

/** All that is known at the end, about one contact. */
export interface ContactEvidence {
  readonly contactId: string;
  /** In the order in which they were sent. */
  readonly texts: readonly SentText[];
  readonly turns: readonly TurnJson[];
  /** What the bot's SMS say, as the stand-in carried them out. */
  readonly sms: readonly string[];
  readonly bookings: number;
  readonly tasks: number;
}

/** All that is known at the end. */
export interface Evidence {
  readonly contacts: readonly ContactEvidence[];
  readonly statuses: ReadonlyMap<string, string>;
  readonly failedIds: ReadonlySet<string>;
  readonly leftovers: readonly string[];
}

/**
 * Puts together what harness, stand-in and data folder know.
 * @param listedAsFailed ids that `GET /events?status=failed` has named.
 */
export function collectEvidence(
  ledger: Ledger,
  crm: SandboxCrm,
  dataDir: string,
  listedAsFailed: ReadonlySet<string>,
): Evidence {
  const conversations = readConversations(dataDir);
  const statuses = readStatuses(dataDir);
  const marked = [...statuses].filter(([, status]) => status === 'failed').map(([id]) => id);
  const contacts = [...ledger.byContact()].map(([contactId, texts]) => ({
    contactId,
    texts,
    turns: conversations.get(contactId) ?? [],
    sms: sentByBot(crm, contactId),
    bookings: crm.appointments(contactId).length,
    tasks: crm.tasks(contactId).length,
  }));
  return {
    contacts,
    statuses,
    failedIds: new Set([...listedAsFailed, ...marked]),
    leftovers: readLeftovers(dataDir),
  };
}

function sentByBot(crm: SandboxCrm, contactId: string): readonly string[] {
  const isBots = ({ direction, source }: { readonly direction: string; readonly source?: string }) =>
    direction === 'outbound' && source === 'api';
  return crm
    .messages(contactId)
    .filter(isBots)
    .map(({ body }) => body);
}
