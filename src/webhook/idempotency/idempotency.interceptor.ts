import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { firstValueFrom, from } from 'rxjs';
import type { Observable } from 'rxjs';
import { Clock } from '../../config';
import { requestIdOf, TryAgainLaterException } from '../../http';
import { currentTraceparent, Registry } from '../../telemetry';
import { rawBodyOf, verifiedDelivery } from '../delivery';
import type { Delivery, IncomingWebhook, WebhookAnswer, WebhookRequest } from '../delivery';
import { IdempotencyStore } from './idempotency-store';
import { CANARY_TYPE, normalisePayload } from '../payload';

/**
 * One event id, one acceptance: claim, let the handler accept, keep. A duplicate is answered without any side effect.
 * When the first one could not be accepted, the claim is given back and whoever waited on it is told to try again.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly store: IdempotencyStore,
    private readonly clock: Clock,
    private readonly registry: Registry,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<WebhookAnswer>): Observable<WebhookAnswer> {
    return from(this.answer(context.switchToHttp().getRequest<WebhookRequest>(), next));
  }

  private async answer(request: WebhookRequest, next: CallHandler<WebhookAnswer>): Promise<WebhookAnswer> {
    const delivery = verifiedDelivery(request);
    delivery.incoming = this.read(request, delivery.payload);
    const answer = await this.answerOnce(delivery.incoming, next);
    delivery.outcome = answer.status;
    return answer;
  }

  private async answerOnce(incoming: IncomingWebhook, next: CallHandler<WebhookAnswer>): Promise<WebhookAnswer> {
    const claim = this.store.claim(incoming.id);
    if (claim.kind === 'duplicate') return this.answerDuplicate(incoming, await claim.first);
    try {
      const answer = await firstValueFrom(next.handle());
      this.store.keep(incoming.id);
      return answer;
    } catch (cause) {
      this.store.release(incoming.id);
      throw cause;
    }
  }

  private answerDuplicate(incoming: IncomingWebhook, firstWasKept: boolean): WebhookAnswer {
    if (!firstWasKept) {
      throw new TryAgainLaterException('not_durable', 'The event could not be made safe. Send it again later.', 30);
    }
    // The monitor's second canary is to be one: it says nothing about GHL.
    if (incoming.type !== CANARY_TYPE) this.registry.count('duplicate_webhooks', {});
    return { status: 'duplicate_ignored', webhook_id: incoming.id, duplicate: true };
  }

  private read(request: WebhookRequest, payload: Delivery['payload']): IncomingWebhook {
    const traceparent = currentTraceparent();
    return normalisePayload(payload, rawBodyOf(request), {
      receivedAtMs: this.clock.now(),
      requestId: requestIdOf(request),
      ...(traceparent !== undefined && { traceparent }),
    });
  }
}
