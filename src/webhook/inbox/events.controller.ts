import { Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { AdminGuard, CodedException } from '../../http';
import { Inbox } from './inbox';
import type { OpenEvent } from './open-events';

class EventsQuery {
  @ApiPropertyOptional({ enum: ['failed', 'processing'], default: 'failed' })
  @IsOptional()
  @IsIn(['failed', 'processing'])
  status: 'failed' | 'processing' = 'failed';

  @ApiPropertyOptional({ default: 100, minimum: 1, maximum: 1000 })
  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(1_000)
  limit = 100;
}

class EventPath {
  @ApiProperty()
  @Matches(/^[A-Za-z0-9_.:-]{1,128}$/, { message: 'id must be an event id' })
  id!: string;
}

@ApiTags('events')
@ApiBearerAuth()
@UseGuards(AdminGuard)
@Controller('events')
export class EventsController {
  constructor(private readonly inbox: Inbox) {}

  @ApiOperation({ summary: 'Dead letters (failed), or the events being worked on (processing), the oldest first' })
  @Get()
  list(@Query() { status, limit }: EventsQuery) {
    const events = status === 'failed' ? this.inbox.listParked() : this.inbox.listActive();
    return { total: events.length, items: events.slice(0, limit).map(toAnswer) };
  }

  @ApiOperation({ summary: 'Work on a dead letter again' })
  @Post(':id/replay')
  @HttpCode(202)
  async replay(@Param() { id }: EventPath) {
    const event = await this.inbox.replay(id);
    if (event) return toAnswer(event);
    throw new CodedException(404, 'event_not_failed', 'There is no failed event with this id; see GET /events.');
  }
}

function toAnswer({ event, attempts, reason, parkedAtMs }: OpenEvent) {
  return {
    id: event.id,
    kind: event.kind,
    contact_id: event.contactId,
    location_id: event.locationId,
    text: event.kind === 'text' ? event.text : null,
    received_at: new Date(event.receivedAtMs).toISOString(),
    status: parkedAtMs === null ? 'processing' : 'failed',
    attempts,
    reason,
    failed_at: parkedAtMs === null ? null : new Date(parkedAtMs).toISOString(),
  };
}
