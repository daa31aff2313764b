import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { ConversationModule } from '../conversation';
import { GhlModule } from '../ghl';
import { GrowthModule } from '../growth';
import { WebhookModule } from '../webhook';
import { ClaudeIndicator } from './claude.indicator';
import { Gauges } from './gauges';
import { GhlIndicator } from './ghl.indicator';
import { HealthController } from './health.controller';
import { InboxIndicator } from './inbox.indicator';
import { Liveness } from './liveness';
import { MetricsController } from './metrics.controller';
import { PerformanceController } from './performance.controller';
import { StorageIndicator } from './storage.indicator';
import { SystemHealth } from './system-health';

/** Tells orchestrators, scrapers and people how the service and its surroundings are. */
@Module({
  imports: [TerminusModule, ConversationModule, GhlModule, GrowthModule, WebhookModule],
  controllers: [HealthController, MetricsController, PerformanceController],
  providers: [ClaudeIndicator, Gauges, GhlIndicator, InboxIndicator, Liveness, StorageIndicator, SystemHealth],
})
export class HealthModule {}
