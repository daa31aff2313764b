import type { FactoryProvider } from '@nestjs/common';
import { SETTINGS } from '../config';
import type { Settings } from '../config';
import { SandboxHost } from './sandbox-host';

/** Where the CRM answers, and as whom. */
export interface GhlEndpoint {
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly accessToken: string;
  readonly locationId: string;
}

/** Injection token of the {@link GhlEndpoint}. */
export const GHL_ENDPOINT = Symbol('GHL_ENDPOINT');

export const endpointProvider: FactoryProvider<GhlEndpoint> = {
  provide: GHL_ENDPOINT,
  inject: [SETTINGS, SandboxHost],
  useFactory: ({ ghl }: Settings, sandbox: SandboxHost) => ({
    baseUrl: sandbox.baseUrl ?? ghl.apiBaseUrl.replace(/\/+$/, ''),
    accessToken: ghl.accessToken,
    locationId: ghl.locationId,
  }),
};
