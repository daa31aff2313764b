import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Clock, SETTINGS } from '../../config';
import type { Settings } from '../../config';
import { CodedException } from '../../http';
import { Registry } from '../../telemetry';
import type { Delivery, WebhookRequest } from '../delivery';
import { rawBodyOf } from '../delivery';
import { isOutsideWindow } from './event-age';
import { verifySignature } from './verify-signature';
import type { SignatureScheme } from './verify-signature';

/** Lets a webhook in only when its bytes are signed by who may send one and it is fresh. Parses nothing before that. */
@Injectable()
export class SignatureGuard implements CanActivate {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly registry: Registry,
    private readonly logger: PinoLogger,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<WebhookRequest>();
    const rawBody = rawBodyOf(request);
    const verdict = verifySignature(request.headersDistinct, rawBody, this.settings.webhook);
    const delivery: Delivery = { payload: {}, signatureValid: verdict.valid, signatureScheme: verdict.scheme };
    request.delivery = delivery;
    if (!verdict.valid) {
      delivery.signatureProblem = verdict.problem;
      this.refuseUnlessWarning(verdict.scheme, verdict.problem);
    }
    delivery.payload = parseObject(rawBody);
    if (verdict.valid) this.checkAge(delivery.payload.timestamp);
    return true;
  }

  private refuseUnlessWarning(scheme: SignatureScheme, problem: string): void {
    this.registry.count('signature_failures', { scheme });
    if (this.settings.webhook.signatureMode === 'enforce') {
      throw new CodedException(403, 'invalid_signature', `The webhook signature was refused: ${problem}.`);
    }
    this.logger.warn({ problem }, 'webhook signature invalid; let through because WEBHOOK_SIGNATURE_MODE is "warn"');
  }

  private checkAge(timestamp: unknown): void {
    if (!isOutsideWindow(timestamp, this.clock.now(), this.settings.webhook.maxAgeSeconds)) return;
    throw new CodedException(403, 'stale_event', 'The event timestamp is outside WEBHOOK_MAX_AGE_SECONDS.');
  }
}

function parseObject(rawBody: Buffer): Readonly<Record<string, unknown>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    throw new CodedException(400, 'invalid_json', 'The body is not valid UTF-8 JSON.');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new CodedException(400, 'not_an_object', 'The body must be a JSON object.');
  }
  return parsed as Record<string, unknown>;
}
