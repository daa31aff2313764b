import { Global, Module } from '@nestjs/common';
import type { MiddlewareConsumer, NestModule } from '@nestjs/common';
import { LoggerModule, PinoLogger } from 'nestjs-pino';
import { Store, storage } from 'nestjs-pino/storage';
import type { DestinationStream } from 'pino';
import { SETTINGS } from '../config';
import type { Settings } from '../config';
import { countFallbacks } from './fallback-counter';
import { MetricsModule } from './metrics.module';
import { Registry } from './registry';
import { RequestLogMiddleware } from './request-log.middleware';
import { traceFields } from './spans';
import { Tracing } from './tracing';

/** Where log lines go; `undefined` is standard output. */
export const LOG_DESTINATION = Symbol('LOG_DESTINATION');

@Global()
@Module({
  providers: [{ provide: LOG_DESTINATION, useValue: undefined }],
  exports: [LOG_DESTINATION],
})
class LogDestinationModule {}

/** pino JSON lines, each with the `request_id` and, traced, the `trace_id` it belongs to. Bodies, queries and headers are never logged. */
@Global()
@Module({
  imports: [
    LogDestinationModule,
    MetricsModule,
    LoggerModule.forRootAsync({
      inject: [SETTINGS, LOG_DESTINATION, Registry],
      useFactory: (settings: Settings, destination: DestinationStream | undefined, registry: Registry) => ({
        pinoHttp: {
          ...countFallbacks(registry, settings.logLevel),
          ...(destination && { stream: destination }),
          ...(settings.tracing && { mixin: traceFields }),
        },
        // RequestLogMiddleware is in the place of pino-http's.
        forRoutes: [],
      }),
    }),
  ],
  providers: [Tracing],
})
export class LoggingModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(RequestLogMiddleware).forRoutes('{*path}');
  }
}

/**
 * Runs work that outlives its request so that all its log lines carry the given fields.
 * @param fields such as `request_id` and `webhook_id`.
 */
export function withLogFields<T>(fields: Readonly<Record<string, string>>, work: () => T): T {
  return storage.run(new Store(PinoLogger.root.child(fields)), work);
}
