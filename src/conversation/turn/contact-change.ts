import { hasTag } from '../../ghl';
import type { BotType, ContactChangedEvent, TextEvent } from '../contact-event';
import type { ContactSnapshot } from '../state';

/**
 * The contact with what a webhook tells of it; the same object where that is nothing new, or older than what is known:
 * webhooks come unordered, and the CRM also reports what the service itself has just written.
 * @param botType the bot that talks to the contact.
 */
export function withNews(known: ContactSnapshot, botType: BotType | null, event: ContactChangedEvent): ContactSnapshot {
  const { firstName, tags, isSmsBlocked, status, botTypes, changedAtMs, receivedAtMs } = event;
  if (changedAtMs !== null && known.changedAt !== null && changedAtMs < Date.parse(known.changedAt)) return known;
  const isOtherBotNamed = botType !== null && botTypes.some((named) => named !== botType);
  const changed = {
    ...known,
    firstName: firstName ?? known.firstName,
    tags: tags ?? known.tags,
    isSmsBlocked: isSmsBlocked ?? known.isSmsBlocked,
    status: status ?? known.status,
    isRead: known.isRead && !isOtherBotNamed,
    changedAt: changedAtMs === null ? known.changedAt : isoOf(changedAtMs),
    tagsToldAt: tags === null ? known.tagsToldAt : isoOf(receivedAtMs),
  };
  return isSameContact(changed, known) ? known : changed;
}

/** The contact with what a text's webhook tells of it, unless something newer is known. */
export function withTold(known: ContactSnapshot, { firstName, tags, receivedAtMs }: TextEvent): ContactSnapshot {
  const isNewer = known.tagsToldAt === null || receivedAtMs > Date.parse(known.tagsToldAt);
  const told = tags !== null && isNewer ? { tags, tagsToldAt: isoOf(receivedAtMs) } : {};
  const changed = { ...known, firstName: known.firstName ?? firstName, ...told };
  return isSameContact(changed, known) ? known : changed;
}

/** In all that the bots go by. Tags come back from the CRM in lower case. */
function isSameContact(a: ContactSnapshot, b: ContactSnapshot): boolean {
  const isSameTags = a.tags.length === b.tags.length && a.tags.every((tag) => hasTag(b.tags, tag));
  const isSameState = a.isSmsBlocked === b.isSmsBlocked && a.isRead === b.isRead && a.status === b.status;
  return isSameTags && isSameState && a.firstName === b.firstName;
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
