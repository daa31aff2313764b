import { Module } from '@nestjs/common';
import { AUTO_STOP, RESULT_CONTROLLERS, RESULT_PROVIDERS } from './results';
import type { AutoStopState } from './results';

/** The growth experiments and what comes of them. */
@Module({
  controllers: RESULT_CONTROLLERS,
  providers: [...RESULT_PROVIDERS, { provide: AUTO_STOP, useValue: { current: () => null } satisfies AutoStopState }],
  exports: RESULT_PROVIDERS,
})
export class GrowthModule {}
