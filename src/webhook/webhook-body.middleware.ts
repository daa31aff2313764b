import { Injectable } from '@nestjs/common';
import type { NestMiddleware } from '@nestjs/common';
import { raw } from 'express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { CodedException } from '../http';

const MAX_BODY_BYTES = 256 * 1_024;
const JSON_TYPE = /^application\/(?:[a-z0-9.+-]+\+)?json\s*(?:;|$)/i;
/** Anything but UTF-8, with or without quotes (RFC 9110, 8.3.1). */
const OTHER_CHARSET = /;\s*charset\s*=(?!\s*"?utf-?8\b)/i;

const readRawBody: RequestHandler = raw({ type: () => true, limit: MAX_BODY_BYTES, inflate: false });

/**
 * Leaves the raw bytes in `request.body`: the signature covers them. Takes uncompressed UTF-8 JSON only, since what is
 * inflated or decoded first is no longer what was signed.
 */
@Injectable()
export class WebhookBodyMiddleware implements NestMiddleware {
  use(request: Request, response: Response, next: NextFunction): void {
    const contentType = request.headers['content-type'] ?? '';
    if (!JSON_TYPE.test(contentType) || OTHER_CHARSET.test(contentType)) {
      next(new CodedException(415, 'unsupported_media_type', 'Send Content-Type: application/json in UTF-8.'));
      return;
    }
    readRawBody(request, response, next);
  }
}
