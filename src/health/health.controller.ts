import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Liveness } from './liveness';
import { StorageIndicator } from './storage.indicator';
import { SystemHealth } from './system-health';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly system: SystemHealth,
    private readonly liveness: Liveness,
    private readonly storage: StorageIndicator,
  ) {}

  /** An outage of the CRM or a full disk is waited out, not restarted away: it degrades the answer, never fails it. */
  @ApiOperation({ summary: 'Liveness: 200 while the process can work, with the state of what it depends on' })
  @Get()
  @Header('Cache-Control', 'no-store')
  async health(@Res({ passthrough: true }) response: Response) {
    const report = await this.system.check();
    const state = this.liveness.state();
    if (state === 'alive') return report;
    response.status(503);
    return { ...report, status: state };
  }

  /** The service listens once what a stop or a crash left has been recovered and the data folder is its own. */
  @ApiOperation({ summary: 'Readiness: 200 while webhooks can be made safe' })
  @Get('ready')
  @Header('Cache-Control', 'no-store')
  async ready(@Res({ passthrough: true }) response: Response) {
    const { storage } = await this.storage.check();
    const state = this.liveness.state();
    const isReady = storage.writable && state === 'alive';
    if (!isReady) response.status(503);
    return { status: isReady ? 'ready' : state === 'alive' ? 'not_ready' : state, storage };
  }

  @ApiOperation({ summary: 'Strict, for alerts: 503 when anything that the service depends on is down' })
  @Get('deps')
  @Header('Cache-Control', 'no-store')
  async dependencies(@Res({ passthrough: true }) response: Response) {
    const report = await this.system.check();
    if (report.status !== 'ok') response.status(503);
    return report;
  }
}
