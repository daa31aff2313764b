import { Controller, Get, Header, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { Clock } from '../config';
import { SpeedToLead } from '../conversation';
import type { LeadText } from '../conversation';
import { MetricsGuard } from '../http';
import { Registry } from '../telemetry';
import { toComplianceAnswer, toTextAnswer } from './five-minute-answer';
import { toCurrentAnswer } from './runtime-answer';
import { SystemHealth } from './system-health';

class PerformanceQuery {
  @ApiPropertyOptional({ description: 'Judges and lists the texts of this contact alone.' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{1,64}$/, { message: 'contact_id must be a contact id' })
  contact_id?: string;
}

@ApiTags('monitoring')
@ApiBearerAuth()
@UseGuards(MetricsGuard)
@Controller('performance')
export class PerformanceController {
  constructor(
    private readonly registry: Registry,
    private readonly speed: SpeedToLead,
    private readonly system: SystemHealth,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'Are leads answered in time, and why not: five-minute rule, last five minutes, health' })
  @Get()
  @Header('Cache-Control', 'no-store')
  async performance(@Query() { contact_id }: PerformanceQuery) {
    const [texts, health] = await Promise.all([this.speed.texts(), this.system.check()]);
    const nowMs = this.clock.now();
    const ofContact = contact_id === undefined ? null : texts.filter(isOf(contact_id));
    return {
      five_minute_compliance: toComplianceAnswer(ofContact ?? texts, nowMs),
      ...(ofContact && { texts: ofContact.map((text) => toTextAnswer(text, nowMs)) }),
      current_performance: toCurrentAnswer(this.registry),
      system_health: health,
    };
  }
}

function isOf(contactId: string) {
  return (text: LeadText) => text.contactId === contactId;
}
