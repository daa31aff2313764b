import { Module } from '@nestjs/common';
import { FlagsController, GrowthEvents, GrowthFlags } from './flags';
import { AUTO_STOP, RESULT_CONTROLLERS, RESULT_PROVIDERS } from './results';
import type { AutoStopState } from './results';

/** The growth experiments: whether they are on, their rules, and what comes of them. */
@Module({
  controllers: [FlagsController, ...RESULT_CONTROLLERS],
  providers: [
    GrowthEvents,
    GrowthFlags,
    ...RESULT_PROVIDERS,
    {
      provide: AUTO_STOP,
      inject: [GrowthFlags],
      useFactory: (flags: GrowthFlags): AutoStopState => ({ current: () => autoStopOf(flags) }),
    },
  ],
  exports: [GrowthEvents, GrowthFlags, ...RESULT_PROVIDERS],
})
export class GrowthModule {}

function autoStopOf(flags: GrowthFlags) {
  const change = flags.pausedBy('ab_response_style_testing');
  return change && { paused_at: new Date(change.atMs).toISOString(), reason: change.why ?? '' };
}
