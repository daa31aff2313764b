import { Controller, createParamDecorator, HttpCode, Inject, Post, UseGuards, UseInterceptors } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PinoLogger } from 'nestjs-pino';
import { servesLocation, SETTINGS } from '../config';
import type { Settings } from '../config';
import type { IncomingWebhook, WebhookAnswer, WebhookRequest } from './delivery';
import { IdempotencyInterceptor } from './idempotency';
import { Inbox } from './inbox';
import { SignatureGuard } from './signature';

/** The webhook as the interceptor has read it. */
const Incoming = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<WebhookRequest>().delivery?.incoming,
);

@ApiTags('webhook')
@Controller('webhook')
export class WebhookController {
  constructor(
    private readonly inbox: Inbox,
    private readonly logger: PinoLogger,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @ApiOperation({ summary: 'Webhooks of GHL: texts, contact changes, messages of people' })
  @Post('ghl')
  @HttpCode(200)
  @UseGuards(SignatureGuard)
  @UseInterceptors(IdempotencyInterceptor)
  async receive(@Incoming() incoming: IncomingWebhook): Promise<WebhookAnswer> {
    const { id, event } = incoming;
    if (event === null) return { status: 'acknowledged', webhook_id: id, duplicate: false };
    if (!servesLocation(this.settings, event.locationId)) {
      this.logger.warn({ webhook_id: id }, 'event of a location that is not GHL_LOCATION_ID; nothing done');
      return { status: 'acknowledged', webhook_id: id, duplicate: false };
    }
    await this.inbox.accept(event);
    return { status: 'accepted', webhook_id: id, duplicate: false };
  }
}
