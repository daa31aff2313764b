import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { SETTINGS } from '../config';
import type { Settings } from '../config';
import { isSameSecret } from './admin.guard';
import { bearerTokenOf } from './bearer-token';
import { CodedException } from './coded-exception';

/** Opens what scrapers read to whoever holds `METRICS_TOKEN` or `ADMIN_TOKEN`, and in sandbox mode to everybody. */
@Injectable()
export class MetricsGuard implements CanActivate {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  canActivate(context: ExecutionContext): boolean {
    const { mode, metricsToken, adminToken } = this.settings;
    if (mode === 'sandbox') return true;
    const tokens = [metricsToken, adminToken].filter((token) => token !== undefined);
    if (tokens.length === 0) {
      throw new CodedException(403, 'metrics_token_not_set', 'Set METRICS_TOKEN or ADMIN_TOKEN to open this route.');
    }
    const given = bearerTokenOf(context.switchToHttp().getRequest<Request>());
    if (given !== null && tokens.some((token) => isSameSecret(given, token))) return true;
    throw new CodedException(401, 'unauthorized', 'Send the header Authorization: Bearer <METRICS_TOKEN>.');
  }
}
