import { Controller, Delete, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { ID_PATTERN, ID_RULE } from '../config';
import type { FirstWordOutcome } from '../conversation';
import { AdminGuard, CodedException } from '../http';
import { FollowUps } from './follow-ups';
import type { ScheduledStep } from './schedule';

const ID_MESSAGE = { message: `$property ${ID_RULE}` };

class ContactPath {
  @ApiProperty()
  @Matches(ID_PATTERN, ID_MESSAGE)
  contactId!: string;
}

class LocationQuery {
  @ApiPropertyOptional({ description: 'Needed only when the contact is known in several locations.' })
  @IsOptional()
  @Matches(ID_PATTERN, ID_MESSAGE)
  location_id?: string;
}

@ApiTags('follow-ups')
@ApiBearerAuth()
@UseGuards(AdminGuard)
@Controller('follow-ups')
export class FollowUpsController {
  constructor(private readonly followUps: FollowUps) {}

  @ApiOperation({ summary: 'What the bots are going to say unasked, the next first' })
  @Get()
  list() {
    return { items: this.followUps.list().map(toItem) };
  }

  @ApiOperation({ summary: 'Leave the contact alone until something happens to it' })
  @Delete(':contactId')
  async cancel(@Param() { contactId }: ContactPath, @Query() query: LocationQuery) {
    const step = this.require(contactId, query.location_id);
    await this.followUps.cancel(step);
    return { ...toItem(step), status: 'cancelled' };
  }

  @ApiOperation({ summary: 'Take the next step now; quiet hours, caps and consent still hold' })
  @Post(':contactId/run')
  @HttpCode(200)
  async run(@Param() { contactId }: ContactPath, @Query() query: LocationQuery) {
    const step = this.require(contactId, query.location_id);
    const outcome = await this.followUps.run(step);
    return { ...toItem(step), ...toAnswer(outcome) };
  }

  /** @throws {CodedException} 404 when nothing is planned, 400 when there are several. */
  private require(contactId: string, locationId: string | undefined): ScheduledStep {
    const planned = this.followUps.list().filter((step) => step.contactId === contactId);
    const steps = planned.filter((step) => locationId === undefined || step.locationId === locationId);
    const [step] = steps;
    if (step === undefined) {
      throw new CodedException(404, 'follow_up_not_found', 'Nothing is planned for this contact; see GET /follow-ups.');
    }
    if (steps.length === 1) return step;
    throw new CodedException(400, 'location_id_needed', 'The contact is known in several locations: add location_id.');
  }
}

function toItem({ contactId, locationId, dueAtMs, step, reason, heldBy }: ScheduledStep) {
  return {
    contact_id: contactId,
    location_id: locationId,
    due_at: new Date(dueAtMs).toISOString(),
    step,
    reason,
    held_by: heldBy,
  };
}

function toAnswer(outcome: FirstWordOutcome) {
  if (outcome.kind !== 'held')
    return { status: outcome.kind, ...(outcome.kind === 'refused' && { why: outcome.reason }) };
  return { status: 'held', held_by: outcome.by, due_at: new Date(outcome.untilMs).toISOString() };
}
