import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { PinoLogger } from 'nestjs-pino';
import { Clock } from '../config';
import { CALL_POLICY, LOOKS } from './call-policy';
import type { CallPolicy } from './call-policy';
import { sendMessage } from './conversation-calls';
import { ConversationReader } from './conversation-reader';
import { GhlHttp } from './ghl-http';
import type { GhlMessage } from './ghl.types';

/** How far the CRM's clock may be behind ours. */
const CLOCK_SKEW_MS = 60_000;
/** Messages read back to find one: far more than a contact gets while a send is being tried. */
const READ_BACK_LIMIT = 50;
const REMEMBERED_SENDS = 1_000;

/** What is known of a text that was to be sent. */
export type Delivery =
  /** `atMs`: when the CRM accepted it, epoch milliseconds. */
  | { readonly kind: 'sent'; readonly messageId: string; readonly atMs: number }
  /** Certainly not; it may be tried again. */
  | { readonly kind: 'not_sent' }
  /** The CRM said no to this text. */
  | { readonly kind: 'refused' }
  /** Nobody can tell: it has to be looked for before it is repeated, and not repeated at all if it was accepted. */
  | { readonly kind: 'unsure'; readonly wasAccepted: boolean };

/** Sends a text at most once: the API takes no idempotency key, so an unsure send is looked up before it is repeated. */
@Injectable()
export class MessageSender {
  /** Ids that earlier sends got: none of them can be the one whose answer was lost. */
  private readonly earlier = new LRUCache<string, true>({ max: REMEMBERED_SENDS });

  constructor(
    private readonly http: GhlHttp,
    private readonly conversations: ConversationReader,
    @Inject(CALL_POLICY) private readonly policy: CallPolicy,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
  ) {}

  /** @returns the message id, or `null` when the text was not sent or nobody can tell, which has been logged. */
  async send(contactId: string, text: string): Promise<string | null> {
    for (let attempt = 0; attempt <= this.policy.maxRetries; attempt++) {
      const sinceMs = this.clock.now();
      const delivery = await this.deliver(contactId, text);
      if (delivery.kind === 'sent') return delivery.messageId;
      // What was not executed has been repeated by the HTTP layer already.
      if (delivery.kind !== 'unsure') return null;
      const settled = await this.settle(contactId, text, sinceMs, this.earlier);
      if (settled.kind === 'sent') return settled.messageId;
      if (settled.kind !== 'not_sent') return null;
      if (delivery.wasAccepted) {
        this.log(contactId, { outcome: 'unknown', reason: 'accepted, but not to be found; not repeated' });
        return null;
      }
    }
    this.log(contactId, { outcome: 'not_sent', reason: 'all attempts failed' });
    return null;
  }

  /**
   * One attempt. An unsure one is not looked for: that is {@link settle}'s.
   * @param isWanted asked when the text's turn has come, which can be seconds later under load.
   */
  async deliver(contactId: string, text: string, isWanted?: () => boolean): Promise<Delivery> {
    const result = await this.http.call({ ...sendMessage(contactId, text), isWanted });
    if (result.ok) return this.remember(result.value.messageId, this.clock.now());
    switch (result.outcome) {
      case 'refused':
        return { kind: 'refused' };
      case 'unavailable':
        return { kind: 'not_sent' };
      case 'unknown':
        return { kind: 'unsure', wasAccepted: false };
      case 'unreadable':
        return { kind: 'unsure', wasAccepted: true };
    }
  }

  /**
   * Looks for a text whose answer was lost until it is found or can no longer show up.
   * @param sinceMs when its first attempt began, epoch milliseconds.
   * @param others ids of messages that are known to be others.
   * @returns `unsure` as soon as the CRM cannot be asked.
   */
  async settle(
    contactId: string,
    text: string,
    sinceMs: number,
    others: { has(messageId: string): boolean },
  ): Promise<Delivery> {
    for (let look = 0; look < LOOKS; look++) {
      await sleep(this.policy.settleMs * 2 ** look);
      const found = await this.findSent(contactId, text, sinceMs, others);
      if (found === false) {
        this.log(contactId, { outcome: 'unknown', reason: 'cannot tell whether the text was sent; not repeated' });
        return { kind: 'unsure', wasAccepted: false };
      }
      if (found === null) continue;
      this.log(contactId, { outcome: 'sent', reason: 'the answer was lost; found the text in the conversation' });
      return this.remember(found.id, this.acceptedMs(found, sinceMs));
    }
    this.log(contactId, { outcome: 'not_sent', reason: 'the text is not in the conversation' });
    return { kind: 'not_sent' };
  }

  /** @returns the message; `null` when it is certainly not there; `false` when that cannot be told. */
  private async findSent(
    contactId: string,
    text: string,
    sinceMs: number,
    others: { has(messageId: string): boolean },
  ): Promise<GhlMessage | null | false> {
    const page = await this.conversations.read(contactId, READ_BACK_LIMIT);
    if (page === false) return false;
    const earliest = sinceMs - CLOCK_SKEW_MS;
    const found = page.messages.find(
      (message) => Date.parse(message.dateAdded) >= earliest && isSend(message, text) && !others.has(message.id),
    );
    if (found) return found;
    return page.completeSinceMs < earliest ? null : false;
  }

  /** By the CRM's clock, which is not ours: it was neither before the attempt nor after now. */
  private acceptedMs({ dateAdded }: GhlMessage, sinceMs: number): number {
    return Math.min(Math.max(Date.parse(dateAdded), sinceMs), this.clock.now());
  }

  private remember(messageId: string, atMs: number): Delivery {
    this.earlier.set(messageId, true);
    return { kind: 'sent', messageId, atMs };
  }

  private log(contactId: string, facts: { readonly outcome: string; readonly reason: string }): void {
    const line = { operation: 'sendMessage', contact_id: contactId, fallback_used: true, ...facts };
    this.logger.warn(line, 'Unsure send settled');
  }
}

/** The CRM may append the location's opt-out wording to a text, so it need only begin with ours. A person's is `app`. */
function isSend({ direction, body, source }: GhlMessage, text: string): boolean {
  const isBots = direction === 'outbound' && source !== 'app';
  return isBots && withoutExtraSpace(body).startsWith(withoutExtraSpace(text));
}

function withoutExtraSpace(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
