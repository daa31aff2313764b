import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { PinoLogger } from 'nestjs-pino';
import { TryAgainLaterException } from './coded-exception';
import { answerRequestId } from './request-id';

/** The body of every error answer; fixed by the outside contract. */
export interface ErrorBody {
  readonly statusCode: number;
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
}

/** What a known error may say to the outside. */
interface PublicError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const CODES: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'body_too_large',
  415: 'unsupported_media_type',
  429: 'try_again_later',
  503: 'unavailable',
};

/** Turns whatever was thrown into the contract's error body: no stack, no secret, no upstream body. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly logger: PinoLogger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    const error = publicError(thrown);
    response.locals.errorCode = error.code;
    if (error.status >= 500) this.logger.error({ err: thrown, code: error.code }, 'request failed');
    if (response.headersSent) return;
    if (thrown instanceof TryAgainLaterException) response.setHeader('Retry-After', thrown.retryAfterSeconds);
    const body: ErrorBody = {
      statusCode: error.status,
      code: error.code,
      message: error.message,
      requestId: answerRequestId(http.getRequest<Request>(), response),
    };
    response.status(error.status).json(body);
  }
}

/** The code of the error that a request was answered with; none for any other answer. */
export function errorCodeOf({ locals }: Response): string | undefined {
  return (locals as { readonly errorCode?: string }).errorCode;
}

function publicError(thrown: unknown): PublicError {
  if (thrown instanceof HttpException) return ofHttpException(thrown);
  const status = statusOfMiddlewareError(thrown);
  if (status !== null) return { status, code: codeOf(status), message: messageOf(status) };
  return { status: 500, code: 'internal_error', message: 'Something went wrong here; the log has the details.' };
}

function ofHttpException(exception: HttpException): PublicError {
  const status = exception.getStatus();
  const body = exception.getResponse();
  const given = typeof body === 'object' ? (body as Readonly<Record<string, unknown>>) : {};
  const details = Array.isArray(given.message) ? given.message.map(String).join('; ') : exception.message;
  return { status, code: typeof given.code === 'string' ? given.code : codeOf(status), message: details };
}

/** Express middleware (body parsers, path decoding) throws errors with a `status`; only client errors are theirs to tell. */
function statusOfMiddlewareError(thrown: unknown): number | null {
  if (!(thrown instanceof Error) || !('status' in thrown)) return null;
  return typeof thrown.status === 'number' && thrown.status >= 400 && thrown.status < 500 ? thrown.status : null;
}

function codeOf(status: number): string {
  return CODES[status] ?? 'error';
}

function messageOf(status: number): string {
  switch (status) {
    case 413:
      return 'The body is larger than this route takes.';
    case 415:
      return 'Send uncompressed UTF-8 JSON with Content-Type: application/json.';
    default:
      return 'The request could not be read: check that the body is valid JSON and the path is valid.';
  }
}
