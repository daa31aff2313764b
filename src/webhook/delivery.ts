import type { Request } from 'express';
import type { ContactEvent } from '../conversation';
import type { SignatureScheme } from './signature/verify-signature';

/** A webhook on its way in; each station adds what it found. The audit line is written from it. */
export interface Delivery {
  payload: Readonly<Record<string, unknown>>;
  signatureValid: boolean;
  signatureScheme: SignatureScheme;
  /** Why the signature is not valid; holds nothing secret. */
  signatureProblem?: string;
  incoming?: IncomingWebhook;
  outcome?: string;
}

/** What a webhook means to the service; `event` is `null` when there is nothing to do for it. */
export interface IncomingWebhook {
  readonly id: string;
  readonly type: string;
  readonly contactId: string | null;
  readonly event: ContactEvent | null;
}

/** An Express request on the webhook route: `body` holds the raw bytes. */
export type WebhookRequest = Request & { body: unknown; delivery?: Delivery };

/**
 * What the signature guard has found out about a webhook.
 * @throws when no guard has looked at it: nothing may be done for such a request.
 */
export function verifiedDelivery({ delivery }: WebhookRequest): Delivery {
  if (!delivery) throw new Error('a webhook came past the signature guard');
  return delivery;
}

/** The bytes that were signed; none when no body came, or none that the webhook's own reader took. */
export function rawBodyOf(request: WebhookRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** The answer to GHL; fixed by the outside contract. */
export interface WebhookAnswer {
  readonly status: 'accepted' | 'acknowledged' | 'duplicate_ignored';
  readonly webhook_id: string;
  readonly duplicate: boolean;
}
