import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { GhlModule } from '../ghl';
import { WebhookModule } from '../webhook';
import { DiskIndicator } from './disk.indicator';
import { GhlIndicator } from './ghl.indicator';
import { HealthController } from './health.controller';

/** Tells an orchestrator and an operator how the service and its surroundings are. */
@Module({
  imports: [TerminusModule, GhlModule, WebhookModule],
  controllers: [HealthController],
  providers: [GhlIndicator, DiskIndicator],
})
export class HealthModule {}
