import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { PinoLogger } from 'nestjs-pino';
import { Clock } from '../config';
import { CALL_POLICY } from './call-policy';
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
    const startedAt = this.clock.now();
    for (let attempt = 0; attempt <= this.policy.maxRetries; attempt++) {
      const result = await this.http.call(sendMessage(contactId, text));
      if (result.ok) return this.remember(result.value.messageId);
      if (result.outcome === 'not_executed') return null;
      await sleep(this.policy.settleMs * 2 ** attempt);
      const found = await this.findSent(contactId, text, startedAt, this.earlier);
      // An accepted send that cannot be found may still appear: repeating it would be a second text.
      if (found === false || (found === null && result.outcome === 'unreadable')) return this.giveUp(contactId);
      if (found !== null) return this.settle(contactId, found);
    }
    this.logger.warn({ operation: 'sendMessage', contact_id: contactId, outcome: 'not_sent' }, 'Text was not sent');
    return null;
  }

  /**
   * Looks for a text that was sent but whose answer was lost.
   * @param sinceMs when the first attempt began, epoch milliseconds.
   * @param except ids of messages that are known to be others.
   * @returns its message id; `null` when it is certainly not there; `false` when that cannot be told.
   */
  async findSent(
    contactId: string,
    text: string,
    sinceMs: number,
    except: { has(messageId: string): boolean } = new Set(),
  ): Promise<string | null | false> {
    const page = await this.conversations.read(contactId, READ_BACK_LIMIT);
    if (page === false) return false;
    const earliest = sinceMs - CLOCK_SKEW_MS;
    const found = page.messages.find(
      (message) => Date.parse(message.dateAdded) >= earliest && isSend(message, text) && !except.has(message.id),
    );
    if (found) return found.id;
    return page.completeSinceMs < earliest ? null : false;
  }

  private remember(messageId: string): string {
    this.earlier.set(messageId, true);
    return messageId;
  }

  private settle(contactId: string, messageId: string): string {
    const reason = 'the answer was lost; found the text in the conversation';
    this.log(contactId, { outcome: 'sent', reason });
    return this.remember(messageId);
  }

  private giveUp(contactId: string): null {
    const reason = 'cannot tell whether the text was sent; not repeated';
    this.log(contactId, { outcome: 'unknown', reason });
    return null;
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
