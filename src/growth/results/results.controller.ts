import { Controller, Get, Inject, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock } from '../../config';
import { AdminGuard } from '../../http';
import { FEATURES } from '../feature';
import { OutcomeLog } from './outcome-log';
import { growthReport } from './report';
import type { AutoStop, Report } from './report';

/** Token of {@link AutoStopState}. */
export const AUTO_STOP = Symbol('AUTO_STOP');

/** Knows whether the response styles were stopped for driving people away. */
export interface AutoStopState {
  current(): AutoStop | null;
}

@ApiTags('growth')
@ApiBearerAuth()
@UseGuards(AdminGuard)
@Controller('growth')
export class ResultsController {
  constructor(
    private readonly log: OutcomeLog,
    private readonly clock: Clock,
    @Inject(AUTO_STOP) private readonly autoStop: AutoStopState,
  ) {}

  @ApiOperation({ summary: 'What the growth experiments have come to, with intervals and p values' })
  @Get('report')
  report(): Report {
    const context = { nowMs: this.clock.now(), autoStop: this.autoStop.current() };
    const participations = FEATURES.flatMap((feature) => this.log.participations(feature));
    return growthReport(participations, context);
  }
}
