import { Injectable } from '@nestjs/common';
import type { NestMiddleware } from '@nestjs/common';
import type { NextFunction, Response } from 'express';
import { errorCodeOf } from '../http';
import { Registry } from '../telemetry';
import type { WebhookRequest } from './delivery';

const PRINTABLE_TYPE = /^[A-Za-z0-9_.-]{1,64}$/;

/** Writes one audit line per webhook once its answer has gone out, and counts it, whichever station made the answer. */
@Injectable()
export class AuditMiddleware implements NestMiddleware {
  constructor(private readonly registry: Registry) {}

  use(request: WebhookRequest, response: Response, next: NextFunction): void {
    response.once('close', () => {
      const outcome = outcomeOf(request, response);
      this.registry.count('webhooks_total', { outcome });
      writeAuditLine(request, response, outcome);
    });
    next();
  }
}

function outcomeOf({ delivery }: WebhookRequest, response: Response): string {
  return response.writableFinished ? (delivery?.outcome ?? `refused_${response.statusCode}`) : 'aborted';
}

function writeAuditLine(request: WebhookRequest, response: Response, outcome: string): void {
  const delivery = request.delivery;
  const incoming = delivery?.incoming;
  request.log.info(
    {
      webhook_id: incoming?.id ?? null,
      signature_valid: delivery?.signatureValid ?? false,
      signature_scheme: delivery?.signatureScheme ?? 'none',
      duplicate: outcome === 'duplicate_ignored',
      type: incoming && PRINTABLE_TYPE.test(incoming.type) ? incoming.type : null,
      contact_id: incoming?.contactId ?? null,
      outcome,
      error_code: errorCodeOf(response),
      signature_problem: delivery?.signatureProblem,
      status_code: response.statusCode,
    },
    'webhook audit',
  );
}
