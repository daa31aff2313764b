import { Global, Module } from '@nestjs/common';
import { Registry } from './registry';

/** What is counted and measured. Needs the global `ConfigModule`. */
@Global()
@Module({ providers: [Registry], exports: [Registry] })
export class MetricsModule {}
