import { HttpException } from '@nestjs/common';

/** An error for the caller: an HTTP status, a machine-readable code and a sentence that says how to fix it. */
export class CodedException extends HttpException {
  constructor(
    status: number,
    readonly code: string,
    message: string,
  ) {
    super({ code, message }, status);
  }
}

/** 429: nothing was done, the same request may be sent again. GHL repeats a webhook after no other answer. */
export class TryAgainLaterException extends CodedException {
  constructor(
    code: string,
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(429, code, message);
  }
}
