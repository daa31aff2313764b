import { attribute } from '../../growth';
import type { Attribution, Subject } from '../../growth';
import type { Conversation } from '../state';

/** Where the lead comes from, as far as the CRM tells; what was seen first is kept. */
export function attributionOf({ contact, growth }: Conversation): Attribution | null {
  return attribute(contact?.sources ?? null, growth.attribution);
}

/** Whom a feature is evaluated for. */
export function subjectOf(conversation: Conversation): Subject {
  return { contactId: conversation.contactId, source: attributionOf(conversation)?.source ?? null };
}
