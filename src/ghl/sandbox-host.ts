import type { FactoryProvider, INestApplicationContext, OnApplicationShutdown } from '@nestjs/common';
import { Clock, SETTINGS } from '../config';
import type { Settings } from '../config';
import { SandboxCrm } from './sandbox';

/** Keeps the stand-in CRM running as long as the service does; in live mode there is none. */
export class SandboxHost implements OnApplicationShutdown {
  private constructor(
    readonly crm: SandboxCrm | null,
    readonly baseUrl: string | null,
  ) {}

  static async start({ mode, ghl }: Settings, clock: Clock): Promise<SandboxHost> {
    if (mode === 'live') return new SandboxHost(null, null);
    const crm = new SandboxCrm({ accessToken: ghl.accessToken, calendarId: ghl.calendarId, now: () => clock.now() });
    return new SandboxHost(crm, await crm.start());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.crm?.stop();
  }
}

export const sandboxHostProvider: FactoryProvider<SandboxHost> = {
  provide: SandboxHost,
  inject: [SETTINGS, Clock],
  useFactory: (settings: Settings, clock: Clock) => SandboxHost.start(settings, clock),
};

/** Has the stand-in CRM deliver its webhooks to the service, as GHL does; without effect in live mode. */
export function connectSandbox(app: INestApplicationContext, target: { url: string; secret: string }): void {
  app.get(SandboxHost, { strict: false }).crm?.deliverWebhooksTo(target);
}
