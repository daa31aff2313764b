import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { HandlerInterceptor } from './handler.interceptor';
import { Registry } from './registry';

/** What is counted and measured. Needs the global `ConfigModule`. */
@Global()
@Module({
  providers: [Registry, { provide: APP_INTERCEPTOR, useClass: HandlerInterceptor }],
  exports: [Registry],
})
export class MetricsModule {}
