import { Module, RequestMethod } from '@nestjs/common';
import type { DynamicModule, MiddlewareConsumer, NestModule } from '@nestjs/common';
import { ConfigModule } from './config';
import type { Environment } from './config';
import { ConversationModule } from './conversation';
import { FollowUpModule } from './follow-up';
import { GhlModule } from './ghl';
import { GrowthModule } from './growth';
import { HealthModule } from './health';
import { jsonBody } from './http';
import { StorageModule } from './storage';
import { LoggingModule } from './telemetry';
import { WebhookModule } from './webhook';

/** The list of features. */
@Module({
  imports: [
    LoggingModule,
    StorageModule,
    GhlModule,
    GrowthModule,
    ConversationModule,
    FollowUpModule,
    WebhookModule,
    HealthModule,
  ],
})
export class AppModule implements NestModule {
  /** @param environment instead of the real one and `.env`. */
  static forRoot(environment?: Environment): DynamicModule {
    return { module: AppModule, imports: [ConfigModule.forRoot(environment)] };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply(jsonBody)
      .exclude({ path: 'webhook/ghl', method: RequestMethod.POST })
      .forRoutes({ path: '*splat', method: RequestMethod.ALL });
  }
}
