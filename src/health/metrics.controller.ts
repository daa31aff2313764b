import { Controller, Get, Header, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProduces, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { Request, Response } from 'express';
import { Clock } from '../config';
import { SpeedToLead } from '../conversation';
import { GrowthFlags } from '../growth';
import { MetricsGuard } from '../http';
import { Registry } from '../telemetry';
import { toComplianceAnswer } from './five-minute-answer';
import { Gauges } from './gauges';
import { toRuntimeAnswer } from './runtime-answer';

const TEXT_TYPES = ['text/plain', 'application/openmetrics-text'];

class MetricsQuery {
  @ApiPropertyOptional({ enum: ['json', 'prometheus'], description: 'Goes before the Accept header.' })
  @IsOptional()
  @IsIn(['json', 'prometheus'])
  format?: 'json' | 'prometheus';
}

@ApiTags('monitoring')
@ApiBearerAuth()
@UseGuards(MetricsGuard)
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly registry: Registry,
    private readonly gauges: Gauges,
    private readonly speed: SpeedToLead,
    private readonly clock: Clock,
    private readonly flags: GrowthFlags,
  ) {}

  @ApiOperation({ summary: 'What is counted and measured: JSON, or the Prometheus text format 0.0.4' })
  @ApiProduces('application/json', 'text/plain')
  @Get()
  @Header('Cache-Control', 'no-store')
  @Header('Vary', 'Accept')
  async metrics(
    @Query() { format }: MetricsQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const isText = format === undefined ? wantsText(request) : format === 'prometheus';
    if (!isText) return this.json();
    await this.gauges.update();
    response.setHeader('Content-Type', this.registry.prometheus.contentType);
    // prom-client 15 writes "Nan", which is not the format's "NaN": some parsers refuse it.
    return (await this.registry.prometheus.metrics()).replaceAll(/ Nan$/gm, ' NaN');
  }

  private async json() {
    return {
      runtime_metrics: await toRuntimeAnswer(this.registry),
      five_minute_compliance: toComplianceAnswer(await this.speed.texts(), this.clock.now()),
      growth_rollout: this.flags.state(),
    };
  }
}

/**
 * Whoever names text and not JSON: scrapers name several versions of it with parameters of their own, which a strict
 * reading of the header would not match. OpenMetrics too is answered in the older text format, which all of them read.
 */
function wantsText({ headers: { accept = '' } }: Request): boolean {
  return TEXT_TYPES.some((type) => accept.includes(type)) && !accept.includes('application/json');
}
