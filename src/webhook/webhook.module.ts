import { Module, RequestMethod } from '@nestjs/common';
import type { MiddlewareConsumer, NestModule } from '@nestjs/common';
import { ConversationModule } from '../conversation';
import { AuditMiddleware } from './audit.middleware';
import { IdempotencyStore } from './idempotency';
import { CatchUp, EventsController, Inbox } from './inbox';
import { WebhookBodyMiddleware } from './webhook-body.middleware';
import { WebhookController } from './webhook.controller';

/** From a webhook's bytes to an event that is safe on disk and handed to the conversation. */
@Module({
  imports: [ConversationModule],
  controllers: [EventsController, WebhookController],
  providers: [CatchUp, IdempotencyStore, Inbox],
  exports: [Inbox],
})
export class WebhookModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply(AuditMiddleware, WebhookBodyMiddleware)
      .forRoutes({ path: 'webhook/ghl', method: RequestMethod.POST });
  }
}
