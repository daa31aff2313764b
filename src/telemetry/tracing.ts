import { createRequire } from 'node:module';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { SETTINGS } from '../config';
import type { Settings } from '../config';

type TraceExport = typeof import('./trace-export');

/** Sends traces when an endpoint is set. It stands before the first event is worked on, and ends after the last. */
@Injectable()
export class Tracing implements OnApplicationShutdown {
  private readonly stopExport: (() => Promise<void>) | null;

  constructor(@Inject(SETTINGS) { tracing }: Settings, logger: PinoLogger) {
    // The SDK is loaded by those alone who use it; Jest has no `import()`.
    const load = () => createRequire(__filename)('./trace-export') as TraceExport;
    this.stopExport = tracing === null ? null : load().startExport(tracing, logger);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stopExport?.();
  }
}
