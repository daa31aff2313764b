import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Global, Module } from '@nestjs/common';
import { LoggerModule, PinoLogger } from 'nestjs-pino';
import { Store, storage } from 'nestjs-pino/storage';
import type { DestinationStream } from 'pino';
import { SETTINGS } from '../config';
import type { Settings } from '../config';

/** Where log lines go; `undefined` is standard output. */
export const LOG_DESTINATION = Symbol('LOG_DESTINATION');

const REQUEST_ID = /^[A-Za-z0-9_.-]{1,64}$/;
/** Probed every few seconds, or with an audit line of its own: a "request completed" line would only be noise. */
const QUIET_PATHS = ['/health', '/webhook/ghl'];

@Global()
@Module({
  providers: [{ provide: LOG_DESTINATION, useValue: undefined }],
  exports: [LOG_DESTINATION],
})
class LogDestinationModule {}

/** pino JSON lines, each with the `request_id` it belongs to. Bodies, queries and headers are never logged. */
@Global()
@Module({
  imports: [
    LogDestinationModule,
    LoggerModule.forRootAsync({
      inject: [SETTINGS, LOG_DESTINATION],
      useFactory: (settings: Settings, destination: DestinationStream | undefined) => ({
        pinoHttp: {
          level: settings.logLevel,
          ...(destination && { stream: destination }),
          genReqId: assignRequestId,
          quietReqLogger: true,
          customAttributeKeys: { reqId: 'request_id', responseTime: 'duration_ms' },
          autoLogging: { ignore: (request) => QUIET_PATHS.includes(pathOf(request)) },
          customSuccessObject: describeRequest,
          customErrorObject: (request, response, _error, line: object) => describeRequest(request, response, line),
          serializers: { req: () => undefined, res: () => undefined },
        },
      }),
    }),
  ],
})
export class LoggingModule {}

/**
 * Runs work that outlives its request so that all its log lines carry the given fields.
 * @param fields such as `request_id` and `webhook_id`.
 */
export function withLogFields<T>(fields: Readonly<Record<string, string>>, work: () => T): T {
  return storage.run(new Store(PinoLogger.root.child(fields)), work);
}

function assignRequestId(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', id);
  return id;
}

/** Not as `customProps`, which pino-http writes twice into the line. */
function describeRequest(request: IncomingMessage, response: ServerResponse, line: object): object {
  return { ...line, method: request.method, path: pathOf(request), status_code: response.statusCode };
}

function pathOf(request: IncomingMessage): string {
  const url = 'originalUrl' in request ? String(request.originalUrl) : (request.url ?? '');
  return url.split('?', 1)[0] ?? '';
}
