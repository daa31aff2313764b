import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Inbox } from '../webhook';
import { DiskIndicator } from './disk.indicator';
import { GhlIndicator } from './ghl.indicator';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly ghl: GhlIndicator,
    private readonly disk: DiskIndicator,
    private readonly inbox: Inbox,
  ) {}

  /** An outage of the CRM or a full disk is waited out, not restarted away: it degrades the answer, never fails it. */
  @ApiOperation({ summary: 'Liveness: 200 while the process can work, with the state of what it depends on' })
  @Get()
  async health() {
    const [ghl, disk] = await Promise.all([this.ghl.check(), this.disk.check()]);
    const services = {
      ...ghl,
      ...disk,
      claude: { status: 'up' as const, mode: 'pattern_only' as const },
      inbox: { status: 'up' as const, unfinished: this.inbox.backlog, failed: this.inbox.listParked().length },
    };
    const isDegraded = Object.values(services).some((service) => service.status !== 'up');
    return { status: isDegraded ? 'degraded' : 'ok', services };
  }
}
