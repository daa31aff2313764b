import { STATUS_CODES } from 'node:http';

/** What a handler returns. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** A refusal, answered as GHL answers (a NestJS service): `{ statusCode, message, error }`. */
export class ApiError extends Error {
  /** @param reason a list for 422, as GHL has it. */
  constructor(
    readonly status: number,
    readonly reason: string | readonly string[],
  ) {
    super(typeof reason === 'string' ? reason : reason.join('; '));
  }

  toReply(): Reply {
    const { status, reason } = this;
    return { status, body: { statusCode: status, message: reason, error: STATUS_CODES[status] ?? 'Error' } };
  }
}
