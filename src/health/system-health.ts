import { Injectable } from '@nestjs/common';
import { ClaudeIndicator } from './claude.indicator';
import { GhlIndicator } from './ghl.indicator';
import { InboxIndicator } from './inbox.indicator';
import { StorageIndicator } from './storage.indicator';

/** How the service and what it depends on are. */
@Injectable()
export class SystemHealth {
  constructor(
    private readonly ghl: GhlIndicator,
    private readonly claude: ClaudeIndicator,
    private readonly storage: StorageIndicator,
    private readonly inbox: InboxIndicator,
  ) {}

  async check() {
    const [ghl, storage] = await Promise.all([this.ghl.check(), this.storage.check()]);
    const services = { ...ghl, ...this.claude.check(), ...storage, ...this.inbox.check() };
    const isDegraded = Object.values(services).some(({ status }) => status !== 'up');
    return { status: isDegraded ? ('degraded' as const) : ('ok' as const), services };
  }
}

export type HealthReport = Awaited<ReturnType<SystemHealth['check']>>;
